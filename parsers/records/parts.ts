import { rememberByText } from '../../src/lib/remember.ts';
import { findDates, isWholeDate } from '../../src/normalise/dates.ts';
import { refAtEnd, splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords, isWhollyStatus } from '../../src/normalise/status.ts';
import { isDatedLine } from '../../src/normalise/updates.ts';
import { ofSentence } from '../../src/vocabulary/small-words.ts';
import { isPeriod } from '../recognise/labels.ts';
import { statusAtEnd, statusOff } from '../recognise/sections.ts';
import { datedLinesApart } from './dated-lines.ts';
import { couldBeLabel, isFact, isValue, knownLabel, labelKey, namesPost, withoutStop } from './kinds-of-text.ts';
import { labelsBeside } from './labels-beside.ts';
import { lastLinesApart } from './last-lines.ts';
import type { Region, Slot, TextValue } from './model.ts';
import { partOff } from './part-off.ts';
import { isPost, piecesApart } from './pieces.ts';
import { countRuns, type LabelAt, labelsInLine } from './run-in-labels.ts';
import { pillarApart, topicApart } from './topics-apart.ts';
import { namesApart } from './two-names.ts';

/** So many of the values of a slot have a part for it to be a slot of its own. */
const most = 0.6;
const mostDated = 0.9;

/** The region with slots that hold several things taken apart: references before titles, statuses behind them, labels in cells. */
export function regionToParts(region: Region): Region {
  const slots = region.slots.flatMap((slot) =>
    namesApart(slot)
      .flatMap(pillarApart)
      .flatMap(topicApart)
      .flatMap(lastLinesApart)
      .flatMap(datedLinesApart)
      .flatMap(labelsApart)
      .flatMap(besideApart)
      .flatMap(piecesApart)
      .map(leadOff)
      .map(commonWordsOff)
      .flatMap(titleApart),
  );
  return { ...region, slots: slots.filter(({ values }) => values.some((value) => value !== null)) };
}

/** A slot under several labels side by side, every value of which is one value for each of them. */
function besideApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'label') return [slot];
  const pairs = slot.values.map((value) => (value === null ? [] : labelsBeside(slot.label, value.text)));
  const [labels] = pairs.filter((one) => one !== null && one.length > 0);
  if (labels == null || pairs.includes(null)) return [slot];
  return labels.map(
    ([label], at): Slot => ({
      key: `${slot.key} ${at}`,
      kind: 'label',
      label,
      values: slot.values.map((value, index) =>
        value === null ? null : { ...value, text: pairs[index]?.[at]?.[1] ?? '' },
      ),
    }),
  );
}

/** The words that lead on to a post in every value of a text (`In the hands of Head of Fleet`) are no part of it. */
function leadOff(slot: Slot): Slot {
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
function commonWordsOff(slot: Slot): Slot {
  if (slot.kind !== 'title' && slot.kind !== 'text') return slot;
  const texts = slot.values.flatMap((value) => (value === null ? [] : [value.text.split(' ')]));
  const [first = []] = texts;
  if (new Set(texts.map((words) => words.join(' '))).size < 2) return slot;
  let count = 0;
  while (count < mostCommonWords && texts.every((words) => words.length > count + 1 && words[count] === first[count]))
    count += 1;
  const label = first.slice(0, count).join(' ');
  const rests = texts.map((words) => words.slice(count).join(' '));
  if (
    count === 0 ||
    !couldBeLabel(label) ||
    texts.some((words) => namesPost(words.join(' '))) ||
    rests.every((rest) =>
      /^(?:\d[\d./]*[a-z]?|\p{Lu}|[IVX]+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)[:.)]?(?:\s|$)/u.test(rest),
    ) ||
    !rests.every((rest) => /^[\p{Lu}\d]/u.test(rest))
  )
    return slot;
  if (rests.some((rest) => rest.split(' ').length > 12) && !/[:.]$/.test(label)) return slot;
  return {
    ...slot,
    label: label.replace(/:$/, ''),
    values: slot.values.map((value) =>
      value === null ? null : { ...value, text: value.text.split(' ').slice(count).join(' ') },
    ),
  };
}

const mostCommonWords = 3;

/** `AFI 3 – Home fire safety visits (On track)`, title after title: a reference, a topic and a status. */
function titleApart(slot: Slot): readonly Slot[] {
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
  return [
    ...partOff(first, 'ref', most, (text) => {
      if (isDatedLine(text)) return null;
      const split = (shuffled ? numberFirst(text) : null) ?? splitRef(text) ?? refAtEnd(text) ?? codeFirst(text);
      return split === null || (isNumbering.test(text) && !shuffled) ? null : { part: split.ref, rest: split.rest };
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
  return ends.length > 1 && ends.length >= leastRated * titles.length && new Set(ends).size < mostEnds * ends.length;
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

/** A column whose cells hold labels of their own (`Progress: … Next steps: …`): a slot for each label, and what stands before them. */
function labelsApart(slot: Slot): readonly Slot[] {
  if (slot.kind === 'title') return [slot];
  const filled = slot.values.filter((value) => value !== null && value.text !== '');
  const counts = countRuns(filled.flatMap((value) => value?.text.split('\n') ?? []));
  const lines = returningLines(filled.map((value) => value?.text ?? ''));
  const isForm = [...counts].some(
    ([key, count]) => count >= Math.max(2, most * filled.length) && knownLabel(key, 0.5) && findDates(key).length === 0,
  );
  const leastOfDate = isForm ? Math.max(2, mostDated * filled.length) : Number.POSITIVE_INFINITY;
  const partsOf = rememberByText((text) => textParts(text, counts, lines, leastOfDate));
  const parts = slot.values.map((value) => (value === null ? null : cellParts(value, partsOf(value.text))));
  const byKey = new Map<string, { readonly label: string; readonly isSure: boolean; count: number }>();
  for (const one of parts)
    for (const { key, label, isSure } of one?.labelled ?? []) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { label, count: 1, isSure });
      else known.count += 1;
    }
  const returning = [...byKey].filter(
    ([, { count, isSure }]) => isSure || (filled.length > 1 && count >= 2 && count >= most * filled.length),
  );
  if (returning.length === 0) return [slot];
  const keys = [...byKey.keys()];
  const rest = { ...slot, values: parts.map((one) => one?.before ?? null) };
  return [
    ...(rest.values.some((value) => value !== null) ? [rest] : []),
    ...keys.map(
      (key): Slot => ({
        key: `${slot.key} ${key}`,
        kind: 'label',
        label: byKey.get(key)?.label ?? key,
        values: parts.map((one) => one?.labelled.find((labelled) => labelled.key === key)?.value ?? null),
      }),
    ),
  ];
}

interface CellParts {
  readonly before: TextValue | null;
  readonly labelled: readonly (Omit<TextParts['labelled'][number], 'text'> & { readonly value: TextValue })[];
}

/** Lines that stand alone in most of the cells of a column: labels over the lines that follow. */
function returningLines(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of new Set(texts))
    for (const key of new Set(text.split('\n').slice(0, -1).filter(couldBeLabel).map(labelKey)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const cells = new Set(texts).size;
  return new Set([...counts].filter(([, count]) => count >= 2 && count >= most * cells).map(([key]) => key));
}

function cellParts(value: TextValue, { before, labelled }: TextParts): CellParts {
  return {
    before: before === null ? null : { ...value, text: before },
    labelled: labelled.map(({ text, ...label }) => ({ ...label, value: { ...value, text } })),
  };
}

interface TextParts {
  readonly before: string | null;
  readonly labelled: readonly {
    readonly key: string;
    readonly label: string;
    /** True for a known label in a line of its own, with a fact beside it, below other text: it is one though it does not return. */
    readonly isSure: boolean;
    readonly text: string;
  }[];
}

/** @param leastOfDate in so many cells a date alone returns where it is a label among others, and begins no line of a log */
function textParts(
  text: string,
  counts: ReadonlyMap<string, number>,
  lines: ReadonlySet<string>,
  leastOfDate: number,
): TextParts {
  const before: string[] = [];
  const labelled: { key: string; label: string; isSure: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (lines.has(labelKey(line))) {
      labelled.push({ key: labelKey(line), label: line.replace(/\s*:$/, '').trim(), isSure: false, lines: [] });
      continue;
    }
    const isBelow = before.length > 0 || labelled.length > 0;
    const isSure = ({ label, mark, to }: LabelAt) => isBelow && mark === ':' && isKnownFact(label, line.slice(to));
    const found = labelsInLine(line, counts).filter(
      (one) =>
        one.mark !== '-' &&
        (findDates(one.label).length === 0 ||
          namesPeriod(one.label) ||
          (counts.get(labelKey(one.label)) ?? 0) >= leastOfDate) &&
        ((counts.get(labelKey(one.label)) ?? 0) > 1 || isSure(one)),
    );
    const lead = line.slice(0, found[0]?.from ?? line.length).trim();
    if (lead !== '') (labelled.at(-1)?.lines ?? before).push(lead);
    found.forEach((one, index) => {
      const { label, to } = one;
      const said = line
        .slice(to, found[index + 1]?.from ?? line.length)
        .replace(/^\s*[:–—-]\s+/u, '')
        .trim();
      labelled.push({
        key: labelKey(label),
        label: label.replace(/\s*:$/, '').trim(),
        isSure: isSure(one),
        lines: said === '' ? [] : [said],
      });
    });
  }
  return {
    before: before.length === 0 ? null : before.join('\n'),
    labelled: labelled
      .filter(({ lines }) => lines.length > 0)
      .map(({ lines, ...label }) => ({ ...label, text: lines.join('\n') })),
  };
}

/** `Position at March 2024`, and no date alone, which begins a line of a log. */
const namesPeriod = (label: string): boolean => isPeriod(label) && !isWholeDate(label);

/** True for a label that the vocabulary knows with nothing but a date, a status or a post behind it. */
const isKnownFact = (label: string, said: string): boolean =>
  knownLabel(label, 0.9) && isFact(withoutStop(said.trim()));
