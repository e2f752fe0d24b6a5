import type { Table } from '../../src/model/document.ts';
import type { StatusValue } from '../../src/model/plan.ts';
import { distinctCells, tableToGrid } from '../../src/tables/grid.ts';
import { opensWithSign, signAndWords } from '../../src/vocabulary/status-signs.ts';

type Pair = readonly [sign: string, value: StatusValue];

/**
 * What a line says that its signs mean: `● On track  ▲ At risk  ■ Late`. None where it is no key: fewer than two signs, one
 * of them twice, or words that are mostly no statuses.
 */
export function signsOfLine(text: string, meaningOf: (words: string) => StatusValue | null): readonly Pair[] {
  if (!opensWithSign.test(text)) return [];
  const found = [...text.matchAll(signAndWords)].map(
    ({ groups }) => [groups?.sign ?? '', groups?.words ?? ''] as const,
  );
  if (found.length < 2 || new Set(found.map(([sign]) => sign)).size < found.length) return [];
  const pairs = found.flatMap(([sign, words]): readonly Pair[] => {
    const value = meaningOf(words.replace(/(?<![\s,;|.])[\s,;|.]+$/, ''));
    return value === null ? [] : [[sign, value]];
  });
  return pairs.length > 0.5 * found.length ? pairs : [];
}

/** The same of a table whose every row is a sign and its meaning, or that is one row of them. */
export function signsOfTable(table: Table, meaningOf: (words: string) => StatusValue | null): readonly Pair[] {
  const rows = tableToGrid(table).map((row) =>
    distinctCells(row)
      .map(({ text }) => text)
      .join(' '),
  );
  return rows.every((row) => opensWithSign.test(row)) ? signsOfLine(rows.join('\n'), meaningOf) : [];
}
