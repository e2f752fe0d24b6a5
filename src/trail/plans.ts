import { stems } from './wording.ts';

/** What tells a plan from another: the words of its name that are not said of every plan, and its years. */
export interface PlanName {
  readonly words: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

const saidOfEveryPlan = new Set(
  stems(
    `HMICFRS HMIC HMI his her majesty majestys inspectorate inspection inspected improvement improving action plan plans
     planning update updates updated progress report reporting paper papers finding findings response tracker closure
     closing final interim summary overview position fire rescue police constabulary council authority quarterly monthly
     annual quarter appendix annex version draft january february march april may june july august september october
     november december jan feb mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4 of`,
  ),
);

/** True for `ECFRS` or, stemmed, `ecfr` beside "Essex County Fire and Rescue Service". */
function abbreviates(word: string, service: string | null): boolean {
  const initials =
    (service ?? '')
      .toLowerCase()
      .replace(/\band\b/g, '')
      .match(/\b\p{L}/gu)
      ?.join('') ?? '';
  return word.length >= 3 && initials.startsWith(word);
}

/**
 * Folds a plan's name: "HMICFRS Protection Improvement Plan Update" and "Protection Improvement Plan" are one.
 * @param service the service's name, whose words and initials say nothing about the plan
 */
export function planName(name: string | null, service: string | null): PlanName {
  const years = new Set(
    (name ?? '').match(/(?<!\d)20\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?(?!\d)/g)?.map((year) => year.slice(0, 4)),
  );
  const own = new Set(stems(service));
  const words = stems(name).filter(
    (word) => !saidOfEveryPlan.has(word) && !own.has(word) && !abbreviates(word, service) && !/^\d+$/.test(word),
  );
  return { words: new Set(words), years };
}

/**
 * `same`: one plan whatever stands in it; `years`: the names differ in their years only; `part`: one name says more than
 * the other; `other`: the names say different things. All but the first are one plan only if their entries say so.
 */
export type PlanMatch = 'same' | 'years' | 'part' | 'other';

export function matchPlans(a: PlanName, b: PlanName): PlanMatch {
  const within = (x: ReadonlySet<string>, y: ReadonlySet<string>) => x.values().every((word) => y.has(word));
  const [aInB, bInA] = [within(a.words, b.words), within(b.words, a.words)];
  if (!aInB || !bInA) return aInB || bInA ? 'part' : 'other';
  const yearsAgree = a.years.size === 0 || b.years.size === 0 || a.years.values().some((year) => b.years.has(year));
  return yearsAgree ? 'same' : 'years';
}

/** How many of a plan's entries must go on under another plan's name for the two to be one. */
export const shareToBeOne: Readonly<Record<PlanMatch, number>> = { same: 0, years: 0.2, part: 0.5, other: 0.5 };
