import { asOneLine, quoted } from '../lib/text.ts';
import { letters } from './wording.ts';

/** As many words are quoted before the first that differs. */
const wordsBefore = 5;

/** Two texts in quotes, each from shortly before the first word in which they differ. */
export interface Parted {
  readonly before: string;
  readonly after: string;
}

/** Two texts from where they part, if what is quoted of both from their start is the same words; null where that shows what differs. */
export function partedLater(before: string, after: string): Parted | null {
  if (letters(quoted(before)) !== letters(quoted(after))) return null;
  const [was, is] = [before, after].map((text) => asOneLine(text).split(' '));
  if (was === undefined || is === undefined) return null;
  const first = was.findIndex((word, index) => letters(word) !== letters(is[index] ?? ''));
  const from = Math.max(0, (first < 0 ? was.length : first) - wordsBefore);
  const cut = (words: readonly string[]) => quoted(`${from > 0 ? '… ' : ''}${words.slice(from).join(' ')}`);
  const parted = { before: cut(was), after: cut(is) };
  return letters(parted.before) === letters(parted.after) ? null : parted;
}
