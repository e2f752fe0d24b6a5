import { expect, test } from 'vitest';
import { changesIn, openStoreToRead, tellingsAfter } from '../../src/store/index.ts';
import { cell, docxFile, paragraph, row, table } from '../support/docx.ts';
import { setClock } from '../support/web/clock.ts';
import { codesOf, collectInto, newDatabase, serving, sourcesText } from '../support/web/collecting.ts';
import { dayOfEdition, planRows } from '../support/web/plans.ts';
import type { Pages } from '../support/web/server.ts';

const service = 'Wyremouth Fire and Rescue Service';
const tableOf = (rows: readonly (readonly string[])[]) =>
  table(rows.map((cells) => row(cells.map((text) => cell(text)))));

/** The cover names the day, the service and one entry; the plan is an appendix with none of these but its entries. */
const papers = {
  cover: (edition: number) =>
    paragraph(service) +
    paragraph('HMICFRS improvement plan: covering report') +
    paragraph(`Meeting date: ${dayOfEdition(edition)}`) +
    tableOf(planRows(edition).slice(0, 2)),
  letter: (edition: number) => paragraph(`Letter to the authority on its inspection, number ${edition}`),
  plan: (edition: number) => paragraph('Appendix A') + tableOf(planRows(edition)),
} as const;

/** A site whose system prints a page a meeting: documents in the rows of an agenda, at addresses that say nothing. */
const printedBySystem =
  (meetings: () => number, shown: readonly (keyof typeof papers)[]): Pages =>
  (_, url) => {
    const page = (body: string) => ({ body: `<!DOCTYPE html><html><body>${body}</body></html>` });
    const slug = (edition: number) => `/meetings/authority-${dayOfEdition(edition).replaceAll(' ', '-').toLowerCase()}`;
    const editions = Array.from({ length: meetings() }, (__, edition) => edition);
    if (url.pathname === '/meetings')
      return page(editions.map((each) => `<p><a href="${slug(each)}">Fire Authority</a></p>`).join(''));
    const edition = editions.find((each) => slug(each) === url.pathname);
    if (edition !== undefined) {
      const links = shown.map((name) => `<a href="/download/${edition}/${name}">${name}</a> (Word, 20KB)`).join(' ');
      const agenda = [
        ['Item no.', 'Agenda Item', 'Details', 'Status'],
        ['1', 'Minutes', `<a href="/download/${edition}/minutes">Minutes</a> (Word, 9KB)`, 'For information'],
        ['7', 'HMICFRS improvement plan', links, 'For decision'],
      ].map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`);
      return page(`<h1>Fire Authority</h1><table>${agenda.join('')}</table>`);
    }
    const [, number, name] = /^\/download\/(\d+)\/(cover|letter|plan)$/.exec(url.pathname) ?? [];
    if (name === undefined) return null;
    return { body: docxFile({ body: papers[name as keyof typeof papers](Number(number)) }) };
  };

interface EditionRow {
  readonly position: number;
  readonly part: number;
  readonly date: string | null;
  readonly entries: number;
}

function editionsIn(database: string) {
  const store = openStoreToRead(database);
  try {
    const rows = store.sql<EditionRow>(
      `SELECT position, part, date, (SELECT count(*) FROM actions WHERE actions.paper_id = editions.paper_id) AS entries
       FROM editions WHERE service = ? ORDER BY position, part`,
    );
    return {
      editions: rows.all(service).map(({ position, part, date, entries }) => [position, part, date, entries]),
      changes: [...changesIn(store)].map(({ kind, date }) => `${date} ${kind}`),
      news: tellingsAfter(store, 0).map(({ kind, title, text }) => ({ kind, title, text })),
    };
  } finally {
    store.close();
  }
}

const sourceOf = (origin: string) => ({
  name: 'site',
  service,
  kind: 'page',
  address: `${origin}/meetings`,
  depth: 1,
  titles: ['HMICFRS'],
});

test('cover, letter and plan of one item are parts of one edition, and one piece of news', async () => {
  let meetings = 1;
  const server = await serving(printedBySystem(() => meetings, ['cover', 'letter', 'plan']));
  const database = newDatabase();
  const sources = sourcesText([sourceOf(server.origin)]);
  expect(codesOf(await collectInto(database, sources))).toEqual([]);
  meetings = 2;
  const { report } = await collectInto(database, sources);
  expect(report.visits).toMatchObject([{ added: 3 }]);
  expect(server.log.filter(({ path }) => path.endsWith('/minutes'))).toEqual([]);
  const { editions, changes, news } = editionsIn(database);
  expect(editions).toEqual([
    [1, 1, '2023-01-12', 3],
    [1, 2, '2023-01-12', 1],
    [1, 3, '2023-01-12', 0],
    [2, 1, '2023-02-12', 3],
    [2, 2, '2023-02-12', 1],
    [2, 3, '2023-02-12', 0],
  ]);
  // What the plan names and the cover does not is neither new nor gone.
  expect(new Set(changes)).toEqual(
    new Set(['2023-02 status_changed', '2023-02 progress_updated'].map((each) => each.replace('02 ', '02-12 '))),
  );
  const told = news.filter(({ kind }) => kind === 'paper');
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toMatch(/^A paper with 3 entries.*\nWith it: cover\.docx, letter\.docx\.\n/);
});

test('a plan without a date or a service has the day of its meeting, and the service of its source', async () => {
  const server = await serving(printedBySystem(() => 2, ['plan']));
  const database = newDatabase();
  await collectInto(database, sourcesText([sourceOf(server.origin)]));
  expect(editionsIn(database).editions).toEqual([
    [1, 1, '2023-01-12', 3],
    [2, 1, '2023-02-12', 3],
  ]);
});

test('a paper that calls the service of its source otherwise is that service’s', async () => {
  const server = await serving((at) => {
    const plan = `${paragraph('Wyremouth Fire Brigade')}${papers.plan(0)}`;
    if (at === '/plan.docx') return { body: docxFile({ body: plan }) };
    return at === '/meetings' ? { body: '<html><body><a href="/plan.docx">HMICFRS plan</a></body></html>' } : null;
  });
  const database = newDatabase();
  await collectInto(database, sourcesText([{ ...sourceOf(server.origin), depth: 0 }]));
  expect(editionsIn(database).editions).toHaveLength(1);
});

test('a page without a date that is overwritten in place is dated by when each state was seen', async () => {
  let edition = 0;
  const server = await serving((at) => {
    if (at !== '/plan') return null;
    const rows = planRows(edition).map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`);
    return { body: `<!DOCTYPE html><html><body><h1>Our plan</h1><table>${rows.join('')}</table></body></html>` };
  });
  const database = newDatabase();
  const sources = sourcesText([
    { name: 'plan', service, kind: 'page', address: `${server.origin}/plan`, itself: true },
  ]);
  for (const day of ['2026-03-01', '2026-04-01', '2026-05-01']) {
    await collectInto(database, sources, { clock: setClock(`${day}T03:00:00Z`) });
    edition += 1;
  }
  const { editions, changes } = editionsIn(database);
  expect(editions.map(([, , date]) => date)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01']);
  expect(
    changes.filter((each) => each.endsWith('status_changed') || each.endsWith('completed')).length,
  ).toBeGreaterThan(0);
});
