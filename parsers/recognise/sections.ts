import { foldPlain, foldWords, isCapitals } from '../../src/lib/fold.ts';
import type { Block, Heading, Paragraph } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { complimentaryClose, salutation } from '../../src/vocabulary/paper-titles.ts';
import { askingSentence, findingPhrase } from '../../src/vocabulary/phrases.ts';
import { standardSections } from '../../src/vocabulary/sections.ts';
import { endsInStatus } from '../../src/vocabulary/statuses.ts';

const longestTitle = 14;
const longestFinding = 60;
/** Deeper than any marked heading: a bold paragraph that stands for one. */
const unmarkedLevel = 7;

/** A title over the blocks below it: a heading, or a short paragraph in bold. Lower levels stand higher. */
export interface Title {
  readonly text: string;
  readonly level: number;
  readonly value: RawValue;
}

/** The title that a block is; null for text. */
export function blockTitle(block: Block): Title | null {
  if (block.kind === 'heading') return title(block, block.level);
  if (block.kind !== 'paragraph' || !block.bold || !looksLikeTitle(block.text)) return null;
  return title(block, unmarkedLevel);
}

/** True for a heading that every board paper has, whatever it reports on. */
export function isStandardSection(text: string): boolean {
  const words = foldWords(text.replace(/^\s*\d+(\.\d+)*[.)]?\s+/, ''));
  return standardSections.some((pattern) => pattern.test(words));
}

/** True for a sentence, in quotation marks or numbered or not, that says what the service should do. */
export const asksOfService = (text: string): boolean =>
  askingSentence.test((splitRef(text)?.rest ?? text).replace(/^(?:\d+(?:\.\d+)*[.)]?\s+|["'“‘]\s*)/, ''));

/** True for the words that open a letter. */
export const opensLetter = (text: string): boolean => salutation.test(text.trim());

/** True for the words that close a letter: what follows is who signs it, and no part of a plan. */
export const closesLetter = (text: string): boolean => complimentaryClose.test(text);

function title(block: Heading | Paragraph, level: number): Title {
  const text = block.text.replace(/\s+/g, ' ').trim();
  return { text, level, value: { text, places: block.places } };
}

/** True where a text is as short as a title is, or a finding that is set as one. */
export function looksLikeTitle(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (words <= longestTitle && !/[.;,]$/.test(text.trim())) || (words <= longestFinding && isNamedFinding(text));
}

/** `AFI 1: The service should…`: a finding set as the title of its own section, whatever its length and its full stop. */
function isNamedFinding(text: string): boolean {
  const split = splitRef(text);
  return split !== null && kindOf(split.ref) !== null && findingPhrase.test(foldPlain(split.rest));
}

/** A title without the status words in which it ends (`Recommendation 1 – Complete`, `AFI 3: Wellbeing (On track)`). */
export function statusOff(text: string): { readonly text: string; readonly status: string | null } {
  const match =
    /^(?<head>.{3,}?)(?:\s+[-–—|]\s+|\s*:\s+|\s+(?:\((?=[^()]*\)$)|\[(?=[^[\]]*\]$)))(?<status>[^()[\]–—|:]{3,30})[)\]]?$/u.exec(
      text,
    );
  const { head, status } = match?.groups ?? {};
  // `Closed – BAU` is one status; in brackets a short word is one too: `(met)`.
  const isOwn = status !== undefined && (status.length >= leastStatus || /[)\]]$/.test(text));
  return head === undefined || status === undefined || !isOwn || !isStatusWords(status)
    ? { text, status: null }
    : { text: head, status };
}

const leastStatus = 4;

/** A title's own words and the status in which it ends, which begins as a title does; null where it ends in none. */
export function statusAtEnd(text: string): { readonly head: string; readonly status: string } | null {
  const { head, status } = endsInStatus.exec(text)?.groups ?? {};
  return head === undefined || status === undefined || !/^\p{Lu}/u.test(status) ? null : { head, status };
}

/** True for a status alone: `Overdue` or `Now overdue`, and not `Hydrants Overdue`. */
export const isStatusAlone = (text: string): boolean =>
  isStatusWords(text) && (isCapitals(text) || statusAtEnd(text) === null);
