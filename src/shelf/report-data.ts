import { lastDayOf } from '../lib/calendar.ts';
import type { StatusValue } from '../model/plan.ts';
import type { ExportFilter, StoredPaper } from '../model/stored.ts';
import { isNamed } from '../normalise/named.ts';
import type { Item, PaperLine, PlanData, ReportData, ServiceData } from '../report/data.ts';
import {
  changesIn,
  editionOfPapers,
  editions,
  exportSource,
  type PlanReport,
  planReports,
  type Store,
  type StoredEdition,
  type StoredStep,
  sourceTerms,
  stepsOfService,
} from '../store/index.ts';
import { alikeFindings } from '../trail/alike-findings.ts';
import { itemOf } from './item.ts';
import { type Dates, datesOf, linkOf, type PlaceLink, type Shelf, shelfOf } from './shelf.ts';

/**
 * Everything a report shows, from the database or the part that `filter` leaves: services and dates choose papers, all
 * else chooses entries by their latest form, each with its whole history.
 * @param made the day the report is made, ISO 8601
 * @param link where places lead to: by themselves to the papers' own addresses
 */
export function reportData(store: Store, filter: ExportFilter, made: string, link: PlaceLink = linkOf): ReportData {
  const { service, asOf } = filter;
  const wanted = threadsWanted(store, filter);
  const shown = papersSince(store, filter);
  const source = exportSource(store, service === undefined ? {} : { service });
  const all = editions(store);
  const editionOf = editionOfPapers(store);
  const dates = datesOf(all);
  const dateOf = ({ id }: StoredPaper) => dates.get(editionOf.get(id) ?? '') ?? null;
  const papers = [...source.papers()].filter((paper) => asOf === undefined || (dateOf(paper) ?? '9999') < `${asOf}~`);
  const known = new Set(papers.map(({ id }) => id));
  const entries = papers.flatMap(({ id }) => [...source.entriesOf(id)]);
  const changes = changesIn(store, service === undefined ? {} : { service }).filter(({ toPaperId }) =>
    known.has(toPaperId),
  );
  const day = asOf === undefined ? made : lastDayOf(asOf);
  const shelf = shelfOf(store, { papers, entries }, changes, { day, shown, link });
  const reports = Map.groupBy(planReports(store), (report) => report.service);
  // Papers that do not say whose they are have nothing to do with each other.
  const services = [...Map.groupBy(all, ({ service: name, id }) => name ?? id).values()]
    .filter((issues) => issues.some(({ id }) => known.has(id) && shelf.shown.has(id)))
    .map((issues) => serviceData(store, shelf, issues, reports.get(issues[0]?.service ?? null) ?? []))
    .map((data) => chosenOf(data, filter, wanted))
    .filter(({ plans }) => plans.length > 0);
  const counts = Map.groupBy(entries, ({ paperId }) => paperId);
  const told = papers.filter(({ id }) => shelf.shown.has(id));
  const addresses = new Set(told.flatMap(({ sources }) => sources));
  return {
    made,
    day: shelf.day,
    chosen: filterWords(filter),
    services,
    shared: sharedFindings(services),
    papers: told.map((paper) => paperLine(paper, link, dateOf(paper), counts.get(paper.id)?.length ?? 0)),
    sources: sourceTerms(store).filter(({ address }) => addresses.has(address)),
  };
}

/** Ids of the papers that `since` leaves; null where it is not asked for. */
function papersSince(store: Store, { service, since }: ExportFilter): ReadonlySet<string> | null {
  if (since === undefined) return null;
  const source = exportSource(store, { ...(service && { service }), since });
  return new Set([...source.rows('papers', ['paper_id'])].map(([id]) => String(id)));
}

/** The plans and entries that a filter leaves, and what is news of them; entries are judged by their latest form. */
function chosenOf(
  data: ServiceData,
  { plan: named, pillar, status, changed }: ExportFilter,
  wanted: ReadonlySet<unknown> | null,
): ServiceData {
  const isWanted = (item: Item, { news }: PlanData) =>
    (pillar === undefined || item.pillar === pillar) &&
    (status === undefined || item.status === status) &&
    (wanted === null || wanted.has(item.threadId)) &&
    (changed !== true || news.some(({ threadId }) => threadId === item.threadId));
  const plans = data.plans
    .filter(({ name }) => named === undefined || isNamed(name, named))
    .map((plan) => {
      const items = plan.items.filter((item) => isWanted(item, plan));
      const left = new Set(items.map(({ threadId }) => threadId));
      return { ...plan, items, news: plan.news.filter(({ threadId }) => left.has(threadId)) };
    });
  return { ...data, plans: plans.filter(({ items }) => items.length > 0) };
}

/** The threads whose latest entry has the rating, kind, lead and words asked for; null where none of these is. */
function threadsWanted(
  store: Store,
  { asOf, rag, kind, lead, about, overdueOn }: ExportFilter,
): ReadonlySet<unknown> | null {
  const asked = Object.entries({ rag, kind, lead, about, overdueOn }).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return null;
  const source = exportSource(store, { ...Object.fromEntries(asked), ...(asOf === undefined ? {} : { asOf }) });
  return new Set([...source.rows('current', ['thread_id'])].map(([threadId]) => threadId));
}

/** What was asked for, in words; null where it is everything. */
function filterWords({ service, plan, pillar, status, since, asOf, changed, ...more }: ExportFilter): string | null {
  const { rag, kind, lead, about, overdueOn } = more;
  const words = [
    service === undefined ? null : `services named “${service}”`,
    plan === undefined ? null : `plans named “${plan}”`,
    since === undefined ? null : `papers since ${since}`,
    asOf === undefined ? null : `papers until ${asOf}`,
    pillar === undefined ? null : `the pillar ${pillar}`,
    status === undefined ? null : `the status ${status.replaceAll('_', ' ')}`,
    rag === undefined ? null : `the rating ${rag}`,
    kind === undefined ? null : kind.replaceAll('_', ' '),
    lead === undefined ? null : `leads named “${lead}”`,
    about === undefined ? null : `entries about “${about}”`,
    overdueOn === undefined ? null : `entries overdue on ${overdueOn}`,
    changed === true ? 'entries that changed in the latest paper' : null,
  ].filter((part) => part !== null);
  return words.length === 0 ? null : words.join(', ');
}

function serviceData(
  store: Store,
  shelf: Shelf,
  all: readonly StoredEdition[],
  told: readonly PlanReport[],
): ServiceData {
  const service = all[0]?.service ?? null;
  const known = all.filter(({ id }) => shelf.papers.has(id));
  const [dated, undated] = [known.filter(({ date }) => date !== null), known.filter(({ date }) => date === null)];
  const steps = stepsOfService(store, service);
  const stepsIn = (own: readonly StoredEdition[]) => {
    const ids = new Set(own.map(({ id }) => id));
    return steps.filter(({ editionId, entryId }) => ids.has(editionId) && shelf.entries.has(entryId));
  };
  const followed = stepsIn(dated);
  const threads = new Set(followed.map(({ threadId }) => threadId));
  // A paper that nothing dates has no place in an order: what only it lists stands for itself, behind the others.
  const apart = stepsIn(undated).filter(({ threadId }) => !threads.has(threadId));
  const plans = [...plansOf(shelf, dated, followed, told), ...plansOf(shelf, undated, apart, told)];
  return {
    name: service ?? 'Service not named',
    isNamed: service !== null,
    plans: plans.filter(({ items }) => items.length > 0),
    undated: dated.length === 0 ? 0 : undated.filter(({ id }) => shelf.shown.has(id)).length,
  };
}

/**
 * The plans that some of a service's papers report on.
 * @param followed what these papers list
 */
function plansOf(
  shelf: Shelf,
  own: readonly StoredEdition[],
  followed: readonly StoredStep[],
  told: readonly PlanReport[],
): readonly PlanData[] {
  const dateOf: Dates = new Map(own.map(({ id, date }) => [id, date]));
  const reports = told.filter(({ editionId }) => dateOf.has(editionId));
  const steps = reports.length > 0 ? followed : followed.map((step) => ({ ...step, track: planOf(shelf, step) }));
  const service = own[0]?.service ?? null;
  const tracks = Map.groupBy(reports.length > 0 ? reports : undatedReports(service, steps), ({ track }) => track);
  return [...tracks.values()].map((each) => planData(shelf, each, steps, dateOf));
}

const planOf = (shelf: Shelf, { entryId }: StoredStep): string => shelf.entries.get(entryId)?.plan ?? '';

/** The plans of papers that nothing dates: they are not followed, so each paper's plan stands for itself. */
function undatedReports(service: string | null, steps: readonly StoredStep[]): readonly PlanReport[] {
  const plans = new Map(
    steps.map(({ editionId, track }) => [`${editionId} ${track}`, { editionId, track: track ?? '' }]),
  );
  return [...plans.values()].map(({ editionId, track }) => ({
    service,
    track,
    plan: track,
    date: null,
    editionId,
    state: 'open',
    stateBefore: null,
  }));
}

/** @param told what each edition says of the plan, oldest first */
function planData(shelf: Shelf, told: readonly PlanReport[], steps: readonly StoredStep[], dateOf: Dates): PlanData {
  const latest = told.at(-1);
  const isHere = ({ track }: StoredStep) => track === latest?.track;
  const runs = [...Map.groupBy(steps, ({ threadId }) => threadId)].filter(
    ([threadId, run]) => run.slice(-1).some(isHere) && isTold(shelf, threadId, run),
  );
  const changes = runs.flatMap(([threadId]) => shelf.changes.get(threadId) ?? []);
  const reports = [...new Map(told.map((report) => [report.editionId, report])).values()];
  const isShown = ({ editionId }: PlanReport) => shelf.shown.has(editionId);
  return {
    name: latest?.plan ?? '',
    state: latest?.state ?? 'open',
    before: reports.findLast((report) => !isShown(report)) ?? null,
    reports: reports.filter(isShown).map(({ editionId, date }) => ({
      paperId: editionId,
      date,
      file: shelf.papers.get(editionId)?.file ?? editionId,
      counts: countsOf(
        shelf,
        steps.filter((step) => step.editionId === editionId && isHere(step)),
      ),
    })),
    items: runs.map(([, run]) => itemOf(shelf, run, dateOf)),
    news: changes.filter(({ toPaperId }) => shelf.editionOf.get(toPaperId) === latest?.editionId),
  };
}

/** True where a paper that is shown has the thread, or shows what became of it. */
const isTold = ({ shown, changes }: Shelf, threadId: string, run: readonly StoredStep[]): boolean =>
  run.some(({ editionId }) => shown.has(editionId)) ||
  (changes.get(threadId) ?? []).some(({ toPaperId }) => shown.has(toPaperId));

function countsOf(shelf: Shelf, steps: readonly StoredStep[]): ReadonlyMap<StatusValue | null, number> {
  const statuses = Map.groupBy(steps, ({ entryId }) => shelf.entries.get(entryId)?.status?.value ?? null);
  return new Map([...statuses].map(([status, entries]) => [status, entries.length]));
}

/** Findings that several services were given, wording folded. */
function sharedFindings(services: readonly ServiceData[]): ReportData['shared'] {
  const told = services.flatMap(({ name: service, plans }) => {
    const items = plans
      .flatMap((plan) => plan.items)
      .filter(({ ended, finding }) => ended === null && finding !== null);
    const byFinding = Map.groupBy(items, ({ finding }) => finding ?? '');
    return [...byFinding].map(([finding, entries]) => ({ service, finding, entries }));
  });
  return alikeFindings(told);
}

function paperLine(paper: StoredPaper, linked: PlaceLink, date: string | null, entries: number): PaperLine {
  const { service, title, file, outcome, issues } = paper;
  const link = linked(paper, null, null);
  const troubles = issues.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
  return { service, date, title, place: { file, page: null, path: null, link }, outcome, entries, troubles };
}
