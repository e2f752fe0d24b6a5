import { isEnded } from '../model/ended.ts';
import { gistOf } from '../model/gist.ts';
import type { Place } from '../model/place.ts';
import type { Entry, EntryField, Statement } from '../model/plan.ts';
import type { Change, RecordedEntry } from '../model/thread.ts';
import { outsidePlan } from '../vocabulary/plan-statements.ts';
import { compareEntries } from './compare-entries.ts';
import { describe } from './describe.ts';
import { type EditionText, isReadWhole } from './edition-text.ts';
import { narrative } from './features.ts';
import type { Event, Followed, Run, Step } from './follow.ts';
import { hasMoved, pageOf } from './pages.ts';
import { letters } from './wording.ts';

/** What the changes of a service are told from. */
interface Story {
  readonly editions: readonly EditionText[];
  readonly followed: Followed;
  readonly threadId: (run: Run) => string;
  readonly placesOf: PlacesOf;
}

/** Where a value of a recorded entry stands. */
export type PlacesOf = (record: RecordedEntry, field: EntryField) => readonly Place[];

export const ownPlaces: PlacesOf = ({ entry }, field) => entry.places[field] ?? [];

type Rest = Pick<Change, 'kind'> & Partial<Change>;

const entryOf = (step: Step | null): Entry | undefined => step?.line.record.entry;
const at = ({ placesOf }: Story, step: Step | null, field: EntryField): readonly Place[] =>
  step === null ? [] : placesOf(step.line.record, field);

/** The places of the text that says what an entry is about. */
const gistPlaces = (story: Story, step: Step | null): readonly Place[] =>
  (['action', 'finding', 'progress', 'updates', 'theme'] as const)
    .map((field) => at(story, step, field))
    .find((places) => places.length > 0) ?? [];

const wasEnded = (entry: Entry | undefined): boolean => entry !== undefined && isEnded(entry);

/**
 * The paper that reported on the plan before an event; for a plan that is new beside others that go on, the paper that
 * reported on these. Null where none did.
 */
function paperBefore({ editions, followed }: Story, event: Event): string | null {
  const track = (event.after ?? event.before)?.track;
  const here = followed.reports.filter((known) => known.edition === event.edition);
  const own = here.find((known) => known.track === track);
  const previous = own?.previous ?? here.find((known) => known.previous !== null)?.previous ?? null;
  return previous === null ? null : (editions[previous]?.papers[0].paper.id ?? null);
}

function tell(story: Story, event: Event, rest: Rest): Change {
  const told = {
    threadId: story.threadId(event.run),
    fromPaperId: event.before?.line.paperId ?? event.other?.line.paperId ?? paperBefore(story, event),
    toPaperId: event.after?.line.paperId ?? story.editions[event.edition]?.papers[0].paper.id ?? '',
    field: null,
    before: null,
    after: null,
    beforePlaces: [],
    afterPlaces: [],
    inferred: false,
    evidence: null,
    ...rest,
  };
  return { ...told, sentence: describe(told, entryOf(event.before), entryOf(event.after)) };
}

/** An entry that was not there before; the first entries of a service's first plan are where its trail starts. */
function started(story: Story, event: Event): readonly Change[] {
  const after = { after: gistOf(entryOf(event.after) ?? {}), afterPlaces: gistPlaces(story, event.after) };
  if (event.kind === 'splits') {
    const before = { before: gistOf(entryOf(event.other) ?? {}), beforePlaces: gistPlaces(story, event.other) };
    return [tell(story, event, { kind: 'split', ...before, ...after })];
  }
  const isNew = paperBefore(story, event) !== null && wasReadWhole(story, event);
  return isNew ? [tell(story, event, { kind: 'added', ...after })] : [];
}

/**
 * True unless all forms of the report before were read only in part: what such a paper does not show may well stand in
 * it, and is not new in the next.
 */
function wasReadWhole({ editions, followed }: Story, event: Event): boolean {
  const here = followed.reports.find(({ edition, track }) => edition === event.edition && track === event.after?.track);
  const before = here?.previous == null ? undefined : editions[here.previous];
  return before === undefined || isReadWhole(before);
}

const nothing = { lines: [] };

function wentOn(story: Story, event: Event, before: Step, after: Step): readonly Change[] {
  const pageAt = ({ edition }: Step) => pageOf(story.editions[edition] ?? nothing);
  const [old, now] = [pageAt(before), pageAt(after)];
  const changes = compareEntries(before.line.record.entry, after.line.record.entry, {
    before: old.reported,
    after: now.reported,
    moved: hasMoved(before, after, old, now),
  }).map(({ places: [from, to], ...rest }) =>
    tell(story, event, { ...rest, beforePlaces: at(story, before, from), afterPlaces: at(story, after, to) }),
  );
  if (before.track === after.track || changes.some(({ kind }) => kind === 'moved')) return changes;
  const names = { before: before.line.record.entry.plan, after: after.line.record.entry.plan };
  return [...changes, tell(story, event, { kind: 'moved', field: 'plan', ...names })];
}

/** What the prose of the paper says became of an entry that is gone. */
function inference({ editions, followed }: Story, event: Event): Inference | null {
  const edition = editions[event.edition];
  const track = event.before?.track;
  const here = followed.reports.filter((report) => report.edition === event.edition);
  const names = new Set(here.filter((report) => report.track === track).map(({ plan }) => letters(plan.name)));
  const about = (plan: string | null) => (plan === null ? here.length === 1 : names.has(letters(plan)));
  return edition === undefined || wasEnded(entryOf(event.before))
    ? null
    : inferEnd(entryOf(event.before), edition, about);
}

function ended(story: Story, event: Event): Change {
  const before = entryOf(event.before);
  const gone = { before: gistOf(before ?? {}), beforePlaces: gistPlaces(story, event.before) };
  if (event.kind === 'merges') {
    const into = { after: gistOf(entryOf(event.other) ?? {}), afterPlaces: gistPlaces(story, event.other) };
    return tell(story, event, { kind: 'merged', ...gone, ...into });
  }
  if (wasEnded(before)) return tell(story, event, { kind: 'retired', ...gone });
  const inferred = inference(story, event);
  if (inferred === null) return tell(story, event, { kind: 'dropped', ...gone });
  return tell(story, event, {
    kind: inferred.kind,
    field: 'status',
    before: before?.status?.raw ?? before?.timescale?.raw ?? null,
    beforePlaces: before?.status == null ? gone.beforePlaces : at(story, event.before, 'status'),
    afterPlaces: inferred.statement.places,
    inferred: true,
    evidence: inferred.statement.text,
  });
}

/** An entry that was gone is back: open again where it had been finished. */
function returned(story: Story, event: Event): readonly Change[] {
  const gone = story.followed.events.findLast(
    ({ run, kind, edition }) => run === event.run && kind === 'ends' && edition < event.edition,
  );
  const wasDone = wasEnded(entryOf(event.before)) || (gone !== undefined && inference(story, gone) !== null);
  if (!wasDone || wasEnded(entryOf(event.after))) return started(story, event);
  const [before, after] = [entryOf(event.before)?.status?.raw ?? null, entryOf(event.after)?.status?.raw ?? null];
  const places = { beforePlaces: at(story, event.before, 'status'), afterPlaces: at(story, event.after, 'status') };
  return [tell(story, event, { kind: 'reopened', field: 'status', before, after, ...places })];
}

function changesAt(story: Story, event: Event): readonly Change[] {
  const { kind, before, after } = event;
  if (kind === 'goes on') return before === null || after === null ? [] : wentOn(story, event, before, after);
  if (kind === 'starts' || kind === 'splits') return started(story, event);
  return kind === 'returns' ? returned(story, event) : [ended(story, event)];
}

/**
 * The changes of a service's threads, by edition.
 * @param threadId gives a run its lasting name
 * @param from the first edition whose changes are wanted; the lists before it are empty
 * @param begin told of each edition's first paper before its changes are told
 */
export function changesOf(
  editions: readonly EditionText[],
  followed: Followed,
  threadId: (run: Run) => string,
  from: number,
  placesOf: PlacesOf,
  begin: (paperId: string) => void,
): readonly (readonly Change[])[] {
  const story: Story = { editions, followed, threadId, placesOf };
  const byEdition: Change[][] = editions.map(() => []);
  for (const [edition, events] of Map.groupBy(followed.events, (event) => event.edition)) {
    if (edition < from) continue;
    begin(editions[edition]?.papers[0].paper.id ?? '');
    byEdition[edition]?.push(...events.flatMap((event) => changesAt(story, event)));
  }
  return byEdition;
}

/** What a paper's prose says became of an entry that it does not list any more. */
interface Inference {
  readonly kind: 'completed' | 'closed';
  readonly statement: Statement;
}

/**
 * What became of an entry that is gone: completed where the paper says that all else is delivered, closed where it says
 * that the plan ends, null where it says nothing.
 * @param about tells whether a statement about the named plan (null: the paper's) is one about the entry's plan
 */
function inferEnd(
  entry: Entry | undefined,
  edition: EditionText,
  about: (plan: string | null) => boolean,
): Inference | null {
  const statements = edition.papers.flatMap((paper) => paper.statements).filter(({ plan }) => about(plan));
  const within = entry === undefined || !outsidePlan.test([entry.action, narrative(entry)].join(' '));
  const rest = statements.find(({ kind }) => kind === 'rest_complete');
  if (rest !== undefined && within) return { kind: 'completed', statement: rest };
  const closing = statements.find(({ kind }) => kind === 'plan_closed');
  return closing === undefined ? null : { kind: 'closed', statement: closing };
}
