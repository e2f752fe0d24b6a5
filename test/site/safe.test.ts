import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { openSite } from '../../src/site/server.ts';
import { callCli, runCli } from '../support/cli.ts';
import { layoutsFile } from '../taught/families.ts';
import { attack, rowsOf, siteForTests, today } from './open-site.ts';

const open = siteForTests();

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request as it is, whatever its Host and path are: `fetch` would tidy both. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = new URL(open.site.address);
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const base = () => new URL(open.site.address).pathname.slice(0, -1);
const origin = () => new URL(open.site.address).origin;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const entryId = () => rowsOf<{ id: string }>(open.database, 'SELECT id FROM current ORDER BY id')[0]?.id ?? '';
const kept = new URLSearchParams({ do: 'keep', file: readFileSync(layoutsFile, 'utf8') }).toString();
const taughtCount = () => rowsOf(open.database, 'SELECT 1 FROM taught_layouts').length;
const saidCount = () => rowsOf(open.database, 'SELECT 1 FROM corrections').length;

test('opens by its own names and its token only', async () => {
  const { port } = new URL(open.site.address);
  expect((await ask(`${base()}/`)).status).toBe(200);
  expect((await ask(`${base()}/`, { headers: { host: `localhost:${port}` } })).status).toBe(200);
  for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '127.0.0.1', 'a/b'])
    expect([host, (await ask(`${base()}/`, { headers: { host } })).status]).not.toEqual([host, 200]);
  for (const path of ['/', '/entries', '/wrong-token/', `${base().slice(0, -1)}/`, `/x${base()}/`, `/${base()}/`])
    expect([path, (await ask(path)).status]).toEqual([path, 403]);
});

test('every answer says what a browser may do with it, and no answer may be kept', async () => {
  for (const path of ['/', '/nothing', '/entries?sort=none', '/style.css']) {
    const { headers } = await ask(`${base()}${path}`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toBeUndefined();
  }
});

test('a form of another site, or of none, changes nothing', async () => {
  const body = new URLSearchParams({ target: entryId(), verdict: 'accept' }).toString();
  for (const from of [
    undefined,
    'null',
    'http://evil.example',
    origin().replace('127.0.0.1', 'localhost'),
    `${origin()}0`,
  ]) {
    const headers = from === undefined ? form : { ...form, origin: from };
    expect((await ask(`${base()}/say`, { method: 'POST', headers, body })).status).toBe(403);
    for (const path of ['/layouts', `/teach/${'0'.repeat(64)}`])
      expect((await ask(`${base()}${path}`, { method: 'POST', headers, body: kept })).status).toBe(403);
  }
  expect([saidCount(), taughtCount()]).toEqual([0, 0]);
});

test('a request that is too large, or says nothing sensible, is refused in words', async () => {
  const headers = { ...form, origin: origin() };
  const post = (path: string, fields: Record<string, string>) =>
    ask(`${base()}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  // The answer comes before all is sent, so that the sender may be cut off instead of hearing it.
  const large = await post('/say', { target: entryId(), verdict: 'accept', why: 'x'.repeat(600_000) }).catch(
    () => null,
  );
  expect([null, 413]).toContain(large?.status ?? null);
  expect((await post('/say', { target: '../../etc/passwd', verdict: 'accept' })).status).toBe(400);
  expect((await post('/say', { target: entryId(), verdict: 'forgotten' })).status).toBe(400);
  expect((await post('/say', { target: '0'.repeat(64), verdict: 'accept' })).status).toBe(400);
  expect((await post('/undo', { id: 'x' })).status).toBe(400);
  const tooLarge = await post('/layouts', { do: 'import', file: 'x'.repeat(600_000) }).catch(() => null);
  expect([null, 413]).toContain(tooLarge?.status ?? null);
  expect((await post('/layouts', { do: 'keep', file: 'boardtrail-layouts: 1\nlayouts: [x]' })).status).toBe(400);
  expect((await post('/layouts', { do: 'keep', file: '&a [*a, *a]' })).status).toBe(400);
  expect((await post('/layouts', { do: 'forget', id: '7' })).status).toBe(400);
  expect((await post('/layouts', { do: 'anything' })).status).toBe(400);
  const [paper] = rowsOf<{ id: string }>(open.database, 'SELECT id FROM papers ORDER BY id');
  expect((await post(`/teach/${paper?.id}`, { form: 'rows' })).status).toBe(400);
  expect((await post(`/teach/${paper?.id}`, { form: 'labels', 'label-0': 'A', 'means-0': 'constructor' })).status).toBe(
    400,
  );
  expect(
    (await post(`/teach/${'0'.repeat(64)}`, { form: 'labels', 'label-0': 'A', 'label-1': 'B', 'means-1': 'action' }))
      .status,
  ).toBe(404);
  const wrong = await post('/say', {
    target: entryId(),
    verdict: 'correct',
    'was-timescale': '',
    'set-timescale': 'Ongoing',
  });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('takes when it is due')]);
  expect((await ask(`${base()}/entries?as-of=2024-13`)).status).toBe(400);
  expect((await ask(`${base()}/entries?page=-1`)).status).toBe(400);
  expect((await ask(`${base()}/entries?q=${'x'.repeat(500)}`)).status).toBe(400);
  expect([saidCount(), taughtCount()]).toEqual([0, 0]);
  expect(open.faults).toEqual([]);
});

test('no path leads out of the site', async () => {
  for (const path of [
    '/paper/..%2f..%2fetc%2fpasswd',
    '/paper/%2e%2e/file',
    '/../../etc/passwd',
    '/download/..%2fsite.db',
    '/picture/x/1.png',
    '/see/%00',
    '/paper/x/page/999999',
    '/teach/..%2f..%2fetc%2fpasswd',
  ])
    expect([path, (await ask(`${base()}${path}`)).status]).toEqual([path, path.startsWith('/..') ? 403 : 404]);
  expect(open.faults).toEqual([]);
});

test('a paper’s words are words, and the paper itself is handed out only to be kept', async () => {
  const [paper] = rowsOf<{ id: string }>(open.database, "SELECT id FROM papers WHERE file = 'hostile.html'");
  const [entry] = rowsOf<{ id: string }>(open.database, "SELECT id FROM entries WHERE file = 'hostile.html'");
  const words = encodeURIComponent(attack);
  for (const path of [
    '/',
    '/papers',
    `/paper/${paper?.id}`,
    `/paper/${paper?.id}/read`,
    `/entry/${entry?.id}`,
    `/review/${entry?.id}`,
    `/see/${entry?.id}`,
    `/teach/${paper?.id}`,
    '/layouts',
    `/entries?q=gate&lead=${words}`,
    `/entries?q=${words}`,
    `/changes?service=${words}`,
    `/compare?about=${words}`,
    `/service?name=${words}`,
    `/review?said=${words}`,
  ]) {
    const { text } = await ask(`${base()}${path}`);
    expect([path, text.includes('<img src="http'), text.includes('<script>document')]).toEqual([path, false, false]);
  }
  const { headers } = await ask(`${base()}/paper/${paper?.id}/file`);
  expect([headers['content-type'], headers['content-disposition']]).toEqual([
    'application/octet-stream',
    expect.stringMatching(/^attachment/),
  ]);
});

test('read-only, nothing can be said', async () => {
  const site = await openSite({
    database: open.database,
    port: 0,
    token: 'readonly1',
    isReadOnly: true,
    today: () => today,
    onFault: (fault) => open.faults.push(fault),
  });
  try {
    const address = `${site.address}entry/${entryId()}`;
    expect(await (await fetch(address)).text()).not.toContain('Check and correct');
    const answer = await fetch(`${site.address}say`, {
      method: 'POST',
      headers: { ...form, origin: new URL(site.address).origin },
      body: `target=${entryId()}&verdict=accept`,
    });
    expect([answer.status, saidCount()]).toEqual([404, 0]);
    const headers = { ...form, origin: new URL(site.address).origin };
    const taught = await fetch(`${site.address}layouts`, { method: 'POST', headers, body: kept });
    expect([taught.status, taughtCount()]).toEqual([404, 0]);
  } finally {
    await site.close();
  }
});

test('the command prints the address alone on stdout, ends when told to, and refuses in a line', {
  timeout: 30_000,
}, async () => {
  const { port } = new URL(open.site.address);
  const taken = await callCli(['serve', '--db', open.database, '--port', port]);
  expect([taken.status, taken.stdout, taken.stderr]).toEqual([
    2,
    '',
    expect.stringMatching(/^boardtrail: port \d+ cannot be had .*\n$/),
  ]);
  const ended = await runCli(['serve', '--db', open.database, '--port', '0', '--token', 'a-word-of-mine'], {
    watch: (child) => child.stdout?.once('data', () => child.kill('SIGTERM')),
  });
  expect([ended.status, ended.stdout]).toEqual([
    0,
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/a-word-of-mine\/\n$/),
  ]);
});
