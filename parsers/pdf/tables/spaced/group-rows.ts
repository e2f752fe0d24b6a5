import { overlap } from '../../../../src/lib/box.ts';
import { mostOf } from '../../../../src/lib/extremes.ts';
import type { Chunk, TextRow } from '../../text/rows.ts';
import type { Edge } from '../ruled/edge.ts';
import { isNumberedCaption } from './region-bounds.ts';
import { farthestRow, type Group, isWide, narrowed, toGroup } from './row-groups.ts';

/** As `farthestRow`, for rows between two rules over the whole width. */
const farthestBetweenRules = 7;
/** Lines of a label, or names of parts, between two rows with several chunks. */
const mostLinesBetween = 8;
/** Ems: lines nearer than this stand side by side. */
const besideStep = 0.72;

/** Runs of rows with several chunks each, single chunks between them included. */
export function groupRows(
  rows: readonly TextRow[],
  prose: ReadonlySet<Chunk>,
  flats: readonly Edge[],
): readonly Group[] {
  const groups: Group[] = [];
  let open: TextRow[] = [];
  let pending: TextRow[] = [];
  // Beside the rows above, but perhaps over those to come: the name of a part under a heading without a stub.
  let beside: TextRow[] = [];
  const close = () => {
    if (open.length > 0) groups.push(toGroup([...open, ...lastLines(open, pending)]));
    open = [];
    pending = [];
    beside = [];
  };
  for (const row of rows) {
    const kept = row.chunks.filter((chunk) => !prose.has(chunk));
    if (kept.length === 0) {
      const group = open.length > 0 ? toGroup(open) : null;
      if (group !== null && overlap(row.x0, row.x1, group.left, group.right) > 0) close();
      continue;
    }
    const tabular = kept.length < row.chunks.length ? narrowed(row, kept) : row;
    if (kept.length === 1 && open.length > 0 && beginsAnew(tabular, open)) {
      close();
      continue;
    }
    const last = pending.at(-1) ?? open.at(-1);
    const near = last !== undefined && isNear(last, tabular, flats);
    if (kept.length > 1) {
      if (open.length > 0 && near && standsInColumns(tabular, open)) {
        const names = beside.filter((name) => namesPart(name, tabular, flats));
        open.push(...[...pending, ...names].toSorted((a, b) => a.baseline - b.baseline), tabular);
        pending = [];
        beside = [];
      } else {
        close();
        open = [tabular];
      }
    } else if (open.length > 0) {
      const group = toGroup(open);
      const inside = tabular.x0 >= group.left - tabular.size && tabular.x1 <= group.right + tabular.size;
      if (overlap(tabular.x0, tabular.x1, group.left, group.right) < 0) {
        beside.push(tabular);
        continue;
      }
      if (near && inside && pending.length < mostLinesBetween) pending.push(tabular);
      else close();
    }
  }
  close();
  return groups;
}

/**
 * The lines after a table's last row that belong to it: a label set a little lower than its numbers, and further lines
 * of a label where labels of the rows above go on in the same way.
 */
function lastLines(rows: readonly TextRow[], after: readonly TextRow[]): readonly TextRow[] {
  const full = rows.filter((row) => row.chunks.length > 1);
  const stub = mostOf(full, (row) => row.chunks[0]?.x1 ?? 0);
  const steps = rows
    .slice(1)
    .flatMap((row, index) => (row.chunks.length === 1 ? [row.baseline - (rows[index]?.baseline ?? 0)] : []));
  const pitch = Math.min(...steps);
  const taken: TextRow[] = [];
  for (const row of after) {
    const last = taken.at(-1) ?? rows.at(-1);
    if (last === undefined) break;
    const step = row.baseline - last.baseline;
    const beside =
      step < besideStep * row.size && last.chunks.every((chunk) => overlap(chunk.x0, chunk.x1, row.x0, row.x1) <= 0);
    const goesOn = step < 1.05 * pitch && step < 1.6 * row.size && row.x1 <= stub + row.size;
    if (!beside && !goesOn) break;
    taken.push(row);
  }
  return taken;
}

/** True for a line right over a row that begins where that begins. */
function namesPart(name: TextRow, row: TextRow, flats: readonly Edge[]): boolean {
  return Math.abs(name.x0 - row.x0) < 1.5 * row.size && name.x1 < row.x1 && isNear(name, row, flats);
}

/** True for the name of the next table, or a heading in larger type than the rows above. */
function beginsAnew(row: TextRow, above: readonly TextRow[]): boolean {
  return isNumberedCaption(row) || row.size > 1.15 * mostOf(above, ({ size }) => size);
}

/** True for rows that may belong together by their distance; between two rules over both that may be greater. */
export function isNear(above: TextRow, below: TextRow, flats: readonly Edge[]): boolean {
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
