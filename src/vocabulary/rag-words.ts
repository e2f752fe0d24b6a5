import type { RagValue } from '../model/plan.ts';

/** Colour words as papers use them for a rating, folded. */
export const ragWords: ReadonlyMap<string, RagValue> = new Map([
  ['red', 'red'],
  ['r', 'red'],
  ['amber', 'amber'],
  ['a', 'amber'],
  ['yellow', 'amber'],
  ['orange', 'amber'],
  ['amber red', 'red'],
  ['amber green', 'amber'],
  ['green', 'green'],
  ['g', 'green'],
  ['blue', 'blue'],
  ['b', 'blue'],
  ['grey', 'grey'],
  ['gray', 'grey'],
  ['white', 'white'],
  ['w', 'white'],
]);
