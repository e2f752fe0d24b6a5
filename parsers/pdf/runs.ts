import { containsPoint, middleX, middleY } from '../../src/lib/box.ts';
import type { PageContent, TextRun } from './page-content.ts';

/**
 * The page with only those runs that a reader sees: what lies off the page or is written in white on white is left
 * out, and so are control characters and zero-width marks.
 */
export function withSeenRuns(page: PageContent): PageContent {
  const runs = page.runs.flatMap((run) => {
    const text = run.text.replace(/\p{Cc}|[\u200b\u2060\ufeff]/gu, '');
    if (text.trim() === '' || !onPage(run, page) || whiteOnWhite(run, page)) return [];
    return [text === run.text ? run : { ...run, text }];
  });
  return { ...page, runs };
}

function onPage({ box }: TextRun, page: PageContent): boolean {
  return containsPoint([0, 0, page.width, page.height], middleX(box), middleY(box));
}

function whiteOnWhite(run: TextRun, page: PageContent): boolean {
  if (run.colour.some((part) => part < 250)) return false;
  const x = middleX(run.box);
  const y = middleY(run.box);
  const behind = page.fills.findLast((fill) => containsPoint(fill.box, x, y));
  const onImage = page.images.some((box) => containsPoint(box, x, y));
  return !onImage && (behind === undefined || behind.colour.every((part) => part >= 250));
}
