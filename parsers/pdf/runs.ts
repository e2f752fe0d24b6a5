import { containsPoint, middleX, middleY } from '../../src/lib/box.ts';
import type { PageContent, TextRun } from './page-content.ts';

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/**
 * The page with only those runs that a reader sees, ligatures spelled out: what lies off the page or is written in
 * white on white is left out.
 */
export function withSeenRuns(page: PageContent): PageContent {
  const runs = page.runs.flatMap((run) => {
    const text = spellOut(run.text);
    if (text.trim() === '' || !onPage(run, page) || whiteOnWhite(run, page)) return [];
    return [text === run.text ? run : { ...run, text }];
  });
  return { ...page, runs };
}

/** Ligature characters as the letters they stand for; null characters and zero-width marks gone. */
export function spellOut(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligatures[ligature] ?? ligature)
    .replace(/[\u0000\u200b\u2060\ufeff]/gu, '');
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
