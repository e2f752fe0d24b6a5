import { foldPlain } from '../../src/lib/fold.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { refAtEnd, splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords, isWhollyStatus } from '../../src/normalise/status.ts';
import { isDatedLine } from '../../src/normalise/updates.ts';
import { partName } from '../../src/vocabulary/paper-parts.ts';
import { asksOfService, statusAtEnd, statusOff } from '../recognise/sections.ts';
import { isValue } from './kinds-of-text.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';

/** A log goes on in further lines. */
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** So many titles have a part for it to be a slot of its own. */
const most = 0.6;

/** `AFI 3 – Home fire safety visits (On track)`, title after title: a reference, a topic and a status. */
export function titleApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'title' && slot.kind !== 'text') return [slot];
  const ends = new Set(slot.values.flatMap((value) => (value === null ? [] : (shortEnd(value.text)?.part ?? []))));
  const filled = slot.values.filter((value) => value !== null).length;
  const areRated = endInStatuses(slot.values.flatMap((value) => (value === null ? [] : [value.text])));
  const marked = partOff(slot, 'status', leastStatuses, (text) => {
    const { text: rest, status } = statusOff(text);
    return status === null || !isStatusWords(status) ? null : { part: status, rest };
  });
  const statuses =
    marked.length > 1
      ? marked
      : partOff(slot, 'status', most, (text) => {
          const ended = statusAtEnd(text) ?? (areRated ? (statusBehind(text) ?? wordBehind(text)) : null);
          if (ended !== null) return { part: ended.status, rest: ended.head };
          return ends.size > 1 && ends.size < mostEnds * filled ? shortEnd(text) : null;
        });
  const [first = slot, ...behind] = statuses;
  const shuffled = areShuffled(slot);
  const counted = countedAlike(first);
  return [
    ...partOff(first, 'ref', most, (text) => {
      if (isDatedLine(firstLine(text))) return null;
      const split =
        (shuffled ? numberFirst(text) : null) ??
        splitRef(text) ??
        refAtEnd(text) ??
        codeFirst(text) ??
        (slot.kind === 'text' ? numberInTwo(text) : null) ??
        (counted ? wordAndNumber(text) : null);
      const numbersSection = isNumbering.test(text) && !/\p{L}/u.test(split?.ref ?? '');
      const own = numbersSection && !shuffled ? refAtEnd(text.replace(isNumbering, '')) : split;
      return own === null ? null : { part: own.ref, rest: own.rest };
    }).toReversed(),
    ...behind,
  ];
}

/** A status stands behind the titles of those records that have got so far. */
const leastStatuses = 0.3;
/** Titles that end in one of a few texts are rated by them; where nearly each has its own, it is a part of the title. */
const mostEnds = 0.7;
const longestEnd = 4;

/** True where title after title ends in one of a few statuses, as where a badge stands behind each. */
function endInStatuses(titles: readonly string[]): boolean {
  const ends = titles.flatMap((title) => statusBehind(title)?.status ?? []);
  return ends.length > 1 && ends.length >= leastRated * titles.length && new Set(ends).size < ends.length;
}

/** The words with a capital that a title ends in and that are a status and nothing else. */
function statusBehind(title: string): { readonly status: string; readonly head: string } | null {
  const words = title.split(' ');
  for (let count = mostOfBadge; count > 0; count--) {
    const status = words.slice(-count).join(' ');
    const head = words.slice(0, -count).join(' ');
    if (words.length > count + 1 && /^\p{Lu}/u.test(status) && isWhollyStatus(status)) return { status, head };
  }
  return null;
}

/** The last word of a title where it has a capital and the words before it have none: a badge among others that are statuses. */
const wordBehind = (title: string): { readonly status: string; readonly head: string } | null => {
  const { head, status } = /^(?<head>.+\s\p{Ll}+) (?<status>\p{Lu}\p{Ll}+)$/u.exec(title)?.groups ?? {};
  return head === undefined || status === undefined ? null : { status, head };
};

const leastRated = 0.7;
const mostOfBadge = 3;

/** A short text in brackets, or behind a whole sentence, at the end of a title, which is no reference. */
function shortEnd(text: string): { readonly part: string; readonly rest: string } | null {
  const { rest, round, square, behind } =
    /^(?<rest>.+?)\s*(?:\((?<round>[^()]+)\)|\[(?<square>[^[\]]+)\]|(?<=\p{L}{2}\.)\s(?<behind>\p{Lu}[^.:;?!]{2,40}))$/su.exec(
      text,
    )?.groups ?? {};
  const part = round ?? square ?? behind;
  if (rest === undefined || part === undefined || part.split(/\s+/).length > longestEnd || isValueButStatus(part))
    return null;
  return { part, rest };
}

const isValueButStatus = (text: string): boolean => isValue(text) && !isStatusWords(text);

/** Capitals and a number that title after title begins with (`EFT 1 Hydrants`). */
function codeFirst(text: string): { readonly ref: string; readonly rest: string } | null {
  const { ref, rest } =
    /^(?<ref>\p{Lu}{1,5}[ -]?\d{1,3}(?:\.\d{1,3})*[a-z]?)(?:\s*[:.–—-]\s*|\s+(?=\p{Lu})|$)(?<rest>.*)$/su.exec(text)
      ?.groups ?? {};
  return ref === undefined || rest === undefined ? null : { ref, rest };
}

/** `1.2` before the words of a record. Before a title it counts sections. */
function numberInTwo(text: string): { readonly ref: string; readonly rest: string } | null {
  const { ref, rest } = /^(?<ref>\d{1,2}\.\d{1,2})\.?\s+(?<rest>\p{L}.*)$/su.exec(text)?.groups ?? {};
  return ref === undefined || rest === undefined ? null : { ref, rest };
}

/** The word and the number or letter that a title begins with before a colon or dash, or is (`Area 3: Hydrants`, `Card 3`, `Item A`); null for those of a part of the paper. */
function wordAndNumber(text: string): { readonly ref: string; readonly rest: string; readonly word: string } | null {
  const { ref, word, rest } =
    /^(?<ref>(?<word>\p{Lu}\p{L}+(?: \p{L}+)?) (?:(?:no\.? ?)?\d{1,3}[a-z]?|\p{Lu}))(?:$|(?:\s*:|\s+[–—-])\s+(?=\S))(?<rest>.*)$/su.exec(
      text,
    )?.groups ?? {};
  return ref === undefined || word === undefined || rest === undefined || partName.test(`${foldPlain(ref)} `)
    ? null
    : { ref, rest, word };
}

/** True where each record's title begins with one word and another number: it names them. What is asked of the service stands over several of its actions. */
function countedAlike({ values }: Slot): boolean {
  const counted = values.map((value) => (value === null ? null : wordAndNumber(value.text)));
  const refs = counted.flatMap((one) => one?.ref ?? []);
  const words = new Set(counted.flatMap((one) => one?.word ?? []));
  const [numbers, titles] = [new Set(refs), new Set(values.map((value) => value?.text))];
  const isOfEach = numbers.size === refs.length || counted.every((one) => asksOfService(one?.rest ?? ''));
  const isCounted = numbers.size > 1 && refs.length === values.length && words.size === 1;
  return isCounted && isOfEach && numbers.size === titles.size;
}

/** Numbers before titles that are not in order, as where the titles are put under their statuses, are their own. */
function areShuffled({ values }: Slot): boolean {
  const numbers = values.flatMap((value) => (value === null ? [] : [Number(numberFirst(value.text)?.ref)]));
  const inOrder = numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
  return numbers.length > 1 && !numbers.some(Number.isNaN) && new Set(numbers).size === numbers.length && !inOrder;
}

function numberFirst(text: string): { readonly ref: string; readonly rest: string } | null {
  const { ref, rest } = /^(?<ref>\d{1,3})[.):]?\s+(?<rest>\D.*)$/su.exec(text)?.groups ?? {};
  return ref === undefined || rest === undefined || isWholeDate(text) ? null : { ref, rest };
}

/** A bare number and a stop before a title number it as a section; they are no reference. */
const isNumbering = /^\d{1,2}\.\s/;
