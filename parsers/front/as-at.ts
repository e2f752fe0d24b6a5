import { daysBetween } from '../../src/lib/calendar.ts';
import { foldPlain } from '../../src/lib/fold.ts';
import type { Document } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates, reducedDate } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import {
  asAtWords,
  dayOfState,
  nextUpdate,
  otherDays,
  partsClauses,
  plainAsAtWords,
  stateWords,
  toEnd,
} from '../../src/vocabulary/as-at-words.ts';
import { planName } from '../recognise/plan-name.ts';
import { letterDate } from './body.ts';
import { partsOfLine } from './line-pairs.ts';
import { furnitureTexts, isTabled, type PlacedText } from './texts.ts';

const topBlocks = 12;
/** What stands before a paper's first table leads to it. */
const longestFront = 40;
/** Longer texts over the width of a plan's table are its findings. */
const longestStrip = 14;

/** The words that say what a date is stand not further before it than these letters. */
const wordsBefore = 200;

/** The date that a text's data are as of; null where the text has no date after words that say so. */
function asAtIn(text: string, words: RegExp = asAtWords): string | null {
  const folded = foldPlain(text);
  const dates = findDates(text);
  const at = dates.findIndex(({ from, span }) => {
    const before = `${folded.slice(Math.max(0, from - wordsBefore), from).trimEnd()} `;
    return span.precision !== 'year' && words.test(before) && !nextUpdate.test(before);
  });
  return at < 0 ? null : lastOfPeriod(text, dates.slice(at));
}

/** The first of some dates of a text, or the one that it leads to: data of a period are as of its end. */
function lastOfPeriod(text: string, [first, next]: ReturnType<typeof findDates>): string | null {
  if (first === undefined) return null;
  const leadsOn = next !== undefined && toEnd.test(text.slice(first.to, next.from));
  return reducedDate((leadsOn ? next : first).span);
}

/** The month or day in a title that names a plan: `Culture Improvement Plan progress update – March 2021`. */
export function planTitleDate(text: string): string | null {
  if (planName(text) === null) return null;
  const date = findDates(text).find(({ span }) => ['day', 'month', 'quarter'].includes(span.precision));
  return date === undefined ? null : reducedDate(date.span);
}

/** A month in a line of its own on the cover, or after the service's name: `September 2024`, `Downshire Police, May 2023`. */
function coverMonth(text: string): string | null {
  const [date, more] = findDates(text);
  if (date === undefined || more !== undefined || date.span.precision !== 'month') return null;
  const rest = organisationNames(text)
    .reduce((left, { printed }) => left.replace(printed, ' '), text)
    .toLowerCase()
    .replace(date.words.toLowerCase(), ' ');
  return /^[\s,.:|()–—-]*$/.test(rest) ? reducedDate(date.span) : null;
}

const editionBlocks = 3;
const longestEdition = 12;

/** The month at the end of a part of a line: `Progress report, November 2025`, `Communications · version 3, January 2025`. */
function editionMonth(text: string): string | null {
  for (const part of text.split(partsOfLine).filter((one) => one.split(/\s+/).length <= longestEdition)) {
    const [date, more] = findDates(part);
    if (date === undefined || more !== undefined || date.span.precision !== 'month') continue;
    if (nextUpdate.test(foldPlain(part.slice(0, date.from)))) continue;
    if (/^(?:.*[,:–—-])?\s*$/.test(part.slice(0, date.from)) && /^[.\s]*$/.test(part.slice(date.to)))
      return reducedDate(date.span);
  }
  return null;
}

/** Longest time that a paper's data are older than its meeting. */
const oldestState = 200;

/** The day or month that a sentence gives for the state of the plan: `What follows was true on 14 July 2023`. */
function stateDate(text: string, meeting: string | null): string | null {
  const folded = foldPlain(text);
  for (const { from, span } of findDates(text)) {
    if (span.precision !== 'day' && span.precision !== 'month') continue;
    const before = (
      folded
        .slice(0, from)
        .split(/[.!?] /)
        .at(-1) ?? ''
    ).trimEnd();
    const clause = before.split(partsClauses).at(-1) ?? '';
    const isState = stateWords.test(before) && dayOfState.test(before) && !otherDays.test(clause);
    if (isState && (meeting === null || (span.start <= meeting && daysBetween(span.end, meeting) <= oldestState)))
      return reducedDate(span);
  }
  return null;
}

/** The newest day in the headers of the columns: `Position at 31 March 2025`. */
function headerDate({ blocks }: Document, meeting: string | null): RawValue | null {
  const cells = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.filter(({ header, row }) => header || row === 0) : [],
  );
  const dated = cells.flatMap(({ text, places }) => {
    const date = text.split(/\s+/).length > longestHeader ? null : stateDate(text, meeting);
    return date === null ? [] : [{ text: date, places }];
  });
  return dated.toSorted((a, b) => b.text.localeCompare(a.text))[0] ?? null;
}

const longestHeader = 8;

/** The date of a paper's data: a label, the top of the paper, a plan's title, a running header, then the text. */
export function findAsAt(
  document: Document,
  texts: readonly PlacedText[],
  labelled: RawValue | undefined,
  meeting: string | null,
): RawValue | null {
  if (labelled !== undefined) {
    const date = lastOfPeriod(labelled.text, findDates(labelled.text));
    if (date !== null) return { text: date, places: labelled.places };
  }
  const firstTable = Math.min(
    document.blocks.findIndex(({ kind }) => kind === 'table'),
    longestFront,
  );
  // A title with the meeting's own month is that meeting's edition.
  const isEdition = ({ text, kind }: PlacedText): boolean =>
    kind === 'title' && findDates(text).some(({ span }) => meeting?.startsWith(`${reducedDate(span)}-`));
  const prose = texts.filter((text) => !isTabled(text) && !isEdition(text));
  const strips = texts.filter(({ kind, block }) => kind === 'strip' && block < topBlocks);
  return (
    first(
      prose.filter(({ block, kind }) => block < topBlocks || kind === 'title'),
      (text) => asAtIn(text),
    ) ??
    first(
      prose.filter(({ kind }) => kind === 'title'),
      planTitleDate,
    ) ??
    first(
      prose.filter(({ block }) => block < Math.max(topBlocks, firstTable)),
      (text) => stateDate(text, meeting),
    ) ??
    headerDate(document, meeting) ??
    first(furnitureTexts(document), (text) => asAtIn(text) ?? stateDate(text, meeting)) ??
    inShortLines(prose) ??
    first(prose, (text) => asAtIn(text, plainAsAtWords)) ??
    first(strips, (text) => (text.split(/\s+/).length > longestStrip ? null : asAtIn(text))) ??
    first(
      prose.filter(({ block }) => block < topBlocks),
      coverMonth,
    ) ??
    letterDate(texts) ??
    (meeting === null
      ? first(
          prose.filter(({ block }) => block < editionBlocks),
          editionMonth,
        )
      : null)
  );
}

/** The day that short lines of a paper agree on; where each entry has a day of its own, none is the paper's. */
function inShortLines(texts: readonly PlacedText[]): RawValue | null {
  const labels = texts.map(({ text, ...rest }) => ({ ...rest, text: /^[^:]{4,60}(?=:\s)/.exec(text)?.[0] ?? text }));
  const short = labels.filter(({ text }) => text.split(/\s+/).length <= longestHeader);
  const days = new Set(short.flatMap(({ text }) => asAtIn(text) ?? []));
  return days.size === 1 ? first(short, (text) => asAtIn(text)) : null;
}

function first(texts: readonly PlacedText[], read: (text: string) => string | null): RawValue | null {
  for (const { text, places } of texts) {
    const date = read(text);
    if (date !== null) return { text: date, places };
  }
  return null;
}
