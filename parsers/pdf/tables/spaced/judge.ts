import type { Signs } from './spaced-tables.ts';

/** Least confidence with which a region of text is taken for a table. */
export const leastConfidence = 0.5;

/**
 * How sure it is that a region read from gaps is a table, 0 to 1. Numbers in columns, rules around it, a heading and
 * a caption speak for it; long texts in cells, lists, forms and contents pages against it.
 */
export function judge(signs: Signs): number {
  if (signs.fullRows < 2 || signs.columns < 2) return 0;
  let score = 0.2;
  score += 0.4 * signs.numeric;
  score += Math.min(0.2, 0.04 * signs.fullRows);
  score += signs.columns >= 3 ? 0.12 : 0;
  score += signs.columns >= 5 ? 0.08 : 0;
  score += signs.headerRows > 0 ? 0.08 : 0;
  score += signs.ruleAbove ? 0.1 : 0;
  score += signs.ruleBelow ? 0.08 : 0;
  score += signs.named ? 0.25 : 0;
  score += signs.boldHead && signs.columns >= 4 && signs.filled > 0.9 ? 0.3 : 0;
  score += signs.rulesInside > 0 ? 0.06 : 0;
  score += signs.ruleAbove && signs.ruleBelow && signs.rulesInside > 0 && signs.headerRows > 0 ? 0.15 : 0;
  score -= signs.filled < 0.4 ? 0.25 : 0;
  score -= signs.filled < 0.25 ? 0.4 : 0;
  score -= Math.max(0, signs.words - 5) * 0.06;
  score -= 0.6 * signs.listLike;
  score -= signs.leaders > 0.5 && signs.columns === 2 ? 0.7 : 0;
  score -= signs.fullRows < 3 ? (signs.ruleAbove && signs.ruleBelow ? 0.15 : 0.35) : 0;
  return Math.max(0, Math.min(1, score));
}
