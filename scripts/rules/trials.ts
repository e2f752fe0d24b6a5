/** A process of its own that reads papers with one rule after the other off, and tells of each by a message. */
import type { BatchPaper } from '../foundry/measure/batch.ts';
import type { PaperScore } from '../foundry/measure/score.ts';
import { type Rule, switchable } from './switches.ts';

/** What to try: papers with their truths, and the trial to begin with after one that did not end. */
export interface Work {
  readonly folders: readonly string[];
  readonly papers: readonly BatchPaper[];
  /** Rules that decide in more papers are not tried: what so many need is no rule for one of them. */
  readonly most: number;
  readonly from: number;
}

/** How papers are read without a rule. */
export interface Trial {
  readonly rule: Rule;
  /** Papers in which the rule decides something. */
  readonly decides: number;
  readonly better: readonly string[];
  readonly worse: readonly string[];
  /** Papers that raise an error without it: it guards what stands behind it. */
  readonly raises: readonly string[];
}

export type Told =
  | { readonly begins: number }
  | { readonly trial: Trial }
  | { readonly rules: number; readonly tried: number };

const work = JSON.parse(process.argv[2] ?? '') as Work;
const switches = switchable(work.folders);
const { readAndScore } = await import('../foundry/measure/batch.ts');
const tell = (told: Told): void => void process.send?.(told);

const decidesIn = new Map<number, BatchPaper[]>();
const usual = new Map<BatchPaper, PaperScore>();
for (const paper of work.papers) {
  switches.decided.clear();
  usual.set(paper, (await readAndScore(paper)).score);
  for (const rule of switches.decided) decidesIn.set(rule, [...(decidesIn.get(rule) ?? []), paper]);
}

/** More right, then fewer invented, then fewer lost: above 0 where the second reading is the better. */
function gain(before: PaperScore, after: PaperScore): number {
  return after.f1 - before.f1 || before.invented - after.invented || before.losses.length - after.losses.length;
}

async function tryWithout(off: number, rule: Rule): Promise<Trial> {
  const papers = decidesIn.get(off) ?? [];
  const [better, worse, raises]: [string[], string[], string[]] = [[], [], []];
  for (const paper of papers) {
    switches.off = off;
    try {
      const won = gain(usual.get(paper) as PaperScore, (await readAndScore(paper)).score);
      if (won > 0) better.push(paper.file);
      if (won < 0) worse.push(paper.file);
    } catch {
      raises.push(paper.file);
    }
    switches.off = null;
  }
  return { rule, decides: papers.length, better, worse, raises };
}

const rare = switches.rules.flatMap((rule, index) =>
  (decidesIn.get(index)?.length ?? 0) <= work.most ? [[index, rule] as const] : [],
);
tell({ rules: switches.rules.length, tried: rare.length });
for (const [at, [index, rule]] of rare.entries()) {
  if (at < work.from) continue;
  tell({ begins: at });
  tell({ trial: await tryWithout(index, rule) });
}
