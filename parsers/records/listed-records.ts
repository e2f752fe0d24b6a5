import type { Block } from '../../src/model/document.ts';
import { asksOfService } from '../recognise/sections.ts';
import { isValue, labelKey } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';
import { endsInFacts } from './pieces.ts';
import { bandLevel, itemLevel } from './title-levels.ts';

/**
 * A line that begins with its reference right above items that others are nested in, or that have labels of their own each or their facts in
 * brackets, stands above these: the finding of its actions.
 */
export function titlesOverItems(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const ofRecords = listsOfRecords(events, blocks);
  return events.map((event, at): RecordEvent => {
    const next = events[at + 1];
    if (event.kind !== 'line' || event.begins !== true || next === undefined) return event;
    const isOver =
      next.kind === 'title'
        ? next.level >= itemLevel && next.level < bandLevel
        : ofRecords.has(next.block) || isItemWithFacts(next, blocks);
    if (!isOver || blocks[event.block]?.kind !== 'paragraph') return event;
    return { kind: 'title', level: itemLevel - 1, value: event.value, block: event.block };
  });
}

/** An item of a list that begins a record by the facts in brackets behind it. */
const isItemWithFacts = (event: RecordEvent, blocks: readonly Block[]): boolean =>
  event.kind === 'line' &&
  event.begins === true &&
  endsInFacts(event.value.text) &&
  blocks[event.block]?.kind === 'list';

/** Lists whose items say the same each: a text, then its labels. One of them at least has several items. */
function listsOfRecords(events: readonly RecordEvent[], blocks: readonly Block[]): ReadonlySet<number> {
  const lists = Map.groupBy(events, ({ block }) => block);
  const linesOf = (block: number) => lists.get(block)?.filter(({ kind }) => kind === 'line').length ?? 0;
  const isOfRecords = ([block, own]: readonly [number, readonly RecordEvent[]]): boolean =>
    blocks[block]?.kind === 'list' &&
    linesOf(block) > 0 &&
    own.every(({ kind }, at) => (kind === 'line' && own[at + 1]?.kind === 'label') || (kind === 'label' && at > 0));
  const found = [...lists].filter(isOfRecords).map(([block]) => block);
  return new Set(found.some((block) => linesOf(block) > 1) ? found : []);
}

/** A list that alone of all holds records is apart from the text above it, unless that asks what its items answer. */
export function listsApart(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const [only, ...others] = listsOfRecords(events, blocks);
  if (only === undefined || others.length > 0) return events;
  const at = events.findIndex(({ block }) => block === only);
  const above = events[at - 1];
  return above?.kind !== 'line' || asksOfService(above.value.text)
    ? events
    : events.toSpliced(at, 0, { kind: 'edge', block: only });
}

/** Labels with their values right above a list of records (`They said: …`, then what is done about it, item by item) are those of each of its items; so is the one label that stands above each of several. */
export function labelsOverItems(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const lists = listsOfRecords(events, blocks);
  if (lists.size === 0) return events;
  const found: RecordEvent[] = [];
  let over: readonly RecordEvent[] = [];
  const begins = new Set(
    events.flatMap((event, at) => (lists.has(event.block) && events[at - 1]?.block !== event.block ? [at] : [])),
  );
  const heads = new Set([...begins].map((at) => labelOver(events[at - 1], lists)));
  const areLed = begins.size > 1 && heads.size === 1 && !heads.has(null);
  for (const [at, event] of events.entries()) {
    const isListed = lists.has(event.block);
    if (begins.has(at)) over = found.splice(areLed ? found.length - 1 : labelsAtEnd(found));
    found.push(event, ...(isListed && event.kind === 'line' ? over : []));
  }
  return found;
}

/** The label with its value right above a list of records, which is none of its items. */
const labelOver = (event: RecordEvent | undefined, lists: ReadonlySet<number>): string | null =>
  event?.kind === 'label' && event.value !== null && !lists.has(event.block) ? labelKey(event.label) : null;

/** Where the labels begin that end what was found, with nothing between them and a title or edge; what was found ends there otherwise. */
function labelsAtEnd(found: readonly RecordEvent[]): number {
  const from = 1 + found.findLastIndex((event) => event.kind !== 'label' || event.value === null);
  const above = found[from - 1];
  return above?.kind === 'title' || above?.kind === 'edge' ? from : found.length;
}

/** What several records begin with in bold, another each time, is their title: `Hydrants. The service should …`, then labels. */
export function leadsApart(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const leads = events.map((event, at) => (leadsToLabels(event, events[at + 1]) ? leadOf(event, blocks) : null));
  const topics = new Set(leads.flatMap((lead) => lead ?? []));
  if (topics.size < 2 || topics.size < leads.filter((lead) => lead !== null).length) return events;
  return events.flatMap((event, at) => {
    const lead = leads[at] ?? null;
    if (lead === null || event.kind !== 'line') return [event];
    const { value, block } = event;
    const rest = value.text.slice(lead.length).trim();
    return [
      { kind: 'title', level: itemLevel, value: { ...value, text: lead.replace(/[.:]$/, '') }, block },
      { kind: 'line', value: { ...value, text: rest }, block },
    ];
  });
}

const longestLead = 7;

const leadsToLabels = (event: RecordEvent, next: RecordEvent | undefined): event is RecordEvent & { kind: 'line' } =>
  event.kind === 'line' && next?.kind === 'label' && next.block === event.block;

/** The words in bold, up to a stop, that a line begins with before others. */
function leadOf({ value, block }: RecordEvent & { kind: 'line' }, blocks: readonly Block[]): string | null {
  const source = blocks[block];
  const texts = source?.kind === 'list' ? source.items : source?.kind === 'paragraph' ? [source] : [];
  const lead = texts.find(
    ({ lead = '', text }) => /[.:]$/.test(lead) && text !== lead && value.text.startsWith(lead),
  )?.lead;
  return lead === undefined ||
    isValue(lead.replace(/[.:]$/, '')) ||
    lead.split(/\s+/).length > longestLead ||
    lead.length >= value.text.length
    ? null
    : lead;
}
