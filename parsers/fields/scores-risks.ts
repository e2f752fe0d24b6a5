import type { Region, Slot } from '../records/model.ts';

/** So many records have the product of two of their numbers as a third. */
const mostScored = 0.8;
const leastRecords = 3;

/**
 * True for records of which each has two numbers and what they make together: the likelihood of a risk, its impact and its score,
 * whatever they are called. A register of risks has owners, dates and actions as plans have.
 */
export function scoresRisks({ columns, slots, records }: Region): boolean {
  if (columns === null || records.length < leastRecords) return false;
  const numbers = slots.flatMap((slot) => numbersOf(slot) ?? []);
  return numbers.some((product, third) =>
    numbers.some((one, first) =>
      numbers.some(
        (other, second) => first < second && third !== first && third !== second && isProduct(one, other, product),
      ),
    ),
  );
}

type Numbers = readonly (number | null)[];

/** The whole numbers of a slot that holds nothing else; null for any other. */
function numbersOf({ values }: Slot): readonly [Numbers] | null {
  const texts = values.map((value) => value?.text.trim() ?? '');
  const areNumbers = texts.some((text) => text !== '') && texts.every((text) => /^\d{0,2}$/.test(text));
  return areNumbers ? [texts.map((text) => (text === '' ? null : Number(text)))] : null;
}

function isProduct(one: Numbers, other: Numbers, product: Numbers): boolean {
  const told = product.flatMap((score, record) => {
    const [a, b] = [one[record], other[record]];
    return score === null || a == null || b == null ? [] : [{ score, isMade: a * b === score && a > 1 && b > 1 }];
  });
  const made = told.filter(({ score }, record) => score > 0 && told[record]?.isMade).length;
  return told.length >= leastRecords && made >= mostScored * told.length;
}
