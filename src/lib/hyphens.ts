import { isEnglish } from './lexicon.ts';

/** Words of a paper, by which a hyphen at a line's end is told from one that belongs to the word. */
export interface PaperWords {
  /** Lower case; words with inner hyphens whole ("cross-border"). */
  readonly words: ReadonlySet<string>;
}

/** Every word that stands in these texts. A word cut at a line's end is in there only in pieces. */
export function paperWords(texts: Iterable<string>): PaperWords {
  const all = plainHyphens([...texts].join(' ').toLowerCase());
  return { words: new Set(all.match(/\p{L}+(?:[-']\p{L}+)*/gu)) };
}

/**
 * Lines of one paragraph as one text: joined by a blank; after a hyphen at a line's end without one. The hyphen itself
 * goes only where the joined word is known from the same paper or the word list and the paper nowhere hyphenates it
 * inside a line. A soft hyphen always goes. A word that is wider than its column may be cut without a hyphen.
 * @param full for each line whether not one letter more has room on it; none where that is not known
 */
export function joinWrapped(lines: readonly string[], paper: PaperWords, full: readonly boolean[] = []): string {
  const parts: string[] = [];
  let wasFull = false;
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const above = parts.pop();
    const cut = above !== undefined && wasFull && isCutWord(above, line, paper);
    const joined = above === undefined ? line : cut ? above + line : joinTwo(above, line, paper);
    parts.push(joined.slice(0, joined.length - line.length), line);
    wasFull = full[index] === true;
  }
  return parts.join('').replaceAll('\u00ad', '');
}

/**
 * A line of one word only that goes on in the next: together they are a known word, and not both are words alone; in a column
 * of a few letters, which cuts nearly every word, one or the other is enough.
 */
function isCutWord(text: string, line: string, paper: PaperWords): boolean {
  const left = /^\p{L}{2,}$/u.exec(text)?.[0];
  const right = (left === left?.toUpperCase() ? /^\p{Lu}+(?![\p{L}\d])/u : /^\p{Ll}+/u).exec(line)?.[0];
  if (left === undefined || right === undefined) return false;
  const word = (left + right).toLowerCase();
  const isKnown = paper.words.has(word) || isListed(word);
  const isNarrow = left.length <= fewLetters && right.length <= left.length + unevenLetters;
  if (isWordAlone(left.toLowerCase()) && isWordAlone(right.toLowerCase())) return isKnown && isNarrow;
  return isKnown || (isNarrow && left.length < fewLetters && right === right.toLowerCase());
}

/** A column in which not one letter more fits than these cuts most words; letters are not all of one width. */
const fewLetters = 4;
const unevenLetters = 2;

/** The lexicon has every letter of the alphabet; two of them are words. */
const isWordAlone = (word: string): boolean => (word.length === 1 ? word === 'a' || word === 'i' : isListed(word));

/** More of a text's end than the last word of it is long: a cell's text grows line by line and is not looked through anew. */
const endLength = 200;

/** Both lines with what parts them; the second stands whole at the end. */
function joinTwo(text: string, line: string, paper: PaperWords): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + line;
  const end = text.slice(-endLength);
  if (isCutDate(end, line) || isCutReference(end, line)) return text + line;
  const left = /(\p{L}+(?:['’]\p{L}+)*)[-\u2010\u2011]$/u.exec(end)?.[1];
  const waits = /^(?:and|or|to|nor|&)(?!\p{L})/u.test(line);
  if (left === undefined) return endsInNumber(end, line) && !waits ? text + line : `${text} ${line}`;
  if (waits) return `${text} ${line}`;
  const right = /^\p{L}+(?:['’]\p{L}+)*/u.exec(line)?.[0];
  if (right === undefined) return /^\d/u.test(line) ? text + line : `${text} ${line}`;
  return isOneWord(left, right, paper) ? text.slice(0, -1) + line : text + line;
}

/** A number and a hyphen, of which the next line goes on with another number or in small letters: `48-` over `hour`. */
function endsInNumber(text: string, line: string): boolean {
  return (
    (/\d[-\u2010\u2011–]$/u.test(text) && /^\d/u.test(line)) ||
    (/\d[-\u2010\u2011]$/u.test(text) && /^\p{Ll}/u.test(line))
  );
}

/** A date that a narrow cell cuts between two digits (`31/12/202` over `2`) or before its month (`04-` over `May-22`). */
function isCutDate(text: string, line: string): boolean {
  if (/(?:^|\s)\d{1,2}-$/.test(text) && /^\p{Lu}\p{Ll}{2,8}-\d{2,4}\b/u.test(line)) return true;
  const left = /(?:^|\s)(\d{1,2}[/.]\d{1,2}[/.]\d{0,3})$/.exec(text)?.[1];
  const right = /^\d{1,4}(?!\d)/.exec(line)?.[0];
  return left !== undefined && right !== undefined && /^\d+\D\d+\D(?:19|20)\d\d$/.test(left + right);
}

/** A reference cut after its slash: `FP/` over `20/21/1.1`, `23/` over `EF/01`. */
function isCutReference(text: string, line: string): boolean {
  return (/\S\/$/.test(text) && /^\d/.test(line)) || (/\d\/$/.test(text) && /^[A-Z]{1,4}[/\d]/.test(line));
}

function isOneWord(left: string, right: string, paper: PaperWords): boolean {
  if (/^\p{Lu}/u.test(right) && /\p{Ll}/u.test(left)) return false;
  const first = left.toLowerCase();
  const second = right.toLowerCase();
  if (paper.words.has(`${first}-${second}`)) return false;
  if (paper.words.has(first + second)) return true;
  if (!isListed(first + second) || isListed(`${first}-${second}`)) return false;
  const compound = isListed(second) && (prefixes.has(first) || (first.length > 2 && isListed(first)));
  return !compound || particles.has(first);
}

/**
 * Where both parts are words or word beginnings that people also write with a hyphen ("high-risk", "re-launched"), the
 * hyphen is taken for the paper's own, unless the first commonly grows together with what follows ("under-standing").
 */
const prefixes = new Set(['re', 'co', 'pre', 'non', 'multi', 'anti', 'semi', 'self', 'e']);
const particles = new Set(
  'after any back down ever every fore her him how inter more never none not out over some there through under what when where who with'.split(
    ' ',
  ),
);

function plainHyphens(text: string): string {
  return text.replace(/[\u2010\u2011]/gu, '-').replaceAll('’', "'");
}

/** True for an English word, in our spelling or the Americans', as the lexicon has it. */
const isListed = (word: string): boolean => isEnglish(word) || isEnglish(american(word));

/** The lexicon spells as Americans do. */
function american(word: string): string {
  return word.replace(/is(e[drs]?|es|ing|ations?|ational)$/u, 'iz$1').replace('our', 'or');
}
