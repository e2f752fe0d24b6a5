import { isRef, splitRef } from '../../src/normalise/ref.ts';
import { isWhollyStatus } from '../../src/normalise/status.ts';
import { couldBeLabel, knownLabel, labelKey, withoutStop } from './kinds-of-text.ts';
import type { RecordEvent, TextValue } from './model.ts';
import { beginsRecord } from './numbered-lines.ts';
import { endInBrackets, endsInFacts, startInBrackets } from './pieces.ts';
import { isWholeLabel, type Labels } from './repeated-labels.ts';
import { type LabelAt, labelsInLine, stoppedWithin } from './run-in-labels.ts';
import { withoutToldFacts } from './told-facts.ts';

/**
 * One line of text as events: a label that stands alone, labels run on in it each with what follows up to the next, or
 * plain text. What stands before the first label is text.
 * @param lead the words in bold at its front, which are a label where they return
 * @param where in a title neither a dash nor type alone parts a label from its value: there they part references and topics
 */
export function textEvents(
  value: TextValue,
  bold: boolean,
  block: number,
  labels: Labels,
  set: { readonly lead?: string | undefined; readonly where?: 'title' | 'text' } = {},
): readonly RecordEvent[] {
  const inner = labelledInBrackets(value.text, labels);
  if (inner !== null) return labelEvents({ ...value, text: inner }, bold, block, labels, set);
  const { rest, facts } = withoutToldFacts(value.text, labels.frames);
  return [
    ...labelEvents({ ...value, text: rest }, bold, block, labels, set),
    ...facts.map(({ label, text }): RecordEvent => ({ kind: 'label', label, value: { ...value, text }, block })),
  ];
}

/** What stands in the brackets around a whole text where that is a label with its value (`(Lead: Head of Fleet)`); null for any other text. */
function labelledInBrackets(text: string, { runIn }: Labels): string | null {
  const { inner } = /^[([](?<inner>[^()[\]]+)[)\]]$/.exec(text.trim())?.groups ?? {};
  const [first] = inner === undefined ? [] : labelsInLine(inner, runIn);
  return inner !== undefined && first?.from === 0 && first.mark === ':' ? inner : null;
}

function labelEvents(
  value: TextValue,
  bold: boolean,
  block: number,
  labels: Labels,
  { lead = '', where = 'text' }: { readonly lead?: string | undefined; readonly where?: 'title' | 'text' } = {},
): readonly RecordEvent[] {
  const { text } = value;
  if (text.trim() === '') return [];
  if (standsAlone(text, bold, labels)) return [{ kind: 'label', label: withoutMark(text), value: null, block }];
  const begins =
    beginsRecord(text, labels.numbered) ||
    (labels.factsAtEnd && endsInFacts(text)) ||
    labels.ends.has(endInBrackets(text) ?? '') ||
    labels.starts.has(startInBrackets(text) ?? '');
  const ref = splitRef(text)?.ref ?? '';
  const isStatus = (label: string) => labels.statusesFirst && isWhollyStatus(label);
  const found = withLead(text, lead, labels).filter(
    ({ mark, label, from }) =>
      !(from === 0 && mark === ':' && isStatus(label)) &&
      (where === 'text' || (mark !== '-' && mark !== ' ')) &&
      !(from === 0 && ((begins && isRef(label)) || ref.startsWith(`${label} `))),
  );
  const part = (from: number, to: number): TextValue => ({
    ...value,
    text: text
      .slice(from, to)
      .replace(/^\s*[:–—-]\s+/u, '')
      .replace(to < text.length ? separator : /$/, '')
      .trim(),
  });
  const events: RecordEvent[] = [];
  const before = part(0, found[0]?.from ?? text.length).text;
  if (before !== '')
    events.push({ kind: 'line', value: { ...value, text: before }, block, ...(begins ? { begins } : {}) });
  found.forEach(({ label, to }, index) => {
    const run = part(to, found[index + 1]?.from ?? text.length);
    const said = { ...run, text: withoutStop(run.text) };
    events.push({ kind: 'label', label: withoutMark(label), value: said.text === '' ? null : said, block });
  });
  return events;
}

/** The labels within a line; the words in bold at its front are one where no mark shows another there. */
function withLead(text: string, lead: string, { leads, runIn }: Labels): readonly LabelAt[] {
  const isLed = lead !== text && text.startsWith(lead) && leads.has(labelKey(lead));
  const rest = isLed ? text.slice(lead.length) : text;
  const stopped = isLed && /\.$/.test(lead) ? stoppedWithin(rest, runIn) : [];
  const found = stopped.length > 0 ? stopped : labelsInLine(rest, runIn);
  if (!isLed) return found;
  const marked = labelsInLine(text, runIn);
  const [first] = marked;
  // `DONE Target: …` all in bold: a status and the label that it stands before.
  const endsLead = first !== undefined && first.mark !== ' ' && first.from > 0 && first.to <= lead.length + 1;
  if ((first?.from === 0 && first.mark !== ' ') || endsLead) return marked;
  return [
    { from: 0, to: lead.length, label: lead, mark: ' ' },
    ...found.flatMap((one) =>
      one.mark === ' ' && stopped.length === 0
        ? []
        : [{ ...one, from: one.from + lead.length, to: one.to + lead.length }],
    ),
  ];
}

/** What parts a value from the next label of its line, and belongs to neither. */
const separator = /(?:\s+[|•·–—-]|;)\s*$/u;

/** A label keeps its question mark, which is a word of it, and not its colon. */
export const withoutMark = (text: string): string => text.trim().replace(/\s*:$/, '').replace(/\s+/g, ' ');

/** A text that returns as a whole, or in bold one that the vocabulary knows. */
function standsAlone(text: string, bold: boolean, labels: Labels): boolean {
  if (isWholeLabel(labels, text)) return true;
  if (!couldBeLabel(text)) return false;
  return (bold && knownLabel(text, 0.9)) || (/:\s*$/.test(text) && knownLabel(text, 0.9));
}
