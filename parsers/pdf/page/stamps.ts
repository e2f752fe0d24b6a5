import { containsPoint, middleX, middleY } from '../../../src/lib/box.ts';
import type { Furniture } from '../../../src/model/document.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import type { PageContent, TextRun } from './page-content.ts';

/** Pages without the words stamped across them, and what to tell of these. */
export interface Unstamped {
  readonly pages: readonly PageContent[];
  readonly stamps: readonly Furniture[];
  readonly issues: readonly Issue[];
}

/** Times the size of the words under it: letters this large that lie over words are a stamp. */
const leastTimes = 2;

/**
 * Takes stamps and watermarks ("DRAFT", "CONFIDENTIAL") off the pages: words at no quarter turn, or far larger than the
 * others, that lie across other words. They belong to the page and not to what they lie on.
 */
export function setStampsAside(pages: readonly PageContent[]): Unstamped {
  const found = pages.flatMap((page) => {
    const runs = stampsOf(page.runs);
    return runs.length === 0 ? [] : [{ page, runs }];
  });
  if (found.length === 0) return { pages, stamps: [], issues: [] };
  const stamped = new Set(found.flatMap(({ runs }) => runs));
  return {
    pages: pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !stamped.has(run)) })),
    stamps: found.map(({ page, runs }) => ({
      text: textOf(runs),
      places: runs.map((run) => ({ path: '', page: page.number, bbox: run.slant ?? run.box })),
    })),
    issues: [...Map.groupBy(found, ({ runs }) => textOf(runs))].map(([text, on]) =>
      toIssue(
        text,
        on.map(({ page }) => page.number),
      ),
    ),
  };
}

function stampsOf(runs: readonly TextRun[]): readonly TextRun[] {
  const usual = runs.map((run) => run.size).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  const mayBe = runs.filter((run) => run.slant !== null || run.size >= leastTimes * usual);
  return mayBe.filter((run) => runs.some((other) => other.slant === null && liesAcross(run, other)));
}

/** True where one lies over the middle of the other, or the other runs through the middle of it. */
function liesAcross(stamp: TextRun, other: TextRun): boolean {
  if (other === stamp || (stamp.slant === null && other.size * leastTimes > stamp.size)) return false;
  const box = stamp.slant ?? stamp.box;
  return (
    containsPoint(box, middleX(other.box), middleY(other.box)) || containsPoint(other.box, middleX(box), middleY(box))
  );
}

const textOf = (runs: readonly TextRun[]): string => runs.map((run) => run.text).join(' ');

function toIssue(text: string, pages: readonly number[]): Issue {
  const [first = 1] = pages;
  const where = pages.length === 1 ? `page ${first}` : `pages ${pages.join(', ')}`;
  return issueOf(
    'pdf/stamp',
    `"${text}" is printed across the text of ${where}; it was taken for a stamp and left out of the text`,
    { path: `page/${first}`, page: first },
  );
}
