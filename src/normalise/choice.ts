const box = /(☐|☒|☑|✓|✔|\[ ?\]|\[[xX✓✔]\])/u;
const ticked = /^(?:☒|☑|✓|✔|\[[xX✓✔]\])$/u;

/**
 * The words of the one ticked box of several, which stand behind their boxes (`☐ Not started ☒ In progress ☐ Complete`
 * gives `In progress`) or before them (`Yes ☒ No ☐`).
 * @returns the text itself where it is no such choice, or where none or several are ticked
 */
export function tickedChoice(text: string): string {
  const parts = text.split(box).map((part) => part.trim());
  const marks = parts.filter((_, index) => index % 2 === 1);
  const behind = parts[0] === '';
  const words = parts.filter((_, index) => index % 2 === 0).slice(behind ? 1 : 0, behind ? undefined : -1);
  const isChoice = marks.length > 1 && words.every((one) => one !== '') && (behind || parts.at(-1) === '');
  const chosen = words.filter((_, index) => ticked.test(marks[index] ?? ''));
  return isChoice && chosen.length === 1 ? (chosen[0] ?? text).replace(/(?<![\s,;|/])[\s,;|/]+$/, '') : text;
}

/** True where a text has a box that is not ticked: which of its words are meant only a choice can say. */
export const hasOpenBox = (text: string): boolean => /☐|\[ ?\]/.test(text);
