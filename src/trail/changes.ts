import type { Place } from '../model/place.ts';
import type { Entry, EntryField } from '../model/plan.ts';
import type { Change } from '../model/thread.ts';
import { compareEntries, type Reported, reportedBy } from './compare-entries.ts';
import type { Issue } from './editions.ts';
import type { Event, Followed, Report, Run, Step } from './follow.ts';
import { inferEnd } from './inferred.ts';
import { bagOf, likeness } from './likeness.ts';
import type { Track } from './tracks.ts';
import { letters, stems } from './wording.ts';

const at = (step: Step | null, field: EntryField): readonly Place[] => step?.line.record.entry.places[field] ?? [];

/** The places of the text that says what an entry is about. */
const gistPlaces = (step: Step | null): readonly Place[] =>
  (['action', 'finding', 'progress'] as const).map((field) => at(step, field)).find((places) => places.length > 0) ??
  [];

/** The words that name an entry: its action, else its finding, else its progress. */
export const gistOf = (entry: Entry | undefined): string | null =>
  entry?.action ?? entry?.finding ?? entry?.progress ?? entry?.updates[0]?.text ?? entry?.theme ?? null;

/** What an issue says of one plan as a whole. */
interface Page {
  readonly reported: Reported;
  readonly findings: ReadonlySet<string>;
}

/** Looks up (and keeps) what each issue says of each plan. */
function pagesOf(runs: readonly Run[]): (issue: number, track: Track) => Page {
  const steps = Map.groupBy(
    runs.flatMap((run) => run.steps),
    ({ issue, track }) => `${issue}/${track.id}`,
  );
  const pages = new Map<string, Page>();
  return (issue, track) => {
    const key = `${issue}/${track.id}`;
    const known = pages.get(key);
    if (known !== undefined) return known;
    const entries = (steps.get(key) ?? []).map(({ line }) => line.record.entry);
    const made = { reported: reportedBy(entries), findings: new Set(entries.map(({ finding }) => letters(finding))) };
    pages.set(key, made);
    return made;
  };
}

/** Two findings that share less than this of their words are two, not one reworded. */
const otherFinding = 0.5;

/** True where the entry now stands under another finding or plan, and the two are known to be two. */
function hasMoved(before: Step, after: Step, old: Page, now: Page): boolean {
  if (before.track !== after.track) return true;
  const [was, is] = [before.line.record.entry, after.line.record.entry].map(({ finding }) => finding);
  if (was == null || is == null || letters(was) === letters(is)) return false;
  if (!old.findings.has(letters(is)) && !now.findings.has(letters(was))) return false;
  const even = () => 1;
  return likeness(bagOf(stems(was), even), bagOf(stems(is), even), even) < otherFinding;
}

/** A finished entry that goes is retired, any other is dropped. */
const isFinished = (entry: Entry | undefined): boolean =>
  entry?.status?.value === 'complete' || entry?.status?.value === 'closed';

/**
 * The changes of a service's threads, in the order of the issues.
 * @param threadId gives a run its lasting name
 */
export function changesOf(
  issues: readonly Issue[],
  followed: Followed,
  threadId: (run: Run) => string,
): readonly Change[] {
  const page = pagesOf(followed.runs);
  const previous = new Map(followed.reports.map((report) => [`${report.issue}/${report.track.id}`, report]));
  const ended = new Map<Run, 'completed' | 'closed'>();

  const change = (event: Event, rest: Pick<Change, 'kind'> & Partial<Change>): Change => {
    const to = event.after?.line.paperId ?? issues[event.issue]?.papers[0].paper.id ?? '';
    return {
      threadId: threadId(event.run),
      fromPaperId: event.before?.line.paperId ?? null,
      toPaperId: to,
      field: null,
      before: null,
      after: null,
      beforePlaces: [],
      afterPlaces: [],
      inferred: false,
      evidence: null,
      ...rest,
    };
  };
  const starts = (event: Event, kind: 'added' | 'split'): Change =>
    change(event, {
      kind,
      fromPaperId: event.other?.line.paperId ?? event.before?.line.paperId ?? fromPaper(event),
      before: gistOf(event.other?.line.record.entry),
      after: gistOf(event.after?.line.record.entry),
      beforePlaces: gistPlaces(event.other),
      afterPlaces: gistPlaces(event.after),
    });
  /** The paper that reported on the plan before. */
  const fromPaper = (event: Event): string | null => {
    const track = (event.after ?? event.before)?.track;
    const report: Report | undefined = track === undefined ? undefined : previous.get(`${event.issue}/${track.id}`);
    return report?.previous == null ? null : (issues[report.previous]?.papers[0].paper.id ?? null);
  };
  const compared = (event: Event, before: Step, after: Step): readonly Change[] => {
    const [old, now] = [page(before.issue, before.track), page(after.issue, after.track)];
    const moved = hasMoved(before, after, old, now);
    const changes = compareEntries(before.line.record.entry, after.line.record.entry, {
      before: old.reported,
      after: now.reported,
      moved,
    }).map(({ places, ...rest }) =>
      change(event, { ...rest, beforePlaces: at(before, places), afterPlaces: at(after, places) }),
    );
    if (before.track === after.track || changes.some(({ kind }) => kind === 'moved')) return changes;
    return [
      ...changes,
      change(event, { kind: 'moved', field: 'plan', before: before.track.title, after: after.track.title }),
    ];
  };
  const ends = (event: Event): Change => {
    const before = event.before?.line.record.entry;
    const gone = { before: gistOf(before), beforePlaces: gistPlaces(event.before) };
    if (event.kind === 'merges') {
      const after = gistOf(event.other?.line.record.entry);
      return change(event, { kind: 'merged', ...gone, after, afterPlaces: gistPlaces(event.other) });
    }
    if (isFinished(before)) return change(event, { kind: 'retired', ...gone });
    const issue = issues[event.issue];
    const inference = issue === undefined ? null : inferEnd(event, issue, nameUnder(followed.reports, event));
    if (inference === null) return change(event, { kind: 'dropped', ...gone });
    ended.set(event.run, inference.kind);
    return change(event, {
      kind: inference.kind,
      field: 'status',
      before: before?.status?.raw ?? before?.timescale?.raw ?? null,
      beforePlaces: [...at(event.before, 'status'), ...gone.beforePlaces],
      afterPlaces: inference.statement.places,
      inferred: true,
      evidence: inference.statement.text,
    });
  };

  return followed.events.flatMap((event): readonly Change[] => {
    const { before, after } = event;
    if (event.kind === 'goes on' && before !== null && after !== null) return compared(event, before, after);
    if (event.kind === 'starts' || event.kind === 'splits') {
      return isFirstReport(event, previous) ? [] : [starts(event, event.kind === 'splits' ? 'split' : 'added')];
    }
    if (event.kind === 'returns' && after !== null) {
      const wasDone = ended.has(event.run) || isFinished(before?.line.record.entry);
      const reopened = wasDone && !isFinished(after.line.record.entry);
      ended.delete(event.run);
      return [
        reopened
          ? change(event, {
              kind: 'reopened',
              field: 'status',
              before: before?.line.record.entry.status?.raw ?? null,
              after: after.line.record.entry.status?.raw ?? null,
              beforePlaces: at(before, 'status'),
              afterPlaces: at(after, 'status'),
            })
          : starts(event, 'added'),
      ];
    }
    return [ends(event)];
  });
}

/** True where the plan had no report before: its first entries are where the trail starts, not something added. */
function isFirstReport(event: Event, reports: ReadonlyMap<string, Report>): boolean {
  const track = event.after?.track;
  return track !== undefined && reports.get(`${event.issue}/${track.id}`)?.previous === null;
}

/** Tells whether a plan's name, as the issue prints it, is the one an entry stood under. */
function nameUnder(reports: readonly Report[], event: Event): (name: string) => boolean {
  const track = event.before?.track;
  const names = new Set(
    reports.filter((report) => report.issue === event.issue && report.track === track).map(({ plan }) => plan.name),
  );
  return (name) => names.has(name);
}
