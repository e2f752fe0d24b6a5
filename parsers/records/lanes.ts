import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { isWhollyStatus } from '../../src/normalise/status.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';
import { blockTitle } from '../recognise/sections.ts';
import { isBadge } from './badges.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';
import { boldLevel } from './title-levels.ts';

/** A title of the paper, and where it stands. */
interface TitleAt {
  readonly index: number;
  readonly level: number;
  readonly text: string;
}

/** What a lane is named for. */
type LaneKind = 'status' | 'time';

/**
 * Headings of one level that are all statuses or all times, each another one below the heading of their plan, with titles of records
 * below each: what stands there has its status, or is due by then. They are no labels, though the plans of a paper have the same ones.
 * @param labels the paper's: what stands below dates that are labels is one as well, and no record's title
 */
export function lanesOf(blocks: readonly Block[], labels: Labels): ReadonlySet<number> {
  const levels = blocks.map((block) => levelBelowLane(block, labels));
  const titles = blocks.flatMap((block, index): readonly TitleAt[] => {
    const title = blockTitle(block);
    return title === null ? [] : [{ index, level: title.level, text: title.text }];
  });
  const named = titles.flatMap((title) => {
    const kind = laneKind(title.text);
    return kind === null ? [] : [{ ...title, kind }];
  });
  const rows = Map.groupBy(named, ({ kind, level }) => `${kind} ${level}`);
  return new Set(
    [...rows.values()].flatMap((row) => (areLanes(row, titles, levels) ? row.map(({ index }) => index) : [])),
  );
}

function laneKind(text: string): LaneKind | null {
  if (isBadge(text) && isWhollyStatus(text)) return 'status';
  return isTime(text) ? 'time' : null;
}

/** A date, a quarter or a year and nothing else, or words for none. */
const isTime = (text: string): boolean =>
  isWholeDate(text) ||
  noDateWords.has(foldPlain(text)) ||
  (/\d/.test(text) && readTimescale(text).start !== null && text.split(/\s+/).length <= longestTime);
const longestTime = 4;

/** True for headings each of which is another one below the same heading, and has titles of its own below it. */
function areLanes(row: readonly TitleAt[], titles: readonly TitleAt[], levels: readonly (number | null)[]): boolean {
  const own = new Set(row.map(({ index }) => index));
  const isOver = (title: TitleAt, level: number) =>
    title.level < level || (title.level === level && own.has(title.index + 1));
  const plans = row.map(
    ({ index, level }) =>
      titles.findLast((title) => title.index < index && !own.has(title.index) && isOver(title, level))?.index,
  );
  const areApart = new Set(row.map(({ text }, at) => `${plans[at]} ${foldPlain(text)}`)).size === row.length;
  return (
    new Set(plans).size < row.length &&
    areApart &&
    row.every(({ index, level }) => isOverTitle(levels, index, level, own))
  );
}

/** True where the first title below a heading stands no higher, and is no lane itself. */
function isOverTitle(
  levels: readonly (number | null)[],
  index: number,
  level: number,
  lanes: ReadonlySet<number>,
): boolean {
  const at = levels.slice(index + 1, index + 1 + mostAbove).findIndex((one) => one !== null);
  const next = index + 1 + at;
  return at !== -1 && (levels[next] ?? 0) >= level && !lanes.has(next);
}

/** Signs and texts that may stand between a lane and its first title. */
const mostAbove = 4;

/** The level of a title, or of a paragraph all in bold, which is one however long it is; none has a label's. */
function levelBelowLane(block: Block, labels: Labels): number | null {
  const level = blockTitle(block)?.level ?? (block.kind === 'paragraph' && block.bold ? boldLevel : null);
  return level !== null && 'text' in block && isWholeLabel(labels, block.text) ? labelLevel : level;
}
const labelLevel = 0;
