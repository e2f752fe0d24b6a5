import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { RawField, RawValue } from '../../src/model/raw.ts';
import { askingSentence } from '../../src/vocabulary/phrases.ts';
import { inspectorateTerms, planTerms } from '../../src/vocabulary/plan-terms.ts';
import { labelField, splitLabel } from './labels.ts';

/** Fewer than this, of what is asked for and of labels that answer it, can stand in any paper. */
const least = 2;
const answers: ReadonlySet<RawField> = new Set([
  'action',
  'progress',
  'update',
  'future',
  'status',
  'lead',
  'timescale',
]);

/**
 * The first thing that the service is asked for in a paper that asks for several and has labels of what is done about
 * them, as only a plan has; null for any other paper, such as an inspection's own report or letter.
 */
export function askedInPlan(blocks: readonly Block[]): RawValue | null {
  const texts = blocks.flatMap(blockTexts);
  const asked = texts.filter(({ text }) => askingSentence.test(splitLabel(text)?.rest ?? text));
  const answered = texts.filter(({ text }) => answers.has(splitLabel(text)?.field ?? labelField(text, 0.9) ?? 'extra'));
  return asked.length < least || answered.length < least ? null : (asked[0] ?? null);
}

/** True where the words name the inspectorate or what a plan is made of, or ask a service for something. */
export function namesPlan(blocks: readonly Block[]): boolean {
  return blocks.flatMap(blockTexts).some(({ text }) => {
    const folded = foldPlain(text);
    return askingSentence.test(text) || folded.search(inspectorateTerms) >= 0 || folded.search(planTerms) >= 0;
  });
}

function blockTexts(block: Block): readonly RawValue[] {
  if (block.kind === 'table') return block.cells;
  return block.kind === 'list' ? block.items : [block];
}
