import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { RawEntry, RawField, RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { findingPhrase } from '../../src/vocabulary/phrases.ts';
import { type Context, emptyEntry, isEntry, withContext, withValue } from '../recognise/draft.ts';
import { type LabelledValueText, labelsToFields } from '../recognise/label-fields.ts';
import { type LabelledText, labelField, labelWords, splitLabel } from '../recognise/labels.ts';
import { type Layout, type LayoutInput, nothingRead } from '../recognise/layout.ts';
import { blockTitle, isStandardSection, type Title } from '../recognise/sections.ts';
import { textNotPlaced } from '../recognise/unplaced.ts';

/** Headings or labels repeated per finding (Area for improvement, Action taken, Status), text below each, no table. */
export const sections: Layout = {
  name: 'sections',
  read(input) {
    const events = withBadges(
      input.blocks.flatMap((block, index) =>
        input.free(index) ? blockToEvents(block, index) : [{ kind: 'end', index } as const],
      ),
    );
    const fields = labelsToFields(labelledTexts(events));
    const resolved = events.map((event) =>
      event.kind === 'label' ? { ...event, field: resolvedField(event, fields) } : event,
    );
    const items = eventsToItems(resolved, repeatedLabels(resolved)).filter(({ entry }) => isSection(entry));
    const labels = new Set(items.flatMap(({ labels: own }) => own));
    if (items.length === 0 || (items.length === 1 && labels.size < 3)) return nothingRead;
    return {
      entries: items.map(({ entry, from }) => withContext(entry, contextOf(input, from))),
      used: new Set(items.flatMap(({ used }) => used)),
      statements: [],
      issues: items.flatMap(({ issues }) => issues),
    };
  },
};

type Event =
  | {
      readonly kind: 'label';
      readonly index: number;
      readonly field: RawField;
      readonly label: string;
      readonly level: number;
      readonly rest: RawValue | null;
      readonly ref: RawValue | null;
      readonly sure: boolean;
      /** Label and value as one text, for where it turns out to be no label. */
      readonly whole: RawValue;
    }
  | { readonly kind: 'title'; readonly index: number; readonly title: Title }
  | { readonly kind: 'text'; readonly index: number; readonly value: RawValue }
  | { readonly kind: 'end'; readonly index: number };

/**
 * Status words that stand alone right below a title, or in its own line, as a badge: the status of what the title names.
 * Between other blocks they are no status of what stands above or below.
 */
function withBadges(events: readonly Event[]): readonly Event[] {
  return events.flatMap((event, index): readonly Event[] => {
    const badge = badgeOf(event, events[index + 1]);
    const [before, after] = [events[index - 1], events[index + 1]];
    if (badge !== null && before?.kind === 'title') return [statusEvent(badge, event.index)];
    if (badge !== null && after?.kind === 'title' && inOneLine(badge, after.title.value)) return [];
    const beside = before === undefined ? null : badgeOf(before, event);
    const isBeside = event.kind === 'title' && beside !== null && inOneLine(beside, event.title.value);
    return isBeside && events[index - 2]?.kind !== 'title' ? [event, statusEvent(beside, event.index)] : [event];
  });
}

/** The words of a text, title or label that is a status alone; a label with text below it is none. */
function badgeOf(event: Event, next: Event | undefined): RawValue | null {
  if (event.kind === 'end' || (event.kind === 'label' && (event.rest !== null || next?.kind === 'text'))) return null;
  const value = event.kind === 'title' ? event.title.value : event.kind === 'label' ? event.whole : event.value;
  return isStatusWords(value.text) ? value : null;
}

/** True where two texts stand side by side on a page. */
function inOneLine({ places: [a] }: RawValue, { places: [b] }: RawValue): boolean {
  if (a?.bbox === undefined || b?.bbox === undefined || a.bbox === null || b.bbox === null || a.page !== b.page)
    return false;
  return (
    Math.min(a.bbox[3], b.bbox[3]) - Math.max(a.bbox[1], b.bbox[1]) >
    0.5 * Math.min(a.bbox[3] - a.bbox[1], b.bbox[3] - b.bbox[1])
  );
}

function statusEvent(value: RawValue, index: number): Event {
  const label = 'Status';
  return {
    kind: 'label',
    index,
    field: 'status',
    label,
    level: textLevel,
    rest: value,
    ref: null,
    sure: true,
    whole: value,
  };
}

/** Stands below every title: the level of a label inside running text. */
const textLevel = 8;
const oneLineFields: ReadonlySet<RawField> = new Set([
  'status',
  'lead',
  'timescale',
  'rag',
  'percent',
  'ref',
  'pillar',
  'kind',
]);

function contextOf({ contexts }: LayoutInput, index: number): Context {
  const { finding: _, summary: __, ...outer } = contexts[index] ?? {};
  return outer;
}

function blockToEvents(block: Block, index: number): readonly Event[] {
  const title = blockTitle(block);
  if (title !== null) return [titleToEvent(title, index)];
  if (block.kind === 'paragraph')
    return labelsInLine(block.text).map((text) => textToEvent({ text, places: block.places }, index));
  if (block.kind === 'list')
    return block.items.map((item) => textToEvent({ text: item.text, places: item.places }, index));
  return [{ kind: 'end', index }];
}

function titleToEvent(title: Title, index: number): Event {
  const { text, level, value } = title;
  const split = splitRef(text);
  const ref = split === null ? null : { text: split.ref, places: value.places };
  const rest = split?.rest ?? text;
  const at = (words: string): RawValue | null => (words === '' ? null : { text: words, places: value.places });
  if (split !== null && (rest === '' || findingPhrase.test(rest.toLowerCase())) && kindOf(split.ref) !== null) {
    return {
      kind: 'label',
      index,
      field: 'finding',
      label: split.ref,
      level,
      rest: at(rest),
      ref,
      sure: true,
      whole: value,
    };
  }
  const field = labelField(rest, 0.7);
  if (field !== null) {
    const numbered = field !== 'finding' && /^\d+(\.\d+)*$/.test(split?.ref ?? '');
    return {
      kind: 'label',
      index,
      field,
      label: text,
      level,
      rest: null,
      ref: numbered ? null : ref,
      sure: true,
      whole: value,
    };
  }
  const inline = splitLabel(text);
  if (inline !== null)
    return {
      kind: 'label',
      index,
      field: inline.field,
      label: inline.label,
      level,
      rest: at(inline.rest),
      ref: null,
      sure: true,
      whole: value,
    };
  return { kind: 'title', index, title };
}

/** `Target: 1 April 2024 Status: At risk`: short labels one after the other in a line. */
function labelsInLine(text: string): readonly string[] {
  const isShort = (part: string) => oneLineFields.has(splitLabel(part)?.field ?? 'extra');
  if (text.split(/\s+/).length > mostWordsOfLabels || !isShort(text)) return [text];
  const parts = text.split(/\s*[|;]\s*|\s+(?=\p{Lu}[\p{L} ]{2,24}:\s)/u);
  return parts.every(isShort) ? parts : [text];
}

/** A line of several labels is short. */
const mostWordsOfLabels = 40;

function textToEvent(value: RawValue, index: number): Event {
  const split = splitRef(value.text);
  if (split !== null && kindOf(split.ref) !== null && findingPhrase.test(split.rest.toLowerCase())) {
    const { places } = value;
    const [rest, ref] = [
      { text: split.rest, places },
      { text: split.ref, places },
    ];
    return {
      kind: 'label',
      index,
      field: 'finding',
      label: split.ref,
      level: textLevel,
      rest,
      ref,
      sure: true,
      whole: value,
    };
  }
  const known = splitLabel(value.text);
  const inline = known ?? weakLabel(value.text);
  if (inline !== null) {
    const rest = inline.rest === '' ? null : { text: inline.rest, places: value.places };
    return {
      kind: 'label',
      index,
      field: inline.field,
      label: inline.label,
      level: textLevel,
      rest,
      ref: null,
      sure: known !== null,
      whole: value,
    };
  }
  if (isStatusWords(value.text)) return { kind: 'text', index, value };
  const field = value.text.split(/\s+/).length <= 6 && !/[.]$/.test(value.text) ? labelField(value.text, 0.9) : null;
  if (field !== null)
    return {
      kind: 'label',
      index,
      field,
      label: value.text,
      level: textLevel,
      rest: null,
      ref: null,
      sure: false,
      whole: value,
    };
  return { kind: 'text', index, value };
}

/** A word that can be a label (`Summary: …`) is one where it stands before a colon again and again. */
function weakLabel(text: string): LabelledText | null {
  return /^[^:\n]{2,40}:\s/.test(text) ? splitLabel(text, 0.6) : null;
}

/** What stands after each label, up to the next label or title. */
function labelledTexts(events: readonly Event[]): readonly LabelledValueText[] {
  const texts: { label: string; text: string; fill: null }[] = [];
  let open: { text: string } | null = null;
  for (const event of events) {
    if (event.kind === 'label') {
      const next = { label: event.label, text: event.rest?.text ?? '', fill: null };
      texts.push(next);
      open = event.rest === null ? next : null;
    } else if (event.kind === 'text' && open !== null) open.text = `${open.text} ${event.value.text}`.trim();
    else open = null;
  }
  return texts;
}

/** A label with a reference of its own opens a finding whatever stands beside it. */
function resolvedField(
  { field, label, ref }: Event & { kind: 'label' },
  fields: ReadonlyMap<string, RawField>,
): RawField {
  return ref === null ? (fields.get(foldWords(label)) ?? field) : field;
}

/** Short plain texts are labels only where they repeat. */
function repeatedLabels(events: readonly Event[]): ReadonlySet<string> {
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
  readonly issues: readonly Issue[];
}

function eventsToItems(events: readonly Event[], repeated: ReadonlySet<string>): readonly Item[] {
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
  { title, index }: Event & { kind: 'title' },
  item: Item | null,
  repeated: ReadonlySet<string>,
  close: () => void,
): Item | null {
  const least = item !== null && repeated.has(labelWords(title.text)) ? item.level : (item?.level ?? 0) + 1;
  if (item === null || title.level < least || isStandardSection(title.text)) {
    close();
    return null;
  }
  return { ...item, field: 'extra', label: title.text, used: [...item.used, index] };
}

/** A finding, or an action after one that was reported on, begins a new item; so does any label where none is open. */
function nextItem(event: Event & { kind: 'label' }, item: Item | null): Item {
  const fresh: Item = {
    from: event.index,
    level: event.level,
    entry: emptyEntry,
    labels: [],
    used: [],
    field: null,
    label: '',
    issues: [],
  };
  if (item === null) return fresh;
  const { fields } = item.entry;
  if (event.field === 'finding' && isBadge(item.entry)) return { ...item, level: event.level, from: event.index };
  if (event.field === 'finding' && (fields.finding !== undefined || event.level <= item.level)) return fresh;
  if (event.field === 'action' && fields.action !== undefined && fields.finding !== undefined) {
    const { finding, ref, kind, theme, summary, pillar } = fields;
    const kept = Object.fromEntries(
      Object.entries({ finding, ref, kind, theme, summary, pillar }).filter(([, value]) => value !== undefined),
    );
    return {
      ...fresh,
      level: item.level,
      from: item.from,
      entry: { ...emptyEntry, fields: kept },
      labels: item.labels,
    };
  }
  return item;
}

/** Nothing but the status of a finding that is still to come. */
const isBadge = ({ fields, extra }: RawEntry) =>
  fields.status !== undefined && Object.keys(fields).length === 1 && extra.length === 0;

function withLabel(item: Item, event: Event & { kind: 'label' }): Item {
  let entry = event.ref === null ? item.entry : withValue(item.entry, 'ref', event.label, event.ref);
  if (event.field === 'finding' && kindOf(event.label) !== null) {
    const kind = { text: event.label, places: event.whole.places };
    entry = { ...entry, fields: { ...entry.fields, kind } };
  }
  entry = withValue(entry, event.field, event.label, event.rest);
  const done = event.rest !== null && oneLineFields.has(event.field);
  const said = event.field === 'finding' && event.level < textLevel && /[.!?]$/.test(event.rest?.text ?? '');
  return {
    ...item,
    entry,
    labels: [...item.labels, foldWords(event.label)],
    used: [...item.used, event.index],
    field: done ? null : said ? 'progress' : event.field,
    label: event.label,
  };
}

function withText(item: Item, value: RawValue, index: number): Item {
  if (item.field === null) return { ...item, issues: [...item.issues, textNotPlaced(value)] };
  const entry =
    item.field === 'update' || item.field === 'extra' ? withLabelledText(item, value) : withParagraph(item, value);
  return { ...item, entry, used: [...item.used, index], field: oneLineFields.has(item.field) ? null : item.field };
}

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
