import { rememberByText } from '../../../src/lib/remember.ts';
import { placeholder } from '../../../src/vocabulary/numbers.ts';

const number =
  /^[([<>≤≥~±+*†‡\-–−]*[$£€¥]?[-–−]?\d[\d,.\u2009\u00a0:/]*(?:[-–—/]\$?\d[\d,.]*)?\s?(?:%|p|k|m|bn|pts?|st|nd|rd|th)?[)\]]*[*†‡§a-e\d]{0,3}$/iu;

/** No number and no placeholder begins with any of these, as most words do. */
const beginsWord = /^[a-mo-su-wyzA-MO-SU-WYZ]/;

/** True for a number with its signs and marks (`$1,040`, `(3.2)`, `45–54`, `12%`) or what stands in place of one. */
export function isNumeric(text: string): boolean {
  if (beginsWord.test(text)) return false;
  const bare = text.trim();
  return number.test(bare) || placeholder.test(bare);
}

/** True where every word of a text is a number or stands for one (`$ 12`, `0.3 *`, `( 12 )`). */
export const isNumericText = (text: string): boolean => !beginsWord.test(text) && isOfNumbers(text);

/** Remembered, for each way to read a page asks it of the same texts. */
const isOfNumbers = rememberByText((text) => {
  const words = text.trim().split(/\s+/u);
  return words.length <= 4 && words.every((word) => isNumeric(word) || /^[$£€%()*]+$/u.test(word));
});

/** True for what reads as a year or a span of years (`2009`, `2009–10`, `FY 2011`), which heads columns of numbers. */
export function isYear(text: string): boolean {
  return /^(?:FY\s?)?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?[*†‡a-z\d]?$/iu.test(text.trim());
}
