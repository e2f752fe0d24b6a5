import type { Outcome } from '../model/plan.ts';
import { yearInName } from '../normalise/file-date.ts';
import { mayBeOneService } from '../normalise/service.ts';
import { hasEntries } from './conditions.ts';
import { disagreements, disagreementWords } from './disagreements.ts';
import { acceptedBySelect, wholeFormSelect } from './known.ts';
import { papersPutAside } from './put-aside.ts';
import type { Store } from './store.ts';

/** How much of everything is stored. */
export interface Holdings {
  /** Services that entries of a plan are stored of; papers that name none count for none. */
  readonly services: number;
  /** Services of which there are only papers without an entry. */
  readonly servicesWithoutPlan: number;
  readonly papers: number;
  readonly entries: number;
  readonly threads: number;
  readonly changes: number;
  /** When papers were last taken in, ISO 8601 in UTC; null where never. */
  readonly lastRun: string | null;
}

/** A paper that counts: of a file that failed, or is none, nothing was read. */
const isRead = "no_paper IS NULL AND outcome <> 'failed'";

export function holdings(store: Store): Holdings {
  return store.one<Holdings>(`WITH read AS (
      SELECT service, max(${hasEntries('papers.id')}) AS has_plan FROM papers
      WHERE service IS NOT NULL AND ${isRead} GROUP BY service
    )
    SELECT (SELECT count(*) FROM read WHERE has_plan) AS services,
    (SELECT count(*) FROM read WHERE NOT has_plan) AS servicesWithoutPlan,
    (SELECT count(*) FROM papers WHERE ${isRead}) AS papers,
    (SELECT count(*) FROM actions) AS entries,
    (SELECT count(DISTINCT thread_id) FROM thread_entries
     JOIN actions ON actions.entry_id = thread_entries.entry_id) AS threads,
    (SELECT count(*) FROM changes) AS changes, (SELECT max(finished) FROM runs) AS lastRun`);
}

/** What is stored of one service. */
export interface ServiceHoldings {
  readonly service: string | null;
  readonly papers: number;
  /** Dates of the editions that report on a plan, oldest first; a month or a year where the paper says no more. */
  readonly dates: readonly string[];
  /** Entries of the latest edition. */
  readonly entries: number;
  /** Papers with entries that are not followed yet, so that neither their dates nor their entries are among these. */
  readonly unfollowed: number;
  /** Pairs of entries that a person should say of whether they are one. */
  readonly candidates: number;
}

/** True where any paper is stored, of whatever became of it. */
export const holdsPapers = (store: Store): boolean => store.get('SELECT 1 FROM papers LIMIT 1') !== undefined;

/** True where a paper is of a service with `part` in its name, in letters of either case. */
export function holdsService(store: Store, part: string): boolean {
  return store.get('SELECT 1 FROM papers WHERE is_service(service, ?)', part) !== undefined;
}

/** True where a paper reports on a plan with `part` in its name, in letters of either case. */
export function holdsPlan(store: Store, part: string): boolean {
  return store.get('SELECT 1 FROM plans WHERE is_named(name, ?)', part) !== undefined;
}

export const serviceNames = (store: Store): readonly string[] =>
  store.values<string>('SELECT DISTINCT service FROM editions WHERE service IS NOT NULL ORDER BY service') as string[];

export const planNames = (store: Store): readonly string[] =>
  store.values<string>('SELECT DISTINCT name FROM plans ORDER BY name') as string[];

export function serviceHoldings(store: Store): readonly ServiceHoldings[] {
  const dates = store
    .sql<string>(
      `SELECT DISTINCT date FROM editions
       WHERE service IS ? AND date IS NOT NULL AND ${hasEntries('editions.paper_id')}
       ORDER BY date`,
    )
    .pluck();
  return store
    .all<Omit<ServiceHoldings, 'dates'>>(`SELECT service, count(*) AS papers,
        (SELECT count(*) FROM actions WHERE paper_id = (
          SELECT paper_id FROM editions WHERE editions.service IS families.service AND source = 1
            AND ${hasEntries('editions.paper_id')}
          ORDER BY date IS NULL, position DESC LIMIT 1
        )) AS entries,
        sum(${hasEntries('families.id')}
          AND NOT EXISTS (SELECT 1 FROM editions WHERE editions.paper_id = families.id)) AS unfollowed,
        (SELECT count(*) FROM candidates JOIN editions ON editions.paper_id = candidates.edition_id
         WHERE editions.service IS families.service) AS candidates
      FROM papers AS families WHERE ${isRead} GROUP BY service ORDER BY service IS NULL, service`)
    .map((row) => ({ ...row, dates: dates.all(row.service) }));
}

/** A paper, or a file that could not be had, that a person should look at. */
export interface Doubtful {
  /** Null where the file could not be had. */
  readonly paperId: string | null;
  readonly service: string | null;
  readonly file: string;
  readonly why:
    | 'failed'
    | 'partial'
    | 'unread'
    | 'undated'
    | 'no entries'
    | 'not followed'
    | 'forms differ'
    | 'service in doubt';
  /** The first thing that is wrong, in words. */
  readonly message: string;
}

export function doubtful(store: Store): readonly Doubtful[] {
  const papers = store
    .all<{
      paperId: string;
      service: string | null;
      file: string;
      outcome: Outcome;
      message: string | null;
      dated: number;
      entries: number;
    }>(`SELECT papers.id AS paperId, papers.service, file, outcome,
        (SELECT message FROM issues WHERE paper_id = papers.id AND severity = 'error' ORDER BY position LIMIT 1) AS message,
        NOT EXISTS (SELECT 1 FROM editions WHERE paper_id = papers.id AND date IS NULL AND source = 1) AS dated,
        ${hasEntries('papers.id')} AS entries
      FROM papers WHERE no_paper IS NULL AND ${wholeFormSelect} IS NULL
        AND (outcome <> 'partial' OR ${acceptedBySelect} IS NULL) ORDER BY papers.service IS NULL, papers.service, file, papers.id`)
    .flatMap(({ outcome, message, dated, entries, ...paper }): readonly Doubtful[] => {
      if (outcome !== 'ok') return [{ ...paper, why: outcome, message: message ?? 'No reason is stored.' }];
      if (entries === 0) return [{ ...paper, why: 'no entries', message: 'No entry of a plan was found in it.' }];
      return dated === 0 ? [{ ...paper, why: 'undated', message: undatedWords(paper) }] : [];
    });
  const files = store
    .all<{ address: string; message: string }>('SELECT address, message FROM unread_files ORDER BY address')
    .map(({ address, message }): Doubtful => ({ paperId: null, service: null, file: address, why: 'unread', message }));
  const aside = papersPutAside(store).map(
    ({ paperId, service, file, message }): Doubtful => ({ paperId, service, file, why: 'not followed', message }),
  );
  const named = servicesInDoubt(store);
  const apart = disagreements(store).map(
    (edition): Doubtful => ({
      paperId: edition.paperId,
      service: edition.service,
      file: edition.file,
      why: 'forms differ',
      message: disagreementWords(edition),
    }),
  );
  return [...aside, ...papers, ...named, ...apart, ...files];
}

/** That a paper is not dated, of an edition its first form alone: the others would say no more. */
function undatedWords({ paperId, file }: { readonly paperId: string; readonly file: string }): string {
  const year = yearInName(file);
  const missing =
    year === null
      ? 'Nothing in it or in its name says from when it is'
      : `Nothing in it says from when it is, and its name only a year (${year})`;
  return `${missing}, so it is not compared with the others. "boardtrail fix ${paperId.slice(0, 12)} --date DATE" dates it.`;
}

/** Services that are called otherwise only in whether they are a brigade or a service: of each but the first, a paper. */
function servicesInDoubt(store: Store): readonly Doubtful[] {
  const services = store.all<
    Record<'service' | 'file' | 'paperId', string>
  >(`SELECT service, min(file) AS file, id AS paperId FROM papers WHERE service IS NOT NULL AND ${isRead}
    GROUP BY service ORDER BY count(*) DESC, service`);
  return services.flatMap(({ service, file, paperId }, index): readonly Doubtful[] => {
    const alike = services.slice(0, index).find((other) => mayBeOneService(other.service, service));
    if (alike === undefined) return [];
    const message = `“${service}” and “${alike.service}” may be one, and are followed apart. "boardtrail fix ${paperId.slice(0, 12)} --service '${alike.service}'" says so of this paper.`;
    return [{ paperId, service, file, why: 'service in doubt', message }];
  });
}
