import { foldSpace } from '../../../src/lib/text.ts';
import { raisedText } from '../note-marks.ts';

/** No words struck through are longer: a sign that is never closed is not followed to the end of a long line, again and again. */
const longest = 2000;

/** Markdown's strikethrough (GitHub Flavored Markdown, 6.5: one or two tildes, no more), and HTML's inside it, within one line. */
const strike = new RegExp(
  `(?<!~)~~(?=[^\\s~])([^\\n]{1,${longest}}?)(?<=[^\\s~])~~(?!~)|<(s|del|strike)>([^\\n]{0,${longest}}?)</\\2>`,
  'gi',
);
const raised = /<sup>([^\n]{0,1000}?)<\/sup>/gi;

/** A text without what is struck through, whose words are given apart; raised digits are written as such. */
export function withoutStruck(text: string): { readonly text: string; readonly struck: readonly string[] } {
  const struck = [...text.matchAll(strike)].map(([, marked, , tagged]) => foldSpace(marked ?? tagged ?? ''));
  return { text: text.replace(strike, '').replace(raised, (_, words: string) => raisedText(words)), struck };
}
