import type { Block, Heading, Paragraph } from '../../src/model/document.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { findingPhrase } from '../../src/vocabulary/phrases.ts';
import { labelField } from './labels.ts';
import { blockTitle, looksLikeTitle, statusAtEnd } from './sections.ts';
import { titlesInColumns } from './titles-in-columns.ts';

/**
 * The blocks with the titles of cards as titles: a plain line of a reference and a few words (`AFI-02 Hydrants`) that comes
 * again and again, and the status in which title after title ends (`Hydrants On track`) as a line of its own below it.
 */
export const cardTitles = (blocks: readonly Block[]): readonly Block[] =>
  pillsBelow(titlesInColumns(plainTitles(blocks)));

/** Fewer alike are no way of setting titles. */
const least = 2;

function plainTitles(blocks: readonly Block[]): readonly Block[] {
  const refs = blocks.map((block, index) => {
    const next = blocks[index + 1];
    return next === undefined || cardRef(next) !== null ? null : cardRef(block);
  });
  const found = refs.filter((ref) => ref !== null);
  if (found.length < least || new Set(found).size < found.length) return blocks;
  let above = 0;
  return blocks.map((block, index) => {
    if (block.kind === 'heading' && labelField(block.text, 0.7) === null) above = block.level;
    if (refs[index] === null || block.kind !== 'paragraph') return block;
    return { kind: 'heading', level: above + 1, text: block.text, places: block.places };
  });
}

/** The reference that a plain line of a few words begins with; null where it is no such line. */
function cardRef(block: Block): string | null {
  if (block.kind !== 'paragraph' || blockTitle(block) !== null || !looksLikeTitle(block.text)) return null;
  const { ref = '', rest = '' } = splitRef(block.text) ?? {};
  const isOfFinding = kindOf(ref) !== null || /^[A-Z]{1,5}[-/]?\d/.test(ref);
  return isOfFinding && isTopic(rest) ? ref : null;
}

const isTopic = (text: string) =>
  /^\p{Lu}[^:]*[^:.?!\d]$/u.test(text) && !findingPhrase.test(text.toLowerCase()) && labelField(text, 0.7) === null;

/** Where half of the titles of one level and more end in a status, that stands below each. */
function pillsBelow(blocks: readonly Block[]): readonly Block[] {
  const titles = blocks.filter((block): block is Heading => block.kind === 'heading' && !isLabel(block.text));
  const levels = new Set(
    [...Map.groupBy(titles, ({ level }) => level)]
      .filter(([, own]) => {
        const ended = own.filter(({ text }) => statusAtEnd(text) !== null).length;
        return ended >= least && ended >= 0.5 * own.length;
      })
      .map(([level]) => level),
  );
  return blocks.flatMap((block): readonly Block[] =>
    block.kind === 'heading' && levels.has(block.level) ? pillBelow(block) : [block],
  );
}

const isLabel = (text: string) => labelField(text, 0.7) !== null;

function pillBelow(title: Heading): readonly Block[] {
  const pill = statusAtEnd(title.text);
  if (pill === null) return [title];
  const below: Paragraph = { kind: 'paragraph', text: pill.status, bold: false, places: title.places };
  return [{ ...title, text: pill.head }, below];
}
