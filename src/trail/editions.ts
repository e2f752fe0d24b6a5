import type { RecordedPaper } from '../model/thread.ts';
import { outcomes } from '../model/values.ts';
import { dateInName } from '../normalise/file-date.ts';
import type { EditionText } from './edition-text.ts';
import { linesOf, saidOf } from './forms.ts';
import { dateOf, sameEdition, takenInOf } from './same-paper.ts';
import { saying } from './twins.ts';

const stemOf = (file: string) => file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]+$/i, '');
const hasNoPages = ({ paper }: RecordedPaper): boolean => (paper.pages ?? null) === null;
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How much a form was understood of: values an entry, to a tenth, so that a single one more or less has no say. */
const fullness = ({ entries }: RecordedPaper): number =>
  Math.round((10 * entries.reduce((sum, { entry }) => sum + saidOf(entry), 0)) / Math.max(1, entries.length));

/**
 * Which form of an edition is read first: the one read whole, then the one that more was understood of, then the one with
 * pages (its values can be shown on them), then the one taken in last, which may be a correction, then by name, so that the
 * order in which one run finds them has no say.
 */
const byReading = (a: RecordedPaper, b: RecordedPaper): number =>
  outcomes.indexOf(a.paper.outcome) - outcomes.indexOf(b.paper.outcome) ||
  fullness(b) - fullness(a) ||
  Number(hasNoPages(a)) - Number(hasNoPages(b)) ||
  takenInOf(b) - takenInOf(a) ||
  byText(stemOf(a.paper.file), stemOf(b.paper.file)) ||
  byText(a.paper.id, b.paper.id);

const byDate = (a: RecordedPaper, b: RecordedPaper): number =>
  byText(dateOf(a) ?? '9999', dateOf(b) ?? '9999') ||
  byText(a.paper.meetingDate ?? '', b.paper.meetingDate ?? '') ||
  byText(a.offered?.seen ?? '', b.offered?.seen ?? '') ||
  takenInOf(a) - takenInOf(b) ||
  byReading(a, b);

/** True where papers stand under one agenda item and none says of itself that it is of another time. */
function sameItem(a: readonly RecordedPaper[], b: readonly RecordedPaper[]): boolean {
  const items = new Set(a.map(({ offered }) => offered?.item ?? null).filter((item) => item !== null));
  const isOne = (said: (paper: RecordedPaper['paper']) => string | null) =>
    new Set([...a, ...b].map(({ paper }) => said(paper)).filter((date) => date !== null)).size < 2;
  const isOneTime = [
    ({ asAt }: RecordedPaper['paper']) => asAt,
    ({ meetingDate }: RecordedPaper['paper']) => meetingDate,
    ({ file }: RecordedPaper['paper']) => dateInName(file),
  ].every(isOne);
  return isOneTime && b.some(({ offered }) => items.has(offered?.item ?? ''));
}

/** Puts each thing to the first group it fits, or into one of its own; `begin` is told of each in its turn. */
function grouped<T>(
  all: readonly T[],
  fits: (group: readonly T[], one: T) => boolean,
  begin: (one: T) => void = () => undefined,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const one of all) {
    begin(one);
    const group = groups.find((members) => fits(members, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

const size = ([first]: readonly RecordedPaper[]): number => first?.entries.length ?? 0;

/**
 * A service's papers as editions in the order of their dates; papers that nothing dates come last.
 * The result depends on the papers and on which of them were taken in later, not on the order they are given in.
 * @param begin told of each paper before it is looked at
 */
export function editionsOf(
  papers: readonly RecordedPaper[],
  begin: (paperId: string) => void = () => undefined,
): readonly EditionText[] {
  const forms = grouped(
    papers.toSorted(byDate),
    (members, paper) => members.some((member) => sameEdition(member, paper)),
    ({ paper, entries }) => {
      begin(paper.id);
      // In its own turn, and not in that of the paper it is compared with.
      entries.forEach(saying);
    },
  );
  // The plan leads, and not the cover that names some of its entries.
  return grouped(forms, (parts, one) => sameItem(parts.flat(), one)).flatMap((group) => {
    const parts = group.map((part) => part.toSorted(byReading)).toSorted((a, b) => size(b) - size(a));
    const [first, ...others] = parts.flat();
    if (first === undefined) return [];
    const dates = group
      .flat()
      .map(dateOf)
      .filter((date) => date !== null);
    return [{ papers: [first, ...others], parts, date: dates.toSorted(byText)[0] ?? null, lines: linesOf(parts) }];
  });
}
