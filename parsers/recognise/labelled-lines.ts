import type { RawEntry, RawValue, SingleField } from '../../src/model/raw.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import { splitLabel } from './labels.ts';

/** Texts in whose cells lines with labels of their own can stand. */
const texts = ['finding', 'action', 'progress'] as const;
const mostWordsOfALead = 12;

/** What the line's value must look like, for a line of a text to be a label and its value. */
const fits: Partial<Record<SingleField, (value: string) => boolean>> = {
  lead: (value) => value.split(/\s+/).length <= mostWordsOfALead && !/[.!?]$/.test(value),
  timescale: (value) => readTimescale(value).start !== null,
  status: isStatusWords,
};

/**
 * Takes lines such as `Owner: Head of Contact` and `Due: 31 March 2025` from below a text in its cell to the fields they
 * name, where the entry has no value there of its own.
 */
export function withLabelledLines(entry: RawEntry): RawEntry {
  return texts.reduce((before, field) => {
    const value = before.fields[field];
    return value === undefined || !value.text.includes('\n') ? before : withoutLines(before, field, value);
  }, entry);
}

function withoutLines(entry: RawEntry, field: (typeof texts)[number], { text, places }: RawValue): RawEntry {
  const [first = '', ...lines] = text.split('\n');
  const found: Partial<Record<SingleField, RawValue>> = {};
  const left = lines.filter((line) => {
    const split = splitLabel(line);
    const named = split === null || split.field === 'update' || split.field === 'extra' ? null : split.field;
    if (split === null || named === null || fits[named]?.(split.rest) !== true) return true;
    if (entry.fields[named] !== undefined || found[named] !== undefined) return true;
    found[named] = { text: split.rest, places };
    return false;
  });
  return { ...entry, fields: { ...entry.fields, ...found, [field]: { text: [first, ...left].join('\n'), places } } };
}
