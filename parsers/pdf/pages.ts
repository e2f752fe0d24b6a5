import { deserialize, serialize } from 'node:v8';
import { deflateSync, inflateSync } from 'node:zlib';
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

/** Bytes of packed pages that are kept in all: two thousand pages full of tables. */
const mostKept = 32 * 2 ** 20;

export function openPages(open: OpenPdf): Pages {
  const kept = new Map<number, Uint8Array>();
  let size = 0;
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
      if (known !== undefined) return [unpacked(known)];
      const pages = await read(number, issues);
      for (const page of pages) {
        const packed = pack(page);
        if (size + packed.length > mostKept) continue;
        size += packed.length;
        kept.set(number, packed);
      }
      return pages;
    },
    take: async (number, issues) => {
      const known = kept.get(number);
      if (known === undefined) return read(number, issues);
      kept.delete(number);
      size -= known.length;
      return [unpacked(known)];
    },
  };
}

/** A thirtieth of what it takes as it is; packing and unpacking it takes a sixth of the time of reading it. */
const pack = (page: PageContent): Uint8Array => new Uint8Array(deflateSync(serialize(page), { level: 1 }));

const unpacked = (packed: Uint8Array): PageContent => deserialize(inflateSync(packed));

export const lostPage = (number: number, error: ParseError): Issue =>
  issueOf(
    error.code,
    `${error.message.replace(/\.$/, '')}; nothing of it was read: look at it in a viewer, or ask for another copy`,
    { path: `page/${number}`, page: number },
  );
