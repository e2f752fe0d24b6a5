import { titleCased } from '../lib/fold.ts';
import type { Extraction } from '../model/plan.ts';
import { officialName } from '../normalise/service.ts';

/**
 * A reading under its service's one name (see `officialName`), so that papers are kept and followed together however each writes
 * it. What is read of one paper alone keeps the paper's own words.
 */
export function underOneName(read: Extraction): Extraction {
  const { paper } = read;
  return paper.service === null
    ? read
    : { ...read, paper: { ...paper, service: titleCased(officialName(paper.service)) } };
}
