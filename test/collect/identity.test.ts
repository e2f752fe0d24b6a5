import { expect, test } from 'vitest';
import { addressKey, cleanAddress, fileNameOf } from '../../src/collect/address.ts';
import { withoutStamps } from '../../src/collect/stamps.ts';
import { latestTellings, openStoreToRead } from '../../src/store/index.ts';
import { day, setClock } from '../support/web/clock.ts';
import { collected, collectInto, newDatabase, serving, sourcesText } from '../support/web/collecting.ts';
import { planDocx, smallPdf } from '../support/web/plans.ts';
import { planPage } from '../support/web/sites.ts';

const service = 'Kelverton Fire and Rescue Service';
const count = (database: string, table: string) =>
  collected(database).filter((line) => line.startsWith(`${table} `)).length;

function newsOf(database: string) {
  const store = openStoreToRead(database);
  try {
    return latestTellings(store, 100);
  } finally {
    store.close();
  }
}

test('the same bytes at a new address are noted, and nothing is taken in or told', async () => {
  let links = '<a href="/one.docx">Plan</a>';
  const server = await serving((_, url) =>
    url.pathname === '/'
      ? { body: `<html>${links}</html>` }
      : url.pathname.endsWith('.docx')
        ? { body: planDocx(service, 0) }
        : null,
  );
  const database = newDatabase();
  const sources = sourcesText([
    { name: 'site', kind: 'page', address: `${server.origin}/`, licence: 'OGL-UK-3.0', attribution: 'Kelverton FRA' },
  ]);
  await collectInto(database, sources);
  const told = newsOf(database);
  links += '<a href="/two.docx">The same plan</a>';
  expect((await collectInto(database, sources)).report.visits).toMatchObject([{ added: 0, replaced: 0, unchanged: 2 }]);
  expect(count(database, 'papers')).toBe(1);
  expect(count(database, 'sources')).toBe(2);
  expect(newsOf(database)).toEqual(told);
  // Every export prints these.
  const terms = collected(database).filter(
    (line) => line.startsWith('sources ') && line.includes('"licence":"OGL-UK-3.0","attribution":"Kelverton FRA"'),
  );
  expect(terms).toHaveLength(2);
});

test('new bytes at an old address are a new paper, and that is told', async () => {
  let edition = 0;
  const server = await serving((_, url) =>
    url.pathname === '/'
      ? { body: '<html><a href="/plan.docx">Plan</a></html>' }
      : url.pathname === '/plan.docx'
        ? { body: planDocx(service, edition) }
        : null,
  );
  const database = newDatabase();
  const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]);
  await collectInto(database, sources);
  edition = 2;
  expect((await collectInto(database, sources)).report.visits).toMatchObject([{ added: 0, replaced: 1 }]);
  expect(count(database, 'papers')).toBe(2);
  const replaced = newsOf(database).filter(({ kind }) => kind === 'replaced');
  expect(replaced).toMatchObject([{ service, address: `${server.origin}/plan.docx` }]);
  expect(replaced[0]?.text).toMatch(/^What is published at .* was replaced by .*\n/);
  expect(replaced[0]?.items.length).toBeGreaterThan(0);
});

test('a page overwritten in place: each state that says something else is an edition, stamps and sessions are not', async () => {
  const clock = setClock('2026-02-10T03:00:00Z');
  let visits = 0;
  const state = {
    edition: 0,
    stamp: () => {
      visits += 1;
      const now = new Date(clock.now());
      const printed = now.toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
      return `<p>Page generated on ${printed} at 03:0${visits % 10}, session 7f3a9c0b2e4d6f8a1b3c${visits}.</p>`;
    },
  };
  const server = await serving(planPage(service, state));
  const database = newDatabase();
  const sources = sourcesText([
    { name: 'plan', kind: 'page', address: `${server.origin}/improvement-plan`, itself: true },
  ]);
  const outcomes = [];
  for (const edition of [0, 0, 1, 1, 2]) {
    state.edition = edition;
    const [visit] = (await collectInto(database, sources, { clock })).report.visits;
    outcomes.push([visit?.added, visit?.replaced, visit?.unchanged]);
    clock.advance(day);
  }
  expect(outcomes).toEqual([
    [1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
    [0, 0, 1],
    [0, 1, 0],
  ]);
  expect(count(database, 'papers')).toBe(3);
});

test('a PDF whose bytes differ at every download and whose words do not', async () => {
  let downloads = 0;
  const server = await serving((_, url) => {
    if (url.pathname === '/') return { body: '<html><a href="/plan.pdf">Plan</a></html>' };
    if (url.pathname !== '/plan.pdf') return null;
    downloads += 1;
    return { body: Buffer.concat([smallPdf('Improvement plan'), Buffer.from(`% download ${downloads}\n%%EOF\n`)]) };
  });
  const database = newDatabase();
  const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]);
  await collectInto(database, sources);
  expect((await collectInto(database, sources)).report.visits).toMatchObject([{ unchanged: 1, replaced: 0 }]);
  expect(downloads).toBe(2);
  expect(count(database, 'papers')).toBe(1);
});

test('an ETag that lies is believed for a while and not for ever', async () => {
  let edition = 0;
  const server = await serving((_, url) => {
    if (url.pathname === '/') return { body: '<html><a href="/plan.docx">Plan</a></html>', etag: '"same"' };
    return url.pathname === '/plan.docx' ? { body: planDocx(service, edition), etag: '"same"' } : null;
  });
  const clock = setClock('2026-02-10T03:00:00Z');
  const database = newDatabase();
  const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }], { recheck: 7 });
  await collectInto(database, sources, { clock });
  edition = 1;
  clock.advance(day);
  expect((await collectInto(database, sources, { clock })).report.visits).toMatchObject([{ unchanged: 1 }]);
  expect(server.log.at(-1)?.headers['if-none-match']).toBe('"same"');
  clock.advance(7 * day);
  expect((await collectInto(database, sources, { clock })).report.visits).toMatchObject([{ replaced: 1 }]);
});

test.each([
  [
    'https://www.board.test/ieListDocuments.aspx?CId=1&MId=2&Ver=4',
    'http://board.test/(S(13ehabcd))/IELISTDOCUMENTS.aspx?mid=2&cid=1#A3',
  ],
  ['https://board.test/ieListDocuments.aspx?MeetingId=2', 'https://board.test/ieListDocuments.aspx?MID=2'],
  ['https://board.test/a?utm_source=x&b=1', 'https://board.test/a?b=1'],
  ['https://board.test/a;jsessionid=ABC?b=1', 'https://board.test/a?B=1'],
])('%s and %s are one address', (one, other) => {
  expect(addressKey(one)).toBe(addressKey(other));
});

test.each([
  ['https://board.test/documents/g1/pack.pdf?T=10', 'https://board.test/documents/g1/pack.pdf?T=9'],
  ['https://board.test/Plan.pdf', 'https://board.test/plan.pdf'],
  ['https://board.test/a?page=1', 'https://board.test/a?page=2'],
  ['https://board.test:8080/a', 'https://board.test/a'],
])('%s and %s are two', (one, other) => {
  expect(addressKey(one)).not.toBe(addressKey(other));
});

test('addresses are cleaned, and those of no website are none', () => {
  expect(cleanAddress('(S(abc))/mgAi.aspx?ID=7&Ver=4#x', 'https://board.test/')).toBe(
    'https://board.test/mgAi.aspx?ID=7',
  );
  for (const href of ['mailto:a@board.test', 'javascript:void(0)', 'file:///etc/passwd', 'http://'])
    expect(cleanAddress(href)).toBeNull();
});

test('file names for people hold nothing of a path', () => {
  expect(fileNameOf('https://board.test/documents/s1/Improvement%20plan.pdf', 'x', '.pdf')).toBe(
    'Improvement plan.pdf',
  );
  expect(fileNameOf('https://board.test/Document.ashx?x=1', 'Appendix 1: plan/update', '.docx')).toBe(
    'Appendix 1 plan update.docx',
  );
  expect(fileNameOf('https://board.test/%E0%A4%A', '', '.pdf')).not.toMatch(/[/\\]/);
});

test.each([
  [
    'the day of the fetch and the time beside it',
    'Printed on 3 March 2026 at 10:15',
    'Printed on 4 March 2026 at 11:47',
    true,
  ],
  ['times to the second', 'Drawn 10:15:01', 'Drawn 11:47:59', true],
  ['session tokens', 'id 13ehx4vq2l1mzn55d0abc9', 'id 9fkqx4vq2l1mzn55d0abd1', true],
  ['another day', 'Due 3 March 2027', 'Due 4 March 2027', false],
  ['a time of day', 'Meets at 10.00 am', 'Meets at 2.00 pm', false],
  ['a number', '17 of 20 are complete', '18 of 20 are complete', false],
])('%s: %s / %s say the same: %s', (_, first, second, same) => {
  expect(withoutStamps(first, '2026-03-03T10:15:00Z') === withoutStamps(second, '2026-03-04T11:47:00Z')).toBe(same);
});
