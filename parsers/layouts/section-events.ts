import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { RawField, RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { findingPhrase } from '../../src/vocabulary/phrases.ts';
import { type LabelledValueText, labelsToFields } from '../recognise/label-fields.ts';
import { type LabelledText, labelField, labelWords, splitLabel } from '../recognise/labels.ts';
import type { LayoutInput } from '../recognise/layout.ts';
import { blockTitle, isStandardSection, statusOff, type Title } from '../recognise/sections.ts';
import { type LinePart, labelsInLine } from './labels-in-line.ts';
import { withBadges } from './section-badges.ts';
import { type LabelEvent, type SectionEvent, type TitleEvent, textLevel } from './section-event.ts';
import { withUnlabelledFindings } from './unlabelled-findings.ts';

/** The events of every block that no layout has read, each label with the field that the whole paper shows it to be. */
export function inputToEvents({ blocks, free }: LayoutInput): readonly SectionEvent[] {
  const events = withBadges(
    blocks.flatMap((block, index) => (free(index) ? blockToEvents(block, index) : [{ kind: 'end', index } as const])),
  );
  const fields = labelsToFields(labelledTexts(events));
  const resolved = events.map((event) => {
    if (event.kind !== 'label') return event;
    return papersOwn(event, events) ?? { ...event, field: resolvedField(event, fields) };
  });
  return withUnlabelledFindings(resolved);
}

/** `2. Background` once in a paper is a section of the paper, no label of a finding's. */
function papersOwn(
  { field, level, whole, label, index }: LabelEvent,
  events: readonly SectionEvent[],
): TitleEvent | null {
  if (field !== 'summary' || level >= textLevel || !isStandardSection(label)) return null;
  const same = events.filter((other) => other.kind === 'label' && labelWords(other.label) === labelWords(label));
  return same.length > 1 ? null : { kind: 'title', index, title: { text: whole.text, level, value: whole } };
}

function blockToEvents(block: Block, index: number): readonly SectionEvent[] {
  const title = blockTitle(block);
  if (title !== null) return [titleToEvent(title, index)];
  if (block.kind === 'paragraph')
    return labelsInLine(block.text).map((line) => asBold(lineToEvent(line, block.places, index), block.bold));
  if (block.kind === 'list')
    return block.items.map((item) => textToEvent({ text: item.text, places: item.places }, index));
  return [{ kind: 'end', index }];
}

const asBold = (event: SectionEvent, bold: boolean): SectionEvent =>
  event.kind === 'text' ? { ...event, bold } : event;

/** `3.1 ` before a paragraph's text. */
export const paragraphNumber = /^\d{1,2}\.\d{1,2}\.?\s+(?=\p{Lu})/u;

function titleToEvent(title: Title, index: number): SectionEvent {
  const { level, value } = title;
  const { text, status } = statusOff(title.text);
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
      ...(status === null ? {} : { status: { text: status, places: value.places } }),
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

function lineToEvent({ text, unknown }: LinePart, places: RawValue['places'], index: number): SectionEvent {
  const value = { text, places };
  if (unknown === null) return textToEvent(value, index);
  const rest = { text: unknown.rest, places };
  return {
    kind: 'label',
    index,
    field: 'extra',
    label: unknown.label,
    level: textLevel,
    rest,
    ref: null,
    sure: true,
    whole: value,
  };
}

function textToEvent(value: RawValue, index: number): SectionEvent {
  const unnumbered = value.text.replace(paragraphNumber, '');
  const split = splitRef(unnumbered);
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
      numbered: unnumbered !== value.text,
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
function labelledTexts(events: readonly SectionEvent[]): readonly LabelledValueText[] {
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
function resolvedField({ field, label, ref }: LabelEvent, fields: ReadonlyMap<string, RawField>): RawField {
  return ref === null ? (fields.get(foldWords(label)) ?? field) : field;
}
