import type { Correction } from '../model/correction.ts';
import { type EntryField, emptyValues, entryFields, type PaperField, paperFields } from '../model/fields.ts';
import type { Entry, Extraction } from '../model/plan.ts';
import { noteReading, standingCorrections } from './corrections.ts';
import { seenLayouts } from './layouts.ts';
import { entriesOfPaper } from './read-entries.ts';
import { paperById } from './read-papers.ts';
import type { Store } from './store.ts';
import { entryIdOf, positionOf, writeContent } from './write-content.ts';
import { forgetContent, markNoPaper, writePaperFields } from './write-paper.ts';

/** An entry with its position in the paper as it was read, from 1. */
export interface PlacedEntry {
  readonly position: number;
  readonly entry: Entry;
}

/** All that is stored of a paper, to be changed and written again. */
export interface PaperContent extends Omit<Extraction, 'entries'> {
  readonly entries: readonly PlacedEntry[];
  /** Why it is no paper; null for a paper. */
  readonly noPaper: string | null;
}

/** What a rejected paper was read to say; kept with the rejection. */
type RejectedContent = Pick<PaperContent, 'entries' | 'plans' | 'statements' | 'noPaper'>;

const isEntryField = (field: string): field is EntryField => Object.hasOwn(entryFields, field);
const isPaperField = (field: string): field is PaperField => Object.hasOwn(paperFields, field);

/** @returns null where the paper is not stored */
export function contentOfPaper(store: Store, paperId: string): PaperContent | null {
  const stored = paperById(store, paperId);
  if (stored === null) return null;
  const { sources: _, corrected: __, noPaper: why, plans, statements, issues, ...paper } = stored;
  const entries = entriesOfPaper(store, paperId).map(
    ({ id, paperId: ___, threadId: ____, corrected: _____, isCurrent: ______, ...entry }) => ({
      position: positionOf(id),
      entry,
    }),
  );
  const layouts = seenLayouts(store, paperId).map(({ paperId: _______, ...seen }) => seen);
  return { paper, plans, statements, issues, layouts, entries, noPaper: why };
}

/** Puts a paper's content in the place of what is stored; its bytes and sources stay. Part of the caller's transaction. */
function rewriteContent(store: Store, content: PaperContent): void {
  const { entries, noPaper: why, ...rest } = content;
  forgetContent(store, content.paper.id);
  writePaperFields(store, content.paper);
  markNoPaper(store, content.paper.id, why);
  writeContent(
    store,
    { ...rest, entries: entries.map(({ entry }) => entry) },
    entries.map(({ position }) => position),
  );
}

/** The content with what one person said in it, and what was read there before. */
export interface Applied {
  readonly content: PaperContent;
  readonly read: unknown;
}

/** @returns null where the entry is not in the content */
export function apply(
  content: PaperContent,
  said: Pick<Correction, 'verdict' | 'entryId' | 'field' | 'value' | 'who'>,
): Applied | null {
  const { verdict, entryId, field, value } = said;
  if (entryId !== null) return applyToEntry(content, entryId, said);
  if (verdict === 'rejected') {
    const { entries, plans, statements, noPaper: why } = content;
    const read: RejectedContent = { entries, plans, statements, noPaper: why };
    return {
      content: { ...content, entries: [], plans: [], statements: [], noPaper: `Said to be no paper by ${said.who}.` },
      read,
    };
  }
  if (field === null || !isPaperField(field)) return { content, read: null };
  const read = content.paper[field];
  return { content: verdict === 'corrected' ? withPaperValue(content, field, value as string | null) : content, read };
}

/** A plan that was dated as its paper was is dated anew with it. */
function withPaperValue(content: PaperContent, field: PaperField, value: string | null): PaperContent {
  const plans = content.plans.map((plan) =>
    field === 'asAt' && (plan.asAt === null || plan.asAt === content.paper.asAt) ? { ...plan, asAt: value } : plan,
  );
  return { ...content, plans, paper: { ...content.paper, [field]: value } };
}

/** What was read of a value: how sure the reader was goes with it. */
interface ReadValue {
  readonly value: unknown;
  readonly confidence: number | null;
}

function applyToEntry(
  content: PaperContent,
  entryId: string,
  { verdict, field, value }: Pick<Correction, 'verdict' | 'field' | 'value'>,
): Applied | null {
  const found = content.entries.find(({ position }) => entryIdOf(content.paper.id, position) === entryId);
  if (found === undefined) return null;
  if (verdict === 'rejected')
    return { content: { ...content, entries: content.entries.filter((entry) => entry !== found) }, read: found };
  if (field === null || !isEntryField(field)) return { content, read: null };
  const { [field]: sure, ...confidence } = found.entry.confidence;
  const read: ReadValue = { value: found.entry[field], confidence: sure ?? null };
  if (verdict !== 'corrected') return { content, read };
  const entry: Entry = { ...found.entry, [field]: value ?? emptyValues[field], confidence };
  return { content: withEntry(content, { ...found, entry }), read };
}

const withEntry = (content: PaperContent, changed: PlacedEntry): PaperContent => ({
  ...content,
  entries: content.entries.map((old) => (old.position === changed.position ? changed : old)),
});

/** The content without what a person said: as it was read. */
function takeBack(content: PaperContent, { verdict, entryId, field, read }: Correction): PaperContent {
  if (verdict === 'accepted' || verdict === 'forgotten' || entryId?.endsWith('~')) return content;
  if (entryId === null) {
    if (verdict === 'rejected') return { ...content, ...(read as RejectedContent) };
    return field === null || !isPaperField(field) ? content : withPaperValue(content, field, read as string | null);
  }
  if (verdict === 'rejected') {
    const entries = [...content.entries, read as PlacedEntry].sort((a, b) => a.position - b.position);
    return { ...content, entries };
  }
  const found = content.entries.find(({ position }) => entryIdOf(content.paper.id, position) === entryId);
  if (found === undefined || field === null || !isEntryField(field)) return content;
  const { value, confidence } = read as ReadValue;
  const sure = confidence === null ? {} : { [field]: confidence };
  const entry: Entry = { ...found.entry, [field]: value, confidence: { ...found.entry.confidence, ...sure } };
  return withEntry(content, { ...found, entry });
}

/** What is said of the whole paper is said last, so that it keeps what was said of its parts. */
const inOrder = (said: readonly Correction[]): readonly Correction[] => {
  const ofWhole = ({ entryId, verdict }: Correction) => Number(entryId === null && verdict === 'rejected');
  return said.toSorted((a, b) => ofWhole(a) - ofWhole(b) || a.id - b.id);
};

/** A paper's content as it was read, before anybody said anything of it. */
export function contentAsRead(store: Store, content: PaperContent): PaperContent {
  return inOrder(standingCorrections(store, content.paper.id)).toReversed().reduce(takeBack, content);
}

/**
 * Writes a paper with all that stands of what people said of it, and notes beside each what was read there. Part of the
 * caller's transaction.
 * @param read the paper as it was read
 */
export function restate(store: Store, read: PaperContent): void {
  const content = inOrder(standingCorrections(store, read.paper.id)).reduce((now, said) => {
    const applied = apply(now, said);
    if (applied === null) return now;
    noteReading(store, said.id, applied.read);
    return applied.content;
  }, read);
  rewriteContent(store, content);
}
