import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expectationOf } from '../../src/collect/rhythm.ts';
import { readSourcesFile } from '../../src/collect/source.ts';
import { acknowledgeCondition, openConditions, openStore } from '../../src/store/index.ts';
import { projectRoot } from '../support/cli.ts';
import { codesOf, collectInto, newDatabase, serving, sourcesText } from '../support/web/collecting.ts';
import { planHtml } from '../support/web/plans.ts';
import { modernGov } from '../support/web/sites.ts';

const service = 'Thornaby Wolds Fire and Rescue Service';

function acknowledgeAll(database: string): void {
  const store = openStore(database);
  for (const { id } of openConditions(store))
    expect(acknowledgeCondition(store, id, '2026-01-01T00:00:00Z')).toBe(true);
  store.close();
}

test('a source that goes blank is amiss in every run, until it is mended', async () => {
  const full = modernGov({ service, meetings: 6, webService: 'on' });
  const server = await serving(full);
  // No paper is wanted: only the lists are looked at. That is amiss too, and known.
  const sources = sourcesText([{ name: 'site', kind: 'moderngov', address: server.origin, titles: ['no such title'] }]);
  const database = newDatabase();
  expect(codesOf(await collectInto(database, sources))).toEqual(['source/wants-nothing']);
  acknowledgeAll(database);
  expect(codesOf(await collectInto(database, sources))).toEqual([]);
  server.pages = modernGov({ service, meetings: 0, webService: 'on' });
  for (let run = 0; run < 3; run += 1) {
    const result = await collectInto(database, sources);
    expect(codesOf(result)).toEqual(['source/lists-nothing']);
    expect(result.report.exitCode).toBe(3);
  }
  server.pages = full;
  expect(codesOf(await collectInto(database, sources))).toEqual([]);
  server.pages = modernGov({ service, meetings: 2, webService: 'on' });
  expect(codesOf(await collectInto(database, sources))).toEqual(['source/lists-less']);
  acknowledgeAll(database);
  for (let run = 0; run < 2; run += 1) expect((await collectInto(database, sources)).report.exitCode).toBe(0);
  server.pages = modernGov({ service, meetings: 0, webService: 'on' });
  expect(codesOf(await collectInto(database, sources))).toEqual(['source/lists-nothing']);
});

test('what is acknowledged is silent until it is mended and comes again', async () => {
  let status = 403;
  const server = await serving((_, url) =>
    url.pathname === '/'
      ? { body: '<html><a href="/plan.pdf">Plan</a></html>' }
      : url.pathname === '/plan.pdf'
        ? { status, body: '' }
        : null,
  );
  const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]);
  const database = newDatabase();
  expect(codesOf(await collectInto(database, sources))).toEqual(['http/forbidden']);
  acknowledgeAll(database);
  expect((await collectInto(database, sources)).report).toMatchObject({ exitCode: 0, conditions: [] });
  status = 404;
  expect(codesOf(await collectInto(database, sources))).toEqual(['http/gone']);
  status = 403;
  expect(codesOf(await collectInto(database, sources, { retry: true }))).toEqual(['http/forbidden']);
});

test.each([
  ['moderngov', 'layout/not-moderngov'],
  ['cmis', 'layout/not-cmis'],
  ['feed', 'layout/not-a-feed'],
  ['page', 'source/lists-nothing'],
])('a %s whose layout no longer matches', async (kind, code) => {
  const server = await serving((_, url) =>
    url.pathname === '/robots.txt' ? null : { body: '<html><body><h1>Welcome to our new site</h1></body></html>' },
  );
  const sources = sourcesText([{ name: 'site', kind, address: `${server.origin}/` }]);
  expect(codesOf(await collectInto(newDatabase(), sources))).toContain(code);
});

test('a plan page that has no plan any more is amiss', async () => {
  let body = planHtml(service, 0);
  const server = await serving((_, url) => (url.pathname === '/plan' ? { body } : null));
  const sources = sourcesText([{ name: 'plan', kind: 'page', address: `${server.origin}/plan`, itself: true }]);
  const database = newDatabase();
  expect((await collectInto(database, sources)).report.exitCode).toBe(0);
  body =
    '<!DOCTYPE html><html><body><main><h1>Our plans</h1><p>Our improvement plan has moved to our new library of documents, where all of our plans can be found from now on.</p></main></body></html>';
  for (let run = 0; run < 2; run += 1)
    expect(codesOf(await collectInto(database, sources))).toContain('paper/nothing-read');
});

test('what was amiss at a source that is in the file no more is of no concern', async () => {
  const server = await serving(() => null);
  const database = newDatabase();
  const gone = { name: 'gone', kind: 'page', address: `${server.origin}/gone` };
  await collectInto(database, sourcesText([gone, { name: 'other', kind: 'page', address: `${server.origin}/other` }]));
  const store = openStore(database);
  expect(
    openConditions(store)
      .map(({ source }) => source)
      .sort(),
  ).toEqual(['gone', 'other']);
  store.close();
  const result = await collectInto(database, sourcesText([gone]));
  expect(result.report.conditions.map(({ source }) => source)).toEqual(['gone']);
});

test.each([
  ['quarterly papers, the last half a year ago', ['2025-01-10', '2025-04-11', '2025-07-10'], null, '2026-01-12', 95],
  ['quarterly papers, the last four months ago', ['2025-01-10', '2025-04-11', '2025-07-10'], null, '2025-11-12', 0],
  ['two papers have no rhythm', ['2025-01-10', '2025-04-11'], null, '2027-01-01', 0],
  ['the file says monthly', ['2025-01-10'], 31, '2025-03-01', 19],
  ['no papers', [], 31, '2025-03-01', 0],
])('late or not: %s', (_, days, said, today, late) => {
  expect(expectationOf(days, said, today).late).toBe(late);
});

const mistakes: readonly (readonly [name: string, text: string, message: RegExp])[] = [
  [
    'an unknown key',
    'contact: a@b.org\nsources:\n  - name: x\n    kind: feed\n    address: https://b.org\n    colour: red\n',
    /^f:6: there is no key "colour"/,
  ],
  [
    'a bad URL',
    'contact: a@b.org\nsources:\n  - name: x\n    kind: feed\n    address: ftp://b.org\n',
    /^f:5: address: is no web address/,
  ],
  [
    'a key of another kind',
    'contact: a@b.org\nsources:\n  - name: x\n    kind: feed\n    address: https://b.org\n    depth: 1\n',
    /^f:6: there is no key "depth"/,
  ],
  ['no contact', 'sources:\n  - name: x\n    kind: feed\n    address: https://b.org\n', /^f:1: contact: is missing/],
  [
    'a name twice',
    'contact: a@b.org\nsources:\n  - {name: x, kind: folder, address: /a}\n  - {name: X, kind: folder, address: /b}\n',
    /^f:4: the name "X"/,
  ],
  [
    'an unknown kind',
    'contact: a@b.org\nsources:\n  - name: x\n    kind: gopher\n    address: https://b.org\n',
    /^f:4: kind is none of folder/,
  ],
  [
    'a date that is none',
    'contact: a@b.org\nsources:\n  - name: x\n    kind: feed\n    address: https://b.org\n    since: last year\n',
    /^f:6: since: is no date/,
  ],
  [
    'a key mistyped beside an unknown kind',
    'contact: a@b.org\nsources:\n  - name: x\n    kind: gopher\n    adress: https://b.org\n',
    /^f:4: kind is none of folder.*there is no key "adress"$/,
  ],
  [
    'a key mistyped',
    'contact: a@b.org\nsources:\n  - name: x\n    kind: feed\n    adress: https://b.org\n',
    /^f:3: address: is missing; f:5: there is no key "adress" here$/,
  ],
  ['no source', 'contact: a@b.org\nsources: []\n', /^f:2: sources: is empty$/],
  ['broken YAML', 'contact: a@b.org\nsources: [\n', /^f:\d: /],
  ['nothing', '', /^f:1: /],
];

test.each(mistakes)('the sources file: %s is named with its line', (_, text, message) => {
  expect(() => readSourcesFile(text, 'f')).toThrow(message);
});

test('folders are named from where the sources file lies', () => {
  const text =
    'contact: a@b.org\nsources:\n  - {name: x, kind: folder, address: ./in}\n  - {name: y, kind: folder, address: /b}\n';
  expect(readSourcesFile(text, '/etc/papers/f.yaml').sources.map(({ address }) => address)).toEqual([
    '/etc/papers/in',
    '/b',
  ]);
});

test('the example of a sources file is right, and so is everything in it that is commented out', () => {
  const text = readFileSync(path.join(projectRoot, 'docs/boardtrail.sources.yaml'), 'utf8');
  expect(readSourcesFile(text, 'f').sources.map(({ kind }) => kind)).toEqual(['folder']);
  const all = readSourcesFile(text.replace(/^( *)# (?=- | {2}|userAgent:)/gm, '$1'), 'f');
  expect(new Set(all.sources.map(({ kind }) => kind)).size).toBe(5);
  expect(all.userAgent).not.toBeNull();
});
