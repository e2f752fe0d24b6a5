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

/** Coloured circles and squares that web pages and Word papers set before or in place of a rating. */
export const ragSigns: ReadonlyMap<string, RagValue> = new Map([
  ['🔴', 'red'],
  ['🟥', 'red'],
  ['🟠', 'amber'],
  ['🟡', 'amber'],
  ['🟧', 'amber'],
  ['🟨', 'amber'],
  ['🟢', 'green'],
  ['🟩', 'green'],
  ['🔵', 'blue'],
  ['🟦', 'blue'],
  ['⚪', 'white'],
  ['⬜', 'white'],
]);

/** A label before a rating in its own cell. On folded words. */
export const beforeRating = /^(b?rag( status| rating)?|rating|status) /;
