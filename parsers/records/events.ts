import type { Block, Heading, ListItem, Paragraph } from '../../src/model/document.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { isRef, splitRef } from '../../src/normalise/ref.ts';
import { isOverFinding, namesTopicOfKind } from '../recognise/kind-and-topic.ts';
import { planName } from '../recognise/plan-name.ts';
import { blockTitle, closesLetter, isStandardSection } from '../recognise/sections.ts';
import { badgesBelow, isBadge } from './badges.ts';
import { badgesOfLabels } from './badges-of-labels.ts';
import { contentsLists } from './contents-lists.ts';
import { withoutCounts, withoutNumbered } from './counted-labels.ts';
import { logToEvents } from './dated-logs.ts';
import { labelKey } from './kinds-of-text.ts';
import { lanesOf } from './lanes.ts';
import { labelsOverItems, leadsApart, listsApart, titlesOverItems } from './listed-records.ts';
import type { RecordEvent } from './model.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';
import { signsBelowTitles } from './signs-above.ts';
import { statusesOver } from './statuses-over.ts';
import { isStrip, notesToEvents } from './strips.ts';
import { tableToEvents } from './table-events.ts';
import { textEvents } from './text-events.ts';
import { tilesOf, tileToEvents } from './tiles.ts';
import { boldLevel, itemLevel } from './title-levels.ts';
import { titlesBehindHeads } from './titles-behind-heads.ts';
import { topicsOfCards } from './topics-of-cards.ts';

/** The blocks of a paper as events; a block that is not free is an edge that no record crosses. */
export function blocksToEvents(
  blocks: readonly Block[],
  labels: Labels,
  free: (index: number) => boolean,
): readonly RecordEvent[] {
  const lanes = lanesOf(blocks, labels);
  const tiles = tilesOf(blocks, labels);
  const over = new Set([...headingsOverOthers(blocks, labels), ...headingsOverFindings(blocks)]);
  const contents = contentsLists(blocks);
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const front = blocks.findIndex(({ kind }) => kind !== 'heading');
  const events = blocks.flatMap((block, index): readonly RecordEvent[] => {
    if (!free(index) || contents.has(index)) return [{ kind: 'edge', block: index }];
    if (isStrip(block)) return [];
    if (block.kind === 'table' && tiles.has(index)) return tileToEvents(block, index, labels);
    const log =
      logToEvents(block, blocks[index - 1], index, labels) ?? notesToEvents(block, blocks[index - 1], index, labels);
    if (log !== null) return log;
    return (index === first && isPaperTitle(block)) || (block.kind === 'heading' && index < front && over.has(index))
      ? [titleOf(block, index)]
      : blockEvents(block, index, labels, { lanes, over });
  });
  const referred = withoutNumbered(events, blocks);
  const titled = titlesOfLabels(topicsOfCards(badgesOfLabels(statusesOver(referred, blocks)), blocks), blocks);
  const listed = leadsApart(labelsOverItems(listsApart(titlesOverItems(titled, blocks), blocks), blocks), blocks);
  const signed = signsBelowTitles(withoutCounts(listed));
  return badgesBelow(titlesBehindHeads(signed), (block) => blocks[block]?.kind === 'list', lanes);
}

/** The paper's own title is no label, though it begins with words of one (`Progress against …`) or has them behind its name (`999 Action Plan`). */
const isPaperTitle = (block: Block): block is Heading =>
  block.kind === 'heading' &&
  block.level === 1 &&
  (block.text.split(/\s+/).length > longestLabelTitle || planName(block.text) !== null);
const longestLabelTitle = 3;

const titleOf = (source: Heading | Paragraph, block: number): RecordEvent => ({
  kind: 'title',
  level: source.kind === 'heading' ? source.level : boldLevel,
  value: { text: source.text.trim(), places: source.places, fill: null },
  block,
});

/** A section's number and its words. */
const numbersSection = /^\d{1,2}[.)]\s/;

/** True below titles of which the last two are set alike: a heading at their level is one more of them, a larger one ends them. */
function isOfSections(before: readonly RecordEvent[], level: number): boolean {
  const [other, last] = before.flatMap((event) => (event.kind === 'title' ? [event.level] : [])).slice(-2);
  return last !== undefined && other === last && last >= level;
}

/**
 * A heading with the words of a label that heads nothing else is a title where it is numbered as a section, stands right above other
 * titles or, below others, the rows of a table, or is set as the titles above it are, or larger, and has text of its own (`Next steps` after the last theme).
 */
function titlesOfLabels(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const counts = Map.groupBy(
    events.filter((event) => event.kind === 'label' && isSetAsTitle(blocks[event.block])),
    (event) => (event.kind === 'label' ? labelKey(event.label) : ''),
  );
  const found: RecordEvent[] = [];
  for (const [at, event] of events.entries()) {
    const isOnce = event.kind === 'label' && event.value === null && counts.get(labelKey(event.label))?.length === 1;
    found.push(isOnce ? (titleOfLabel(events, at, found, blocks) ?? event) : event);
  }
  return found;
}

/** @param before what stands above, titles found among it */
function titleOfLabel(
  events: readonly RecordEvent[],
  at: number,
  before: readonly RecordEvent[],
  blocks: readonly Block[],
): RecordEvent | null {
  const index = events[at]?.block ?? 0;
  const block = blocks[index];
  const next = events.slice(at + 1).find((one) => !(one.kind === 'line' && isBadge(one.value.text)));
  if (!isSetAsTitle(block)) return null;
  if (block.kind === 'paragraph') return numbersSection.test(block.text) ? titleOf(block, index) : null;
  const isSection = next?.kind === 'line' && (isOfSections(before, block.level) || isNextSection(before, block));
  const isOverRows =
    next?.kind === 'edge' &&
    events[events.indexOf(next) + 1]?.kind === 'row' &&
    before.some(({ kind }) => kind === 'title');
  return next?.kind === 'title' || isOverRows || numbersSection.test(block.text) || isSection
    ? titleOf(block, index)
    : null;
}

const isSetAsTitle = (block: Block | undefined): block is Heading | Paragraph =>
  block?.kind === 'heading' || (block?.kind === 'paragraph' && block.bold);

/** The headings that a deeper one follows which is no label. */
function headingsOverOthers(blocks: readonly Block[], labels: Labels): ReadonlySet<number> {
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ block, index }] : []));
  return new Set(
    headings.flatMap(({ block, index }, at) => {
      const next = headings[at + 1]?.block;
      return next !== undefined && next.level > block.level && !isWholeLabel(labels, next.text) ? [index] : [];
    }),
  );
}

/** The headings of a kind of finding and a topic that stand right over what was found. */
const headingsOverFindings = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap((block, index) => {
    const below = blocks[index + 1];
    return block.kind === 'heading' && below?.kind === 'paragraph' && isOverFinding(block.text, below.text)
      ? [index]
      : [];
  });

/** A section that every paper has, set as several titles above are, is one more of them, whatever stands between in bold. */
const isNextSection = (before: readonly RecordEvent[], { text, level }: Heading): boolean =>
  isStandardSection(text) && before.filter((event) => event.kind === 'title' && event.level === level).length > 1;

interface Outline {
  readonly lanes: ReadonlySet<number>;
  /** The headings that a deeper one follows which is no label, or what was found. */
  readonly over: ReadonlySet<number>;
}

function blockEvents(block: Block, index: number, labels: Labels, { lanes, over }: Outline): readonly RecordEvent[] {
  if (block.kind === 'table') return tableToEvents(block, index, labels);
  if (block.kind === 'list')
    return itemsWithOthers(block.items).flatMap(({ item, isOver }) => itemEvents(item, isOver, index, labels));
  if (closesLetter(block.text)) return [{ kind: 'edge', block: index }];
  const title = blockTitle(block) ?? boldLine(block);
  const value = { text: block.text.trim(), places: block.places, fill: null };
  const isLabel = isWholeLabel(labels, block.text);
  if (title !== null && lanes.has(index))
    return [{ kind: 'title', level: title.level - overRecords, value, block: index }];
  if (title !== null && !isLabel && !isBadge(block.text)) {
    const events = textEvents(value, true, index, labels, { where: 'title' });
    const [first] = events;
    if ((events.length === 1 && first?.kind === 'line') || (block.kind === 'heading' && block.level === 1))
      return [{ kind: 'title', level: title.level, value, block: index }];
    const isOver = namesTopicOfKind(block.text) || over.has(index);
    // `P1 Owner: Head of Fleet Due: May 2025`: a title and, behind it, what holds below it.
    const [, ...behind] = events;
    if (
      first?.kind === 'line' &&
      behind.length > 1 &&
      behind.every((one) => one.kind === 'label' && one.value !== null)
    )
      return [{ kind: 'title', level: title.level, value: first.value, block: index }, ...behind];
    return first?.kind === 'label' && !isOver ? events : [{ kind: 'title', level: title.level, value, block: index }];
  }
  if (isNamedByRef(block.text)) return [{ kind: 'title', level: boldLevel, value, block: index }];
  const { bold, lead } = block.kind === 'paragraph' ? block : { bold: false, lead: undefined };
  return textEvents(value, bold, index, labels, { lead });
}

/** `Area for improvement: AFI 2` over what is told of it: its kind and its reference, and no value of a label. */
function isNamedByRef(text: string): boolean {
  const { kind = '', ref = '' } = /^(?<kind>[^:]{3,30}):\s+(?<ref>.{1,12})$/u.exec(text.trim())?.groups ?? {};
  return kindOf(kind) !== null && isRef(ref) && kindOf(ref) !== null;
}

/** A lane stands above its records, though some papers set both alike. */
const overRecords = 0.25;

/** A paragraph all in bold stands above what follows, however long it is. */
const boldLine = (block: Heading | Paragraph): { readonly level: number } | null =>
  block.kind === 'paragraph' && block.bold ? { level: boldLevel } : null;

/** The items of a list; one is over others where items are nested in it, or in most others of its level. */
function itemsWithOthers(items: readonly ListItem[]): readonly { readonly item: ListItem; readonly isOver: boolean }[] {
  const holds = items.map(({ level }, at) => (items[at + 1]?.level ?? 0) > level);
  const levels = new Map<number, { holding: number; all: number }>();
  items.forEach(({ level }, at) => {
    const { holding, all } = levels.get(level) ?? { holding: 0, all: 0 };
    levels.set(level, { holding: holding + (holds[at] ? 1 : 0), all: all + 1 });
  });
  return items.map((item, at) => {
    const { holding = 0, all = 0 } = levels.get(item.level) ?? {};
    return { item, isOver: holds[at] === true || holding > all / 2 };
  });
}

/** `1.2` before an item that is a record of its own and has no other reference is that. */
const countsInTwo = /^\d{1,2}\.\d{1,2}\.?$/;

/** An item of a list; one that others are nested in stands above them, unless it is their label. */
function itemEvents(
  { text, label, level, lead, places }: ListItem,
  isOver: boolean,
  block: number,
  labels: Labels,
): readonly RecordEvent[] {
  const value = { text, places, fill: null };
  const events = textEvents(value, false, block, labels, { lead });
  const [first] = events;
  if (first?.kind === 'line' && first.begins && label !== null && countsInTwo.test(label) && splitRef(text) === null)
    return [{ ...first, value: { ...first.value, text: `${label} ${first.value.text}` } }, ...events.slice(1)];
  if (!isOver || events.length !== 1 || first?.kind !== 'line') return events;
  return [{ kind: 'title', level: itemLevel + level, value, block }];
}
