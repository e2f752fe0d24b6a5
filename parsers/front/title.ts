import { foldWords } from '../../src/lib/fold.ts';
import type { Document } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { bodyNouns } from '../../src/vocabulary/front-labels.ts';
import { blockTitle, isStandardSection, type Title } from '../recognise/sections.ts';

const topBlocks = 15;
const onlyBody = new RegExp(`^(?:report to )?(?:the )?[^.]*\\b(?:${bodyNouns})$`, 'i');

/**
 * A paper's title: the highest heading at its top that is not the service's name, a date, a body or a standard
 * section; null where it has none.
 */
export function findTitle({ blocks }: Document, service: RawValue | null): RawValue | null {
  const titles = blocks.slice(0, topBlocks).flatMap((block): readonly Title[] => {
    const title = blockTitle(block);
    return title === null ? [] : [title];
  });
  const standard = titles.findIndex(({ text }) => isStandardSection(text));
  const before = (standard < 0 ? titles : titles.slice(0, standard)).filter(({ text }) => isPaperTitle(text, service));
  const highest = Math.min(...before.map(({ level }) => level));
  const found = before.find(({ level }) => level === highest);
  return found === undefined ? null : found.value;
}

function isPaperTitle(text: string, service: RawValue | null): boolean {
  const words = foldWords(text);
  if (words.split(' ').length < 2 && !/\bplan\b/.test(words)) return false;
  const [name] = organisationNames(text);
  if (name !== undefined && name.name === service?.text && words.split(' ').length <= name.name.split(' ').length + 2)
    return false;
  if (/^(open|closed|public)? ?(agenda|information|decision)? ?item\b/.test(words) || onlyBody.test(text)) return false;
  const undated = findDates(text).reduce((rest, { words: date }) => rest.replace(date, ''), text.toLowerCase());
  return (
    foldWords(undated)
      .replace(/\b(updated?|as at|as of|date|version|draft|position|last)\b/g, '')
      .trim().length > 3
  );
}
