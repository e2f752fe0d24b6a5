import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isPublicAddress } from '../../src/collect/http/reachable.ts';
import { parseRobots } from '../../src/collect/http/robots.ts';
import { temporaryFolder } from '../support/database.ts';
import { day, hour, setClock } from '../support/web/clock.ts';
import { codesOf, collectInto, newDatabase, serving, sourcesText } from '../support/web/collecting.ts';
import { planDocx } from '../support/web/plans.ts';
import { type Pages, type Received, startServer } from '../support/web/server.ts';
import { modernGov, newsFeed, ownSite, withRobots } from '../support/web/sites.ts';

const service = 'Saltfleet Fire and Rescue Service';
const pathsOf = (log: readonly Received[]) => log.map(({ path: asked }) => asked);
const onePaper: Pages = (_, url) =>
  url.pathname === '/'
    ? { body: '<html><a href="/plan.docx">Plan</a></html>' }
    : url.pathname === '/plan.docx'
      ? { body: planDocx(service, 0) }
      : null;

describe('politeness', () => {
  test('three sites: never two at once to a host, never sooner than its delay, nothing that robots.txt forbids', async () => {
    const own = ownSite(service, 4);
    const feed = newsFeed(service, 2, 'rss');
    const shared = await serving(
      withRobots(
        'User-agent: *\nDisallow: /files/plan-3\nUser-agent: boardtrail\nCrawl-delay: 0.06\nDisallow: /files/plan-1',
        (at, url) => (/^\/(feed|news)/.test(url.pathname) ? feed(at, url) : own(at, url)),
      ),
      '127.0.0.2',
    );
    // Longer than the delay: only taking turns keeps two sources of one host apart.
    shared.latency = 90;
    const second = await serving(modernGov({ service, meetings: 2, webService: 403 }), '127.0.0.3');
    const third = await serving(withRobots('User-agent: *\nDisallow:', ownSite(service, 2)), '127.0.0.4');
    const sources = sourcesText(
      [
        { name: 'own', kind: 'page', address: `${shared.origin}/meeting/45`, depth: 1 },
        { name: 'feed', kind: 'feed', address: `${shared.origin}/feed` },
        {
          name: 'moderngov',
          kind: 'moderngov',
          address: second.origin,
          committees: [134],
          titles: ['HMICFRS'],
          delay: 0.09,
        },
        { name: 'third', kind: 'page', address: `${third.origin}/meeting/45`, depth: 1 },
      ],
      { delay: 0.03 },
    );
    const result = await collectInto(newDatabase(), sources);
    // Its own group holds for us, and the one for all others does not.
    expect(codesOf(result)).toEqual(['robots/forbidden', 'robots/forbidden']);
    expect(pathsOf(shared.log)).not.toContain('/files/plan-1.docx');
    expect(pathsOf(shared.log)).toContain('/files/plan-3.docx');
    for (const [server, delay] of [
      [shared, 60],
      [second, 90],
      [third, 30],
    ] as const) {
      expect(server.log.length).toBeGreaterThan(3);
      expect(server.log[0]?.path).toBe('/robots.txt');
      for (const [index, request] of server.log.slice(1).entries()) {
        const ended = server.log[index]?.ended ?? Number.POSITIVE_INFINITY;
        // From the end of one to the beginning of the next; a timer may fire a millisecond early.
        expect(request.began - ended).toBeGreaterThan(index === 0 ? 29 - 2 : delay - 2);
      }
      for (const { headers } of server.log)
        expect(headers['user-agent']).toMatch(/^boardtrail\/[\d.]+ .*papers@example\.org/);
    }
  });

  test('Retry-After is kept from run to run, and the run after it is complete', async () => {
    const server = await serving(onePaper);
    const clock = setClock('2026-01-10T03:00:00Z');
    const database = newDatabase();
    const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]);
    const patient = server.pages;
    server.pages = (at) =>
      at === '/robots.txt' ? null : { status: 503, body: '', headers: { 'retry-after': '7200' } };
    expect(codesOf(await collectInto(database, sources, { clock }))).toEqual(['http/server-error']);
    server.pages = patient;
    const asked = server.log.length;
    clock.advance(hour);
    expect(codesOf(await collectInto(database, sources, { clock }))).toEqual(['host/asks-to-wait']);
    expect(server.log.length).toBe(asked);
    clock.advance(hour);
    expect((await collectInto(database, sources, { clock })).report).toMatchObject({
      exitCode: 0,
      visits: [{ added: 1 }],
    });
  });

  test('an address that fails in many runs is asked less often, then put aside; --retry asks at once', async () => {
    const server = await serving((at, url) =>
      url.pathname === '/plan.docx' ? { status: 500, body: '' } : onePaper(at, url),
    );
    const clock = setClock('2026-01-10T03:00:00Z');
    const database = newDatabase();
    const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]);
    const asked = () => pathsOf(server.log).filter((each) => each === '/plan.docx').length;
    for (let run = 0; run < 4; run += 1) {
      expect(codesOf(await collectInto(database, sources, { clock }))).toEqual(['http/server-error']);
      clock.advance(60_000);
    }
    expect(asked()).toBe(3);
    for (let run = 0; run < 40; run += 1) {
      await collectInto(database, sources, { clock });
      clock.advance(day);
    }
    expect(asked()).toBeLessThan(13);
    const before = asked();
    server.pages = onePaper;
    const result = await collectInto(database, sources, { clock, retry: true });
    expect(asked()).toBe(before + 1);
    expect(result.report.exitCode).toBe(0);
  });

  test('requests that may go well in a moment are tried again in the same run', async () => {
    const server = await serving(onePaper);
    let failures = 0;
    server.fault = (at) => (at === '/plan.docx' && failures++ < 2 ? '500' : null);
    const limits = { limits: { size: 1, time: 1, retries: 2 } };
    const result = await collectInto(
      newDatabase(),
      sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }], limits),
    );
    expect(result.report).toMatchObject({ exitCode: 0, visits: [{ added: 1 }] });
  });

  test('a host that fails and fails is left alone for the rest of the run', async () => {
    const links = Array.from({ length: 30 }, (_, index) => `<a href="/p${index}.pdf">Paper ${index}</a>`).join('');
    const server = await serving((_, url) =>
      url.pathname === '/'
        ? { body: `<html>${links}</html>` }
        : /^\/p/.test(url.pathname)
          ? { status: 500, body: '' }
          : null,
    );
    const result = await collectInto(
      newDatabase(),
      sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]),
    );
    expect(server.log.length).toBeLessThan(10);
    expect(codesOf(result)).toContain('host/out-of-order');
  });
});

test.each(['gzip-bomb', 'two-gigabytes', 'endless'] as const)(
  '%s: more than the limit is never held',
  async (fault) => {
    const server = await serving(onePaper);
    server.fault = (at) => (at === '/plan.docx' ? fault : null);
    const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }], {
      limits: { size: 1, time: 30 },
    });
    expect(codesOf(await collectInto(newDatabase(), sources))).toEqual(['body/too-large']);
  },
);

test('a web page named as a document is no paper, whatever it says', async () => {
  const server = await serving((at, url) =>
    url.pathname === '/plan.docx'
      ? { body: '<html><h1>Welcome</h1><p>Our new library</p></html>', type: 'application/pdf' }
      : onePaper(at, url),
  );
  const result = await collectInto(
    newDatabase(),
    sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]),
  );
  expect(codesOf(result)).toEqual(['body/html-instead']);
  expect(result.report.visits).toMatchObject([{ added: 0, failed: 1 }]);
});

test('a site whose pages have no end is left after so many, and what it offered so far is taken', async () => {
  const server = await serving((_, url) => {
    const page = Number(url.searchParams.get('page') ?? 0);
    if (url.pathname === '/plan.docx') return { body: planDocx(service, 0) };
    return url.pathname === '/list'
      ? { body: `<html><a href="/plan.docx">Plan</a><a href="?page=${page + 1}">Next</a></html>` }
      : null;
  });
  const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/list` }], {
    limits: { pages: 20, time: 2 },
  });
  const result = await collectInto(newDatabase(), sources);
  expect(codesOf(result)).toEqual(['source/too-many-pages']);
  expect(result.report.visits).toMatchObject([{ added: 1 }]);
  expect(server.log.length).toBe(22);
});

describe('robots.txt', () => {
  const rules = (text: string) => parseRobots('https://board.test', Buffer.from(text), 'boardtrail');

  test.each([
    ['nothing at all', '', true],
    ['all for all', 'User-agent: *\nDisallow: /', false],
    ['our own group alone counts', 'User-agent: *\nDisallow: /\nUser-agent: BoardTrail\nAllow: /', true],
    ['the longest match wins', 'User-agent: *\nDisallow: /documents\nAllow: /documents/s', true],
    ['wildcards and ends', 'User-agent: *\nDisallow: /*.pdf$', false],
    [
      'another line between two agents',
      'User-agent: boardtrail\nSitemap: /s.xml\nUser-agent: other\nDisallow: /',
      false,
    ],
    ['a delay between two agents', 'User-agent: boardtrail\nCrawl-delay: 3\nUser-agent: other\nDisallow: /', false],
    ['a rule ends the group', 'User-agent: boardtrail\nDisallow: /x\nUser-agent: other\nDisallow: /', true],
    ['letters written in per cent', 'User-agent: *\nDisallow: /%64ocuments/', false],
    ['a slash in per cent is another path', 'User-agent: *\nDisallow: /documents%2Fs1', true],
    ['a byte order mark before it', '\ufeffUser-agent: *\nDisallow: /documents', false],
    ['a page of HTML instead', '<!DOCTYPE html><p>User-agent: *</p>\nUser-agent: *\nDisallow: /', true],
  ])('%s', (_, text, allowed) => {
    expect(rules(text).allows('https://board.test/documents/s1/plan.pdf')).toBe(allowed);
  });

  test('a delay counts for all agents of its group, wherever in the group it stands', () => {
    expect(rules('User-agent: a\nCrawl-delay: 3\nUser-agent: boardtrail\nDisallow: /x').crawlDelay).toBe(3000);
    expect(rules('User-agent: boardtrail\nDisallow: /x\nCrawl-delay: 4').crawlDelay).toBe(4000);
  });

  test('an address in per cent is the address', () => {
    expect(rules('User-agent: *\nDisallow: /board-papers/').allows('https://board.test/board%2Dpapers/a.pdf')).toBe(
      false,
    );
    expect(rules('User-agent: *\nDisallow: /board%2dpapers/').allows('https://board.test/board-papers/a.pdf')).toBe(
      false,
    );
  });

  test.each([
    [404, true],
    [403, true],
    [500, false],
  ])('answering %i allows: %s', async (status, allowed) => {
    const server = await serving((at, url) => (at === '/robots.txt' ? { status, body: '' } : onePaper(at, url)));
    const result = await collectInto(
      newDatabase(),
      sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]),
    );
    expect(codesOf(result)).toEqual(allowed ? [] : ['robots/unreachable']);
    expect(server.log.length).toBe(allowed ? 3 : 1);
  });
});

describe('private networks', () => {
  test.each([
    ['8.8.8.8', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['2a00:1450:4009::200e', true],
    ['board.test', false],
  ])('%s is public: %s', (ip, isPublic) => {
    expect(isPublicAddress(ip)).toBe(isPublic);
  });

  test('are not asked unless the source says so', async () => {
    const server = await serving(onePaper);
    const port = new URL(server.origin).port;
    for (const host of [
      server.origin,
      `http://localhost:${port}`,
      `http://2130706433:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
    ]) {
      const sources = sourcesText([{ name: 'site', kind: 'page', address: `${host}/`, private: false }]);
      expect(codesOf(await collectInto(newDatabase(), sources))).toEqual(['host/private-address']);
    }
    expect(server.log).toEqual([]);
  });

  test('a name that means another machine from one connection to the next', async () => {
    // For this test 127.0.0.9 is the public internet, and 127.0.0.1 is not.
    const inner = await serving(onePaper);
    const port = Number(new URL(inner.origin).port);
    const outer = await startServer(
      (_, url) => ({ ...(onePaper('', url) ?? { body: '', status: 404 }), headers: { connection: 'close' } }),
      '127.0.0.9',
      port,
    );
    onTestFinished(() => outer.close());
    let lookups = 0;
    const result = await collectInto(
      newDatabase(),
      sourcesText([{ name: 'site', kind: 'page', address: `http://board.test:${port}/`, private: false }]),
      {
        network: {
          isPublic: (ip) => ip === '127.0.0.9',
          lookup: (_, __, callback) => {
            lookups += 1;
            callback(null, [{ address: lookups === 1 ? '127.0.0.9' : '127.0.0.1', family: 4 }]);
          },
        },
      },
    );
    expect(pathsOf(outer.log)).toEqual(['/robots.txt']);
    expect(inner.log).toEqual([]);
    expect(codesOf(result)).toEqual(['host/private-address']);
  });

  test('not by a redirect either, by number or by name', async () => {
    const inner = await serving(onePaper);
    const port = new URL(inner.origin).port;
    for (const target of [`http://localhost:${port}/plan.docx`, `http://127.0.0.77:${port}/plan.docx`]) {
      const outer = await serving(
        (at, url) =>
          url.pathname === '/plan.docx' ? { status: 302, body: '', headers: { location: target } } : onePaper(at, url),
        '127.0.0.5',
      );
      const result = await collectInto(
        newDatabase(),
        sourcesText([{ name: 'site', kind: 'page', address: `${outer.origin}/` }]),
      );
      expect(codesOf(result)).toEqual(['host/private-address']);
    }
    expect(inner.log).toEqual([]);
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test.skipIf(!hasOpenssl)('a certificate that ran out is amiss, in every run (needs openssl)', async () => {
  const folder = temporaryFolder();
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    certificate,
    '-days',
    '1',
    ...subject,
  ]);
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, response) =>
    response.end('<html>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const sources = sourcesText([{ name: 'site', kind: 'page', address: `https://127.0.0.1:${port}/` }]);
  const database = newDatabase();
  for (let run = 0; run < 2; run += 1) {
    const result = await collectInto(database, sources);
    expect(codesOf(result)).toEqual(['host/certificate']);
    expect(result.report.exitCode).toBe(3);
  }
});
