import { containsBox } from '../../../src/lib/box.ts';
import type { PageContent } from './page-content.ts';

/** From this share of a page on, an image on a page without text is taken for the page itself. */
const wholeImage = 0.2;
/** An image this large with no more letters beside it than a stamped header and page number is a page too. */
const fullImage = 0.6;
const stampedLetters = 40;

/** Share of a page that its images cover, 0 to 1; an image that lies on another one does not count. */
export function imagedShare(page: PageContent): number {
  const { images } = page;
  const outer = images.filter(
    (box, index) =>
      !images.some(
        (other, at) => at !== index && containsBox(other, box, 1) && (at < index || !containsBox(box, other, 1)),
      ),
  );
  const areas = outer.map(([x0, y0, x1, y1]) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0));
  return Math.min(1, areas.reduce((sum, area) => sum + area, 0) / Math.max(1, page.width * page.height));
}

/** True for a page that is an image: nothing on it can be read but by character recognition. */
export function isImagePage(page: PageContent): boolean {
  const letters = page.runs.reduce((sum, run) => sum + run.text.length, 0);
  const share = imagedShare(page);
  return letters === 0 ? share >= wholeImage : letters <= stampedLetters && share >= fullImage;
}
