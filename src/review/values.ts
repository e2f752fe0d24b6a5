import { meant } from '../lib/nearest.ts';
import { UsageError } from '../model/errors.ts';
import { type EntryField, entryFields, type FieldValues, type PaperField } from '../model/fields.ts';
import { findingKinds, pillars, questionCodes, ragValues, statusValues } from '../model/values.ts';
import { askedService, serviceWords } from '../normalise/asked-service.ts';
import { isoDate } from '../normalise/iso-date.ts';
import { readPercent } from '../normalise/percent.ts';
import { kindOf, pillarOf, questionOf } from '../normalise/pillar.ts';
import { ragFromWords } from '../normalise/rag.ts';
import { statusValue } from '../normalise/status.ts';
import { readTimescale } from '../normalise/timescale.ts';

type Readers = { readonly [Kind in keyof FieldValues]: (words: string, option: string) => FieldValues[Kind] };

/** What a person's words are as a value of each kind of field; a word of our own vocabulary is taken as it is. */
const readers: Readers = {
  text: (words) => words,
  number: (words, option) => readPercent(words) ?? refuse(option, 'a number from 0 to 100', words),
  pillar: (words, option) => choice(pillars, words) ?? pillarOf(words) ?? refuse(option, pillars.join(', '), words),
  question: (words, option) =>
    choice(questionCodes, words) ?? questionOf(words) ?? refuse(option, questionCodes.join(', '), words),
  findingKind: (words, option) =>
    choice(findingKinds, words) ?? kindOf(words) ?? refuse(option, findingKinds.join(', '), words),
  timescale: (words, option) => {
    const timescale = readTimescale(words);
    const isStatus = timescale.start === null && statusValue(words) !== null;
    return isStatus ? refuse(option, 'when it is due; how it stands is said with --status', words) : timescale;
  },
  status: (words, option) => {
    const value = choice(statusValues, words) ?? statusValue(words);
    return value === null ? refuse(option, statusValues.join(', '), words) : { raw: words, value };
  },
  rag: (words, option) => ragFromWords(words) ?? refuse(option, ragValues.join(', '), words),
  updates: (words, option) => labelled(words, option).map(([period, text]) => ({ period, text })),
  labelled: (words, option) => Object.fromEntries(labelled(words, option)),
};

/**
 * The value that a person gives for a field of an entry.
 * @param words empty where the paper says nothing of it
 * @throws UsageError where the words are no such value
 */
export function entryValue(field: EntryField, words: string): FieldValues[keyof FieldValues] {
  const { kind } = entryFields[field];
  return words.trim() === '' ? null : readers[kind](words.trim(), `--${field}`);
}

/**
 * The value that a person gives for what a paper says of itself.
 * @param services the names of services that papers are stored of
 * @throws UsageError where the words are no such value
 */
export function paperValue(field: PaperField, words: string, services: readonly string[]): string | null {
  const text = words.trim();
  if (text === '') return null;
  if (field === 'service') return serviceOf(text, services);
  if (field === 'asAt' || field === 'meetingDate')
    return isoDate(text) ?? refuse('the date', 'a date like 2021, 2021-04 or 2021-04-30', text);
  return text;
}

function serviceOf(words: string, services: readonly string[]): string {
  const asked = askedService(words, services);
  if ('name' in asked) return asked.name;
  const wanted = 'the name of a service, in full where it is not known yet ("… Fire and Rescue Service")';
  if (asked.names.length === 0)
    throw new UsageError(`--service takes ${wanted}, not "${words}"${meant(words, [...services, ...serviceWords])}`);
  throw new UsageError(`--service takes one service; "${words}" fits ${asked.names.join(', ')}`);
}

const choice = <T extends string>(of: readonly T[], words: string): T | null =>
  of.find((value) => value === words.toLowerCase().replaceAll(/[\s-]+/g, '_')) ?? null;

/** One `label: text` a line. */
function labelled(words: string, option: string): readonly (readonly [label: string, text: string])[] {
  return words.split('\n').map((line) => {
    const [, label, text] = /^([^:]+):\s*(.+)$/.exec(line) ?? [];
    return label === undefined || text === undefined
      ? refuse(option, 'lines of the form "label: text"', line)
      : [label.trim(), text];
  });
}

function refuse(option: string, wanted: string, words: string): never {
  throw new UsageError(`${option} takes ${wanted}, not "${words}"`);
}
