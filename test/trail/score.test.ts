import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPaper } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { Entry } from '../../src/model/plan.ts';
import type { ChangeKind, RecordedPaper } from '../../src/model/thread.ts';
import { editionsOf } from '../../src/trail/editions.ts';
import { trailOf } from '../../src/trail/trail.ts';
import { entry } from '../support/plan-entries.ts';
import { add, f1, newTally, scoreTrail } from '../support/score.ts';
import { makeSeries, type Series } from '../support/series.ts';

const shared = path.resolve('../shared');
const withShared = test.skipIf(!existsSync(path.join(shared, 'series')));

test.each([
  ['light', 0.1, 0.1],
  ['heavy', 0.6, 0.3],
  ['nearly all', 1, 0.5],
])('series of our own, %s rewording: links at least 97, changes at least 94', (_, rewording, rewordRate) => {
  const [links, changes] = [newTally(), newTally()];
  for (let seed = 1001; seed < 1009; seed += 1) {
    const series = makeSeries({ seed, papers: 5, entries: 40, rewording, rewordRate });
    const score = scoreTrail(series, trailOf(editionsOf(series.papers)));
    add(links, score.links);
    add(changes, score.changes);
  }
  expect(f1(links)).toBeGreaterThanOrEqual(0.97);
  expect(f1(changes)).toBeGreaterThanOrEqual(0.94);
});

interface Gold {
  readonly papers: readonly {
    readonly file: string;
    readonly service: string;
    readonly asAt: string;
    readonly plans: RecordedPaper['plans'];
    readonly entries: readonly (Partial<Entry> & { readonly tid: number })[];
  }[];
  readonly changes: readonly { readonly tid: number; readonly edition: number; readonly kind: ChangeKind }[];
}

/** A labelled series in the shape of our own. */
function labelled(name: string): Series {
  const gold = JSON.parse(readFileSync(path.join(shared, 'series', name, 'gold.json'), 'utf8')) as Gold;
  const threadOf = new Map<string, number>();
  const papers = gold.papers.map(({ file, service, asAt, plans, entries }): RecordedPaper => {
    const recorded = entries.map(({ tid, ...fields }, index) => {
      threadOf.set(`${file}#${index}`, tid);
      return { id: `${file}#${index}`, entry: entry({ plan: plans[0]?.name ?? null, ...fields }) };
    });
    const open = plans.map((plan) => ({ ...plan, state: 'open' as const }));
    const paper = { id: file, file, service, asAt, meetingDate: null, outcome: 'ok' as const };
    return { paper, plans: open, entries: recorded, statements: [] };
  });
  const changes = gold.changes.map(({ tid, edition, kind }) => ({
    thread: tid,
    kind,
    paperId: papers[edition]?.paper.id ?? '',
  }));
  return { service: papers[0]?.paper.service ?? '', papers, threadOf, changes };
}

describe('labelled material in ../shared (skipped where it is not there)', () => {
  withShared.each(['northmoor', 'westmere'])('%s: links at least 99, changes at least 97', (name) => {
    const series = labelled(name);
    const score = scoreTrail(series, trailOf(editionsOf(series.papers)));
    expect(f1(score.links)).toBeGreaterThanOrEqual(0.99);
    expect(f1(score.changes)).toBeGreaterThanOrEqual(0.97);
  });

  withShared('three papers of one service in prose: a plan is closed, a paper is split in two', async () => {
    const names = ['03-31-improvement-plans-update', '04-protection-plan-closure', '04-culture-plan-update'];
    const papers = await Promise.all(
      names.map(async (name): Promise<RecordedPaper> => {
        const file = path.join(shared, 'papers/text', `essex-2021-${name}.txt`);
        const source = {
          name: path.basename(file),
          path: file,
          bytes: readFileSync(file),
          sha256: name.padEnd(64, '0'),
        };
        const { entries, ...rest } = await readPaper(source, defaultParseOptions);
        return { ...rest, entries: entries.map((read, index) => ({ id: `${name}#${index}`, entry: read })) };
      }),
    );
    const trail = trailOf(editionsOf(papers));
    const changes = trail.changes.flat();
    const about = (words: string) =>
      changes.filter(({ sentence }) => sentence.includes(words)).map(({ kind, inferred }) => [kind, inferred]);
    expect(about('Implement the new enforcement policy')).toEqual([['completed', true]]);
    expect(about('interactive platform')).toContainEqual(['closed', false]);

    const said = new Map(
      papers.flatMap(({ entries }) => entries.map(({ id, entry: read }) => [id, JSON.stringify(read)] as const)),
    );
    const threads = trail.threads.map(({ entryIds }) => entryIds.map((id) => said.get(id) ?? ''));
    for (const subject of [/reverse mentoring/i, /neuro ?diversity/i, /leadership development/i]) {
      const thread = threads.find(([first = '']) => subject.test(first));
      expect(thread, String(subject)).toHaveLength(2);
      expect(thread?.[1]).toMatch(subject);
    }
    const states = trail.editions.flatMap(({ plans }) =>
      plans.filter(({ name }) => /protection/i.test(name)).map(({ state }) => state),
    );
    expect(states).toEqual(['open', 'closed']);
    const [, , culture] = papers;
    const dropped = changes.filter(({ kind, toPaperId }) => kind === 'dropped' && toPaperId !== culture?.paper.id);
    expect(dropped).toEqual([]);
  });
});
