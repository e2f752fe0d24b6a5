import { overlap } from '../../../../src/lib/box.ts';
import { mostOf } from '../../../../src/lib/extremes.ts';
import { caption, tableCaption } from '../../../../src/vocabulary/paper-parts.ts';
import { type Chunk, median, type TextRow } from '../../text/rows.ts';
import type { Edge } from '../ruled/edge.ts';
import { wordCount } from './prose.ts';
import { farthestRow, type Group, isWide, toGroup } from './row-groups.ts';

/** Takes in rows above: up to a rule over the whole width, or headings that stand over the columns of numbers. */
export function extendUp(
  group: Group,
  rows: readonly TextRow[],
  flats: readonly Edge[],
  prose: ReadonlySet<Chunk>,
): Group {
  const first = group.rows[0];
  if (first === undefined) return group;
  const above = rows.filter(
    (row) => row.baseline < first.baseline && overlap(row.x0, row.x1, group.left, group.right) > 0,
  );
  const wide = flats.filter((flat) => flat.at < first.bottom && isWide(flat, group.left, group.right));
  const byRule: TextRow[] = [];
  let taken: readonly TextRow[] = [];
  let from = first;
  for (const row of above.toReversed()) {
    if (byRule.length >= 10 || row.chunks.some((chunk) => prose.has(chunk))) break;
    if ((from.baseline - row.baseline) / first.size > farthestRow || isCaption(row)) break;
    byRule.unshift(row);
    from = row;
    if (wide.some((flat) => flat.at < row.top + 2 && flat.at > row.top - 1.6 * row.size)) {
      const between = wide.filter((flat) => flat.at > row.bottom - 2 && flat.at < first.top + 2);
      const headsColumns = row.chunks.length > 1 || row.x0 > group.left + 2 * row.size || between.length === 0;
      if (headsColumns) taken = [...byRule];
    }
  }
  if (taken.length === 0) {
    const stub = stubEnd(group);
    const over: TextRow[] = [];
    let below = first;
    for (const row of above.toReversed()) {
      const tight = below.baseline - row.baseline <= 1.9 * Math.max(row.size, below.size);
      const overColumns = row.x0 > stub - row.size && row.x1 <= group.right + 2 * row.size;
      if (!tight || !overColumns || row.chunks.some((chunk) => prose.has(chunk) || wordCount(chunk) > 9)) break;
      over.unshift(row);
      below = row;
    }
    taken = over;
  }
  return taken.length === 0 ? group : toGroup([...taken, ...group.rows]);
}

/** Drops first lines that name the table or its unit ("Table 3. …", "[In thousands]"): they are said of it, not in it. */
export function withoutTitle(group: Group, flats: readonly Edge[]): Group {
  const [first, ...rest] = group.rows;
  if (first === undefined || rest.length === 0) return group;
  const isUnit = first.chunks.length === 1 && /^[[(].*[\])]$/u.test(first.chunks[0]?.text ?? '');
  if (isUnit || isCaption(first)) return withoutTitle(toGroup(rest), flats);
  const wide = flats.filter((flat) => isWide(flat, group.left, group.right)).map((flat) => flat.at);
  const under = (row: TextRow) => wide.some((at) => at < row.top + 2 && at > row.top - 1.6 * row.size);
  const ruled = group.rows.slice(0, 4).findIndex((row, index) => index > 0 && under(row));
  const titles = group.rows.slice(0, ruled);
  const outside =
    ruled > 0 &&
    !under(first) &&
    titles.every((row) => row.chunks.length === 1) &&
    group.rows.slice(ruled + 1, ruled + 8).some(under);
  return outside ? toGroup(group.rows.slice(ruled)) : group;
}

/** Right end of what most rows have as their first chunk. */
function stubEnd(group: Group): number {
  const firsts = group.rows.filter((row) => row.chunks.length > 1).map((row) => row.chunks[0]?.x1 ?? 0);
  return median(firsts);
}

/** True for a line such as "Table 3. …" that names a table and is no part of it. */
function isCaption(row: TextRow): boolean {
  const text = row.chunks.map((chunk) => chunk.text).join(' ');
  return caption.test(text);
}

/** True for such a line with its number ("Table A-3", "Annex IV"). */
export function isNumberedCaption(row: TextRow): boolean {
  return (
    isCaption(row) && /^\p{Lu}\p{L}*\.?\s*(?:[A-Z]{0,2}[-.]?\d|[IVX]+(?![\p{L}]))/u.test(row.chunks[0]?.text ?? '')
  );
}

/** True for the name of a table, not of a figure or a chapter. */
export function isTableCaption(row: TextRow): boolean {
  return isNumberedCaption(row) && tableCaption.test(row.chunks[0]?.text ?? '');
}

/** Takes in rows down to a rule over the whole width that lies right below. */
export function extendDown(
  group: Group,
  rows: readonly TextRow[],
  flats: readonly Edge[],
  prose: ReadonlySet<Chunk>,
): Group {
  const last = group.rows.at(-1);
  if (last === undefined) return group;
  const below = rows.filter(
    (row) => row.baseline > last.baseline && overlap(row.x0, row.x1, group.left, group.right) > 0,
  );
  const taken: TextRow[] = [];
  let previous = last;
  for (const row of below.slice(0, 3)) {
    if ((row.baseline - previous.baseline) / row.size > 1.9 || row.chunks.some((chunk) => prose.has(chunk))) break;
    if (
      flats.some(
        (flat) => flat.at > previous.bottom - 2 && flat.at < row.top + 2 && isWide(flat, group.left, group.right),
      )
    ) {
      break;
    }
    taken.push(row);
    previous = row;
    if (
      flats.some(
        (flat) => flat.at > row.bottom - 2 && flat.at < row.bottom + row.size && isWide(flat, group.left, group.right),
      )
    ) {
      return toGroup([...group.rows, ...taken]);
    }
  }
  return group;
}

/** Drops notes that stand below the table's last rule: rows with far fewer chunks than the rows above it. */
export function cutBelowLastRule(group: Group, flats: readonly Edge[]): Group {
  const first = group.rows[0];
  const last = group.rows.at(-1);
  if (first === undefined || last === undefined) return group;
  const inside = flats.filter(
    (flat) => flat.at > first.bottom && flat.at < last.top + 2 && isWide(flat, group.left, group.right),
  );
  for (const rule of inside.toSorted((a, b) => a.at - b.at)) {
    const above = group.rows.filter((row) => row.baseline <= rule.at + 1);
    const below = group.rows.filter((row) => row.baseline > rule.at + 1);
    const columns = mostOf(above, (row) => row.chunks.length);
    if (above.length >= 3 && columns >= 4 && below.every((row) => row.chunks.length <= 2)) return toGroup(above);
  }
  return group;
}
