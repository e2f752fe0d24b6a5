import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import type { Statement } from '../../src/model/plan.ts';
import { statusValue } from '../../src/normalise/status.ts';
import { numberWords } from '../../src/vocabulary/numbers.ts';
import { planLines } from '../../src/vocabulary/plan-lines.ts';
import { finished, plainStatus } from '../../src/vocabulary/statuses.ts';
import type { Context } from '../recognise/draft.ts';
import { saidOfUnlisted } from './unlisted.ts';

const number = `(?<count>\\d{1,3}|${[...numberWords.keys()].join('|')})`;
const total = `(?<total>\\d{1,3}|${[...numberWords.keys()].join('|')})`;
const things = `(?:(?:individual|of the|of our|improvement|agreed|planned|separate|total) )*${planLines}`;
const standings = `${plainStatus}|${finished}`;
const done = `(?<status>${standings})`;
/** `Two AFIs are complete and …`: the number counts those alone. */
const ownStanding = `(?! (?:are|is|have been|has been|were|remain) (?:now )?(?:${standings}))`;

const planCloses =
  /\b(?:to close|closing|closes?|closure of|sign(?:ing)? off|be closed|is closed|being closed|now closed|formally closed?)\b(?! report)[^.]{0,60}\bplan\b|\bplan\b[^.]{0,60}\b(?:is|be|being|was|has been|now) (?:now )?(?:formally )?(?:closed|concluded|signed off|complete)\b/;
const notYet = /\bclosure report\b|\bwill be (?:presented|closed)\b|\breporting on\b[^.]*\bcloses\b/;
const counts: readonly RegExp[] = [
  new RegExp(
    `\\b${number} (?:out )?of (?:the |our |its )?${total}(?: ${things})?(?: \\w+){0,3}? (?:is|are|were|was|have been|has been|now)? ?(?:now )?(?:been )?${done}`,
  ),
  new RegExp(
    `\\b${total} ${things}\\b${ownStanding}[^.]{0,60}\\b(?:of which|of these|and)\\b[^.]{0,20}\\b${number} (?:are|is|have been|were|had been) ${done}`,
  ),
  new RegExp(`\\b${finished} ${number} of (?:the |our )?${total}`),
  new RegExp(`\\b${number} ${things} (?:are|is|have been|were|remain) (?:now )?${done}`),
];
/** What happened in a period, what others decided, and what is still to be say nothing of how all entries stand now. */
const span =
  '(?:since\\b|(?:during|in|over|within) (?:the )?(?:last|past|quarter|month|period|reporting|year)|this (?:quarter|month|period|reporting)|at the last)';
const happened = new RegExp(`^[^,;.]{0,40}?\\b(?:${span}|by (?:hmic|the inspect|inspectors))`);
const happenedBefore = new RegExp(`^${span}[^,]{0,40},[^,]{0,20}$`);
const toCome = /\b(?:will|should|would|expected to|due to|planned to) (?:all )?(?:be|have)\b/;
/** `Open - Actions ongoing on track: 7`: a status and how many entries have it. */
const counted = /^(?<words>[^:\d]{4,60}):\s*(?<count>\d{1,3})$/;

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
const printedPlan = /(?:\p{Lu}[\p{L}&-]+\s+){1,4}Plan\b/gu;

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
