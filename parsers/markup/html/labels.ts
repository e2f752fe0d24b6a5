import { attribute, type Element, elementsOf } from '../dom.ts';

/** A number in the style an HTML list's `type` or a Word level's number format asks for. */
export function formatNumber(
  value: number,
  style: 'decimal' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman',
): string {
  switch (style) {
    case 'decimal':
      return String(value);
    case 'lower-letter':
      return letters(value);
    case 'upper-letter':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
  }
}

const htmlStyles = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
} as const;

/** The labels a browser puts before the items of an `<ol>` (`1.`, `b.`, `iv.`), by `start`, `value`, `type`, `reversed`. */
export function listLabels(list: Element): ReadonlyMap<Element, string> {
  const items = elementsOf(list).filter((child) => child.name === 'li');
  const style = htmlStyles[(attribute(list, 'type') || '1') as keyof typeof htmlStyles] ?? 'decimal';
  const step = 'reversed' in list.attribs ? -1 : 1;
  let next = whole(attribute(list, 'start')) ?? (step === 1 ? 1 : items.length);
  const labels = new Map<Element, string>();
  for (const item of items) {
    const value = whole(attribute(item, 'value')) ?? next;
    labels.set(item, `${formatNumber(value, style)}.`);
    next = value + step;
  }
  return labels;
}

function whole(words: string): number | null {
  return /^-?\d{1,6}$/.test(words.trim()) ? Number(words) : null;
}

/** a … z, aa, bb, … as Word counts; beyond the alphabet the letter is doubled. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 10) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const romanParts = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of romanParts) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
