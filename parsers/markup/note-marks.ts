const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** What a raised digit or letter belongs to as a power: `10⁶`, `m²`, `km²`, `x²`. */
const powerBase = /(?:^|[^\p{L}\p{N}.,/])(?:10|\d*\s?(?:[cdkm]m|ft|in|yd|mi|\p{L}))$/u;
/** A number, a letter or a sign that leads to a note; `1ˢᵗ` is none. */
const noteMark = /^[[(]?(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-np-z]|[*†‡§¶]{1,3})[\])]?$/u;

/** True for words raised behind others that lead to a note: no part of the word they stand after. */
export const isNoteMark = (before: string, raised: string): boolean =>
  before.trim() !== '' && noteMark.test(raised.trim()) && !powerBase.test(before.trimEnd());

/** So many letters before a raised mark show what it belongs to, however long the line is. */
export const lettersBefore = 200;

/** Digits as the characters that are raised by themselves, so that `10` and a raised `6` do not become `106`. */
export const raisedText = (words: string): string =>
  /^\d+$/.test(words.trim()) ? words.replace(/\d/g, (digit) => raisedDigits.charAt(Number(digit))) : words;

/** A text without raised digits that lead to notes: `Complete¹` is `Complete`, `m²` stays. */
export function withoutNoteMarks(text: string): string {
  return text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (mark, at: number) =>
    isNoteMark(text.slice(Math.max(0, at - lettersBefore), at), '1') ? '' : mark,
  );
}
