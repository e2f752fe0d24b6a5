import { foldPlain } from '../../src/lib/fold.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import { readPercent } from '../../src/normalise/percent.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import { ofSentence } from '../../src/vocabulary/small-words.ts';
import type { TextValue } from './model.ts';
import { endsInFacts, isLineOfFacts, isPost } from './pieces.ts';

/** What a text of a record shows that it is, by itself: `sign` for a few words that are none of the others, such as a status. */
type TextKind = 'ref' | 'percent' | 'date' | 'post' | 'facts' | 'sign' | 'prose';

/** Neighbouring texts of one record that are all prose, or one other text. */
interface Run {
  readonly kind: TextKind;
  readonly texts: readonly TextValue[];
}

/** So few records show no order of their own. */
const leastRecords = 3;
const longestFact = 12;
const longestSign = 5;
/** Texts of more runs are prose that something is told in between, and have no columns: laying them side by side takes the cube of their number. */
const mostRuns = 16;
/** A long paper shows its orders in its first records. */
const mostOrders = 24;

/**
 * The texts of records without labels in columns: those of one kind stand below each other though a record before has one text more
 * or less. As many columns of prose stand side by side as most records have; what a record has more goes on with its last.
 * @param areLabelled where labels follow the texts of each record, these are one stretch of prose however many paragraphs it has
 * @returns for each record as many texts as there are columns, null where it has none; the texts as they are where they show no kinds
 */
export function alignedTexts(
  records: readonly (readonly TextValue[])[],
  areLabelled: boolean,
): readonly (readonly (TextValue | null)[])[] {
  const runs = records.map(textsToRuns);
  const filled = runs.filter((own) => own.length > 0);
  const alike = [...Map.groupBy(filled, orderOf).values()];
  const orders = alike.map(([own]) => own?.map(({ kind }) => kind) ?? []);
  const isPlain = !orders.some((order) => order.some(isFactKind));
  if (filled.length >= leastRecords && areLabelled && orders.every((order) => String(order) === 'prose')) {
    const width = widthOf(records);
    return records.map((texts) => toWidth(texts, width));
  }
  if (filled.length < leastRecords || isPlain || orders.some(({ length }) => length > mostRuns)) return records;
  const scoreOf = (order: readonly TextKind[]) =>
    alike.reduce((sum, same) => {
      const [own = []] = same;
      return sum + same.length * (placesOf(own, order)?.score ?? -ofMisfit * own.length);
    }, 0) - order.length;
  const [best] = orders
    .slice(0, mostOrders)
    .map((order) => ({ order, score: scoreOf(order) }))
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined) return records;
  const placed = runs.map((own) => ({ own, places: placesOf(own, best.order)?.places ?? null }));
  if (placed.some(({ places }) => places === null)) return records;
  const columns = best.order.map((_, column) =>
    placed.map(({ own, places }) => own[places?.indexOf(column) ?? -1]?.texts ?? []),
  );
  const widths = columns.map(widthOf);
  return records.map((_, record) => columns.flatMap((column, at) => toWidth(column[record] ?? [], widths[at] ?? 1)));
}

const orderOf = (runs: readonly Run[]): string => runs.map(({ kind }) => kind).join(' ');
const isFactKind = (kind: TextKind): boolean => kind !== 'sign' && kind !== 'prose';

function textsToRuns(texts: readonly TextValue[]): readonly Run[] {
  const runs: { kind: TextKind; texts: TextValue[] }[] = [];
  for (const value of texts) {
    const kind = value.text === '' ? 'sign' : kindOfText(value.text);
    const last = runs.at(-1);
    if (kind === 'prose' && last?.kind === 'prose') last.texts.push(value);
    else runs.push({ kind, texts: [value] });
  }
  return runs;
}

const kindOfText = rememberByText((text): TextKind => {
  const words = text.split(/\s+/).length;
  if (isRef(text)) return 'ref';
  if (words > longestFact || /[.!?:;]$|[;,] (?:and|or)$/.test(text) || endsInFacts(text)) return 'prose';
  if (readPercent(foldPlain(text)) !== null) return 'percent';
  if (isLineOfFacts({ text, places: [], fill: null })) return 'facts';
  if (readTimescale(text).start !== null) return 'date';
  if (isPost(text) && !ofSentence.test(text)) return 'post';
  const after = text.replace(leadsOn, '');
  if (after !== text && isPost(after) && !ofSentence.test(after)) return 'post';
  return words > longestSign ? 'prose' : 'sign';
});

/** Words that lead on to a post: `In the hands of`, `Led by`. */
const leadsOn = /^\p{Lu}\p{Ll}* (?:\p{Ll}+ ){1,4}(?=\p{Lu})/u;

const ofMatch = 2;
const ofOther = -1;
const ofMisfit = 3;

/** Where the runs of a record stand in an order of kinds, so that as many as can be stand below their kind; null where there are too many. */
function placesOf(
  runs: readonly Run[],
  order: readonly TextKind[],
): { readonly score: number; readonly places: readonly number[] } | null {
  let best = new Map<number, { score: number; places: readonly number[] }>([[-1, { score: 0, places: [] }]]);
  for (const { kind } of runs) {
    const next = new Map<number, { score: number; places: readonly number[] }>();
    for (const [last, { score, places }] of best)
      for (let at = last + 1; at < order.length; at++) {
        const own = score + ofPair(kind, order[at] ?? 'sign');
        if (own > (next.get(at)?.score ?? Number.NEGATIVE_INFINITY))
          next.set(at, { score: own, places: [...places, at] });
      }
    best = next;
  }
  const [found = null] = [...best.values()].toSorted((a, b) => b.score - a.score);
  return found;
}

const ofPair = (a: TextKind, b: TextKind): number => {
  if (a === b) return ofMatch;
  return a === 'prose' || b === 'prose' ? -ofMisfit : ofOther;
};

/** How many texts most records have in a column; of two numbers that are as frequent the greater. */
function widthOf(column: readonly (readonly TextValue[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of column) if (length > 0) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [[width] = [1]] = [...counts].toSorted(([a, often], [b, other]) => other - often || b - a);
  return width;
}

function toWidth(texts: readonly TextValue[], width: number): readonly (TextValue | null)[] {
  const own = texts.slice(0, width - 1);
  return [...own, together(texts.slice(width - 1)), ...Array.from({ length: width }, () => null)].slice(0, width);
}

function together(texts: readonly TextValue[]): TextValue | null {
  const [first] = texts;
  if (first === undefined) return null;
  return {
    ...first,
    text: texts.map(({ text }) => text).join('\n'),
    places: texts.flatMap(({ places }) => places),
  };
}
