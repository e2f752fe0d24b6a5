import { foldPlain, foldWords, titleCased } from '../../src/lib/fold.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates, reducedDate } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { alsoWrites, bodyOfOneWord, endsAsBody, parentBody } from '../../src/vocabulary/bodies.ts';
import {
  agendaItem,
  beforeInMasthead,
  behindInMasthead,
  mastheadNotes,
  pathOfPages,
} from '../../src/vocabulary/mastheads.ts';
import { isTabled, type PlacedText } from './texts.ts';

/** What the lines over a paper say of its meeting; the authority is who meets where no body of its own is named. */
export interface Masthead {
  readonly body: RawValue | null;
  readonly authority: RawValue | null;
  readonly meetingDate: RawValue | null;
}

const topBlocks = 6;
const longestLine = 24;
const separator = /\s*(?:[|·•\n;,›>]|\s\/\s|\s[–—-]\s|\.(?:\s|$))\s*/;
const word = "(?:\\p{Lu}[\\p{L}'’-]*|and|of|for|the|&)";
const namesBody = new RegExp(`^${word}(?:,?\\s+${word}){1,9}$`, 'u');
/** `(Performance Panel)` behind the name of a body is its part. */
const partOfBody = / \([^)]*\)$/;

/**
 * Reads lines such as `Audit Panel | 26 June 2025 | Agenda item 6`: every part of a masthead's line is a body, an organisation, a day,
 * an item of the agenda or a note of what the paper is for; a line with any other part is none, nor is any cell of a table with
 * one.
 * @param texts a paper's texts in reading order
 */
export function readMasthead(texts: readonly PlacedText[]): Masthead {
  const top = texts.filter(({ block }) => block < topBlocks).map((text) => ({ text, lines: textToLines(text) }));
  const ofOthers = new Set(
    top.flatMap(({ text, lines }) => (isTabled(text) && lines.length === 0 ? [text.block] : [])),
  );
  const lines = top.filter(({ text }) => !ofOthers.has(text.block)).flatMap((one) => one.lines);
  const bodies = lines.filter(({ body }) => body !== null);
  const ofCommittee = ({ body }: Line) => !parentBody.test(body?.text ?? '');
  const dated = (line: Line) => line.meetingDate !== null;
  const best =
    bodies.find((line) => ofCommittee(line) && dated(line)) ?? bodies.find(ofCommittee) ?? bodies.find(dated);
  const meets = lines.find((line) => dated(line) && (line.body ?? line.authority) !== null);
  const beside = lines.find((line) => dated(line) && bodies.some(({ block }) => block >= 0 && block === line.block));
  // A small table of the day, the item and a marking, and no more.
  const ofItem = top.filter(({ text }) => isTabled(text) && agendaItem.test(text.text)).map(({ text }) => text.block);
  const inTable = lines.find((line) => dated(line) && ofItem.includes(line.block));
  return {
    body: best?.body ?? null,
    authority: lines.find(({ authority }) => authority !== null)?.authority ?? null,
    meetingDate: (meets ?? beside ?? inTable)?.meetingDate ?? null,
  };
}

interface Line extends Masthead {
  readonly block: number;
}

/** A masthead may be the first of two sentences: `For the Audit Panel, 3 May 2025. Page changed on 1 May.` */
function textToLines(text: PlacedText): readonly Line[] {
  const line = text.text.trim().replace(/\n/g, ' | ').replace(/\s+/g, ' ');
  if (line.split(' ').length > longestLine) return [];
  const whole = mastheadLine(line, text);
  return whole.length > 0
    ? whole
    : line
        .split(/(?<=\.) (?=\p{Lu})/u)
        .slice(0, 1)
        .flatMap((first) => mastheadLine(first, text));
}

function mastheadLine(line: string, { places, block }: PlacedText): readonly Line[] {
  const dates = findDates(line);
  const [date] = dates;
  if (dates.length > 1 || (date !== undefined && date.span.precision !== 'day')) return [];
  const undated = date === undefined ? line : `${line.slice(0, date.from)} | ${line.slice(date.to)}`;
  // The other pages on the way to a meeting's own are nothing of it.
  const isPath = date !== undefined && pathOfPages.test(line);
  const parts = undated
    .split(separator)
    .filter((part) => !mastheadNotes.test(foldWords(part)))
    .map(bare)
    .filter((part) => part !== '' && (!isPath || isBody(part)));
  const all = parts.filter(isBody);
  const committees = all.filter((body) => !parentBody.test(body));
  // `Combined Authority – Policy Board`: whose body it is stands before it.
  const bodies = committees.length === 1 ? committees : all;
  if (bodies.length > 1 || !parts.every((part) => isBody(part) || isOrganisation(part))) return [];
  if (date === undefined && bodies.some((body) => alsoWrites.test(body))) return [];
  const value = (words: string | undefined): RawValue | null => (words === undefined ? null : { text: words, places });
  const meetingDate = date === undefined ? null : { text: reducedDate(date.span), places };
  return [{ body: value(bodies[0]), authority: value(parts.find(isAuthority)), meetingDate, block }];
}

const bare = (part: string): string => part.trim().replace(beforeInMasthead, '').replace(behindInMasthead, '').trim();

/** True for a service's or an authority's name and no more. */
function isOrganisation(part: string): boolean {
  const [named] = organisationNames(titleCased(part));
  return named !== undefined && foldPlain(named.printed).length >= foldPlain(part).replace(/^the /, '').length;
}

const isAuthority = (part: string): boolean => isOrganisation(part) && /\bauthority$/i.test(part);

function isBody(part: string): boolean {
  const name = titleCased(part).replace(partOfBody, '');
  return bodyOfOneWord.test(name) || (!isOrganisation(part) && endsAsBody.test(name) && namesBody.test(name));
}
