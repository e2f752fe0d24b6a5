import { rememberByText } from '../lib/remember.ts';
import { numberInWords, refLabel, refOpening } from '../vocabulary/refs.ts';

/** A reference taken off the front of a text: as printed, and what follows it. */
export interface RefAndRest {
  readonly ref: string;
  readonly rest: string;
}

/** The part of a finding that an action answers: `2(i)`, `ES1.1(b)`. */
const part = '(?:\\((?:[ivx]{1,4}|[a-z])\\))?';
const number = `\\d{1,3}(?:[./]\\d{1,3}){0,3}[a-z]?${part}`;
/** Letters and digits that only a reference has: `ES1.1`, `P1.12`, `IMP-01`, `T11`, `R3-E-04`, `FB.E.1`, `FP/20/21/1.1`, `TC/24/R01`. */
const code = `(?:(?!COVID)(?:[A-Z][A-Za-z]{0,4}\\d{1,3}(?:\\.\\d{1,3}){0,2}[a-z]?|[A-Z][A-Z0-9]{0,5}(?:[-/.][A-Z0-9]{1,4}){0,3}[-/.][A-Z]?\\d{1,3}(?:\\.\\d{1,3}){0,2}[a-z]?))${part}`;
const separator = '\\s*(?:[:.)]|\\s[-–—·•|]|[-–—]\\s)\\s*';

const inWords = new RegExp(`^(?<ref>${refLabel}\\s+${numberInWords})(?:${separator}|$)`, 'u');
const labelled = new RegExp(
  `^(?<ref>${refLabel}[\\s.:#-]*(?:No\\.?\\s*)?(?:${number}|${code}|(?<=[\\s-])\\p{Lu}(?![\\p{L}'’])))(?:${separator}|\\s+(?=\\p{Lu})|$)`,
  'u',
);
const coded = new RegExp(
  `^(?<ref>${code})(?:${separator}|(?<=[./-]\\d{1,3})\\s+(?=\\p{Lu})|\\s+(?=${refOpening})|$)`,
  'u',
);
const numbered = new RegExp(`^\\(?(?<ref>${number})(?:(?:[.):]|\\s[-–—])\\s+(?=\\S)|\\s+(?=${refOpening}))`, 'u');

/** `1(a)` before what is done about finding 1: no sentence begins so. */
const lettered = /^(?<ref>\d{1,3}(?:\.\d{1,3}){0,2}\((?:[ivx]{1,4}|[a-z])\))\s+(?=\p{Lu})/u;

/** `(iv)` before a whole sentence or title; one that ends in a semicolon goes on in the next, and its number is part of it. */
const bracketed = /^(?<ref>\([ivx]{1,5}\))\s+(?=\p{Lu})(?!.*;\s*(?:and)?\s*$)/su;

/**
 * Takes a reference off the front of a finding or action (`AFI 3 - The service should…`).
 * @returns null where the text begins with none
 */
export function splitRef(text: string): RefAndRest | null {
  const { above, below } = onLineAbove.exec(text)?.groups ?? {};
  if (above !== undefined && below !== undefined && isRef(above)) return { ref: above.trim(), rest: below.trim() };
  const after = text.replace(paragraphNumber, '');
  const named = after === text ? undefined : labelled.exec(after)?.[0];
  if (named !== undefined) return splitRef(after);
  for (const pattern of [labelled, inWords, coded, numbered, lettered, bracketed]) {
    const match = pattern.exec(text);
    const ref = match?.groups?.ref;
    if (match !== null && ref !== undefined)
      return withinCause(text, ref) ?? { ref: ref.trim(), rest: text.slice(match[0].length).trim() };
  }
  return null;
}

/** `CoC 1 Rec 2: …`: the reference of a recommendation within that of its cause, with nothing but a blank or a stroke between. */
function withinCause(text: string, cause: string): RefAndRest | null {
  const behind = text.slice(cause.length);
  const joint = /^(?:\s+|\s*[/,]\s*|\s[-–—]\s)/u.exec(behind)?.[0];
  const match = joint === undefined ? null : labelled.exec(behind.slice(joint.length));
  const own = match?.groups?.ref;
  if (joint === undefined || match === null || own === undefined || !text.startsWith(cause)) return null;
  const ref = `${cause}${joint}${own}`;
  return { ref, rest: text.slice(cause.length + joint.length + match[0].length).trim() };
}

/** `3. Area for improvement 1: …`: the number of a paper's paragraph before the finding's own. */
const paragraphNumber = /^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\p{Lu})/u;

/** A reference on a line of its own above the text. */
const onLineAbove = /^(?<above>[^\n]{1,20})\n(?<below>.+)$/su;

const whole = new RegExp(
  `^(?:(?:${refLabel}[\\s.:#-]*)?(?:${number}|${code})|${refLabel}\\s+${numberInWords})[.):]?$`,
  'u',
);

/** `05.12.21`: a day, a month and a year of two digits each. */
const shortDate = /^(?:0[1-9]|[12]\d|3[01])([./])(?:0[1-9]|1[0-2])\1\d\d$/;

/** True where the whole text is a reference or a bare number. */
export const isRef: (text: string) => boolean = rememberByText(
  (text) => whole.test(text.trim()) && !shortDate.test(text.trim()),
);

const longestRef = 9;

/** A few words that end in a number or a letter, as long references do: `Vetting 2022 – Recommendation 4`, `Custody no. B`. */
export function endsInNumber(text: string): boolean {
  if (!/[\dA-Za-z]\)?\s*$/.test(text)) return false;
  const words = text.trim().split(/\s+/);
  return words.length <= longestRef && /^[(#]?(?:\S*[\p{L}./-])?(?:\d{1,3}[a-z]?|[A-Z])\)?$/u.test(words.at(-1) ?? '');
}

/** True where an action's reference is its finding's with a letter or a further number behind: `A2b` of `A2`, `3.1` of `3`. */
export function goesOnFrom(finding: string | undefined, action: string): boolean {
  const own = action.replace(ofAction, '');
  return (
    finding !== undefined &&
    own.startsWith(finding) &&
    /^(?:[a-z]|[./]\d{1,3}[a-z]?|\([a-z]{1,4}\))$/.test(own.slice(finding.length))
  );
}

const ofAction = /^action\s+/i;

const inHeading = new RegExp(
  `(?:^|[\\s(–—-])(?<ref>${refLabel}[\\s.:#-]*(?:No\\.?\\s*)?(?:${number}|${code})|${code})\\)?$`,
  'u',
);

/** A reference at the end of a heading (`Effectiveness – ES1.1`), with the words before it. */
export function refAtEnd(text: string): RefAndRest | null {
  const match = inHeading.exec(text.trim());
  const ref = match?.groups?.ref;
  if (match === null || ref === undefined) return null;
  return {
    ref,
    rest: text
      .trim()
      .slice(0, match.index)
      .replace(/(?<![\s–—-])[\s–—-]+$/u, ''),
  };
}

/** A bare number's closing stop or bracket is its frame, not part of it, nor is the word `Action` before letters and numbers. */
export function bareRef(text: string): string {
  return text
    .trim()
    .replace(/^action\s+(?=\p{Lu}+\d)/iu, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/(?<![.:])[.:]+$/, '')
    .replace(/^([^(]*[^(.):]|)[.):]+$/, '$1');
}
