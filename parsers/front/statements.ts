import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import type { Statement } from '../../src/model/plan.ts';
import { statusValue } from '../../src/normalise/status.ts';
import { numberWords } from '../../src/vocabulary/numbers.ts';
import {
  counted,
  counts,
  happened,
  happenedBefore,
  notYet,
  planCloses,
  toCome,
} from '../../src/vocabulary/plan-statements.ts';
import type { Context } from '../recognise/draft.ts';
import { saidOfUnlisted } from './unlisted.ts';

/**
 * Sentences about a whole plan: all but one delivered, the plan closes, so many of so many are complete.
 * @param inEntries the blocks whose words are an entry's own, which say nothing of the whole plan
 */
export function blocksToStatements(
  blocks: readonly Block[],
  contexts: readonly Context[],
  planNames: readonly string[],
  inEntries: ReadonlySet<number>,
): readonly Statement[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'table' || inEntries.has(index)) return [];
    const above = contexts[index]?.plan?.text ?? null;
    const pieces = block.kind === 'list' ? block.items : [block];
    return pieces.flatMap(({ text, places }) =>
      text
        .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
        .flatMap((sentence) => sentenceStatements(sentence, places, planOf(sentence, above, planNames))),
    );
  });
}

/** A plan's name inside a sentence: words with capitals before `Plan`. */
const printedPlan = /(?:\p{Lu}[\p{L}&-]{1,40}\s+){1,4}Plan\b/gu;

/** The plan that a sentence names, else the one it stands under, else the paper's only one. */
function planOf(sentence: string, above: string | null, planNames: readonly string[]): string | null {
  const folded = foldPlain(sentence);
  const named = planNames.filter((name) => folded.includes(foldPlain(name)));
  if (named.length === 1) return named[0] ?? null;
  const other = [...sentence.matchAll(printedPlan)].map(([name]) => name.replace(/^The /, ''));
  if (named.length === 0 && other.length === 1) return other[0] ?? null;
  return above ?? (planNames.length === 1 ? (planNames[0] ?? null) : null);
}

function sentenceStatements(sentence: string, places: readonly Place[], plan: string | null): readonly Statement[] {
  const folded = foldPlain(sentence);
  const base = { plan, text: sentence.trim(), places, count: null, total: null, status: null };
  const found: Statement[] = [];
  const unlisted = saidOfUnlisted(folded);
  if (unlisted !== null) found.push({ ...base, kind: unlisted });
  if (planCloses.test(folded) && !notYet.test(folded)) found.push({ ...base, kind: 'plan_closed' });
  const count = countOf(folded);
  if (count !== null) found.push({ ...base, kind: 'count', ...count });
  return found;
}

function countOf(folded: string): Pick<Statement, 'count' | 'total' | 'status'> | null {
  const line = counted.exec(folded)?.groups;
  const lineStatus = line?.words === undefined ? null : statusValue(line.words);
  if (line?.count !== undefined && lineStatus !== null)
    return { count: Number(line.count), total: null, status: lineStatus };
  for (const pattern of counts) {
    const match = pattern.exec(folded);
    const groups = match?.groups;
    if (match === null || groups?.count === undefined || !saysHowItStands(folded, match)) continue;
    const status = statusValue(groups.status ?? 'complete');
    return { count: toNumber(groups.count), total: groups.total === undefined ? null : toNumber(groups.total), status };
  }
  return null;
}

function saysHowItStands(folded: string, { 0: words, index }: RegExpExecArray): boolean {
  return (
    !toCome.test(words) &&
    !happened.test(folded.slice(index + words.length)) &&
    !happenedBefore.test(folded.slice(0, index))
  );
}

function toNumber(words: string): number {
  return numberWords.get(words) ?? Number(words);
}
