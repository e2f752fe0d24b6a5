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

/** Runs of rows with several chunks each, single chunks between them included. */
export function groupRows(
  rows: readonly TextRow[],
  prose: ReadonlySet<Chunk>,
  flats: readonly Edge[],
): readonly Group[] {
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
    if (kept.length === 1 && open.length > 0 && beginsAnew(tabular, open)) {
      close();
      continue;
    }
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
      if (near && inside && pending.length < mostLinesBetween) pending.push(tabular);
      else close();
    }
  }
  close();
  return groups;
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
