import { ParseError } from '../../src/model/errors.ts';
import { type Issue, issueOf } from '../../src/model/issue.ts';
import type { OpenPdf } from './page/open.ts';
import type { PageContent } from './page/page-content.ts';

/** The pages of an open file. A page that cannot be read is an issue, and the others are read all the same. */
export interface Pages {
  readonly open: OpenPdf;
  /** Reads a page to look at, and keeps it for `take` while there is room. */
  glance(number: number, issues: Issue[]): Promise<readonly PageContent[]>;
  /** A page to read: as it was kept, or read now. */
  take(number: number, issues: Issue[]): Promise<readonly PageContent[]>;
}

/** So many words, lines and areas are kept in all: those of some 600 pages of prose, or 100 MB. */
const mostKept = 250_000;

export function openPages(open: OpenPdf): Pages {
  const kept = new Map<number, PageContent>();
  let weight = 0;
  const read = async (number: number, issues: Issue[]): Promise<readonly PageContent[]> => {
    try {
      return [await open.page(number)];
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      issues.push(lostPage(number, error));
      return [];
    }
  };
  return {
    open,
    glance: async (number, issues) => {
      const known = kept.get(number);
      if (known !== undefined) return [known];
      const pages = await read(number, issues);
      for (const page of pages) {
        if (weight + weightOf(page) > mostKept) continue;
        weight += weightOf(page);
        kept.set(number, page);
      }
      return pages;
    },
    take: async (number, issues) => {
      const known = kept.get(number);
      if (known === undefined) return read(number, issues);
      kept.delete(number);
      weight -= weightOf(known);
      return [known];
    },
  };
}

const weightOf = ({ runs, segments, fills }: PageContent): number => runs.length + segments.length + fills.length;

export const lostPage = (number: number, error: ParseError): Issue =>
  issueOf(
    error.code,
    `${error.message.replace(/\.$/, '')}; nothing of it was read: look at it in a viewer, or ask for another copy`,
    { path: `page/${number}`, page: number },
  );
