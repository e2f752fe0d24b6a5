import { foldPlain, titleCased } from '../../src/lib/fold.ts';
import type { PaperField } from '../../src/model/plan.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates, reducedDate } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import {
  addressed,
  beforeBody,
  beforeDayOfMeeting,
  besideDay,
  bodySentences,
  earlierMinutes,
  meetsBefore,
  otherMeeting,
  parentBody,
  teamAlone,
  tellsOfMeeting,
  timeOfDay,
  weekdayBefore,
} from '../../src/vocabulary/bodies.ts';
import { agendaItem } from '../../src/vocabulary/mastheads.ts';
import { opensLetter } from '../recognise/sections.ts';
import { readMasthead } from './masthead.ts';
import { isTabled, type PlacedText } from './texts.ts';

const topBlocks = 15;
/** Below the top only who is asked is sure to be who reads. */
const askingSentences = bodySentences.filter((_, index) => index === 0 || index === 3);
const loneDateBlocks = 6;

/** The body a paper is for, and the date of its meeting where that stands beside the body or is said to be the meeting's. */
export function findBody(
  texts: readonly PlacedText[],
  furniture: readonly PlacedText[],
  labelled: Readonly<Partial<Record<PaperField, RawValue>>>,
): { readonly body: RawValue | null; readonly meetingDate: RawValue | null } {
  const prose = texts
    .filter((text) => !isTabled(text) && !isEarlierMinutes(text))
    .map(({ text, ...rest }) => ({ ...rest, text: withoutOtherMeetings(text) }));
  const top = prose.filter(({ block }) => block < topBlocks);
  const masthead = readMasthead([...prose, ...texts.filter(isTabled), ...furniture]);
  const body =
    undated(labelled.body) ??
    masthead.body ??
    bodyInTop(top) ??
    firstBody(askingSentences, prose) ??
    masthead.authority;
  const meetingDate =
    dayIn(labelled.body) ??
    masthead.meetingDate ??
    dayWithTime(top) ??
    meetingSentence(top) ??
    dateBeside(body, top) ??
    (isLetter(top) ? null : loneDate(top)) ??
    addressedDate(top);
  // A council's name alone stands over its web pages too.
  return { body: meetingDate === null && /\bcouncil$/i.test(body?.text ?? '') ? null : body, meetingDate };
}

/** `Meeting: Fire Authority – 22 February 2024` names a body, then its day */
function undated(body: RawValue | undefined): RawValue | null {
  if (body === undefined) return null;
  const dated = findDates(body.text).some(({ span }) => span.precision === 'day');
  const text = body.text.replace(/(?:\s*[–—,:|-]|\s+on\b)[^–—,|]*\d{2,4}\s*$/, '').trim();
  return dated && text !== '' ? { ...body, text } : body;
}

/** The day in a labelled body: `Meeting: Fire Authority – 22 February 2024`. */
function dayIn(body: RawValue | undefined): RawValue | null {
  const date = body === undefined ? undefined : findDates(body.text).find(({ span }) => span.precision === 'day');
  return body === undefined || date === undefined ? null : { text: reducedDate(date.span), places: body.places };
}

/** A council or authority is the body only where no committee of its own is named. */
function bodyInTop(top: readonly PlacedText[]): RawValue | null {
  const said = firstBody(bodySentences.slice(0, 4), top);
  if (said !== null) return said;
  const lines = top.flatMap((text) => firstBody(bodySentences.slice(4), [text]) ?? []);
  return lines.find(({ text }) => !parentBody.test(text)) ?? lines[0] ?? null;
}

function firstBody(patterns: readonly RegExp[], texts: readonly PlacedText[]): RawValue | null {
  for (const pattern of patterns) {
    for (const { text, places } of texts) {
      const body = pattern.exec(titleCased(withoutOrganisations(text)))?.groups?.body;
      if (body !== undefined && (!teamAlone.test(body) || hasDay(text)))
        return { text: printedIn(text, body.replace(beforeBody, '')), places };
    }
  }
  return null;
}

const hasDay = (text: string): boolean => findDates(text).some(({ span }) => span.precision === 'day');

/** An agenda's item on the minutes of the meeting before. */
const isEarlierMinutes = ({ kind, text }: PlacedText): boolean => kind === 'item' && earlierMinutes.test(text);

function withoutOtherMeetings(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return sentences.filter((sentence) => !otherMeeting.test(sentence)).join(' ');
}

/** A service's own name is no body: it is cut out, so that the body beside it is seen. */
function withoutOrganisations(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return organisationNames(line)
    .reduce((rest, { printed }) => rest.replace(printed, ''), line)
    .trim();
}

/** The words as the paper prints them, where they were found in another case. */
function printedIn(text: string, words: string): string {
  const line = text.replace(/\s+/g, ' ');
  const at = line.toLowerCase().indexOf(words.toLowerCase());
  return at < 0 ? words : line.slice(at, at + words.length);
}

function meetingSentence(top: readonly PlacedText[]): RawValue | null {
  for (const { text, places } of top) {
    if (!tellsOfMeeting.test(text)) continue;
    const days = findDates(text).filter(({ span }) => span.precision === 'day');
    const date = days.find(({ from }) => meetsBefore.test(text.slice(0, from))) ?? days[0];
    if (date !== undefined) return { text: reducedDate(date.span), places };
  }
  return null;
}

/** A weekday, a day and a time at the front of a line. */
function dayWithTime(top: readonly PlacedText[]): RawValue | null {
  for (const { text, places } of top) {
    const [date] = findDates(text);
    if (date === undefined || date.span.precision !== 'day') continue;
    const at = foldPlain(text).slice(date.to).search(timeOfDay);
    if (
      (weekdayBefore.test(text.slice(0, date.from)) || weekdayBefore.test(date.words.split(/\s/)[0] ?? '')) &&
      at === 0
    )
      return { text: reducedDate(date.span), places };
  }
  return null;
}

/** A letter's own day is no meeting's. */
const isLetter = (top: readonly PlacedText[]): boolean => top.some(({ text }) => opensLetter(text));

/** The day that a letter was written on: that of its data, where it says no other. */
export const letterDate = (texts: readonly PlacedText[]): RawValue | null => {
  const top = texts.filter((text) => !isTabled(text) && text.block < topBlocks);
  return isLetter(top) ? loneDate(top) : null;
};

/** A day on a line of its own at the top of a paper, or beside an authority's or service's name alone. */
function loneDate(top: readonly PlacedText[]): RawValue | null {
  for (const { text, places, block } of top) {
    const dates = findDates(text);
    const [date] = dates;
    if (block >= loneDateBlocks || date === undefined || dates.length > 1 || date.span.precision !== 'day') continue;
    const rest = foldPlain(withoutOrganisations(text.replace(agendaItem, '')))
      .replace(date.words, '')
      .replace(timeOfDay, '');
    if (besideDay.test(rest)) return { text: reducedDate(date.span), places };
  }
  return null;
}

/** The day at the end of a line that says whom the paper is for: `Report to the Fire Authority, 14 December 2023`. */
function addressedDate(top: readonly PlacedText[]): RawValue | null {
  for (const { text, places } of top) {
    const dates = findDates(text);
    const [date] = dates;
    if (date === undefined || dates.length > 1 || date.span.precision !== 'day' || !addressed.test(text)) continue;
    if (/^[\s.)]*$/.test(foldPlain(text).slice(date.to))) return { text: reducedDate(date.span), places };
  }
  return null;
}

/** A day right after the body's name: `Reported to the Improvement Board on 11 July 2024`. */
function dateBeside(body: RawValue | null, top: readonly PlacedText[]): RawValue | null {
  if (body === null) return null;
  const name = body.text.toLowerCase().replace(/\s+/g, ' ');
  for (const { text, places } of top) {
    const folded = text.toLowerCase().replace(/\s+/g, ' ');
    const at = folded.indexOf(name);
    if (at < 0) continue;
    const after = text.replace(/\s+/g, ' ').slice(at + name.length);
    const date = findDates(after)[0];
    if (date === undefined || date.span.precision !== 'day') continue;
    const between = after.slice(0, date.from);
    if (between.trim() === '' || (beforeDayOfMeeting.test(between) && between.length < 40))
      return { text: reducedDate(date.span), places };
  }
  return null;
}
