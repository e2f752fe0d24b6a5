import { calibrationError, wrongInLowestTenth } from './figures.ts';
import type { Judged } from './score.ts';

/** Prints how far confidence can be believed, over all values and in groups, as Markdown. */
export function printReliability(
  judged: readonly Judged[],
  groups: readonly (readonly [string, readonly Judged[]])[],
): void {
  if (judged.length === 0) return;
  console.log('\n| confidence of | values | wrong | calibration error | wrong ones in the lowest tenth |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const [name, values] of [['all values', judged] as const, ...groups]) {
    const wrong = values.filter(({ right }) => !right).length;
    const lowest = (100 * wrongInLowestTenth(values)).toFixed(1);
    console.log(`| ${name} | ${values.length} | ${wrong} | ${calibrationError(values).toFixed(3)} | ${lowest} % |`);
  }
}

/** Prints what values of each confidence turned out to be: said and right should be one number. */
export function printBins(judged: readonly Judged[]): void {
  console.log('\n| confidence from | values | said | right |\n| --- | ---: | ---: | ---: |');
  const bins = Map.groupBy(judged, ({ confidence }) => edges.findLast((edge) => confidence >= edge) ?? 0);
  for (const [edge, values] of [...bins].toSorted(([a], [b]) => a - b)) {
    const mean = (of: (one: Judged) => number) => values.reduce((sum, one) => sum + of(one), 0) / values.length;
    const [said, right] = [mean(({ confidence }) => confidence), mean((one) => Number(one.right))];
    console.log(`| ${edge} | ${values.length} | ${(100 * said).toFixed(1)} % | ${(100 * right).toFixed(1)} % |`);
  }
}

/** Nearly all values stand near 1, which is looked at more closely. */
const edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];
