import type { StatusValue } from '../model/plan.ts';
import type { ExportFilter, StoredPaper } from '../model/stored.ts';
import type { PaperLine, PlanData, ReportData, ServiceData, SharedFinding } from '../report/data.ts';
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
import { itemOf } from './report-item.ts';
import { changeLine, type Dates, linkOf, type Shelf } from './report-shelf.ts';

/**
 * Everything a report shows, from the database or the part that `filter` leaves.
 * @param made the day the report is made, ISO 8601
 */
export function reportData(store: Store, filter: ExportFilter, made: string): ReportData {
  const source = exportSource(store, filter);
  const papers = [...source.papers()];
  const entries = papers.flatMap(({ id }) => [...source.entriesOf(id)]);
  const shelf: Shelf = {
    papers: new Map(papers.map((paper) => [paper.id, paper])),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    changes: Map.groupBy(changesIn(store), ({ threadId }) => threadId),
    editionOf: editionOfPapers(store),
  };
  const all = editions(store);
  const services = [...Map.groupBy(all, ({ service }) => service)]
    .map(([service, issues]) => serviceData(store, shelf, service, issues))
    .filter(({ plans }) => plans.length > 0);
  const dates = new Map(all.map(({ id, date }) => [id, date]));
  const counts = Map.groupBy(entries, ({ paperId }) => paperId);
  const addresses = new Set(papers.flatMap(({ sources }) => sources));
  return {
    made,
    services,
    shared: sharedFindings(services),
    papers: papers.map((paper) => {
      const date = dates.get(shelf.editionOf.get(paper.id) ?? '') ?? null;
      return paperLine(paper, date, counts.get(paper.id)?.length ?? 0);
    }),
    sources: sourceTerms(store).filter(({ address }) => addresses.has(address)),
  };
}

function serviceData(store: Store, shelf: Shelf, service: string | null, all: readonly StoredEdition[]): ServiceData {
  const known = all.filter(({ id }) => shelf.papers.has(id));
  const dated = known.filter(({ date }) => date !== null);
  // A paper that nothing dates has no place in an order; it is shown only where the service has no other.
  const dateOf: Dates = new Map((dated.length > 0 ? dated : known).map(({ id, date }) => [id, date]));
  const steps = stepsOfService(store, service).filter(
    ({ editionId, entryId }) => dateOf.has(editionId) && shelf.entries.has(entryId),
  );
  const reports = planReports(store).filter((report) => report.service === service && dateOf.has(report.editionId));
  const plans = [...Map.groupBy(reports, ({ track }) => track).values()].map((told) =>
    planData(shelf, told, steps, dateOf),
  );
  return { name: service ?? 'Service not named', plans: plans.filter(({ items }) => items.length > 0) };
}

/** @param told what each edition says of the plan, oldest first */
function planData(shelf: Shelf, told: readonly PlanReport[], steps: readonly StoredStep[], dateOf: Dates): PlanData {
  const latest = told.at(-1);
  const isHere = ({ track }: StoredStep) => track === latest?.track;
  const runs = [...Map.groupBy(steps, ({ threadId }) => threadId)].filter(([, run]) => run.slice(-1).some(isHere));
  const changes = runs.flatMap(([threadId]) => shelf.changes.get(threadId) ?? []);
  return {
    name: latest?.plan ?? '',
    state: latest?.state ?? 'open',
    reports: [...new Map(told.map((report) => [report.editionId, report])).values()].map(({ editionId, date }) => ({
      paperId: editionId,
      date,
      file: shelf.papers.get(editionId)?.file ?? editionId,
      counts: countsOf(
        shelf,
        steps.filter((step) => step.editionId === editionId && isHere(step)),
      ),
    })),
    items: runs.map(([, run]) => itemOf(shelf, run, dateOf, latest?.date ?? null)),
    news: changes.filter(({ toPaperId }) => shelf.editionOf.get(toPaperId) === latest?.editionId).map(changeLine),
  };
}

function countsOf(shelf: Shelf, steps: readonly StoredStep[]): ReadonlyMap<StatusValue | null, number> {
  const statuses = Map.groupBy(steps, ({ entryId }) => shelf.entries.get(entryId)?.status?.value ?? null);
  return new Map([...statuses].map(([status, entries]) => [status, entries.length]));
}

/** Findings that several services were given, wording folded. */
function sharedFindings(services: readonly ServiceData[]): readonly SharedFinding[] {
  const told = services.flatMap(({ name, plans }) => {
    const items = plans
      .flatMap((plan) => plan.items)
      .filter(({ ended, finding }) => ended === null && finding !== null);
    return [...Map.groupBy(items, ({ finding }) => finding ?? '')].map(([finding, own]) => ({
      service: name,
      finding,
      items: own,
    }));
  });
  return alikeFindings(told).map((answers) => ({ finding: answers[0]?.finding ?? '', answers }));
}

function paperLine(paper: StoredPaper, date: string | null, entries: number): PaperLine {
  const { service, title, file, outcome, issues } = paper;
  const link = linkOf(paper, null);
  const troubles = issues.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
  return { service, date, title, place: { file, page: null, path: null, link }, outcome, entries, troubles };
}
