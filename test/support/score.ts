import type { ChangeKind, Trail } from '../../src/model/thread.ts';
import type { Series } from './series.ts';

/** Right, made up and missed. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export interface Score {
  readonly links: Tally;
  readonly changes: Tally;
  readonly kinds: ReadonlyMap<ChangeKind, Tally>;
}

export const newTally = (): Tally => ({ right: 0, wrong: 0, missed: 0 });
export const add = (to: Tally, { right, wrong, missed }: Tally): void => {
  to.right += right;
  to.wrong += wrong;
  to.missed += missed;
};
/** The harmonic mean of precision and recall, 0 to 1. */
export const f1 = ({ right, wrong, missed }: Tally): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);

/** Compares two sets of facts. */
function tally(want: ReadonlySet<string>, have: ReadonlySet<string>): Tally {
  const right = want
    .values()
    .filter((fact) => have.has(fact))
    .toArray().length;
  return { right, wrong: have.size - right, missed: want.size - right };
}

/**
 * Scores a trail against what truly happened. Links: pairs of entries of consecutive papers on one thread.
 * Changes: thread, paper and kind.
 */
export function scoreTrail(series: Series, trail: Trail): Score {
  const got = new Map(trail.threads.flatMap(({ id, entryIds }) => entryIds.map((entry) => [entry, id] as const)));
  const links = newTally();
  const trueThread = new Map<string, number>();
  const changes = newTally();
  const kinds = new Map<ChangeKind, Tally>();
  series.papers.forEach(({ paper, entries }, index) => {
    const before = series.papers[index - 1]?.entries ?? [];
    const pairs = (name: (id: string) => unknown) =>
      new Set(before.flatMap((a) => entries.filter((b) => name(a.id) === name(b.id)).map((b) => `${a.id} ${b.id}`)));
    add(
      links,
      tally(
        pairs((id) => series.threadOf.get(id)),
        pairs((id) => got.get(id)),
      ),
    );
    for (const { id } of [...before, ...entries]) {
      const [thread, truth] = [got.get(id), series.threadOf.get(id)];
      if (thread !== undefined && truth !== undefined) trueThread.set(thread, truth);
    }
    const want = series.changes.filter(({ paperId }) => paperId === paper.id);
    const have = trail.changes.flat().filter(({ toPaperId }) => toPaperId === paper.id);
    for (const kind of new Set([...want, ...have].map((change) => change.kind))) {
      const found = tally(
        new Set(want.filter((change) => change.kind === kind).map(({ thread }) => String(thread))),
        new Set(
          have
            .filter((change) => change.kind === kind)
            .map(({ threadId }) => String(trueThread.get(threadId) ?? threadId)),
        ),
      );
      add(changes, found);
      const known = kinds.get(kind) ?? newTally();
      add(known, found);
      kinds.set(kind, known);
    }
  });
  return { links, changes, kinds };
}
