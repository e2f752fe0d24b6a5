import type { Block } from '../../src/model/document.ts';
import { isStatusWords, isWhollyStatus } from '../../src/normalise/status.ts';
import type { RecordEvent } from './model.ts';
import { boldLevel } from './title-levels.ts';

const fewestStatuses = 2;

/**
 * Lines that are a status and nothing else, right above tables, lists or labels, are titles of what stands below: `Finished`, then `Under
 * way`. Among such titles one right below another title and above a table or list is no badge of that. So are headings that stand right
 * below no other, but for the first, and between no others as large: these are badges of cards; beside two of them one that a label could be is
 * another (`Completed since the last meeting`).
 */
export function statusesOver(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const titled = linesOver(headingsOver(events, blocks), blocks);
  const found = new Set(
    titled.flatMap(({ kind }, at) => (kind === 'title' && events[at]?.kind !== 'title' ? [at] : [])),
  );
  return itemsBelow(titled, found, blocks);
}

/** Each item of a list right below a title that is a status is a record of its own. */
function itemsBelow(
  events: readonly RecordEvent[],
  statuses: ReadonlySet<number>,
  blocks: readonly Block[],
): readonly RecordEvent[] {
  let list = -1;
  return events.map((event, at): RecordEvent => {
    const next = events[at + 1];
    if (event.kind === 'title')
      list = next?.kind === 'line' && statuses.has(at) && isOfList(next, blocks) ? next.block : -1;
    return event.kind === 'line' && event.block === list ? { ...event, begins: true } : event;
  });
}

const isOfList = ({ block }: RecordEvent, blocks: readonly Block[]): boolean => blocks[block]?.kind === 'list';

function headingsOver(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const headings = events.flatMap((event, at) => (blocks[event.block]?.kind === 'heading' ? [{ event, at }] : []));
  const alone = headings.flatMap(({ event, at }) =>
    event.kind === 'line' && isWhollyStatus(event.value.text) ? [at] : [],
  );
  const asLabels = headings.flatMap(({ event, at }) =>
    event.kind === 'label' && event.value === null && isStatusWords(event.label) ? [at] : [],
  );
  const found = alone.length < fewestStatuses ? alone : [...alone, ...asLabels].toSorted((a, b) => a - b);
  const below = found.filter((at) => events[at - 1]?.kind === 'title');
  const [first = -1] = found;
  const level = levelAt(events, first, blocks);
  const isOver =
    found.length >= fewestStatuses &&
    below.every((at) => at === first) &&
    found.every((at) => levelAt(events, at, blocks) === level) &&
    !events.slice(first).some((event) => event.kind === 'title' && event.level <= level);
  if (!isOver) return events;
  const titles = new Set(found);
  return events.map((event, at): RecordEvent => {
    const block = blocks[event.block];
    if (!titles.has(at) || block?.kind !== 'heading') return event;
    return { kind: 'title', level, value: { text: block.text, places: block.places, fill: null }, block: event.block };
  });
}

function levelAt(events: readonly RecordEvent[], at: number, blocks: readonly Block[]): number {
  const block = blocks[events[at]?.block ?? -1];
  return block?.kind === 'heading' ? block.level : boldLevel;
}

function linesOver(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const standing = events.flatMap((event, at) =>
    event.kind === 'line' && isWhollyStatus(event.value.text) && isAlone(events, at) && leads(events, at, blocks)
      ? [{ at, status: event.value.text.toLowerCase(), isBelowTitle: events[at - 1]?.kind === 'title' }]
      : [],
  );
  const areTitles = standing.some(({ isBelowTitle }) => !isBelowTitle);
  if (!areTitles || new Set(standing.map(({ status }) => status)).size < fewestStatuses) return events;
  const found = new Set(
    standing.flatMap(({ at, isBelowTitle }) => (isBelowTitle && events[at + 1]?.kind === 'label' ? [] : [at])),
  );
  return events.map(
    (event, at): RecordEvent =>
      event.kind === 'line' && found.has(at)
        ? { kind: 'title', level: boldLevel, value: event.value, block: event.block }
        : event,
  );
}

/** True for a line of its own block that is no value of a label which waits for one. */
function isAlone(events: readonly RecordEvent[], at: number): boolean {
  const [before, own, next] = [events[at - 1], events[at], events[at + 1]];
  const isValue = before?.kind === 'label' && before.value === null;
  return !isValue && before?.block !== own?.block && next?.block !== own?.block;
}

/** True right above a table, a list or a label with its value. */
function leads(events: readonly RecordEvent[], at: number, blocks: readonly Block[]): boolean {
  const [next, further] = [events[at + 1], events[at + 2]];
  return (
    (next?.kind === 'edge' && further?.kind === 'row') ||
    (next?.kind === 'label' && next.value !== null) ||
    (next?.kind === 'line' && isOfList(next, blocks))
  );
}
