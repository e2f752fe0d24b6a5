import type { SlotField } from '../../parsers/fields/model.ts';
import type { Region, Slot } from '../../parsers/records/model.ts';
import { foldPlain } from '../../src/lib/fold.ts';
import { type RawField, rawFields } from '../../src/model/raw.ts';
import { tickedChoice } from '../../src/normalise/choice.ts';
import { kindOf, pillarOf } from '../../src/normalise/pillar.ts';
import { splitRef } from '../../src/normalise/ref.ts';

/** What a paper's truth says of one entry: words, or words with what they mean. */
export interface TrueEntry {
  readonly [field: string]: unknown;
  readonly extra?: Readonly<Record<string, string>>;
}

/** Fields whose truth is words and what they mean. */
const statedFields: readonly RawField[] = ['timescale', 'status', 'rag'];
const textFields = rawFields.filter((field) => ![...statedFields, 'update', 'extra'].includes(field));
const fold = (text: string): string =>
  foldPlain(text)
    .replace(/[•▪●◦·]/g, ' ')
    .replace(/[.;,:]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The texts of one entry by the field that they stand for. */
function entryTexts(entry: TrueEntry): readonly (readonly [SlotField, string])[] {
  const texts: (readonly [SlotField, string])[] = [];
  const add = (field: SlotField, value: unknown) => {
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
    if (fold(text) !== '') texts.push([field, fold(text)]);
  };
  for (const field of textFields) add(field, entry[field]);
  for (const field of statedFields) add(field, (entry[field] as { raw?: string } | null | undefined)?.raw);
  for (const { text } of (entry.updates as readonly { text: string }[] | undefined) ?? []) add('progress', text);
  for (const text of Object.values(entry.extra ?? {})) add('extra', text);
  return texts;
}

/**
 * What each slot of a region stands for by the truth of its paper: the field whose words its values are in most records.
 * @returns null where the region is no part of the plan: none of its slots holds what an entry says
 */
export function slotTruths({ slots, records }: Region, entries: readonly TrueEntry[]): readonly SlotField[] | null {
  const texts = entries.map(entryTexts);
  const matched = records.map((_, record) => bestEntry(slots, record, texts));
  if (matched.filter((one) => one !== null).length < 0.5 * records.length) return null;
  return slots.map((slot) => {
    const votes = new Map<SlotField, number>();
    let filled = 0;
    slot.values.forEach((value, record) => {
      const own = matched[record];
      if (value === null || value.text === '' || own == null) return;
      filled += 1;
      for (const field of new Set(own.flatMap(([field, text]) => (isSame(value.text, text, field) ? [field] : []))))
        votes.set(field, (votes.get(field) ?? 0) + 1);
    });
    const nothing = slot.kind === 'title' || slot.kind === 'text' ? 'none' : 'extra';
    if (filled === 0) return paintsRating(slot, matched) ? 'rag' : nothing;
    const [best] = [...votes].sort((a, b) => b[1] - a[1] || rank(a[0]) - rank(b[0]));
    return best !== undefined && best[1] >= 0.5 * filled ? best[0] : nothing;
  });
}

/** Where a text is the same by chance (a status that is a rating too), the field that is named first counts. */
const rank = (field: SlotField): number => (field === 'extra' ? 1 : field === 'theme' ? -1 : 0);

function paintsRating(
  { values }: Slot,
  matched: readonly (readonly (readonly [SlotField, string])[] | null)[],
): boolean {
  return values.some(
    (value, record) =>
      value !== null && value.fill !== null && (matched[record] ?? []).some(([field]) => field === 'rag'),
  );
}

function bestEntry(
  slots: readonly Slot[],
  record: number,
  texts: readonly (readonly (readonly [SlotField, string])[])[],
): readonly (readonly [SlotField, string])[] | null {
  let best: readonly (readonly [SlotField, string])[] | null = null;
  let most = 0;
  for (const entry of texts) {
    let score = 0;
    for (const { values } of slots) {
      const value = values[record];
      if (value == null || value.text === '') continue;
      const found = entry.find(([field, text]) => isSame(value.text, text, field));
      if (found !== undefined) score += Math.min(6, found[1].split(' ').length);
    }
    if (score > most) {
      most = score;
      best = entry;
    }
  }
  return most >= 4 ? best : null;
}

function isSame(printed: string, text: string, field: SlotField): boolean {
  const own = fold(tickedChoice(printed));
  if (own === text) return true;
  if (field === 'kind') return kindOf(printed) === text && printed.split(' ').length < 8;
  if (field === 'pillar') return pillarOf(printed) === text && printed.split(' ').length < 12;
  if (field === 'finding' || field === 'action' || field === 'theme')
    return fold(splitRef(printed)?.rest ?? '') === text;
  if (field === 'progress') return (text.length > 20 && own.includes(text)) || (own.length > 20 && text.includes(own));
  return false;
}
