import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { load } from 'cheerio';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { atomFeed } from '../../src/collect/atom.ts';
import { collect as collectCommand } from '../../src/commands/collect.ts';
import { UsageError } from '../../src/model/errors.ts';
import type { Channel } from '../../src/pipeline/collect/deliver.ts';
import { openStore } from '../../src/store/index.ts';
import { runCli } from '../support/cli.ts';
import { makeTemporaryFolder, temporaryFolder } from '../support/database.ts';
import { codesOf, collectInto, newDatabase, sourcesText } from '../support/web/collecting.ts';
import { planDocx } from '../support/web/plans.ts';

const service = 'Branscombe Vale Fire and Rescue Service';
let folder: string;
let sources: string;

beforeAll(() => {
  folder = makeTemporaryFolder();
  for (const edition of [0, 1]) writeFileSync(path.join(folder, `plan-${edition}.docx`), planDocx(service, edition));
  sources = sourcesText([]).replace(
    '"sources":[]',
    `"sources":[${JSON.stringify({ name: 'share', kind: 'folder', address: folder, expected: 'never', attribution: 'Branscombe Vale FRA & others' })}]`,
  );
});

interface Post {
  readonly id: string;
  readonly signed: boolean;
  readonly news: readonly { id: string; revision: number; withdrawn: boolean }[];
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

test('a webhook gets every change once, signed, under ids that stay when it is tried again', async () => {
  const { channel, posts } = await receiver([500, 204]);
  const database = newDatabase();
  const first = await collectInto(database, sources, { channels: [channel] });
  expect(first.report.exitCode).toBe(0);
  expect(posts).toHaveLength(2);
  expect(posts.every(({ signed }) => signed)).toBe(true);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
  const told = posts[0]?.news ?? [];
  expect(told.length).toBeGreaterThan(2);
  expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  await collectInto(database, sources, { channels: [channel] });
  expect(posts).toHaveLength(2);
});

test('news that is not taken waits, is amiss, and goes out unchanged in the next run', async () => {
  const { channel, posts } = await receiver([410, 204]);
  const database = newDatabase();
  expect(codesOf(await collectInto(database, sources, { channels: [channel] }))).toEqual(['telling/not-taken']);
  expect(codesOf(await collectInto(database, sources, { channels: [channel] }))).toEqual([]);
  expect(posts).toHaveLength(2);
  expect(posts[0]).toEqual(posts[1]);
});

test('a paper that comes late: its changes are told, and those it makes untrue are told to be', async () => {
  const share = temporaryFolder();
  const add = (edition: number) => writeFileSync(path.join(share, `plan-${edition}.docx`), planDocx(service, edition));
  const { channel, posts } = await receiver([]);
  const database = newDatabase();
  const late = sources.replace(JSON.stringify(folder), JSON.stringify(share));
  add(0);
  add(2);
  await collectInto(database, late, { channels: [channel] });
  const before = posts.flatMap(({ news }) => news);
  add(1);
  await collectInto(database, late, { channels: [channel] });
  const after = posts.flatMap(({ news }) => news).slice(before.length);
  const known = new Set(before.map(({ id }) => id));
  const edits = after.filter(({ id }) => known.has(id));
  expect(edits.length).toBeGreaterThan(0);
  expect(edits.every(({ revision, withdrawn }) => revision === 2 && withdrawn)).toBe(true);
  expect(after.length).toBeGreaterThan(edits.length);
  const feed = load((await runCli(['feed', '--db', database])).stdout, { xml: true });
  const ids = feed('entry > id')
    .toArray()
    .map((element) => feed(element).text());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(new Set([...before, ...after].map(({ id }) => id)).size);
});

test('a command gets news on its input; where it fails it gets it again', async () => {
  const out = path.join(temporaryFolder(), 'told.json');
  const database = newDatabase();
  const command = `test -e ${out}.ready && cat > ${out}`;
  const channels = [{ kind: 'exec', command }] as const;
  expect(codesOf(await collectInto(database, sources, { channels }))).toEqual(['telling/not-taken']);
  expect(existsSync(out)).toBe(false);
  writeFileSync(`${out}.ready`, '');
  expect(codesOf(await collectInto(database, sources, { channels }))).toEqual([]);
  expect(JSON.parse(readFileSync(out, 'utf8')).news.length).toBeGreaterThan(2);
});

test('the commands: collect prints what changed, is quiet when nothing is new, and writes a feed that stays the same', async () => {
  const database = newDatabase();
  const file = path.join(temporaryFolder(), 'sources.yaml');
  writeFileSync(file, sources);
  const where = ['--db', database, '--sources', file];
  const dry = await runCli(['collect', '--dry-run', ...where]);
  expect(dry).toMatchObject({ status: 0 });
  expect(dry.stdout).toContain('plan-0.docx');
  expect(existsSync(database)).toBe(false);
  const first = await runCli(['collect', ...where]);
  expect(first).toMatchObject({ status: 0 });
  expect(first.stdout).toContain('went from “Not started” to “In progress”');
  expect(await runCli(['collect', '--quiet', ...where])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  const lines = (await runCli(['collect', '--json', ...where])).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['run', 'done']);
  expect((await runCli(['collect', '--status', ...where])).stdout).toContain('Nothing is amiss');
  const feed = await runCli(['feed', '--db', database]);
  expect((await runCli(['feed', '--db', database])).stdout).toBe(feed.stdout);
  const xml = load(feed.stdout, { xml: true });
  const ids = xml('entry > id')
    .toArray()
    .map((element) => xml(element).text());
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(ids.length);
  expect(xml('feed > rights').text()).toBe('Branscombe Vale FRA & others');
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
    kind: 'change',
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
    attributions: [],
  });
  const feed = load(xml, { xml: true });
  expect(feed('entry > title').text()).toBe('Withdrawn: A <title> & \ufffd more');
  expect(feed('entry > id').text()).toBe(`urn:uuid:${telling.id}`);
  expect(feed('feed > updated').text()).toBe(telling.updated);
  expect(feed('entry > link').attr('href')).toBe(telling.address);
});

test('a paper that a stopped run had stored, and not yet told of, is told of by the next', async () => {
  const database = newDatabase();
  await collectInto(database, sources);
  const store = openStore(database);
  const told = () => store.sql('SELECT id, kind, title, text FROM tellings ORDER BY id').all();
  const before = told();
  const papers = store.sql<{ paper_id: string; address: string }>('SELECT paper_id, address FROM sources').all();
  store.write(() => {
    for (const { paper_id: paper, address } of papers) {
      const bytes = readFileSync(address);
      store
        .sql("INSERT INTO arrivals VALUES (?, ?, ?, ?, 'share', '2024-01-01T00:00:00Z', NULL, ?)")
        .run(address, paper, address, path.basename(address), bytes);
    }
    store.sql("DELETE FROM tellings WHERE kind = 'paper'").run();
    store.sql('DELETE FROM source_papers').run();
  });
  expect(told().length).toBeLessThan(before.length);
  store.close();
  await collectInto(database, sources);
  const again = openStore(database);
  expect(again.sql('SELECT id, kind, title, text FROM tellings ORDER BY id').all()).toEqual(before);
  again.close();
});
