import type { Plan, Statement } from '../model/plan.ts';
import type { Candidate, Decision, Link, LinkKind, RecordedEntry } from '../model/thread.ts';
import { type EditionText, isReadWhole, type Line } from './edition-text.ts';
import { type Known, knownLine, learn } from './features.ts';
import { type Linked, link, type Pair } from './link.ts';
import { type Heading, headingOf, headingsOf, matchTrack, newTrackId, type Track, tracksUnder } from './tracks.ts';
import { letters } from './wording.ts';

/** An entry as it stands in one edition. */
export interface Step {
  readonly edition: number;
  readonly line: Line;
  readonly track: Track;
}

/** A thread while it is followed. */
export interface Run {
  /** In the order of the editions. */
  readonly steps: Step[];
  known: Known;
  track: Track;
  /** The last dated edition that has its entry, -1 where there is none. */
  last: number;
  /** True once its entry has gone into another. */
  merged: boolean;
}

/** What a dated edition does to one thread. */
export interface Event {
  readonly kind: 'starts' | 'splits' | 'returns' | 'goes on' | 'ends' | 'merges';
  readonly edition: number;
  readonly run: Run;
  readonly before: Step | null;
  readonly after: Step | null;
  /** The whole that a split part was in, or the entry that a merged one went into. */
  readonly other: Step | null;
}

/** How a plan stands in one edition, and the edition that reported on it before. */
export interface Report {
  readonly edition: number;
  readonly previous: number | null;
  readonly track: Track;
  readonly plan: Plan;
}

export interface Followed {
  readonly runs: readonly Run[];
  readonly events: readonly Event[];
  readonly reports: readonly Report[];
  /** By edition. */
  readonly settled: readonly Settled[];
}

/** How an edition's entries were linked to those before it. */
export interface Settled {
  readonly links: readonly Link[];
  readonly candidates: readonly Candidate[];
}

export const recordsOf = (line: Line): readonly RecordedEntry[] => [line.record, ...line.twins];

type Verdict = Decision['verdict'];

/** Looks up what a person said of a thread and a line. */
function verdictsOf(decisions: readonly Decision[]): (run: Run, line: Line) => Verdict | null {
  const said = new Map<string, Verdict>();
  for (const { fromEntryId, toEntryId, verdict } of decisions) {
    said.set(`${fromEntryId} ${toEntryId}`, verdict).set(`${toEntryId} ${fromEntryId}`, verdict);
  }
  return (run, line) => {
    if (said.size === 0) return null;
    for (const { id } of recordsOf(line)) {
      for (const earlier of run.steps.flatMap((step) => recordsOf(step.line))) {
        const verdict = said.get(`${earlier.id} ${id}`);
        if (verdict !== undefined) return verdict;
      }
    }
    return null;
  };
}

const isPresent = (run: Run): boolean => run.last === run.track.last && run.last >= 0 && !run.merged;

/** The entries at both ends of a pair. */
const ends = ({ row, column }: Pair, edition: EditionText, known: readonly Run[]) => ({
  fromEntryId: known[row]?.steps.at(-1)?.line.record.id ?? '',
  toEntryId: edition.lines[column]?.record.id ?? '',
});

/** Links by the entries' ids, to be kept. */
function settle({ same, split, merged, doubtful }: Linked, edition: EditionText, known: readonly Run[]): Settled {
  const links = (kind: LinkKind, pairs: readonly Pair[]) =>
    pairs.map((pair): Link => {
      const by = pair.score === null ? 'person' : 'rule';
      return { kind, ...ends(pair, edition, known), score: pair.score, reasons: pair.reasons, by };
    });
  return {
    links: [...links('same', same), ...links('split', split), ...links('merged', merged)],
    candidates: doubtful.map((pair) => ({
      ...ends(pair, edition, known),
      score: pair.score ?? 0,
      reasons: pair.reasons,
    })),
  };
}

/** The reverse of `settle`. */
function recall({ links }: Settled, edition: EditionText, known: readonly Run[]): Linked {
  const rowOf = new Map(known.map((run, row) => [run.steps.at(-1)?.line.record.id, row]));
  const columnOf = new Map(edition.lines.map((line, column) => [line.record.id, column]));
  const pairs = (wanted: LinkKind): readonly Pair[] =>
    links.flatMap(({ kind, fromEntryId, toEntryId, score, reasons }) => {
      const [row, column] = [rowOf.get(fromEntryId), columnOf.get(toEntryId)];
      return kind !== wanted || row === undefined || column === undefined ? [] : [{ row, column, score, reasons }];
    });
  return { same: pairs('same'), split: pairs('split'), merged: pairs('merged'), doubtful: [] };
}

/** The plans of which an edition says that it shows only the entries that changed, and not that the rest is done. */
function tracksShownInPart(
  { papers }: EditionText,
  headings: readonly Heading[],
  tracks: ReadonlyMap<Heading, readonly Track[]>,
): ReadonlySet<Track> {
  const statements = papers.flatMap((paper) => paper.statements);
  const says = (said: Statement['kind'], { plan: { name } }: Heading) =>
    statements.some(
      ({ kind, plan }) => kind === said && (plan === null ? headings.length === 1 : letters(plan) === letters(name)),
    );
  return new Set(
    headings
      .filter((heading) => says('rest_unchanged', heading) && !says('rest_complete', heading))
      .flatMap((heading) => tracks.get(heading) ?? []),
  );
}

/** A plan's older names stay in use for so many reports. */
const namesKept = 4;

/** Follows a service's entries edition by edition; `follow` drives it. */
class Follower {
  readonly runs: Run[] = [];
  readonly events: Event[] = [];
  readonly reports: Report[] = [];
  readonly settled: Settled[] = [];
  readonly #tracks: Track[] = [];
  readonly #verdict: (run: Run, line: Line) => Verdict | null;
  readonly #service: string | null;

  constructor(decisions: readonly Decision[], service: string | null) {
    this.#verdict = verdictsOf(decisions);
    this.#service = service;
  }

  /** @param settled how the edition was linked when it was read last; null where that has to be found out (again) */
  read(edition: EditionText, index: number, settled: Settled | null): void {
    const known = [...this.runs];
    const headings = headingsOf(edition, this.#service);
    const linked = settled === null ? this.#link(edition, known, headings) : recall(settled, edition, known);
    const tracks = this.#tracksOf(edition, known, headings, linked);
    const lastReport = new Map([...tracks.values()].flat().map((track) => [track, track.last]));
    this.settled.push(settled ?? settle(linked, edition, known));

    const present = new Set(known.filter(isPresent));
    const rowOf = new Map(linked.same.map(({ row, column }) => [column, row]));
    const wholeOf = new Map(linked.split.map(({ row, column }) => [column, row]));
    const steps = edition.lines.map((line, column): Step | null => {
      const heading = headingOf(headings, line);
      const track = heading === undefined ? undefined : tracks.get(heading)?.[0];
      if (track === undefined) return null;
      const step: Step = { edition: index, line, track };
      const run = known[rowOf.get(column) ?? -1];
      if (run === undefined) this.#start(step, edition, known[wholeOf.get(column) ?? -1]);
      else this.#goOn(run, step, edition, present.has(run));
      return step;
    });
    if (edition.date === null) return;

    const shownInPart = tracksShownInPart(edition, headings, tracks);
    const targetOf = new Map(linked.merged.map(({ row, column }) => [row, column]));
    for (const [row, run] of known.entries()) {
      if (!present.has(run) || run.last === index || !lastReport.has(run.track)) continue;
      if (!isReadWhole(edition) || shownInPart.has(run.track)) {
        // What a paper that was read only in part does not show may well stand in it; or it says that nothing changed.
        run.last = index;
        continue;
      }
      const other = steps[targetOf.get(row) ?? -1] ?? null;
      const kind = other === null ? 'ends' : 'merges';
      this.events.push({ kind, edition: index, run, before: run.steps.at(-1) ?? null, after: null, other });
      run.merged = other !== null;
    }
    for (const heading of headings) this.#report(heading, tracks.get(heading) ?? [], lastReport, index);
  }

  #link(edition: EditionText, known: readonly Run[], headings: readonly Heading[]): Linked {
    const match = new Map(
      headings.map((heading) => [heading, new Map(this.#tracks.map((track) => [track, matchTrack(track, heading)]))]),
    );
    const headingAt = edition.lines.map((line) => headingOf(headings, line));
    return link({
      rows: known.map((run) => ({ known: run.known, present: isPresent(run) })),
      columns: edition.lines.map(knownLine),
      relation: (row, column) => {
        const [run, line, heading] = [known[row], edition.lines[column], headingAt[column]];
        if (run === undefined || line === undefined || heading === undefined) return { plan: 'other', verdict: null };
        return { plan: match.get(heading)?.get(run.track) ?? 'other', verdict: this.#verdict(run, line) };
      },
    });
  }

  /** The tracks each heading reports on; a plan that is new gets its track, and so does each of two named alike. */
  #tracksOf(
    edition: EditionText,
    known: readonly Run[],
    headings: readonly Heading[],
    { same }: Linked,
  ): ReadonlyMap<Heading, readonly Track[]> {
    const under = new Map<Heading, readonly Track[]>();
    const taken = new Set<Track>();
    for (const heading of headings) {
      const goingOn = same.filter(({ column }) => {
        const line = edition.lines[column];
        return line !== undefined && headingOf(headings, line) === heading;
      });
      const share = (track: Track): number => {
        const had = known.filter((run) => run.track === track && isPresent(run)).length;
        const have = goingOn.filter(({ row }) => known[row]?.track === track).length;
        return have / Math.max(1, had);
      };
      const found = tracksUnder(heading, this.#tracks, share).filter((track) => !taken.has(track));
      if (found.length === 0) found.push(this.#newTrack(heading));
      under.set(heading, found);
      for (const track of found) taken.add(track);
    }
    return under;
  }

  #newTrack(heading: Heading): Track {
    const id = newTrackId(heading, this.#tracks);
    const track: Track = { id, names: [heading.name], printed: letters(heading.plan.name), last: -1 };
    this.#tracks.push(track);
    return track;
  }

  #start(step: Step, edition: EditionText, whole: Run | undefined): void {
    const dated = edition.date !== null;
    const run: Run = {
      steps: [step],
      known: knownLine(step.line),
      track: step.track,
      last: dated ? step.edition : -1,
      merged: false,
    };
    this.runs.push(run);
    if (!dated) return;
    const other = whole?.steps.findLast(({ edition: at }) => at < step.edition) ?? null;
    this.events.push({
      kind: other === null ? 'starts' : 'splits',
      edition: step.edition,
      run,
      before: null,
      after: step,
      other,
    });
  }

  #goOn(run: Run, step: Step, edition: EditionText, present: boolean): void {
    const before = run.steps.at(-1) ?? null;
    run.steps.push(step);
    if (edition.date === null) return;
    this.events.push({
      kind: present ? 'goes on' : 'returns',
      edition: step.edition,
      run,
      before,
      after: step,
      other: null,
    });
    run.known = learn(run.known, step.line);
    run.last = step.edition;
    run.track = step.track;
    run.merged = false;
  }

  #report(heading: Heading, tracks: readonly Track[], lastReport: ReadonlyMap<Track, number>, index: number): void {
    for (const track of tracks) {
      const previous = lastReport.get(track) ?? -1;
      this.reports.push({ edition: index, previous: previous < 0 ? null : previous, track, plan: heading.plan });
      track.last = index;
      track.names = [...track.names, heading.name].slice(-namesKept);
      track.printed = letters(heading.plan.name);
    }
  }
}

/**
 * Follows every entry of a service through its editions, oldest first. Depends on the editions and decisions alone: a paper
 * that arrives late is followed as if it had come in its turn.
 * @param settled how the first editions were linked before, where nothing about them has changed since
 * @param begin told of each edition's first paper before it is followed
 */
export function follow(
  editions: readonly EditionText[],
  decisions: readonly Decision[],
  service: string | null,
  settled: readonly Settled[] = [],
  begin: (paperId: string) => void = () => undefined,
): Followed {
  const follower = new Follower(decisions, service);
  editions.forEach((edition, index) => {
    begin(edition.papers[0].paper.id);
    follower.read(edition, index, settled[index] ?? null);
  });
  return follower;
}
