import type { RecognisedWord } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import type { PageContent } from './page-content.ts';

/** A page as it was taken from the file: by its text layer or, with `words`, by character recognition. */
export interface SourcePage {
  /** A page that was recognised is turned upright and straightened. */
  readonly content: PageContent;
  /** Where they stand on the page as a reader sees it. */
  readonly words: readonly RecognisedWord[] | null;
  /** The page as a reader sees it; null where its content is in that frame. */
  readonly shown: ShownPage | null;
}

/** How the file shows a page that is read in another frame; points. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  /** Where a box of the content stands on the page as it is shown. */
  box(box: Box): Box;
}
