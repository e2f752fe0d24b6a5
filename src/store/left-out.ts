import { entriesOf, hasEntries, ofService, onPlan, until } from './conditions.ts';
import { acceptedBySelect, type KnownPaper } from './known.ts';
import { named, type Scope } from './progress.ts';
import type { Store } from './store.ts';

/** A paper, whose it is, and how much is in it. */
export interface PaperInShort extends Pick<KnownPaper, 'file' | 'service' | 'date' | 'entries'> {
  readonly paperId: string;
}

const select = (which: string): string => `
  SELECT papers.id AS paperId, papers.file, editions.service, editions.date,
    ${entriesOf('papers.id')} AS entries
  FROM editions JOIN papers ON papers.id = editions.paper_id
  WHERE ${which} AND ${hasEntries('papers.id')}
    AND (editions.date IS NULL OR ${until('editions.date')})
    AND ${ofService('editions.service')}
    AND ${onPlan('papers.id')}
  ORDER BY editions.service, editions.position, papers.file`;

/** Papers with entries that nothing dates: they have no place in time, so no answer about time can count them. */
export function undatedPapers(store: Store, scope: Scope = {}): readonly PaperInShort[] {
  return store.all<PaperInShort>(select('editions.source = 1 AND editions.date IS NULL'), named(scope));
}

/** Papers that were read only in part, and nobody said that they will do so: what they do not show counts as nothing gone, new or silent. */
export function papersReadInPart(store: Store, scope: Scope = {}): readonly PaperInShort[] {
  return store.all<PaperInShort>(
    select(`papers.outcome = 'partial' AND ${acceptedBySelect} IS NULL AND NOT EXISTS (
    SELECT 1 FROM editions AS form JOIN papers AS other ON other.id = form.paper_id
    WHERE form.edition_id = editions.edition_id AND form.part = editions.part
      AND (other.outcome = 'ok' OR form.source < editions.source)
  )`),
    named(scope),
  );
}
