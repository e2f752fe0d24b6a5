import { createHmac } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { load } from 'cheerio';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { atomFeed } from '../../src/collect/atom.ts';
import { command as collectCommand } from '../../src/commands/collect.ts';
import { UsageError } from '../../src/model/errors.ts';
import type { Channel } from '../../src/pipeline/collect/deliver.ts';
import { openStore } from '../../src/store/index.ts';
import { callCli } from '../support/cli.ts';
import { makeTemporaryFolder, temporaryFolder } from '../support/database.ts';
import { setClock } from '../support/web/clock.ts';
import { codesOf, collectInto, newDatabase, sourcesText } from '../support/web/collecting.ts';
import { planDocx } from '../support/web/plans.ts';

const service = 'Branscombe Vale Fire and Rescue Service';
let share: string;
let sources: string;
let stocked: string;

const add = (edition: number) => writeFileSync(path.join(share, `plan-${edition}.docx`), planDocx(service, edition));
/** A database that was collected into once: its source's first paper is known, and no news. */
function stockedDatabase(): string {
  const database = newDatabase();
  copyFileSync(stocked, database);
  return database;
}

beforeAll(async () => {
  stocked = path.join(makeTemporaryFolder(), 'stocked.db');
  share = makeTemporaryFolder();
  sources = sourcesText([]).replace(
    '"sources":[]',
    `"sources":[${JSON.stringify({ name: 'share', kind: 'folder', address: share, expected: 'never', attribution: 'Branscombe Vale FRA & others' })}]`,
  );
  add(0);
  await collectInto(stocked, sources);
});
beforeEach(() => {
  for (const file of readdirSync(share)) if (file !== 'plan-0.docx') rmSync(path.join(share, file));
});

interface Post {
  readonly id: string;
  readonly signed: boolean;
  readonly news: readonly {
    id: string;
    revision: number;
    kind: string;
    title: string;
    text: string;
    items: readonly { kind: string; sentence: string; page: number | null }[];
  }[];
}

/** A receiver that checks the signature itself; `answers` are its next status codes, then 204. */
async function receiver(answers: number[]): Promise<{ channel: Channel; posts: Post[] }> {
  const secret = 'whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=';
  const posts: Post[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = request.headers;
    const expected = createHmac('sha256', Buffer.from('secret secret secret'))
      .update(`${id}.${time}.${body}`)
      .digest('base64');
    posts.push({ id: String(id), signed: signature === `v1,${expected}`, news: JSON.parse(body).news });
    response.writeHead(answers.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { channel: { kind: 'webhook', url: `http://127.0.0.1:${port}/hook`, secret, retryDelay: 5 }, posts };
}

test('a webhook gets every paper once, signed, under ids that stay when it is tried again', async () => {
  const { channel, posts } = await receiver([500, 204]);
  const database = stockedDatabase();
  add(1);
  const first = await collectInto(database, sources, { channels: [channel] });
  expect(first.report.exitCode).toBe(0);
  expect(posts).toHaveLength(2);
  expect(posts.every(({ signed }) => signed)).toBe(true);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
  expect(posts[0]?.news).toMatchObject([{ kind: 'paper', revision: 1 }]);
  const [digest] = posts[0]?.news ?? [];
  expect(digest?.title).toMatch(/^Branscombe Vale .*: new paper plan-1\.docx; \d/);
  expect(digest?.items.length).toBeGreaterThan(1);
  for (const { sentence } of digest?.items ?? []) expect(digest?.text).toContain(sentence);
  await collectInto(database, sources, { channels: [channel] });
  expect(posts).toHaveLength(2);
});

test('the first look at a source is one piece of news, not one a paper', async () => {
  const { channel, posts } = await receiver([]);
  const database = newDatabase();
  add(1);
  await collectInto(database, sources, { channels: [channel] });
  expect(posts.flatMap(({ news }) => news)).toMatchObject([
    { kind: 'baseline', title: 'share: 2 papers to begin with' },
  ]);
  const feed = await callCli(['feed', '--db', database]);
  expect(feed.stdout.match(/<entry>/g)).toHaveLength(1);
});

test('with the clock put back, old news is not told again, and new news is told', async () => {
  const { channel, posts } = await receiver([]);
  const database = stockedDatabase();
  const clock = setClock('2026-03-01T03:00:00Z');
  add(1);
  await collectInto(database, sources, { channels: [channel], clock });
  clock.advance(-400 * 86_400_000);
  await collectInto(database, sources, { channels: [channel], clock });
  expect(posts).toHaveLength(1);
  add(2);
  await collectInto(database, sources, { channels: [channel], clock });
  expect(posts.flatMap(({ news }) => news).map(({ title }) => /plan-\d/.exec(title)?.[0])).toEqual([
    'plan-1',
    'plan-2',
  ]);
});

test('news that is not taken waits, is amiss, and goes out unchanged in the next run', async () => {
  const { channel, posts } = await receiver([410, 204]);
  const database = stockedDatabase();
  add(1);
  expect(codesOf(await collectInto(database, sources, { channels: [channel] }))).toEqual(['telling/not-taken']);
  expect(codesOf(await collectInto(database, sources, { channels: [channel] }))).toEqual([]);
  expect(posts).toHaveLength(2);
  expect(posts[0]).toEqual(posts[1]);
});

test('a paper that comes late: it is told, and the paper after it is told anew under its id', async () => {
  const { channel, posts } = await receiver([]);
  const database = stockedDatabase();
  add(2);
  await collectInto(database, sources, { channels: [channel] });
  add(1);
  await collectInto(database, sources, { channels: [channel] });
  const [before, after] = posts.map(({ news }) => news);
  expect(before).toMatchObject([{ revision: 1 }]);
  expect(after?.map(({ revision }) => revision).sort()).toEqual([1, 2]);
  expect(after?.find(({ revision }) => revision === 2)?.id).toBe(before?.[0]?.id);
  const feed = load((await callCli(['feed', '--db', database])).stdout, { xml: true });
  const ids = feed('entry > id')
    .toArray()
    .map((element) => feed(element).text());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(3);
});

test('a command gets news on its input; where it fails it gets it again', async () => {
  const out = path.join(temporaryFolder(), 'told.json');
  const database = stockedDatabase();
  add(1);
  const command = `test -e ${out}.ready && cat > ${out}`;
  const channels = [{ kind: 'exec', command }] as const;
  expect(codesOf(await collectInto(database, sources, { channels }))).toEqual(['telling/not-taken']);
  expect(existsSync(out)).toBe(false);
  writeFileSync(`${out}.ready`, '');
  expect(codesOf(await collectInto(database, sources, { channels }))).toEqual([]);
  expect(JSON.parse(readFileSync(out, 'utf8')).news).toHaveLength(1);
});

test('the commands: collect prints what changed, is quiet when nothing is new, and writes a feed that stays the same', async () => {
  const database = newDatabase();
  const file = path.join(temporaryFolder(), 'sources.yaml');
  writeFileSync(file, sources);
  const where = ['--db', database, '--sources', file];
  const dry = await callCli(['collect', '--dry-run', ...where]);
  expect(dry).toMatchObject({ status: 0 });
  expect(dry.stdout).toContain('plan-0.docx');
  expect(existsSync(database)).toBe(false);
  const first = await callCli(['collect', ...where]);
  expect(first).toMatchObject({ status: 0 });
  expect(first.stdout).toContain('share: 1 paper to begin with');
  add(1);
  const second = await callCli(['collect', ...where]);
  expect(second).toMatchObject({ status: 0 });
  expect(second.stdout).toContain('went from “Not started” to “In progress”');
  expect(await callCli(['collect', '--quiet', ...where])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  const lines = (await callCli(['collect', '--json', ...where])).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['run', 'done']);
  expect((await callCli(['collect', '--status', ...where])).stdout).toContain('Nothing is amiss');
  const feed = await callCli(['feed', '--db', database]);
  expect((await callCli(['feed', '--db', database])).stdout).toBe(feed.stdout);
  const xml = load(feed.stdout, { xml: true });
  const ids = xml('entry > id')
    .toArray()
    .map((element) => xml(element).text());
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(ids.length);
  // Of its own source; the baseline is of no paper.
  expect(xml('feed > rights').length).toBe(0);
  expect(xml('entry > rights').text()).toBe('Branscombe Vale FRA & others');
  for (const args of [
    ['--source', 'nobody'],
    ['--since', 'yesterday'],
    ['--webhook', 'https://hook.test'],
    ['papers/'],
    ['--acknowledge', '99'],
  ]) {
    await expect(collectCommand.run([...where, ...args])).rejects.toThrow(UsageError);
  }
});

test('an edit keeps its id, and what no longer follows says so', () => {
  const telling = {
    id: '0191c0de-0000-8000-8000-000000000000',
    number: 2,
    kind: 'paper',
    rights: null,
    items: [],
    service,
    title: 'A <title> & \u0000 more',
    text: 'Was "on track".',
    date: '2026-01-01',
    paperId: 'p',
    fromPaperId: null,
    address: 'https://board.test/a?b=1&c=2',
    created: '2026-01-02T00:00:00.000Z',
    updated: '2026-01-03T00:00:00.000Z',
    revision: 2,
    withdrawn: true,
  } as const;
  const xml = atomFeed([telling], {
    id: telling.id,
    title: 'Changes',
    self: 'https://us.test/f.xml',
  });
  const feed = load(xml, { xml: true });
  expect(feed('entry > title').text()).toBe('Withdrawn: A <title> & \ufffd more');
  expect(feed('entry > id').text()).toBe(`urn:uuid:${telling.id}`);
  expect(feed('feed > updated').text()).toBe(telling.updated);
  expect(feed('entry > link').attr('href')).toBe(telling.address);
});

test('a paper that a stopped run had stored, and not yet told of, is told of by the next', async () => {
  const database = stockedDatabase();
  add(1);
  await collectInto(database, sources);
  const store = openStore(database);
  const told = () => store.sql('SELECT id, kind, title, text FROM tellings ORDER BY id').all();
  const before = told();
  const paper = "SELECT id FROM papers WHERE file = 'plan-1.docx'";
  const [row] = store
    .sql<{ paper_id: string; address: string }>(`SELECT * FROM sources WHERE paper_id = (${paper})`)
    .all();
  store.write(() => {
    store
      .sql("INSERT INTO arrivals VALUES (?, ?, ?, 'plan-1.docx', 'share', '2024-01-01T00:00:00Z', NULL, ?)")
      .run(row?.address, row?.paper_id, row?.address, readFileSync(row?.address ?? ''));
    store.sql("DELETE FROM tellings WHERE kind = 'paper'").run();
    store.sql(`DELETE FROM source_papers WHERE paper_id = (${paper})`).run();
  });
  expect(told().length).toBeLessThan(before.length);
  store.close();
  await collectInto(database, sources);
  const again = openStore(database);
  expect(again.sql('SELECT id, kind, title, text FROM tellings ORDER BY id').all()).toEqual(before);
  again.close();
});
