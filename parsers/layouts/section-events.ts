import { foldWords } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { RawField } from '../../src/model/raw.ts';
import { type LabelledValueText, labelsToFields } from '../recognise/label-fields.ts';
import { labelWords } from '../recognise/labels.ts';
import type { LayoutInput } from '../recognise/layout.ts';
import { blockTitle, closesLetter, isStandardSection } from '../recognise/sections.ts';
import { labelsBeside } from './labels-beside.ts';
import { lineToEvents, listToEvents } from './line-events.ts';
import { withBadges } from './section-badges.ts';
import { type LabelEvent, type SectionEvent, type TitleEvent, textLevel } from './section-event.ts';
import { titleToEvent } from './title-event.ts';
import { withUnlabelledActions } from './unlabelled-actions.ts';
import { withUnlabelledFindings } from './unlabelled-findings.ts';

/** The events of every block that no layout has read, each label with the field that the whole paper shows it to be. */
export function inputToEvents({ blocks, free }: LayoutInput): readonly SectionEvent[] {
  const events = withBadges(
    blocks.flatMap((block, index): readonly SectionEvent[] => {
      if (!free(index)) return [{ kind: 'end', index }];
      const before = blocks[index - 1];
      const above = before === undefined ? null : labelsBeside(before, block, index);
      return above ?? (labelsBeside(block, blocks[index + 1], index) === null ? blockToEvents(block, index) : []);
    }),
  );
  const fields = labelsToFields(labelledTexts(events));
  const resolved = events.map((event) => {
    if (event.kind !== 'label') return event;
    return papersOwn(event, events) ?? { ...event, field: resolvedField(event, fields) };
  });
  return withUnlabelledActions(withUnlabelledFindings(resolved));
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
  if (block.kind === 'list') return listToEvents(block, index);
  if (block.kind === 'table' || closesLetter(block.text)) return [{ kind: 'end', index }];
  return lineToEvents(block, index).map((event) => asBold(event, block.kind === 'paragraph' && block.bold));
}

function asBold(event: SectionEvent, bold: boolean): SectionEvent {
  return event.kind === 'text' ? { ...event, bold } : event;
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
  return ref === null && label !== '' ? (fields.get(foldWords(label)) ?? field) : field;
}
