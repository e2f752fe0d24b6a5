import { ofSentence } from '../../src/vocabulary/small-words.ts';
import { couldBeLabel, namesPost } from './kinds-of-text.ts';
import type { Slot } from './model.ts';
import { isPost } from './pieces.ts';

/** The words that lead on to a post in every value of a text (`In the hands of Head of Fleet`) are no part of it. */
export function leadOff(slot: Slot): Slot {
  const texts = slot.values.flatMap((value) => (value === null || value.text === '' ? [] : [value.text.split(' ')]));
  const [first = []] = texts;
  if (slot.kind !== 'text' || texts.length < 2) return slot;
  const rests = (count: number) => texts.map((words) => words.slice(count).join(' '));
  const arePosts = (all: readonly string[]) =>
    all.every((text) => /^\p{Lu}/u.test(text) && isPost(text) && !ofSentence.test(text));
  for (
    let count = 1;
    count <= mostLeadWords && texts.every((words) => words[count - 1] === first[count - 1]);
    count++
  ) {
    const lead = first.slice(0, count).join(' ');
    if (!ofSentence.test(lead) || !arePosts(rests(count))) continue;
    const values = slot.values.map((value) =>
      value === null || value.text === '' ? value : { ...value, text: value.text.split(' ').slice(count).join(' ') },
    );
    return { ...slot, values };
  }
  return slot;
}

const mostLeadWords = 5;

/** Words that begin every value of a title or an unlabelled text, and are no part of a reference, are its label. */
export function commonWordsOff(slot: Slot): Slot {
  if (slot.kind !== 'title' && slot.kind !== 'text') return slot;
  const off = slot.values.every((value) => value === null || sectionNumber.test(value.text)) ? sectionNumber : /^/;
  const texts = slot.values.flatMap((value) => (value === null ? [] : [value.text.replace(off, '').split(' ')]));
  const [first = []] = texts;
  if (new Set(texts.map((words) => words.join(' '))).size < 2) return slot;
  const count = commonWords(texts, first);
  const label = first.slice(0, count).join(' ');
  const rests = texts.map((words) => words.slice(count).join(' '));
  if (
    count === 0 ||
    !couldBeLabel(label) ||
    texts.some((words) => namesPost(words.join(' '))) ||
    rests.every((rest) =>
      /^(?:\d[\d./]*[a-z]?(?:\([a-z]{1,4}\))?|\p{Lu}|[IVX]+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)[:.)]?(?:\s|$)/u.test(
        rest,
      ),
    ) ||
    !rests.every((rest) => /^[\p{Lu}\d]/u.test(rest))
  )
    return slot;
  if (rests.some((rest) => rest.split(' ').length > 12) && !/[:.]$/.test(label)) return slot;
  return {
    ...slot,
    label: label.replace(/:$/, ''),
    values: slot.values.map((value) => {
      if (value === null) return null;
      const number = off.exec(value.text)?.[0] ?? '';
      const rest = value.text.slice(number.length).split(' ').slice(count).join(' ');
      return { ...value, text: `${number}${rest}` };
    }),
  };
}

/** How many words all texts begin with, up to a colon that ends them as a label's do. */
function commonWords(texts: readonly (readonly string[])[], first: readonly string[]): number {
  const isCommon = (at: number) => texts.every((words) => words.length > at + 1 && words[at] === first[at]);
  const differs = first.findIndex((_, at) => !isCommon(at));
  const all = differs < 0 ? first.length : differs;
  const colon = first.slice(0, Math.min(all, mostLabelWords)).findIndex((word) => word.endsWith(':'));
  return colon < 0 ? Math.min(all, mostCommonWords) : colon + 1;
}
const mostLabelWords = 6;

/** What counts the sections stands before the words that they begin with. */
const sectionNumber = /^\d{1,2}[.)]\s+(?=\p{Lu})/u;

const mostCommonWords = 3;
