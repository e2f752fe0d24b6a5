import { rememberByObject } from '../lib/remember.ts';
import { entriesWithDoubtfulLinks, entriesWithIssues } from '../store/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Site } from './site.ts';

/** An entry to check. */
export interface Waiting {
  readonly id: string;
  readonly reviewed: boolean;
  /** What makes it doubtful, in words. */
  readonly why: readonly string[];
  /** 0 to 2 and more: the chance that a value is wrong, and what else speaks for a look. */
  readonly doubt: number;
}

/** How doubtful an entry is of which the reader does not say how sure it is. */
const unsaid = 0.1;
const [oddPlace, doubtfulLink] = [0.5, 0.3];

/** Every entry, the most doubtful first; those that are checked among them, for they keep their place. */
export const queueOf = (site: Site): readonly Waiting[] => queues(site)(site.catalogues.at(null));

const queues = rememberByObject((site: Site) =>
  rememberByObject(({ rows }: Catalogue): readonly Waiting[] => {
    const issues = entriesWithIssues(site.store);
    const links = entriesWithDoubtfulLinks(site.store);
    return rows
      .map(({ id, confidence, reviewed }) => {
        const issue = issues.get(id);
        const isLinked = links.has(id);
        const why = [
          confidence === null ? null : `the reader is ${Math.round(confidence * 100)} % sure of its least sure value`,
          issue ?? null,
          isLinked ? 'it may be the same as another entry' : null,
        ].filter((reason) => reason !== null);
        const sum = (confidence === null ? unsaid : 1 - confidence) + (issue === undefined ? 0 : oddPlace);
        return { id, reviewed: reviewed === 1, why, doubt: sum + (isLinked ? doubtfulLink : 0) };
      })
      .sort((a, b) => b.doubt - a.doubt);
  }),
);

/** The next entry to check after one, round to the front; null where all is checked. */
export function nextAfter(queue: readonly Waiting[], id: string): string | null {
  const at = queue.findIndex((waiting) => waiting.id === id);
  const turned = [...queue.slice(at + 1), ...queue.slice(0, at + 1)];
  return turned.find((waiting) => !waiting.reviewed && waiting.id !== id)?.id ?? null;
}
