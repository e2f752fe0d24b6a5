import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { pillarOf } from '../../src/normalise/pillar.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { kindFirst } from '../../src/vocabulary/finding-kinds.ts';
import { legendTitle } from '../../src/vocabulary/legend-words.ts';
import { annexBefore, sectionNumber } from '../../src/vocabulary/paper-parts.ts';
import { keptAtEnd, matterOfPlans } from '../../src/vocabulary/plan-names.ts';
import { titleContext } from '../recognise/context.ts';
import { labelField } from '../recognise/labels.ts';
import { planName } from '../recognise/plan-name.ts';
import { asksOfService, blockTitle, isStandardSection } from '../recognise/sections.ts';
import { isAnyName } from './any-name.ts';
import type { Found, OriginSign, TitleOver } from './model.ts';

const longest = 14;

/** Each title of a paper with the blocks that it is over. A title right above another is over all that are set like that one. */
export function titlesOver(blocks: readonly Block[]): readonly TitleOver[] {
  const titles = blocks.flatMap((block, from) => {
    const title = blockTitle(block);
    return title === null ? [] : [{ title, from }];
  });
  return titles.map(({ title, from }, index) => {
    const next = titles[index + 1];
    const like =
      next !== undefined && next.from === from + 1 && foldPlain(next.title.text) !== foldPlain(title.text)
        ? next.title.level
        : null;
    const isPlan = planName(title.text) !== null;
    const end = titles
      .slice(index + 1)
      .find(
        ({ title: { level, text } }) => level <= title.level && level !== like && !(isPlan && isAnyName(partOff(text))),
      );
    return { ...title, from, to: end?.from ?? blocks.length };
  });
}

const holds = ({ from, to }: TitleOver, block: number): boolean => from <= block && block < to;

/** What a title may call the plan of the entries that it is over. */
interface NameOver {
  readonly title: TitleOver;
  readonly found: Found;
}

/**
 * What the titles over entries may call their plans, for each place of an entry.
 * @param titles those below the paper's own
 * @param entries where each entry of the paper stands
 */
export function namesOver(
  titles: readonly TitleOver[],
  entries: readonly number[],
): (entry: number) => readonly Found[] {
  const entriesBefore = countsBefore(entries);
  const standing = titles.filter(({ from, to }) => entriesBefore(from) < entriesBefore(to));
  const beside = besideTitles(standing);
  const names = standing.flatMap((title) => toNames(title, beside(title), entries));
  return (entry) => {
    const found = names.flatMap((name) => (holds(name.title, entry) ? [name.found] : []));
    const nearest = found.at(-1);
    return nearest === undefined ? [] : [...found.slice(0, -1), { ...nearest, signs: [...nearest.signs, 'nearest'] }];
  };
}

/** How many of some places in a paper stand before a block. */
function countsBefore(places: readonly number[]): (block: number) => number {
  const sorted = Int32Array.from(places).sort();
  return (block) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? block) < block) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function toNames(title: TitleOver, beside: readonly OriginSign[], entries: readonly number[]): readonly NameOver[] {
  const text = nameOf(title);
  if (text === null) return [];
  const isOverAll = entries.every((entry) => holds(title, entry));
  const isName = isOverAll ? matterOfPlans.test(text) || keptAtEnd.test(text) : planName(text) === text;
  if (beside.length === 0 && !isName) return [];
  const isAnnex = annexBefore.test(title.text);
  const signs = [isOverAll ? 'overAll' : 'overSome', ...(isAnnex ? (['annex'] as const) : []), ...beside] as const;
  return [{ title, found: { text, signs } }];
}

/** What other titles set alike, over other entries, say of each. */
function besideTitles(standing: readonly TitleOver[]): (title: TitleOver) => readonly OriginSign[] {
  const others = standing.filter((title) => titleContext(title).status === undefined);
  const besidePlan = besideAnyOf(others.filter(({ text }) => planName(text) !== null));
  const besideAnnex = besideAnyOf(others.filter((title) => isLettered(title.text) && namesMatter(title)));
  return (title) => [
    ...(besidePlan(title) ? (['besidePlan'] as const) : []),
    ...(isLettered(title.text) && besideAnnex(title) ? (['besideAnnex'] as const) : []),
  ];
}

/** True for a title that one of some others, set alike and of other words, stands beside and not above or below. */
function besideAnyOf(others: readonly TitleOver[]): (title: TitleOver) => boolean {
  const levels = Map.groupBy(
    others.map((title) => ({ ...title, words: foldPlain(title.text) })),
    ({ level }) => level,
  );
  return ({ from, to, level, text }) => {
    const words = foldPlain(text);
    return levels.get(level)?.some((other) => (other.from >= to || from >= other.to) && other.words !== words) === true;
  };
}

const isLettered = (text: string): boolean => annexBefore.test(text) || /^\s*\p{Lu}[.)]\s/u.test(text);

const namesMatter = (title: TitleOver): boolean => matterOfPlans.test(nameOf(title) ?? '');

/** The words of a title that may name a plan; null where they say what every paper or every plan has, or what was found. */
function nameOf(title: TitleOver): string | null {
  const { plan, pillar, finding, status, ref, kind } = titleContext(title);
  if (plan !== undefined) return plan.text;
  const text = partOff(title.text);
  const isPart = pillar !== undefined || finding !== undefined || status !== undefined || pillarOf(text) !== null;
  const isFound = (ref !== undefined && !/^\d/.test(ref.text)) || (kind !== undefined && kindFirst.test(text));
  const isOfAny = isStandardSection(title.text) || legendTitle.test(title.text) || organisationNames(text).length > 0;
  const isLabel = labelField(text, sureOfLabel) !== null && (isAnyName(text) || !matterOfPlans.test(text));
  return isPart || isFound || isOfAny || isLabel || asksOfService(text) || text.split(/\s+/).length > longest
    ? null
    : text;
}

/** A title without what numbers the part of the paper. */
const partOff = (text: string): string => text.replace(annexBefore, '').replace(sectionNumber, '').trim();

const sureOfLabel = 0.9;
