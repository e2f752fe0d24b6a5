import { afterAll, describe, expect, test } from 'vitest';
import type { Entry, Extraction } from '../../src/model/plan.ts';
import { correct, targetNamed } from '../../src/review/index.ts';
import {
  changesIn,
  openStore,
  overdueAmong,
  paces,
  papersReadInPart,
  plansAsOf,
  type Store,
  searchCurrent,
  statusCounts,
  undatedPapers,
} from '../../src/store/index.ts';
import { month } from '../support/plan-entries.ts';
import { reading, take } from '../support/trail-store.ts';

/**
 * A mixed database: one paper in two forms, one that was read only in part, one without a date, one with a corrected
 * value. Every answer below was counted by hand from what stands here.
 */
const page: Partial<Entry> = { places: { action: [{ path: 't1/r2/c2', page: 2 }] } };
const underWay = { status: { raw: 'In progress', value: 'in_progress' } } as const;
const a = { action: 'Renew the driving courses for every watch', lead: 'Head of Risk', timescale: month(2024, 1) };
const b = {
  ref: 'AFI 3',
  action: 'Buy a register of hydrants for all stations',
  percent: 100,
  timescale: month(2024, 2),
};
const c = {
  action: 'Publish a strategy for the reserves',
  lead: 'Head of Risk',
  finding: 'The service should say what its money is for, as AFI 3 of the year before did',
  progress: 'A first draft was written in the quarter.',
  ref: 'ES1.1',
  places: {
    finding: [{ path: 't1/r2/c1', page: 1 }],
    action: [{ path: 't1/r4/c2', page: 2 }],
    progress: [{ path: 't1/r4/c3', page: 3 }],
  },
};
const d = { action: 'Train control staff in survival guidance', lead: 'Head of Water', timescale: month(2024, 5) };
const e = { action: 'Share risk data with the neighbours over the border', timescale: month(2024, 4), ...underWay };
const f = {
  action: 'Ask the ministry for a national standard',
  timescale: month(2024, 4),
  status: { raw: 'N/A', value: 'not_applicable' },
} as const;
const g = { action: 'Replace the mobilising system in both rooms', timescale: month(2024, 9), ...underWay };
const h = { action: 'Review the rota for swimming instructors', timescale: month(2024, 1), ...underWay };

const march = [
  { ...a, ...underWay },
  b,
  { ...c, timescale: month(2024, 12), status: { raw: 'Not started', value: 'not_started' } },
] as const;
const june = [
  { ...a, status: { raw: 'Complete', value: 'complete' } },
  { ...c, timescale: month(2025, 3), status: { raw: 'Behind schedule', value: 'delayed' } },
  { ...d, ...underWay },
] as const;

interface Given {
  readonly file: string;
  readonly date: string | null;
  readonly entries: readonly Partial<Entry>[];
  readonly service?: string;
  readonly outcome?: 'ok' | 'partial';
}

function paperOf({
  file,
  date,
  entries,
  service = 'Larkwater Fire and Rescue Service',
  outcome = 'ok',
}: Given): Extraction {
  const paged = file.endsWith('.pdf');
  const read = reading({ file, date, entries: paged ? entries.map((entry) => ({ ...page, ...entry })) : entries });
  const format = paged ? 'pdf' : 'html';
  return { ...read, paper: { ...read.paper, service, outcome, format, pages: paged ? 4 : null } };
}

const ashmere = 'Ashmere Fire and Rescue Service';
const papers: readonly Given[] = [
  { file: 'lark-1.html', date: '2024-03', entries: march },
  { file: 'lark-1.pdf', date: '2024-03', entries: march },
  { file: 'lark-2.pdf', date: '2024-06', entries: june },
  { file: 'ash-1.pdf', date: '2024-05', entries: [e, f, g], service: ashmere },
  { file: 'ash-2.pdf', date: '2024-08', entries: [e], service: ashmere, outcome: 'partial' },
  { file: 'brack.html', date: null, entries: [h], service: 'Brackwater Fire and Rescue Service' },
];

function mixed(): Store {
  const store = openStore(':memory:');
  for (const given of papers) take(store, paperOf(given));
  const id = String(store.sql('SELECT id FROM current WHERE action = ?').pluck().get(d.action));
  correct(store, targetNamed(store, id), 'lead', 'Head of Risk', { who: 'Ann', why: null, now: new Date(0) });
  return store;
}

const store = mixed();
afterAll(() => {
  store.close();
});
const one = (sql: string) => store.sql(sql).pluck().get();
const all = (sql: string) => store.sql<unknown[]>(sql).raw().all();
const day = '2024-07-01';
const kinds = (kind: 'dropped' | 'retired' | 'completed' | 'slipped' | 'added') =>
  [...changesIn(store, { kinds: [kind] })].map(({ before, after }) => after ?? before);

describe('questions of somebody who does not know the database', () => {
  test('1. how many entries are there?', () => {
    expect([one('SELECT count(*) FROM current'), one('SELECT count(*) FROM entries WHERE is_current')]).toEqual([8, 8]);
    expect(one('SELECT count(*) FROM entries')).toBe(14);
  });

  test('2. how many are open?', () => {
    expect(one('SELECT count(*) FROM current WHERE open = 1')).toBe(5);
  });

  test('3. which actions are late, by lead?', () => {
    expect(
      all(`SELECT lead, count(*) FROM current WHERE open = 1 AND timescale_end < '${day}' GROUP BY lead ORDER BY lead`),
    ).toEqual([
      [null, 2],
      ['Head of Risk', 1],
    ]);
  });

  test('4. what is overdue on a day, the latest longest first, and where is that said?', () => {
    expect(
      overdueAmong(plansAsOf(store, day)).map(({ action, daysLate, file, page: at, reported }) => [
        action,
        daysLate,
        file,
        at,
        reported,
      ]),
    ).toEqual([
      [e.action, 62, 'ash-1.pdf', 2, '2024-05'],
      [d.action, 31, 'lark-2.pdf', 2, '2024-06'],
    ]);
  });

  test('4b. and as of now? As many as current has: those that no date places too, and those that a paper read in part does not show', () => {
    const now = overdueAmong(plansAsOf(store, '2026-01-01', { isNow: true }));
    const late = one("SELECT count(*) FROM current WHERE open = 1 AND timescale_end < '2026-01-01'");
    expect([now.length, now.filter(({ reported }) => reported === null).length]).toEqual([late, 1]);
    expect(overdueAmong(plansAsOf(store, '2026-01-01')).length).toBe(now.length - 2);
  });

  test('5. what could that answer not count?', () => {
    expect(undatedPapers(store).map(({ file, entries }) => [file, entries])).toEqual([['brack.html', 1]]);
    expect(undatedPapers(store, { service: 'larkwater' })).toEqual([]);
  });

  test('6. what vanished without being finished? Nothing: one was at 100 per cent, a paper was read only in part', () => {
    expect(kinds('dropped')).toEqual([]);
    expect(kinds('retired')).toEqual([b.action]);
    expect(papersReadInPart(store).map(({ file }) => file)).toEqual(['ash-2.pdf']);
  });

  test('7. what was completed?', () => {
    expect(
      [...changesIn(store, { kinds: ['completed'] })].map(({ date, before, after }) => [date, before, after]),
    ).toEqual([['2024-06', 'In progress', 'Complete']]);
  });

  test('8. what slipped, and by how much?', () => {
    expect(paces(store).flatMap(({ action, slips, slipDays }) => (slips ? [[action, slipDays]] : []))).toEqual([
      [c.action, 90],
    ]);
  });

  test('9. how did the plan stand in March? Each entry once, though the paper is there in two forms', () => {
    const counts = statusCounts(store, { service: 'larkwater' }).filter(({ date }) => date === '2024-03');
    expect(counts.map(({ status, entries }) => [status, entries])).toEqual([
      [null, 1],
      ['in_progress', 1],
      ['not_started', 1],
    ]);
  });

  test('10. on which page does it stand? Of two forms the one with pages leads', () => {
    expect(all(`SELECT file, page FROM current WHERE action = '${b.action}'`)).toEqual([['lark-1.pdf', 2]]);
    expect(one('SELECT count(*) FROM current WHERE page IS NULL')).toBe(1);
  });

  test('11. which values did a person set, and what had been read?', () => {
    const said = all('SELECT action, corrected FROM current WHERE corrected IS NOT NULL');
    expect(said.map(([action, corrected]) => [action, JSON.parse(String(corrected)).lead.read])).toEqual([
      [d.action, 'Head of Water'],
    ]);
  });

  test('12. where is something about hydrants?', () => {
    expect(searchCurrent(store, 'hydrant', {}, 10).map(({ action, file, around }) => [action, file, around])).toEqual([
      [b.action, 'lark-1.pdf', 'Buy a register of [hydrants] for all stations'],
    ]);
  });

  test('which entry is AFI 3? However its reference is written, before those that only have the words', () => {
    const refs = (query: string) => searchCurrent(store, query, {}, 10).map(({ ref }) => ref);
    for (const query of ['AFI 3', 'afi 3', 'AFI3', '"AFI 3"']) expect(refs(query), query).toEqual(['AFI 3', 'ES1.1']);
    expect(refs('ES1.1')).toEqual(['ES1.1']);
  });

  test('on which page is that said? Each value has its own', () => {
    const hit = (query: string) => searchCurrent(store, query, {}, 1).map(({ page: at }) => at);
    expect([hit('reserves'), hit('quarter')]).toEqual([[2], [3]]);
    const pages = all(`SELECT page, pages FROM current WHERE action = '${c.action}'`);
    expect(pages).toEqual([[2, JSON.stringify({ action: 2, finding: 1, progress: 3 })]]);
  });

  test('13. what is new, and what has been silent? A paper read only in part tells neither', () => {
    expect(kinds('added')).toEqual([d.action]);
    take(store, paperOf({ file: 'ash-3.pdf', date: '2024-11', entries: [e, g], service: ashmere }));
    expect(kinds('added')).toEqual([d.action]);
    const silent = paces(store, { service: 'ashmere' }).map(({ action, papersSinceProgress }) => [
      action,
      papersSinceProgress,
    ]);
    expect(new Map(silent as [string, number][])).toEqual(
      new Map<string, number>([
        [e.action, 1],
        [g.action, 1],
        [f.action, 0],
      ]),
    );
  });
});
