import type { RecognisedWord } from '../../../src/model/document.ts';
import type { PageContent } from './page-content.ts';

/** A page as it was taken from the file: by its text layer or, with `words`, by character recognition. */
export interface SourcePage {
  readonly content: PageContent;
  readonly words: readonly RecognisedWord[] | null;
}
