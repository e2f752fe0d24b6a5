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
  const standing = titles
    .filter((title) => entries.some((entry) => holds(title, entry)))
    .map((title) => ({
      title,
      isPlan: planName(title.text) !== null,
      isStatus: titleContext(title).status !== undefined,
    }));
  const names = standing.flatMap(({ title }) => toNames(title, standing, entries));
  return (entry) => {
    const found = names.flatMap((name) => (holds(name.title, entry) ? [name.found] : []));
    const nearest = found.at(-1);
    return nearest === undefined ? [] : [...found.slice(0, -1), { ...nearest, signs: [...nearest.signs, 'nearest'] }];
  };
}

/** A title over an entry, and what it says: that all below it is of a plan, or of one status. */
interface Standing {
  readonly title: TitleOver;
  readonly isPlan: boolean;
  readonly isStatus: boolean;
}

function toNames(title: TitleOver, standing: readonly Standing[], entries: readonly number[]): readonly NameOver[] {
  const text = nameOf(title);
  if (text === null) return [];
  const isOverAll = entries.every((entry) => holds(title, entry));
  const beside = besides(title, standing);
  const isName = isOverAll ? matterOfPlans.test(text) || keptAtEnd.test(text) : planName(text) === text;
  if (beside.length === 0 && !isName) return [];
  const isAnnex = annexBefore.test(title.text);
  const signs = [isOverAll ? 'overAll' : 'overSome', ...(isAnnex ? (['annex'] as const) : []), ...beside] as const;
  return [{ title, found: { text, signs } }];
}

/** What other titles set alike, over other entries, say of one. */
function besides(title: TitleOver, standing: readonly Standing[]): readonly OriginSign[] {
  const others = standing.filter(
    ({ title: other, isStatus }) =>
      !isStatus &&
      other.level === title.level &&
      (other.from >= title.to || title.from >= other.to) &&
      foldPlain(other.text) !== foldPlain(title.text),
  );
  const areAnnexes =
    isLettered(title.text) && others.some(({ title: other }) => isLettered(other.text) && namesMatter(other));
  return [
    ...(others.some(({ isPlan }) => isPlan) ? (['besidePlan'] as const) : []),
    ...(areAnnexes ? (['besideAnnex'] as const) : []),
  ];
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
