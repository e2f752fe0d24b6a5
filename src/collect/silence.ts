import DiceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js';
import { counted } from '../lib/counted.ts';
import type { Condition } from '../model/collected.ts';
import type { Expectation } from './rhythm.ts';
import type { Offer } from './site.ts';

/** Below this many things a list may halve by chance. */
const least = 4;

/**
 * What speaks for it that a source's lists are not seen any more as they are.
 * @param before how much it listed when it was last well; null where it never was
 */
export function blindnessOf(source: string, address: string, listed: number, before: number | null): Condition | null {
  const condition = (code: string, message: string) => ({ source, code, subject: address, message });
  if (listed === 0 && before === null) {
    return condition(
      'source/lists-nothing',
      'It lists nothing at all, and never did. Look whether the address is right.',
    );
  }
  if (listed === 0) {
    const message = `It lists nothing any more, where it named ${before} meetings and documents before. Look whether it has moved.`;
    return condition('source/lists-nothing', message);
  }
  if (before !== null && before >= least && listed * 2 < before) {
    const message = `It lists ${listed} meetings and documents, where it named ${before} before. Acknowledge this if it is right.`;
    return condition('source/lists-less', message);
  }
  return null;
}

/** How many of the nearest titles are shown, and of how many they are looked for. */
const shownTitles = 3;
const mostTitles = 2000;
const longestTitle = 160;

/** What of a source's papers was taken and what was passed over. */
export interface Choice {
  /** All that it named. */
  readonly offers: readonly Offer[];
  /** Of these, how many are wanted. */
  readonly wanted: number;
  /** The words of which one must stand in a title; null where all are wanted. */
  readonly titles: readonly string[] | null;
  /** Meetings, items and documents together. */
  readonly listed: number;
}

/** What speaks for it that nothing is taken because what to take is said wrongly, and not because nothing is there. */
export function choiceSilence(source: string, address: string, choice: Choice): Condition | null {
  const { offers, wanted, titles, listed } = choice;
  if (listed === 0 || wanted > 0) return null;
  const condition = (code: string, message: string) => ({ source, code, subject: address, message });
  if (offers.length === 0) {
    const message = `It names ${counted(listed, 'meeting or page', 'meetings or pages')} and not one paper. Look whether their pages are still as they were. Acknowledge this if it is right.`;
    return condition('source/no-papers', message);
  }
  const named = (titles ?? []).map((title) => `“${title}”`).join(', ');
  const nearest = nearestTitles(offers, titles ?? [])
    .map((title) => `“${title}”`)
    .join(', ');
  const message = `Of ${counted(offers.length, 'paper')} that it names none has one of ${named} in its title: all are passed over. The nearest: ${nearest}. Mend "titles" in the sources file, or acknowledge this if it is right.`;
  return condition('source/wants-nothing', message);
}

/** The titles that are most like one of the wanted words, each once, the likest first. */
export function nearestTitles(offers: readonly Offer[], wanted: readonly string[]): readonly string[] {
  const titles = new Set(offers.map(({ title, under }) => [title, under].filter((words) => words !== '').join(' — ')));
  return [...titles]
    .slice(0, mostTitles)
    .map((title) => ({ title: title.slice(0, longestTitle), likeness: likenessOf(title, wanted) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, shownTitles)
    .map(({ title }) => title);
}

/** 0 to 1: how like the likest run of a title's words is to one of the wanted ones. */
function likenessOf(title: string, wanted: readonly string[]): number {
  const words = title.slice(0, longestTitle).split(/\s+/);
  const scores = wanted.flatMap((each) => {
    const length = each.split(/\s+/).length;
    return words.map((_, at) => DiceCoefficient(each, words.slice(at, at + length).join(' ')));
  });
  return Math.max(0, ...scores);
}

/**
 * What is amiss where a source's next paper has not come although it was to be expected.
 * @param cancelled days of meetings that did not take place
 */
export function lateness(
  source: string,
  address: string,
  expectation: Expectation,
  cancelled: readonly string[] = [],
): Condition | null {
  const { last, every, next, late } = expectation;
  if (late === 0) return null;
  const since = cancelled.filter((day) => day > (last ?? '')).sort();
  const why = since.length === 0 ? '' : ` Meetings of ${since.join(', ')} were cancelled.`;
  const message = `Its last paper with a plan is of ${last}, and one comes every ${every} days: the next was to be expected about ${next}.${why} Look at the site; say how often with "expected" in the sources file, or "expected: never" if no more will come.`;
  return { source, code: 'source/late', subject: address, message };
}

/** So many conditions of one kind at one source are told one by one. */
const mostAlike = 10;
const shownSubjects = 3;

/** Conditions as they are told: where very many of a source are alike (a site's links are all dead) they are one. */
export function foldAlike(source: string, address: string, conditions: readonly Condition[]): readonly Condition[] {
  return [...Map.groupBy(conditions, ({ code }) => code)].flatMap(([code, alike]) => {
    const [first] = alike;
    if (first === undefined || alike.length <= mostAlike) return alike;
    const subjects = alike.slice(0, shownSubjects).map(({ subject }) => subject);
    const message = `${alike.length} times, at ${subjects.join(', ')} and ${alike.length - shownSubjects} more (table addresses). The first: ${first.message}`;
    return [{ source, code, subject: address, message }];
  });
}
