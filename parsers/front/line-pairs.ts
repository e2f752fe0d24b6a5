import { foldWords } from '../../src/lib/fold.ts';
import { findDates, isWholeDate } from '../../src/normalise/dates.ts';
import { namesBody, surelyBody } from '../../src/vocabulary/bodies.ts';
import { forWhom, onlyNames } from '../../src/vocabulary/front-labels.ts';
import { heldPost } from '../../src/vocabulary/phrases.ts';
import { type FrontField, fieldBeside, fieldOf, isLabel, mostLabelWords } from './front-label.ts';

/** A label of front matter in a line, and what stands behind it. */
export interface LinePair {
  readonly field: FrontField | null;
  readonly label: string;
  readonly value: string;
}

/** Signs between the parts of a line, and the end of a sentence. */
export const partsOfLine = /\s*[|·•\n]\s*|(?<=[\p{Ll}\d)])\.\s+(?=\p{Lu})/u;

/** Fields whose single word is a label within a line too: any other may be the end of the value before it. */
const namedWithin: ReadonlySet<FrontField | null> = new Set(['meetingDate', 'agendaItem', 'author', 'title']);

/**
 * The labels of a line and their values: `Report to: Audit Panel Date: 3 May 2024 Item: 9`, `Audit Panel | Prepared by: Clerk`.
 * @param beside other lines around it have labels: what may be a label then is one
 */
export function linePairs(text: string, beside = false): readonly LinePair[] {
  const parts = text.split(partsOfLine);
  const pairs = parts.flatMap((part) => partPairs(part, parts.length === 1));
  const [first] = pairs;
  const ofOthers = pairs.length > 1 || beside;
  const told = pairs.filter(
    ({ field, label, value }) =>
      (field === null || ofOthers || fieldOf(label) === field) &&
      (label === '' || !isToPersons(label, field, value)) &&
      isSaidBy(field, value),
  );
  // What a separator parts may be one value: a title with a dash of its own.
  const [only] = told;
  const isWhole = told.length === 1 && only !== undefined && only === first && wholeFields.has(only.field);
  return isWhole ? [{ ...only, value: wholeValue(text, only) }] : told;
}

const wholeFields: ReadonlySet<FrontField | null> = new Set(['title', 'body', 'asAt', 'plan']);

const wholeValue = (text: string, { value }: LinePair): string => {
  const at = text.indexOf(value);
  return value === '' || at < 0 ? value : text.slice(at).trim();
};

function partPairs(part: string, alone: boolean): readonly LinePair[] {
  const labels = colonLabels(part);
  if (labels[0]?.from === 0)
    return labels.map(({ label, to }, index) => ({
      field: fieldBeside(label),
      label,
      value: part.slice(to, labels[index + 1]?.from).trim(),
    }));
  const plain = plainPair(part, alone);
  if (plain !== null) return [plain];
  // `Audit Panel – Agenda item 5 Author: Clerk`: no label at the front of the line.
  return labels.map(({ label, to }, index) => ({
    field: fieldBeside(label),
    label,
    value: part.slice(to, labels[index + 1]?.from).trim(),
  }));
}

/** The labels with a colon in a part of a line: each as long as can be, the first at its front. */
function colonLabels(part: string): readonly { readonly label: string; readonly from: number; readonly to: number }[] {
  const found: { label: string; from: number; to: number }[] = [];
  for (const { index, 0: colon } of part.matchAll(/:(?:\s+|$)/g)) {
    const from = Math.max(found.at(-1)?.to ?? 0, index - longestLabel);
    const before = part.slice(from, index);
    const words = [...before.matchAll(/\S+/g)].slice(-mostLabelWords);
    const word = words.find(
      ({ index: at }) => isLabelHere(before.slice(at), from + at === 0) && /^\p{Lu}/u.test(before.slice(at)),
    );
    if (word !== undefined)
      found.push({ label: before.slice(word.index), from: from + word.index, to: index + colon.length });
  }
  return found;
}

/** No label has more letters: what stands before it is not looked through again for each colon of a long line. */
const longestLabel = 120;

function isLabelHere(label: string, first: boolean): boolean {
  if (first) return isLabel(label) || fieldBeside(label) !== null;
  return (
    namedWithin.has(fieldOf(label)) ||
    (foldWords(label).includes(' ') && isLabel(label) && fieldOf(label) !== 'service')
  );
}

/** A label without a colon, whose value is plainly its own. */
function plainPair(part: string, alone: boolean): LinePair | null {
  const words = part.trim().replace(/\.$/, '').split(/\s+/);
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const label = words.slice(0, count).join(' ');
    const field = fieldOf(label);
    const value = words.slice(count).join(' ');
    if (field !== null && (alone || field === 'author') && fits(field, value, count))
      return { field, label, value: field === 'author' ? value.replace(forWhom, '') : value };
  }
  const [label = '', ...rest] = words;
  const value = rest.join(' ');
  const isPost = /^(?:By|From)$/.test(label) && onlyNames.test(value) && heldPost.test(value);
  return isPost && value.split(' ').length <= longestPost ? { field: 'author', label: 'Report by', value } : null;
}

const longestPost = 9;
/** `To: Councillors Achterberg and Coombes`: persons, and no body. */
const isToPersons = (label: string, field: FrontField | null, value: string): boolean =>
  field === 'body' && /^(?:report )?(?:to|for)$/.test(foldWords(label)) && value !== '' && !namesBody.test(value);

/** `By: 3 May 2024` says no author. */
const isSaidBy = (field: FrontField | null, value: string): boolean =>
  field !== 'author' || value === '' || (!isWholeDate(value) && /^[^\p{Ll}]|^the /u.test(value));

/** Without a colon a label needs a value that is plainly its own. */
function fits(field: FrontField, value: string, labelWords: number): boolean {
  if (field === 'agendaItem') return /^\d{1,3}[a-z]?\b.{0,3}$/i.test(value);
  if (field === 'meetingDate') return /\d{4}$/.test(value) && value.split(' ').length <= 5;
  if (field === 'body')
    return isWholeDate(value) || (/^\p{Lu}/u.test(value) && value.split(' ').length <= 9 && surelyBody.test(value));
  if (field === 'title')
    return labelWords === 1 && /^\p{Lu}/u.test(value) && value.split(' ').length <= 16 && !/\.$/.test(value);
  return field === 'author' && labelWords >= 2 && /^(?:the )?\p{Lu}/u.test(value) && value.split(' ').length <= 12;
}

/** A line that begins with a label in bold without a colon; labels in its value stand at the head of a column beside. */
export function leadPairs(lead: string, text: string): readonly LinePair[] {
  const words = text.slice(lead.length).trim().split(/\s+/);
  const own = { field: fieldOf(lead), label: lead };
  for (let from = 1; from < words.length; from++)
    for (let count = Math.min(3, words.length - from - 1); count > 0; count--) {
      const label = words.slice(from, from + count).join(' ');
      if (!/^\p{Lu}/u.test(label) || !isLabel(label)) continue;
      const value = words.slice(from + count).join(' ');
      if (endsColumn(label, value))
        return [
          { ...own, value: words.slice(0, from).join(' ') },
          { field: fieldOf(label), label, value },
        ];
    }
  return [{ ...own, value: words.join(' ') }];
}

function endsColumn(label: string, value: string): boolean {
  const field = fieldOf(label);
  if (field === 'agendaItem') return fits(field, value, 1);
  if (field === 'meetingDate') return findDates(value).length === 1 && isWholeDate(value);
  return field === null && foldWords(label).includes(' ') && value.split(' ').length <= longestNote;
}

const longestNote = 3;
