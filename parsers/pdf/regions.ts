import { overlap } from '../../src/lib/box.ts';
import type { Edge } from './edges.ts';
import { proseChunks, wordCount } from './prose.ts';
import { type Chunk, median, type TextRow } from './text-rows.ts';
import { isNumericText } from './tokens.ts';

/** Rows of text that may be one table, from the top down, and the ruling lines that lie among them. */
export interface Region {
  readonly rows: readonly TextRow[];
  readonly left: number;
  readonly right: number;
  /** Flat lines from the one above the first row to the one below the last. */
  readonly rules: readonly Edge[];
  /** Upright lines that run through a good part of the region. */
  readonly posts: readonly Edge[];
  readonly ruleAbove: boolean;
  readonly ruleBelow: boolean;
}

/** Ems from baseline to baseline: rows farther apart belong together only between two rules. */
const farthestRow = 3.3;
const farthestBetweenRules = 7;

/** Groups rows whose chunks stand in the same columns; running text parts groups. */
export function findRegions(
  rows: readonly TextRow[],
  flats: readonly Edge[],
  uprights: readonly Edge[],
): readonly Region[] {
  const prose = withoutRuled(proseChunks(rows), rows, flats);
  const groups = joinHeaders(
    groupRows(rows, prose, flats)
      .flatMap((group) => splitSideBySide(group, flats))
      .flatMap(splitAtRepeatedHeading),
    flats,
  );
  const taken = new Set(groups.flatMap((group) => group.rows.flatMap((row) => row.runs)));
  return groups.map((group) => {
    const own = new Set(group.rows.flatMap((row) => row.runs));
    const free = rows.filter((row) => !row.runs.some((run) => taken.has(run) && !own.has(run)));
    const extended = withoutTitle(extendUp(extendDown(group, free, flats, prose), free, flats, prose), flats);
    for (const row of extended.rows) for (const run of row.runs) taken.add(run);
    return toRegion(cutBelowLastRule(extended, flats), flats, uprights);
  });
}

/** All rows of text inside a box as one region. */
export function regionIn(rows: readonly TextRow[], flats: readonly Edge[], uprights: readonly Edge[]): Region {
  return toRegion(toGroup(rows), flats, uprights);
}

/**
 * Running text without what stands in a table that three or more rules of one length draw: the first two enclose its
 * heading.
 */
function withoutRuled(prose: ReadonlySet<Chunk>, rows: readonly TextRow[], flats: readonly Edge[]): ReadonlySet<Chunk> {
  const kept = new Set(prose);
  for (const top of flats) {
    const stack = flats
      .filter((flat) => flat.at > top.at && Math.abs(flat.from - top.from) < 5 && Math.abs(flat.to - top.to) < 5)
      .toSorted((a, b) => a.at - b.at);
    const [second] = stack;
    if (second === undefined || stack.length < 2) continue;
    const between = (from: number, to: number) =>
      rows
        .filter((row) => row.top > from - 2 && row.baseline < to + 1)
        .map((row) => row.chunks.filter((chunk) => overlap(chunk.x0, chunk.x1, top.from, top.to) > 0))
        .filter((chunks) => chunks.length > 0);
    const heading = between(top.at, second.at);
    const isHeading =
      heading.length <= 6 &&
      heading.some((chunks) => chunks.length > 1) &&
      heading.flat().every((chunk) => wordCount(chunk) <= 9);
    if (!isHeading) continue;
    const isText = ([first, ...others]: readonly Chunk[]) =>
      first === undefined || others.length === 0
        ? (first?.x1 ?? 0) - (first?.x0 ?? 0) > 0.8 * (top.to - top.from)
        : [first, ...others].every((chunk) => prose.has(chunk));
    const body = stack
      .slice(1)
      .map((rule) => between(second.at, rule.at))
      .findLast((inside) => !inside.some(isText));
    for (const chunk of (body ?? []).flat()) kept.delete(chunk);
  }
  return kept;
}

interface Group {
  readonly rows: readonly TextRow[];
  readonly left: number;
  readonly right: number;
}

function toGroup(rows: readonly TextRow[]): Group {
  return { rows, left: Math.min(...rows.map((row) => row.x0)), right: Math.max(...rows.map((row) => row.x1)) };
}

/** Runs of rows with several chunks each, single chunks between them included. */
function groupRows(rows: readonly TextRow[], prose: ReadonlySet<Chunk>, flats: readonly Edge[]): readonly Group[] {
  const groups: Group[] = [];
  let open: TextRow[] = [];
  let pending: TextRow[] = [];
  const close = () => {
    if (open.length > 0) groups.push(toGroup(open));
    open = [];
    pending = [];
  };
  for (const row of rows) {
    const kept = row.chunks.filter((chunk) => !prose.has(chunk));
    if (kept.length === 0) {
      const group = open.length > 0 ? toGroup(open) : null;
      if (group !== null && overlap(row.x0, row.x1, group.left, group.right) > 0) close();
      continue;
    }
    const tabular = kept.length < row.chunks.length ? narrowed(row, kept) : row;
    const last = pending.at(-1) ?? open.at(-1);
    const near = last !== undefined && isNear(last, tabular, flats);
    if (kept.length > 1) {
      if (open.length > 0 && near && standsInColumns(tabular, open)) {
        open.push(...pending, tabular);
        pending = [];
      } else {
        close();
        open = [tabular];
      }
    } else if (open.length > 0) {
      const group = toGroup(open);
      const inside = tabular.x0 >= group.left - tabular.size && tabular.x1 <= group.right + tabular.size;
      if (overlap(tabular.x0, tabular.x1, group.left, group.right) < 0) continue;
      if (near && inside && pending.length < 4) pending.push(tabular);
      else close();
    }
  }
  close();
  return groups;
}

/** Two tables side by side: rules stand over and under the one and the other, and none runs across the gap between. */
function splitSideBySide(group: Group, flats: readonly Edge[]): readonly Group[] {
  const [first, last] = [group.rows[0], group.rows.at(-1)];
  if (first === undefined || last === undefined) return [group];
  const near = flats.filter((flat) => flat.at > first.top - 2 * first.size && flat.at < last.bottom + 2 * last.size);
  const ends = near.map((flat) => flat.to).filter((to) => to > group.left && to < group.right);
  for (const end of new Set(ends.map(Math.round))) {
    const start = Math.min(...near.map((flat) => flat.from).filter((from) => from > end));
    const clear = !near.some((flat) => flat.from < end - 1 && flat.to > start + 1);
    const whole = group.rows.every((row) => row.chunks.every((chunk) => chunk.x1 <= start || chunk.x0 >= end));
    if (!Number.isFinite(start) || start - end < 0.8 * first.size || !clear || !whole) continue;
    const sides = [
      group.rows.flatMap((row) => sideOf(row, (chunk) => chunk.x1 <= start)),
      group.rows.flatMap((row) => sideOf(row, (chunk) => chunk.x0 >= end)),
    ];
    const isTable = (rows: readonly TextRow[]) => {
      const side = rows.length < 2 ? null : toGroup(rows);
      return (
        side !== null &&
        rows.some((row) => row.chunks.length > 1) &&
        near.filter((flat) => isWide(flat, side.left, side.right)).length > 1
      );
    };
    if (sides.every(isTable)) return sides.flatMap((rows) => splitSideBySide(toGroup(rows), flats));
  }
  return [group];
}

function sideOf(row: TextRow, belongs: (chunk: Chunk) => boolean): readonly TextRow[] {
  const chunks = row.chunks.filter(belongs);
  return chunks.length === 0 ? [] : [narrowed(row, chunks)];
}

/** Two tables in one group: the label that heads the first column stands there again further down. */
function splitAtRepeatedHeading(group: Group): readonly Group[] {
  const head = group.rows.slice(0, 4).find((row) => row.chunks.length > 2 && !isNumericText(row.chunks[0]?.text ?? ''));
  const label = head?.chunks[0];
  if (head === undefined || label === undefined) return [group];
  const at = group.rows.findIndex((row, index) => {
    const [first] = row.chunks;
    const sameLabel =
      first?.text === label.text && Math.abs(first.x0 - label.x0) < 2 * row.size && row.chunks.length > 2;
    return index >= 5 && sameLabel && group.rows[index - 1]?.chunks.length !== head.chunks.length;
  });
  if (at === -1) return [group];
  let start = at;
  while (start > 1 && (group.rows[start - 1]?.x0 ?? 0) > label.x1) start--;
  return [toGroup(group.rows.slice(0, start)), ...splitAtRepeatedHeading(toGroup(group.rows.slice(start)))];
}

/** A row with only some of its chunks. */
export function narrowed(row: TextRow, chunks: readonly Chunk[]): TextRow {
  return {
    ...row,
    chunks,
    runs: chunks.flatMap((chunk) => chunk.runs),
    words: chunks.flatMap((chunk) => chunk.words),
    x0: Math.min(...chunks.map((chunk) => chunk.x0)),
    x1: Math.max(...chunks.map((chunk) => chunk.x1)),
  };
}

function isNear(above: TextRow, below: TextRow, flats: readonly Edge[]): boolean {
  const distance = (below.baseline - above.baseline) / Math.max(above.size, below.size);
  if (distance <= farthestRow) return true;
  const left = Math.min(above.x0, below.x0);
  const right = Math.max(above.x1, below.x1);
  return (
    distance <= farthestBetweenRules &&
    flats.some((flat) => flat.at < above.bottom && isWide(flat, left, right)) &&
    flats.some((flat) => flat.at > below.top && isWide(flat, left, right))
  );
}

/** True where the gaps of a row meet the gaps of rows before it. */
function standsInColumns(row: TextRow, rows: readonly TextRow[]): boolean {
  const tabular = rows.filter((other) => other.chunks.length > 1);
  const fullest = tabular.reduce<TextRow | null>(
    (best, other) => (best === null || other.chunks.length > best.chunks.length ? other : best),
    null,
  );
  return [...tabular.slice(-3), ...(fullest === null ? [] : [fullest])].some((other) => sharedGaps(row, other) >= 0.5);
}

function sharedGaps(a: TextRow, b: TextRow): number {
  const [gapsA, gapsB] = [gapsOf(a), gapsOf(b)];
  const [fewer, more] = gapsA.length <= gapsB.length ? [gapsA, gapsB] : [gapsB, gapsA];
  const shared = fewer.filter(([from, to]) => more.some(([f, t]) => overlap(from, to, f, t) > 0.5));
  return fewer.length === 0 ? 0 : shared.length / fewer.length;
}

function gapsOf(row: TextRow): readonly (readonly [from: number, to: number])[] {
  return row.chunks.slice(1).map((chunk, index) => [row.chunks[index]?.x1 ?? 0, chunk.x0] as const);
}

/** True for a flat line that runs over most of a width, and not far beyond it. */
export function isWide(flat: Edge, left: number, right: number): boolean {
  const width = right - left;
  return overlap(flat.from, flat.to, left, right) >= 0.72 * width && flat.to - flat.from <= 1.8 * width + 40;
}

/** Joins a short group without numbers to the group right below that it heads. */
function joinHeaders(groups: readonly Group[], flats: readonly Edge[]): readonly Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const above = joined.at(-1);
    const [last, first] = [above?.rows.at(-1), group.rows[0]];
    if (above !== undefined && last !== undefined && first !== undefined && heads(above, last, group, first, flats)) {
      joined[joined.length - 1] = toGroup([...above.rows, ...group.rows]);
    } else joined.push(group);
  }
  return joined;
}

function heads(above: Group, last: TextRow, below: Group, first: TextRow, flats: readonly Edge[]): boolean {
  const distance = (first.baseline - last.baseline) / Math.max(first.size, last.size);
  if (above.rows.length > 6 || distance > farthestRow || !isNear(last, first, flats)) return false;
  const chunks = above.rows.flatMap((row) => row.chunks);
  const numeric = chunks.filter((chunk) => isNumericText(chunk.text)).length;
  const slack = 2 * first.size;
  return (
    numeric <= 0.35 * chunks.length &&
    chunks.every((chunk) => wordCount(chunk) <= 9) &&
    above.left >= below.left - slack &&
    above.right <= below.right + slack &&
    overlap(above.left, above.right, below.left, below.right) > 0
  );
}

/** Takes in rows above: up to a rule over the whole width, or headings that stand over the columns of numbers. */
function extendUp(group: Group, rows: readonly TextRow[], flats: readonly Edge[], prose: ReadonlySet<Chunk>): Group {
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
function withoutTitle(group: Group, flats: readonly Edge[]): Group {
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
export function isCaption(row: TextRow): boolean {
  const text = row.chunks.map((chunk) => chunk.text).join(' ');
  return /^(?:table|exhibit|figure|fig\.|chart|box|appendix|annex|tableau|tabelle|tabella|tabla|quadro)\s*[\dA-Z]{0,3}[.\-–:\d]*(?:\s|$)/iu.test(
    text,
  );
}

/** Takes in rows down to a rule over the whole width that lies right below. */
function extendDown(group: Group, rows: readonly TextRow[], flats: readonly Edge[], prose: ReadonlySet<Chunk>): Group {
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
function cutBelowLastRule(group: Group, flats: readonly Edge[]): Group {
  const first = group.rows[0];
  const last = group.rows.at(-1);
  if (first === undefined || last === undefined) return group;
  const inside = flats.filter(
    (flat) => flat.at > first.bottom && flat.at < last.top + 2 && isWide(flat, group.left, group.right),
  );
  for (const rule of inside.toSorted((a, b) => a.at - b.at)) {
    const above = group.rows.filter((row) => row.baseline <= rule.at + 1);
    const below = group.rows.filter((row) => row.baseline > rule.at + 1);
    const columns = Math.max(...above.map((row) => row.chunks.length));
    if (above.length >= 3 && columns >= 4 && below.every((row) => row.chunks.length <= 2)) return toGroup(above);
  }
  return group;
}

function toRegion(group: Group, flats: readonly Edge[], uprights: readonly Edge[]): Region {
  const first = group.rows[0];
  const last = group.rows.at(-1);
  const top = first?.top ?? 0;
  const bottom = last?.bottom ?? 0;
  const size = first?.size ?? 10;
  const rules = flats.filter(
    (flat) =>
      flat.at >= top - 1.6 * size &&
      flat.at <= bottom + 1.2 * size &&
      overlap(flat.from, flat.to, group.left, group.right) > 0.6 * (flat.to - flat.from),
  );
  const posts = uprights.filter(
    (post) =>
      post.at > group.left &&
      post.at < group.right &&
      overlap(post.from, post.to, top, bottom) >= 0.45 * (bottom - top),
  );
  return {
    rows: group.rows,
    left: group.left,
    right: group.right,
    rules,
    posts,
    ruleAbove: rules.some((rule) => rule.at <= top + 3 && isWide(rule, group.left, group.right)),
    ruleBelow: rules.some((rule) => rule.at >= bottom - 3 && isWide(rule, group.left, group.right)),
  };
}
