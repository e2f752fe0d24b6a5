import { counted, times } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { exitCode } from '../model/errors.ts';
import type { Issue } from '../model/issue.ts';
import type { Pace } from '../model/standing.ts';
import type { ReextractReport } from '../pipeline/reextract.ts';
import type { PutAside } from '../store/index.ts';

/** Data for other programs on stdout. */
export const printJson = (data: unknown): void => void process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);

/** An answer as JSON where that is asked for, else in words. */
export function printAnswer<Answer>(asJson: boolean, answer: Answer, inWords: (answer: Answer) => string): void {
  if (asJson) printJson(answer);
  else process.stdout.write(inWords(answer));
}

/** Rows of which the first is the head, columns as wide as their widest cell, numbers to the right; nothing for no rows. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells
    .map((row) => {
      const padded = row.map((cell, column) =>
        /^\d+$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      );
      return `${padded.join('  ').trimEnd()}\n`;
    })
    .join('');
}

/** A service in an answer. */
export const serviceWords = (service: string | null): string => service ?? '(service not known)';

/** A title with lines under it; `none` where there are none. */
export const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${(lines.length === 0 ? ['none'] : lines).map((line) => `  ${printable(line)}\n`).join('')}`;

/** What became of a file or paper, and why. */
export function troubleLines(name: string, what: string, problem: Pick<Issue, 'code' | 'message'> | null): string {
  const why = problem === null ? '' : `  ${problem.code}: ${printable(problem.message)}\n`;
  return `${printable(name)}: ${what}\n${why}`;
}

/** A paper that is not followed, and why, for people. */
export const describePutAside = (paper: PutAside): string =>
  troubleLines(paper.service === null ? paper.file : `${paper.file} (${paper.service})`, 'not followed', paper);

/** Tells which papers keep the reading they have, and which are not followed. @returns the exit code that follows from it */
export function tellRereading({ kept, putAside }: Pick<ReextractReport, 'kept' | 'putAside'>): number {
  for (const { file, problem } of kept) process.stderr.write(troubleLines(file, 'keeps its reading', problem));
  process.stderr.write(putAside.map(describePutAside).join(''));
  return kept.length + putAside.length > 0 ? exitCode.incomplete : exitCode.well;
}

/** By how much the latest date is later than the first, and how often it was put back; null where it is not later. */
export function slipWords({ slipDays, slips }: Pick<Pace, 'slipDays' | 'slips'>): string | null {
  if (slipDays === null || slipDays <= 0) return null;
  const often = slips === null || slips === 0 ? [] : [times(slips)];
  return [counted(slipDays, 'day'), ...often].join(', ');
}
