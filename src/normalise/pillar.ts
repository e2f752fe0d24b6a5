import { foldWords } from '../lib/fold.ts';
import type { FindingKind, Pillar, Question } from '../model/plan.ts';
import { pillars } from '../model/values.ts';
import { kindWords } from '../vocabulary/finding-kinds.ts';
import { sectionNumber } from '../vocabulary/paper-parts.ts';
import { pillarQuestions, questions } from '../vocabulary/questions.ts';

/** The pillar that a heading, a theme or a pillar cell names, or one of its questions; null where it names none or several. */
export const pillarOf = (text: string): Pillar | null =>
  pillarQuestions.find(([asks]) => asks.test(foldWords(text)))?.[1] ??
  onlyNamed(
    text,
    pillars.map((pillar) => [
      pillar,
      [pillar, ...wordings.flatMap(([own, words]) => (own.pillar === pillar ? words : []))],
    ]),
  );

/** True for the name of a pillar and nothing else. */
export const isPillar = (text: string): boolean => pillars.some((pillar) => pillar === foldWords(text));

/** The question of an inspection that a text names in the inspectorate's words; null where it names none or several. */
export const questionOf = (text: string): Question | null => onlyNamed(text, wordings)?.question ?? null;

const wordings = questions.map((own) => [own, own.wordings] as const);

/** The one of several of which a text holds a wording, whole or at its front. */
function onlyNamed<T>(text: string, all: readonly (readonly [T, readonly string[]])[]): T | null {
  const words = foldWords(text).replace(/^pillar \d? ?|^\d+(\.\d+)* /, '');
  const named = all.filter(([, phrases]) =>
    phrases.some(
      (phrase) =>
        words === phrase || words.startsWith(`${phrase} `) || (phrase.includes(' ') && words.includes(phrase)),
    ),
  );
  const [only] = named;
  return named.length === 1 && only !== undefined ? only[0] : null;
}

/** The pillar of one of the inspection's questions, where a text is that and nothing more. */
export function pillarOfQuestion(text: string): Pillar | null {
  const words = foldWords(text.replace(sectionNumber, ''));
  return questions.find(({ wordings: own }) => own.includes(words))?.pillar ?? null;
}

/** The pillar that HMICFRS's own reference letters stand for: `ES1.1`, `EY1.4`, `P1.12`. */
export function pillarOfRef(ref: string): Pillar | null {
  const letters = /^(ES|EY|P)\d+\.\d+/.exec(ref)?.[1];
  if (letters === undefined) return null;
  return letters === 'ES' ? 'effectiveness' : letters === 'EY' ? 'efficiency' : 'people';
}

/** What kind of finding a label, a heading or a reference names. */
export function kindOf(text: string): FindingKind | null {
  const words = foldWords(text);
  return kindWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** The kind that a column's header or a label names for all that stands under it; null where it names several. */
export function onlyKind(label: string): FindingKind | null {
  const words = foldWords(label);
  const [kind, ...others] = kindWords.filter(([pattern]) => pattern.test(words));
  return kind === undefined || others.length > 0 ? null : kind[1];
}
