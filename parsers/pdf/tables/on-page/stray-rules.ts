import { overlap } from '../../../../src/lib/box.ts';
import { type Issue, issueOf } from '../../../../src/model/issue.ts';
import type { Box } from '../../../../src/model/place.ts';
import type { PageContent, Segment } from '../../page/page-content.ts';
import type { PageTable } from '../cells/page-table.ts';

/** Points: a line this near to the side of a cell draws it, and words this near above a line are underlined by it. */
const near = 4;
const nearWords = 5;
/** Lines within the cells of a page's tables from which their rows are in doubt: a single one may be a stroke of a pen. */
const fewestStray = 2;

/**
 * On a page whose image was read: tells where ruling lines run through cells that they should part, for then lines were
 * not all found, and rows or columns may have been read as one.
 */
export function strayRuleIssues(page: PageContent, tables: readonly PageTable[]): readonly Issue[] {
  const cells = tables.flatMap((table) => table.cells.map(({ box }) => box));
  const stray = page.segments.filter(
    (line) => cells.some((cell) => runsThrough(line, cell)) && !isUnderline(line, page),
  );
  if (stray.length < fewestStray) return [];
  const message = `on page ${page.number}, an image, ${stray.length} ruling lines run through what was read as one cell, so rows or columns of a table may have been read as one; hold it against the page`;
  return [issueOf('pdf/ocr-table', message, { path: `page/${page.number}`, page: page.number })];
}

/** True for a line within a cell, away from its sides, over half of its width or height. */
function runsThrough({ x0, y0, x1, y1 }: Segment, [left, top, right, bottom]: Box): boolean {
  if (Math.abs(y1 - y0) < Math.abs(x1 - x0))
    return y0 > top + near && y0 < bottom - near && overlap(x0, x1, left, right) > 0.5 * (right - left);
  return x0 > left + near && x0 < right - near && overlap(y0, y1, top, bottom) > 0.5 * (bottom - top);
}

const isUnderline = ({ x0, x1, y0, y1 }: Segment, { runs }: PageContent): boolean =>
  Math.abs(y1 - y0) < 1 &&
  runs
    .filter(({ box, baseline }) => Math.abs(baseline - y0) < nearWords && overlap(box[0], box[2], x0, x1) > 0)
    .reduce((sum, { box }) => sum + overlap(box[0], box[2], x0, x1), 0) >
    0.6 * (x1 - x0);
