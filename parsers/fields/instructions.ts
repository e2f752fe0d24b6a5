import { tagsOf } from '../../src/lib/lexicon.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import { numberInWords } from '../../src/vocabulary/refs.ts';
import { ensures } from '../../src/vocabulary/value-words.ts';

/** Words before a noun: what stands before one of them and could be a verb is one. */
const beforeNoun: ReadonlySet<string> = new Set(['DT', 'PDT', 'PRP$', 'CD', 'NNS', 'RP']);

/**
 * True for a text that begins with a verb in its plain form, as what somebody is told to do does: `Fit tracking units`, `Test every
 * firefighter`. A word that is more often a noun is a verb before an article, a number or a noun in the plural (Penn Treebank tags).
 */
const isInstruction: (text: string) => boolean = rememberByText((text) => {
  const [first = '', second = ''] = text
    .trim()
    .replace(/^(?:\d+[.)]|[a-z][.)])\s+/i, '')
    .toLowerCase()
    .split(/[^\p{L}\d’'-]+/u);
  const tags = tagsOf(first);
  return tags[0] === 'VB' || (tags.includes('VB') && leadsOn(second));
});

/** So many of several texts begin so where all are instructions: a verb that is a noun more often than not is not told by its tags. */
const mostly = 0.6;

/** True for texts most of which tell somebody to do something. */
export const areInstructions = (texts: readonly string[]): boolean =>
  texts.filter(isInstruction).length >= mostly * texts.length;

/** True for a word before a noun, or one that makes another verb of the one before it (`set up`). */
function leadsOn(word: string): boolean {
  const [first = '', ...others] = tagsOf(word);
  return beforeNoun.has(first) || others.includes('RP') || numberAlone.test(word);
}
const numberAlone = new RegExp(`^(?:\\d+|${numberInWords})$`, 'i');

/** True for what inspectors ask for as they do: to improve something, or to make sure of it. */
export const asksToImprove = (text: string): boolean => ensures.test(text.toLowerCase());
