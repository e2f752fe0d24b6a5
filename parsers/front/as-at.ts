import { foldPlain } from '../../src/lib/fold.ts';
import type { Document } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates, reducedDate } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { asAtWords } from '../../src/vocabulary/front-labels.ts';
import { planName } from '../recognise/plan-name.ts';
import { furnitureTexts, isTabled, type PlacedText } from './texts.ts';

const topBlocks = 12;
/** Longer texts over the width of a plan's table are its findings. */
const longestStrip = 14;
/** Outside the front only words that can mean nothing else name the data's date. */
const plainWords =
  /\b(last updated|page last updated|(position|status|data|figures|correct|accurate)\b.{0,20}\bas (at|of|on)|up to( the)?( end of)?)\b[^.]{0,20}$/;

/** The words that say what a date is stand not further before it than these letters. */
const wordsBefore = 200;

/** The date that a text's data are as of; null where the text has no date after words that say so. */
function asAtIn(text: string, words: RegExp = asAtWords): string | null {
  const folded = foldPlain(text);
  const found = findDates(text).find(
    ({ from, span }) =>
      span.precision !== 'year' && words.test(`${folded.slice(Math.max(0, from - wordsBefore), from).trimEnd()} `),
  );
  return found === undefined ? null : reducedDate(found.span);
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

/** The date of a paper's data: a label, the top of the paper, a plan's title, a running header, then the text. */
export function findAsAt(
  document: Document,
  texts: readonly PlacedText[],
  labelled: RawValue | undefined,
): RawValue | null {
  if (labelled !== undefined) {
    const date = findDates(labelled.text)[0];
    if (date !== undefined) return { text: reducedDate(date.span), places: labelled.places };
  }
  const prose = texts.filter((text) => !isTabled(text));
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
    first(furnitureTexts(document), (text) => asAtIn(text)) ??
    first(prose, (text) => asAtIn(text, plainWords)) ??
    first(strips, (text) => (text.split(/\s+/).length > longestStrip ? null : asAtIn(text))) ??
    first(
      prose.filter(({ block }) => block < topBlocks),
      coverMonth,
    )
  );
}

function first(texts: readonly PlacedText[], read: (text: string) => string | null): RawValue | null {
  for (const { text, places } of texts) {
    const date = read(text);
    if (date !== null) return { text: date, places };
  }
  return null;
}
