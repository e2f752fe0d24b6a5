import type { Entry, Extraction } from '../model/plan.ts';
import type { StoredEntry, StoredPaper } from '../model/stored.ts';
import { sameReading } from '../trail/reading.ts';

/** One thing that another reading of the same paper says otherwise; `before` or `after` is null where it says nothing. */
export interface Difference {
  /** Id of the entry it is about, as stored, or as it would be where it is new; null where it is about the paper. */
  readonly entryId: string | null;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Where a value stands, and which thread an entry is on, is not what the paper says. */
const beside = new Set(['places', 'id', 'paperId', 'threadId', 'sources', 'pages']);

/** What a new reading of a stored paper says otherwise, in the order of its entries. */
export function readingDifferences(
  stored: { readonly paper: StoredPaper; readonly entries: readonly StoredEntry[] },
  extraction: Extraction,
): readonly Difference[] {
  const { plans, statements, issues, ...paper } = stored.paper;
  const after = extraction.entries.map((entry, index) => ({ ...entry, id: `+${index + 1}` }));
  const names = sameReading(stored.entries, after);
  const found = new Map(after.map((entry) => [entry.id, entry]));
  const kept = new Set(names.values());
  return [
    ...fieldDifferences(null, paper, extraction.paper),
    ...fieldDifferences(
      null,
      { plans, statements: sentences(statements) },
      { ...extraction, statements: sentences(extraction.statements) },
    ),
    ...stored.entries.flatMap((entry) => {
      const now = found.get(names.get(entry.id) ?? '');
      return now === undefined
        ? [{ entryId: entry.id, field: 'entry', before: titleOf(entry), after: null }]
        : fieldDifferences(entry.id, entry, now);
    }),
    ...after
      .filter(({ id }) => !kept.has(id))
      .map((entry) => ({ entryId: entry.id, field: 'entry', before: null, after: titleOf(entry) })),
  ];
}

function sentences(statements: Extraction['statements']): readonly string[] {
  return statements.map(({ text }) => text);
}

/** Fields of `before` that `after` has otherwise. */
function fieldDifferences(entryId: string | null, before: object, after: object): readonly Difference[] {
  const now = new Map<string, unknown>(Object.entries(after));
  return Object.entries(before).flatMap(([field, value]) => {
    const [was, is] = [shown(value), shown(now.get(field))];
    return beside.has(field) || was === is ? [] : [{ entryId, field, before: was, after: is }];
  });
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, inOneOrder);
}

/** For JSON.stringify: an object's fields in order of their names. */
function inOneOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function titleOf({ ref, finding, action, summary, theme }: Entry): string {
  return [ref, action ?? finding ?? summary ?? theme].filter((text) => text !== null).join(' ');
}
