import { leastOf } from '../../src/lib/extremes.ts';
import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import type { Block, Document } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { isWhollyStatus } from '../../src/normalise/status.ts';
import { onlyBody } from '../../src/vocabulary/bodies.ts';
import { protectiveMarking } from '../../src/vocabulary/markings.ts';
import { agendaItem, beginsWithItem, itemBefore, mastheadNotes } from '../../src/vocabulary/mastheads.ts';
import { annexAlone } from '../../src/vocabulary/paper-parts.ts';
import { besideDate, labelBehind, reportWords } from '../../src/vocabulary/paper-titles.ts';
import { heldPost } from '../../src/vocabulary/phrases.ts';
import { labelField } from '../recognise/labels.ts';
import { statusOfPart } from '../recognise/part-status.ts';
import { asksOfService, blockTitle, isStandardSection, opensLetter, type Title } from '../recognise/sections.ts';
import { linePairs } from './line-pairs.ts';

const topBlocks = 15;
const minutesBlocks = 4;
const longestPlainTitle = 14;

/**
 * A paper's title: the highest heading at its top that is not the service's name, a date, a body or a standard
 * section, or the strip over its front matter; null where it has none.
 * @param front the blocks of its front matter
 */
export function findTitle(
  { blocks, meta }: Document,
  front: ReadonlySet<number>,
  service: RawValue | null,
): RawValue | null {
  const titles = blocks.slice(0, topBlocks).flatMap((block): readonly Title[] => {
    const title = blockTitle(block);
    return title === null ? [] : [title];
  });
  const firsts = belowName(blocks);
  const standard = titles.findIndex(({ text }, index) => isStandardSection(text) && !(index === 0 && isAnnex(text)));
  const series = numberedAlike(blocks);
  const before = (standard < 0 ? titles : titles.slice(0, standard)).filter(
    ({ text }) => isPaperTitle(text, service) && !series.has(withoutNumbers(text)),
  );
  const found = highestOf(before.filter(({ value }) => firsts.has(value.places))) ?? highestOf(before);
  return (
    minutesTitle(blocks.slice(0, minutesBlocks)) ??
    itemTitle(blocks.slice(0, topBlocks)) ??
    subjectOfLetter(blocks.slice(0, topBlocks)) ??
    boardTitle(titles) ??
    (found === undefined ? undefined : withoutItem(found.value)) ??
    stripTitle(blocks, front, service) ??
    plainTitle(beforeSections(blocks.slice(0, topBlocks)), service) ??
    lateTitle(blocks, service) ??
    metaTitle(meta.title, service) ??
    plainTitle(blocks, service)
  );
}

/** `Minutes of the Audit Committee held on …`: minutes are called by whose they are. */
function minutesTitle(top: readonly Block[]): RawValue | null {
  for (const block of top) {
    const title =
      'text' in block ? /^(?<title>minutes of (?:(?!\bheld\b)[^.\n])+?)\s+held (?:on|at)\b/im.exec(block.text) : null;
    if (title?.groups?.title !== undefined && !/\bthe meeting$/i.test(title.groups.title) && 'text' in block)
      return { text: title.groups.title, places: block.places };
  }
  return null;
}

/** The title right above one that is a status, though it reads like a body: `Inspection Action Board` over the lanes of a board of cards. */
function boardTitle(titles: readonly Title[]): RawValue | null {
  const at = titles.findIndex(({ text }) => isWhollyStatus(text));
  const over = titles[at - 1];
  return over !== undefined && over.level < (titles[at]?.level ?? 0) && onlyBody.test(over.text) ? over.value : null;
}

/** The places of the headings right below the name of a service or authority that stands first: one of them is more than what comes later, however large that is set. */
function belowName(blocks: readonly Block[]): ReadonlySet<RawValue['places']> {
  const end = blocks.findIndex(({ kind }) => kind !== 'heading');
  const [name, ...others] = blocks.slice(0, Math.max(0, end)).filter((block) => block.kind === 'heading');
  const isNamed = name !== undefined && organisationNames(name.text).length > 0;
  return new Set(isNamed ? others.map(({ places }) => places) : []);
}

function highestOf(titles: readonly Title[]): Title | undefined {
  const highest = leastOf(titles, ({ level }) => level);
  return titles.find(({ level }) => level === highest);
}

/** Titles of which a paper has several, that differ in their number alone (`Highlight report: Recommendation 1`): those of its parts. */
function numberedAlike(blocks: readonly Block[]): ReadonlySet<string> {
  const numbered = new Map<string, Set<string>>();
  for (const text of new Set(blocks.flatMap((block) => blockTitle(block)?.text ?? []))) {
    const words = withoutNumbers(text);
    if (words !== text) numbered.set(words, (numbered.get(words) ?? new Set()).add(text));
  }
  return new Set([...numbered].flatMap(([words, titles]) => (titles.size > 1 ? [words] : [])));
}

const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#');

/** What a letter is about stands right below its salutation. */
function subjectOfLetter(top: readonly Block[]): RawValue | null {
  const at = top.findIndex((block) => 'text' in block && opensLetter(block.text));
  const subject = top[at + 1];
  if (at < 0 || subject === undefined || !('text' in subject) || /[.,;]$/.test(subject.text)) return null;
  if (subject.text.split(/\s+/).length > longestPlainTitle) return null;
  return isPaperTitle(subject.text, null) ? { text: subject.text, places: subject.places } : null;
}

/** `Appendix B` at the very top says where the paper belongs, and heads no section of it. */
const isAnnex = (text: string): boolean => annexAlone.test(foldWords(text));

/** The first row of the front matter's table, where it is one text over the whole width. */
function stripTitle(blocks: readonly Block[], front: ReadonlySet<number>, service: RawValue | null): RawValue | null {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table' || !front.has(index)) continue;
    const strip = block.cells.find(({ row, columnSpan }) => row === 0 && columnSpan === block.columns);
    if (strip !== undefined && isPaperTitle(strip.text, service)) return { text: strip.text, places: strip.places };
  }
  return null;
}

/** A short line that says what the paper reports on, though it is not set as a heading. */
function plainTitle(blocks: readonly Block[], service: RawValue | null): RawValue | null {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.text.split(/\s+/).length > longestPlainTitle || /[.:;]$/.test(block.text))
      continue;
    if (reportWords.test(block.text) && isPaperTitle(block.text, service))
      return withoutItem({ text: block.text, places: block.places });
  }
  return null;
}

/** `Agenda item 4: Inspection Actions List` is the item's number and the paper's title; a label beside it is none of it. */
const withoutItem = (title: RawValue): RawValue => ({
  ...title,
  text: title.text.replace(itemBefore, '').replace(labelBehind, ''),
});

/** What stands behind the number of the agenda's item. */
function itemTitle(top: readonly Block[]): RawValue | null {
  const line = top.find((block) => block.kind !== 'table' && block.kind !== 'list' && itemBefore.test(block.text));
  if (line === undefined || !('text' in line) || line.text.split(/\s+/).length > longestPlainTitle) return null;
  const title = withoutItem({ text: line.text, places: line.places });
  return isPaperTitle(title.text, null) && !mastheadNotes.test(foldWords(title.text)) ? title : null;
}

function beforeSections(top: readonly Block[]): readonly Block[] {
  const end = top.findIndex(
    (block) => block.kind === 'table' || block.kind === 'list' || isStandardSection(block.text),
  );
  return end < 0 ? top : top.slice(0, end);
}

/** A heading below the top, where the paper has no more than one. */
function lateTitle(blocks: readonly Block[], service: RawValue | null): RawValue | null {
  const titles = blocks.map(blockTitle).filter((title) => title !== null && isPaperTitle(title.text, service));
  const [only] = titles;
  return titles.length === 1 && only !== null && only !== undefined && !isStandardSection(only.text)
    ? only.value
    : null;
}

function metaTitle(title: string | null, service: RawValue | null): RawValue | null {
  if (
    title === null ||
    title.split(/\s+/).length < 2 ||
    /\.(docx?|pdf|html?)$/i.test(title) ||
    !isPaperTitle(title, service)
  )
    return null;
  return { text: withoutSite(title), places: [{ path: 'meta/title' }] };
}

/** A web page's title without whose site it is on: `Our plan – Northmoor Fire Brigade`. */
function withoutSite(title: string): string {
  const { head, site } = /^(?<head>.{4,})\s[-–—|]\s(?<site>[^-–—|]+)$/u.exec(title)?.groups ?? {};
  return head !== undefined && site !== undefined && organisationNames(site).length > 0 ? head : title;
}

/** `Action: Publish a plan for the reserves`: a label of an entry, and what it says. */
const isOfEntry = (text: string): boolean =>
  labelField(/^(?<label>[^:]{2,40}):\s/u.exec(text)?.groups?.label ?? '', 1) === 'action';

function isPaperTitle(text: string, service: RawValue | null): boolean {
  const words = foldWords(text);
  if (linePairs(text).some(({ field, value }) => field === 'author' && heldPost.test(value))) return false;
  if (protectiveMarking.test(foldPlain(text)) || isWhollyStatus(text) || asksOfService(text) || isOfEntry(text))
    return false;
  if (!reportWords.test(text) && (/^1[.)]\s/.test(text) || statusOfPart(text) !== null)) return false;
  if (words.split(' ').length < 2 && !/\bplan\b/.test(words)) return false;
  const [name] = organisationNames(text);
  if (name !== undefined && name.name === service?.text && words.split(' ').length <= name.name.split(' ').length + 2)
    return false;
  const undated = findDates(text).reduce(
    (rest, { words: date }) => rest.replace(date, ''),
    text.replace(agendaItem, '').toLowerCase(),
  );
  if (
    beginsWithItem.test(foldWords(text.replace(itemBefore, ''))) ||
    kindOf(splitRef(text)?.ref ?? '') !== null ||
    (onlyBody.test(undated.replace(/(?<![\s,–—-])[\s,–—-]+$/u, '')) && !/^minutes\b/i.test(text))
  )
    return false;
  return foldWords(undated).replace(besideDate, '').trim().length > 3;
}
