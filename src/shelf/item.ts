import { daysBetween } from '../lib/calendar.ts';
import { updateLines } from '../lib/text.ts';
import { goneKinds, isEnded } from '../model/ended.ts';
import { calledOf } from '../model/gist.ts';
import { placeOfEntry } from '../model/place.ts';
import type { StoredEntry } from '../model/stored.ts';
import type { Due, FieldLine, Item, Piece, PlaceLine, Step } from '../report/data.ts';
import type { StoredStep } from '../store/index.ts';
import { wordChanges } from '../trail/words.ts';
import type { Dates, Shelf } from './shelf.ts';

/**
 * An entry followed through the papers.
 * @param run its steps, oldest first; at least one
 */
export function itemOf(shelf: Shelf, run: readonly StoredStep[], dateOf: Dates): Item {
  const entries = run.flatMap(({ entryId }) => shelf.entries.get(entryId) ?? []);
  const now = entries.at(-1);
  if (now === undefined) throw new Error('a thread without an entry');
  const changes = shelf.changes.get(run[0]?.threadId ?? '') ?? [];
  const here = new Set(run.map(({ editionId }) => editionId));
  const shown = (paperId: string) => here.has(shelf.editionOf.get(paperId) ?? '');
  const ending = changes.findLast(({ kind, toPaperId }) => goneKinds.includes(kind) && !shown(toPaperId));
  const dues = entries.flatMap(dueOf);
  const [first, latest] = [dues[0] ?? null, dues.at(-1) ?? null];
  const status = now.status?.value ?? null;
  const from = toldFrom(shelf, run);
  const isFinished = isEnded(now);
  const due = now.timescale?.end ?? null;
  return {
    threadId: run[0]?.threadId ?? '',
    ref: now.ref,
    finding: now.finding,
    action: now.action,
    gist: calledOf(now),
    pillar: now.pillar,
    lead: now.lead,
    status,
    statusWords: now.status?.raw ?? null,
    isFinished,
    isOverdue: !isFinished && ending === undefined && due !== null && due < shelf.day,
    firstDue: first,
    latestDue: latest,
    slipDays: first === null || latest === null ? null : daysBetween(first.day, latest.day),
    slips: changes.filter(({ kind, toPaperId }) => kind === 'slipped' && shown(toPaperId)).length,
    papersSinceProgress: papersSince(
      run,
      changes.filter(({ kind }) => kind === 'progress_updated').map(({ toPaperId }) => shelf.editionOf.get(toPaperId)),
    ),
    ended: ending ?? null,
    steps: run.slice(from).map((step, index): Step => {
      const entry = entries[from + index] ?? now;
      return {
        date: dateOf.get(step.editionId) ?? null,
        place: placeLine(shelf, entry),
        fields: fieldLines(index === 0 ? undefined : entries[from + index - 1], entry),
        changes: shelf.shown.has(step.editionId)
          ? changes.filter(({ toPaperId }) => shelf.editionOf.get(toPaperId) === step.editionId)
          : [],
      };
    }),
  };
}

/** Which step is told first: the one before the papers that are shown, for by it is told what they changed. */
function toldFrom({ shown }: Shelf, run: readonly StoredStep[]): number {
  const first = run.findIndex(({ editionId }) => shown.has(editionId));
  return Math.max(0, (first < 0 ? run.length : first) - 1);
}

function dueOf({ timescale }: StoredEntry): readonly Due[] {
  return timescale?.end == null ? [] : [{ words: timescale.raw, day: timescale.end }];
}

/** How many papers after the last one with news of its progress have shown it. */
function papersSince(run: readonly StoredStep[], news: readonly (string | undefined)[]): number {
  const last = run.findLastIndex(({ editionId }) => news.includes(editionId));
  return run.length - 1 - Math.max(last, 0);
}

function placeLine(shelf: Shelf, { id, paperId, places }: StoredEntry): PlaceLine {
  const paper = shelf.papers.get(paperId);
  const place = placeOfEntry(places);
  const page = place?.page ?? null;
  const link = paper === undefined ? null : shelf.link(paper, page, id);
  return { file: paper?.file ?? paperId, page, path: place?.path ?? null, link };
}

/** Texts that are compared word by word; the others are short and told as a whole. */
const longFields = new Set(['Finding', 'Theme', 'Action', 'Progress', 'Updates', 'Future activity']);

function fieldLines(before: StoredEntry | undefined, now: StoredEntry): readonly FieldLine[] {
  const old = before === undefined ? new Map<string, string>() : new Map(fieldsOf(before));
  const fields = fieldsOf(now);
  const gone = [...old].filter(([name]) => !fields.some(([own]) => own === name)).map(([name]) => [name, ''] as const);
  return [...fields, ...gone].map(([name, text]): FieldLine => {
    const was = old.get(name) ?? '';
    if (before === undefined) return { name, pieces: [{ kind: 'same', text }] };
    if (was === text) return { name, pieces: null };
    return { name, pieces: longFields.has(name) ? marked(was, text) : replaced(was, text) };
  });
}

/** Less than this share of a text kept, and it counts as written anew. */
const keptAtLeast = 0.4;

/** What came and what went; a text written anew is not cut into shreds, for the old one stands with its own paper. */
function marked(was: string, is: string): readonly Piece[] {
  if (is === '') return replaced(was, is);
  const pieces = wordChanges(was, is);
  const kept = pieces.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0);
  return kept < keptAtLeast * is.length ? [{ kind: 'added', text: is }] : pieces;
}

function replaced(was: string, is: string): readonly Piece[] {
  const pieces: readonly Piece[] = [
    { kind: 'removed', text: was },
    { kind: 'added', text: is },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** All that an entry says, under the names people know. */
function fieldsOf(entry: StoredEntry): readonly (readonly [name: string, text: string])[] {
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['Finding', entry.finding],
    ['Theme', entry.theme],
    ['Action', entry.action],
    ['Progress', entry.progress],
    ['Updates', updateLines(entry.updates)],
    ['Future activity', entry.future],
    ['Due', entry.timescale?.raw],
    ['Status', entry.status?.raw],
    ['Rating', entry.rag === null ? null : entry.rag.value],
    ['Per cent', entry.percent?.toString()],
    ['Lead', entry.lead],
    ...Object.entries(entry.extra),
  ];
  return fields.flatMap(([name, text]) => (text == null || text === '' ? [] : [[name, text] as const]));
}
