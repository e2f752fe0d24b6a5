import { UsageError } from '../model/errors.ts';
import { defaultParseOptions } from '../model/parsing.ts';
import type { TaughtLayout } from '../model/taught.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import type { PoolOptions } from '../pipeline/pool.ts';
import { type ReextractReport, type Rereadings, readAgain, reextract } from '../pipeline/reextract.ts';
import {
  insertTaught,
  type KeptLayout,
  markForgotten,
  type Store,
  seenLayouts,
  taughtLayouts,
} from '../store/index.ts';
import { whyNoLayout } from '../taught/file.ts';
import { bestFit, isOfSameMarks } from '../taught/marks.ts';
import type { Teller } from './target.ts';

const reading = { ...defaultLimits, parse: defaultParseOptions, service: null, dryRun: false };

/** How papers are read where a layout is taught: each has a process of its own. */
export type Readers = Pick<PoolOptions, 'size' | 'timeout' | 'memory'>;

/** Ids of the stored papers that have a table or form of one of these layouts, in the order of their ids. */
export function papersLike(store: Store, layouts: readonly TaughtLayout[]): readonly string[] {
  const like = seenLayouts(store).filter((seen) => bestFit(layouts, seen) !== null);
  return [...new Set(like.map(({ paperId }) => paperId))];
}

/** What a layout would change if it was kept: in the paper it is taught on and the first of those like it. */
export interface Trial extends Rereadings {
  /** Papers like it that are only read when it is kept. */
  readonly more: number;
}

/** So many papers are read to try a layout. */
const mostTried = 24;

/**
 * Reads a paper and the stored ones like it by a layout, changing nothing.
 * @throws UsageError where it is no layout that could be kept
 */
export async function tryLayout(
  store: Store,
  paperId: string,
  layout: TaughtLayout,
  readers: Readers = reading,
): Promise<Trial> {
  check(layout);
  const papers = [...new Set([paperId, ...papersLike(store, [layout])])];
  const only = papers.slice(0, mostTried);
  const rereadings = await readAgain(store, {
    ...reading,
    ...readers,
    only,
    taught: withLayout(taughtLayouts(store), layout),
  });
  return { ...rereadings, more: papers.length - only.length };
}

/**
 * Keeps layouts; each takes the place of one that was taught for the same labels.
 * @throws UsageError where one is no layout that can be kept; then none is
 */
export function keepLayouts(
  store: Store,
  layouts: readonly TaughtLayout[],
  { who, now }: Pick<Teller, 'who' | 'now'>,
): readonly KeptLayout[] {
  for (const layout of layouts) check(layout);
  const at = now.toISOString();
  return store.write(() =>
    layouts.map((layout) => {
      for (const old of taughtLayouts(store)) if (isOfSameMarks(old, layout)) markForgotten(store, old.id, who, at);
      return insertTaught(store, layout, who, at);
    }),
  );
}

/**
 * Takes back what was said of a layout.
 * @throws UsageError where nothing of that number stands
 */
export function forgetLayout(store: Store, id: number, { who, now }: Pick<Teller, 'who' | 'now'>): KeptLayout {
  return store.write(() => {
    const known = taughtLayouts(store).find((layout) => layout.id === id);
    if (known === undefined)
      throw new UsageError(`no layout of number ${id} is kept; "boardtrail layouts" gives the numbers`);
    markForgotten(store, id, who, now.toISOString());
    return known;
  });
}

/** Reads again the stored papers that have one of these layouts, by all that is kept now. */
export function rereadLike(
  store: Store,
  layouts: readonly TaughtLayout[],
  readers: Readers = reading,
): Promise<ReextractReport> {
  return reextract(store, { ...reading, ...readers, only: papersLike(store, layouts) });
}

function check(layout: TaughtLayout): void {
  const why = whyNoLayout(layout);
  if (why !== null) throw new UsageError(why);
}

const withLayout = (kept: readonly TaughtLayout[], layout: TaughtLayout): readonly TaughtLayout[] => [
  ...kept.filter((old) => !isOfSameMarks(old, layout)),
  layout,
];
