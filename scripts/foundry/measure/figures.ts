import type { DrawnPaper } from '../draw.ts';
import type { Format } from '../print/index.ts';
import type { Judged, PaperScore } from './score.ts';

/** A paper, how it was printed, and how it was read. */
export interface ReadPaper {
  readonly drawn: DrawnPaper;
  readonly format: Format;
  readonly score: PaperScore;
}

/** Figures over many papers. Shares and F1 in per cent. */
export interface Figures {
  readonly papers: number;
  readonly mean: number;
  readonly median: number;
  /** Share of papers at 98 or more. */
  readonly at98: number;
  readonly invented: number;
  readonly values: number;
  readonly losses: number;
}

export function figuresOf(scores: readonly PaperScore[]): Figures {
  const f1 = scores.map((score) => 100 * score.f1).toSorted((a, b) => a - b);
  const sum = (of: (score: PaperScore) => number) => scores.reduce((total, score) => total + of(score), 0);
  return {
    papers: scores.length,
    mean: f1.reduce((total, one) => total + one, 0) / Math.max(1, f1.length),
    median: f1[Math.floor(f1.length / 2)] ?? 0,
    at98: (100 * f1.filter((one) => one >= 98).length) / Math.max(1, f1.length),
    invented: sum(({ invented }) => invented),
    values: sum(({ values }) => values),
    losses: sum(({ losses }) => losses.length),
  };
}

/** How far stated confidence is from the share of right values, over ten bins (expected calibration error, 0 to 1). */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Map.groupBy(judged, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...bins.values()].reduce((error, bin) => {
    const gap = mean(bin.map(({ confidence }) => confidence)) - mean(bin.map(({ right }) => Number(right)));
    return error + (bin.length / judged.length) * Math.abs(gap);
  }, 0);
}

/** Which share of the wrong values lies within the tenth of all values that confidence puts last (0 to 1). */
export function wrongInLowestTenth(judged: readonly Judged[]): number {
  const wrong = judged.filter(({ right }) => !right).length;
  const last = judged.toSorted((a, b) => a.confidence - b.confidence).slice(0, Math.ceil(judged.length / 10));
  return wrong === 0 ? 1 : last.filter(({ right }) => !right).length / wrong;
}
