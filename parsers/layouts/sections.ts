import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { RawEntry, RawField, RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { blocksToContexts } from '../recognise/context.ts';
import { type Context, emptyEntry, isEntry, withContext, withValue } from '../recognise/draft.ts';
import { labelWords } from '../recognise/labels.ts';
import { type Layout, type LayoutInput, nothingRead } from '../recognise/layout.ts';
import { speaksOfInspection } from '../recognise/on-inspection.ts';
import { blockTitle, isStandardSection } from '../recognise/sections.ts';
import { textNotPlaced } from '../recognise/unplaced.ts';
import { type LabelEvent, oneLineFields, type SectionEvent, type TitleEvent, textLevel } from './section-event.ts';
import { inputToEvents } from './section-events.ts';
import { paragraphNumber } from './text-event.ts';

/** Headings or labels repeated per finding (Area for improvement, Action taken, Status), text below each, no table. */
export const sections: Layout = {
  name: 'sections',
  read(input) {
    const events = inputToEvents(input);
    const items = eventsToItems(events, repeatedLabels(events)).filter(({ entry }) => isSection(entry));
    const contexts = contextsOfItems(input, events);
    const labels = new Set(items.flatMap(({ labels: own }) => own));
    if (items.length === 0 || (items.length === 1 && labels.size < 3)) return nothingRead;
    if (!items.some(({ entry }) => isOfPlan(entry)) && !speaksOfInspection(input.blocks)) return nothingRead;
    return {
      entries: items.map(({ entry, from }) => withContext(entry, contexts[from] ?? {})),
      used: new Set(items.flatMap(({ used }) => used)),
      statements: [],
      issues: items.flatMap(({ issues }) => issues),
    };
  },
};

/** True for an entry that only a plan has: any notice has an action and a summary. */
const isOfPlan = ({ fields, updates }: RawEntry): boolean =>
  updates.length > 0 || Object.keys(fields).some((field) => ofPlans.has(field));

const ofPlans: ReadonlySet<string> = new Set(['finding', 'future', 'timescale', 'status', 'rag', 'lead', 'percent']);

/** What stands above each block: titles that are actions stand over nothing but their own labels. */
function contextsOfItems({ blocks, contexts }: LayoutInput, events: readonly SectionEvent[]): readonly Context[] {
  const isAction = (event: SectionEvent) => event.kind === 'label' && event.field === 'action' && event.rest !== null;
  const actions = new Set(events.filter(isAction).map(({ index }) => index));
  const isTitle = (block: Block, index: number) => actions.has(index) && blockTitle(block) !== null;
  const above = blocks.some(isTitle)
    ? blocksToContexts(blocks.map((block, index) => (isTitle(block, index) ? asText(block) : block)))
    : contexts;
  return above.map(({ finding: _, summary: __, ...outer }) => outer);
}

const asText = (block: Block): Block =>
  'text' in block ? { kind: 'paragraph', text: block.text, bold: false, places: block.places } : block;

/** Short plain texts are labels only where they repeat. */
function repeatedLabels(events: readonly SectionEvent[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const event of events) {
    const text = event.kind === 'label' ? event.label : event.kind === 'title' ? event.title.text : null;
    if (text !== null) counts.set(labelWords(text), (counts.get(labelWords(text)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
}

interface Item {
  readonly from: number;
  readonly level: number;
  readonly entry: RawEntry;
  readonly labels: readonly string[];
  readonly used: readonly number[];
  readonly field: RawField | null;
  readonly label: string;
  readonly numbered: boolean;
  /** True below a finding in a sentence of its own, up to the next label. */
  readonly following: boolean;
  readonly issues: readonly Issue[];
}

function eventsToItems(events: readonly SectionEvent[], repeated: ReadonlySet<string>): readonly Item[] {
  const items: Item[] = [];
  let item: Item | null = null;
  const close = () => {
    if (item !== null) items.push(item);
    item = null;
  };
  for (const event of events) {
    if (event.kind === 'end') close();
    else if (event.kind === 'title') item = titleInItem(event, item, repeated, close);
    else if (event.kind === 'label' && (event.sure || repeated.has(labelWords(event.label)))) {
      const next = nextItem(event, item);
      if (next !== item) close();
      item = withLabel(next, event);
    } else if (item !== null) {
      const value = event.kind === 'text' ? event.value : event.whole;
      item = withText(item, value, event.index);
    }
  }
  close();
  return items;
}

/**
 * A title above the item's own level ends it, and so does one on it, unless it repeats from item to item; that one, and
 * one below, is a label that the vocabulary does not know.
 */
function titleInItem(
  { title, index }: TitleEvent,
  item: Item | null,
  repeated: ReadonlySet<string>,
  close: () => void,
): Item | null {
  const least = item !== null && repeated.has(labelWords(title.text)) ? item.level : (item?.level ?? 0) + 1;
  if (item === null || isBlank(item) || title.level < least || isStandardSection(title.text)) {
    close();
    return null;
  }
  return { ...item, field: 'extra', label: title.text, used: [...item.used, index] };
}

/** A finding, or an action after one that was reported on, begins a new item; so does any label where none is open. */
function nextItem(event: LabelEvent, item: Item | null): Item {
  const fresh: Item = {
    from: event.index,
    level: event.level,
    entry: emptyEntry,
    labels: [],
    used: [],
    field: null,
    label: '',
    numbered: false,
    following: false,
    issues: [],
  };
  if (item === null) return fresh;
  const { fields } = item.entry;
  if (event.field === 'finding' && isBadge(item.entry)) return { ...item, level: event.level, from: event.index };
  if (event.field === 'finding' && (fields.finding !== undefined || event.level <= item.level)) return fresh;
  if (event.field === 'action' && fields.action !== undefined && (fields.finding !== undefined || isReported(fields))) {
    const { finding, kind, theme, pillar } = fields;
    const ofFinding = finding === undefined ? {} : { ref: fields.ref, summary: fields.summary };
    const kept = Object.fromEntries(
      Object.entries({ ...ofFinding, finding, kind, theme, pillar }).filter(([, value]) => value !== undefined),
    );
    return {
      ...fresh,
      level: item.level,
      from: finding === undefined ? event.index : item.from,
      entry: { ...emptyEntry, fields: kept },
      labels: item.labels,
    };
  }
  return item;
}

/** A label with nothing below it but further titles: a section of the paper. */
const isBlank = ({ entry: { fields, extra, updates } }: Item) =>
  Object.keys(fields).length === 0 && extra.length === 0 && updates.length === 0;

/** True where an action's own labels have said who does it, by when or how it goes. */
const isReported = ({ lead, timescale, status, progress }: RawEntry['fields']) =>
  [lead, timescale, status, progress].some((value) => value !== undefined);

/** Nothing but the status of a finding that is still to come. */
const isBadge = ({ fields, extra }: RawEntry) =>
  fields.status !== undefined && Object.keys(fields).length === 1 && extra.length === 0;

function withLabel(item: Item, event: LabelEvent): Item {
  let entry = event.ref === null ? item.entry : withValue(item.entry, 'ref', event.label, event.ref);
  if (event.field === 'finding' && kindOf(event.label) !== null) {
    const kind = { text: event.label, places: event.whole.places };
    entry = { ...entry, fields: { ...entry.fields, kind } };
  }
  entry = withValue(entry, event.field, event.label, event.rest);
  if (event.status !== undefined) entry = withValue(entry, 'status', event.label, event.status);
  const done = event.rest !== null && oneLineFields.has(event.field);
  const set = event.level < textLevel || event.ref !== null;
  const said = event.field === 'finding' && set && /[.!?]$/.test(event.rest?.text ?? '');
  return {
    ...item,
    entry,
    numbered: event.numbered ?? item.numbered,
    following: said,
    labels: [...item.labels, foldWords(event.label)],
    used: [...item.used, event.index],
    field: done ? null : said ? 'progress' : event.field,
    label: event.label,
  };
}

function withText(item: Item, whole: RawValue, index: number): Item {
  const value = item.numbered ? { ...whole, text: whole.text.replace(paragraphNumber, '') } : whole;
  const { progress, summary } = item.entry.fields;
  const isFollowing = item.following && progress === undefined;
  if (isFollowing && (inspectorsWords.test(value.text) || summary !== undefined) && !servicesWords.test(value.text))
    return { ...item, entry: withValue(item.entry, 'summary', '', value), used: [...item.used, index] };
  if (item.field === null) return { ...item, issues: [...item.issues, textNotPlaced(value)] };
  const entry =
    item.field === 'update' || item.field === 'extra' ? withLabelledText(item, value) : withParagraph(item, value);
  return { ...item, entry, used: [...item.used, index], field: oneLineFields.has(item.field) ? null : item.field };
}

/** Below a finding without a label: what inspectors saw, or what the service has done about it. */
const inspectorsWords =
  /^(?:we (?:found|saw|were|spoke|reviewed|looked|interviewed|examined)\b|(?:during|in) our inspection|(?:the )?inspect(?:ors|orate)\b|hmicfrs (?:found|saw|noted|said|reported)\b)/i;
const servicesWords =
  /\b(?:has|have) (?:now |since |also |already )?(?:been )?\p{L}+(?:ed|en|un|t)\b|\bsince (?:the|our) inspection\b|\bwe (?:have|are|will)\b/iu;

function withParagraph(item: Item, value: RawValue): RawEntry {
  const { field, entry } = item;
  if (field === null || field === 'update' || field === 'extra') return entry;
  const before = entry.fields[field];
  const joined =
    before === undefined
      ? value
      : { text: `${before.text}\n${value.text}`, places: [...before.places, ...value.places] };
  return { ...entry, fields: { ...entry.fields, [field]: joined } };
}

function withLabelledText({ entry, field, label }: Item, value: RawValue): RawEntry {
  const list = field === 'update' ? 'updates' : 'extra';
  const last = entry[list].at(-1);
  if (last?.label !== label) return { ...entry, [list]: [...entry[list], { label, value }] };
  const joined = { text: `${last.value.text}\n${value.text}`, places: [...last.value.places, ...value.places] };
  return { ...entry, [list]: [...entry[list].slice(0, -1), { label, value: joined }] };
}

function isSection(entry: RawEntry): boolean {
  const { finding, action, progress, status, future, timescale, lead, theme, ref } = entry.fields;
  if (!isEntry(entry)) return false;
  if (finding !== undefined)
    return (
      [action, progress, status, future, timescale, lead].some((field) => field !== undefined) ||
      entry.updates.length > 0
    );
  return (
    (action ?? theme ?? ref) !== undefined && [progress, status, timescale, lead].some((field) => field !== undefined)
  );
}
