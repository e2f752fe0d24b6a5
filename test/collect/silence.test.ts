import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cleanAddress } from '../../src/collect/address.ts';
import { looksCut } from '../../src/collect/body-kind.ts';
import { stoppedFor } from '../../src/collect/rhythm.ts';
import { foldAlike, nearestTitles } from '../../src/collect/silence.ts';
import { readSourcesFile } from '../../src/collect/source.ts';
import { UsageError } from '../../src/model/errors.ts';
import { callCli, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { takeIn } from '../support/take-in.ts';
import { setClock } from '../support/web/clock.ts';
import { codesOf, collectInto, newDatabase, serving, sourcesText } from '../support/web/collecting.ts';
import { breakableSite, daysOf } from '../support/web/days.ts';
import { modernGov } from '../support/web/sites.ts';

const service = 'Wyremouth Fire and Rescue Service';

/** A sources file on disk, for the command. */
function sourcesFile(sources: string): string {
  const file = path.join(temporaryFolder(), 'sources.yaml');
  writeFileSync(file, sources);
  return file;
}

describe('nothing where something is expected', () => {
  test('a filter that no title meets is told with the nearest titles', async () => {
    const server = await serving(modernGov({ service, meetings: 2, webService: 'on' }));
    const sources = sourcesText([{ name: 'site', kind: 'moderngov', address: server.origin, titles: ['HMICRFS'] }]);
    const { report } = await collectInto(newDatabase(), sources);
    expect(report.conditions).toMatchObject([{ code: 'source/wants-nothing' }]);
    expect(report.conditions[0]?.message).toMatch(
      /^Of 4 papers .* “HMICRFS” .*nearest: “Appendix 1 — HMICFRS Improvement Plan/,
    );
  });

  test('a service that is late by its own rhythm is amiss, and "never" says that no more will come', async () => {
    const server = await serving(modernGov({ service, meetings: 3, webService: 'on' }));
    const source = { name: 'site', kind: 'moderngov', address: server.origin, titles: ['HMICFRS'] };
    const database = newDatabase();
    const late = sourcesText([{ ...source, expected: 'monthly' }]);
    // Papers of January to March 2023: a month and a half after the last the next is late.
    const on = (day: string) => ({ clock: setClock(`${day}T03:00:00Z`) });
    expect(codesOf(await collectInto(database, late, on('2023-04-20')))).toEqual([]);
    const first = await collectInto(database, late, on('2023-05-10'));
    expect(codesOf(first)).toEqual(['source/late']);
    expect(first.report.conditions[0]?.message).toMatch(/2023-03-12, .* every 31 days.* about 2023-04-12/);
    expect(codesOf(await collectInto(database, sourcesText([source]), on('2023-05-11')))).toEqual([]);
  });

  test('meetings without one paper, and papers without a plan, are amiss', async () => {
    const link = (name: string) => `<a href="/files/${name}.html">HMICFRS ${name}</a>`;
    let list = '';
    const server = await serving((at) => {
      if (at === '/') return { body: `<html><body>${list}<a href="/meeting/1">Meeting</a></body></html>` };
      if (at.startsWith('/files/'))
        return { body: '<html><body><h1>Cover</h1><p>This report is to note.</p></body></html>' };
      return at === '/meeting/1' ? { body: '<html><body>None.</body></html>' } : null;
    });
    const source = {
      name: 'site',
      kind: 'page',
      address: `${server.origin}/`,
      depth: 1,
      titles: ['HMICFRS'],
      pages: ['files'],
    };
    const database = newDatabase();
    expect(codesOf(await collectInto(database, sourcesText([source])))).toEqual(['source/no-papers']);
    list = link('cover');
    expect(codesOf(await collectInto(database, sourcesText([source])))).toEqual(['paper/no-plan']);
  });

  test('very many dead links are one condition', async () => {
    const links = Array.from({ length: 40 }, (_, index) => `<a href="/files/${index}.pdf">Plan ${index}</a>`).join('');
    const server = await serving((at) => (at === '/' ? { body: `<html><body>${links}</body></html>` } : null));
    const sources = sourcesText([{ name: 'site', kind: 'page', address: `${server.origin}/` }]);
    const { report } = await collectInto(newDatabase(), sources);
    expect(report.conditions).toMatchObject([{ code: 'http/gone', subject: `${server.origin}/` }]);
    expect(report.conditions[0]?.message).toMatch(/^40 times, at .* and 37 more/);
  });

  test('a few that are alike are told one by one', () => {
    const conditions = [1, 2, 3].map((n) => ({ source: 's', code: 'http/gone', subject: `a${n}`, message: 'm' }));
    expect(foldAlike('s', 'https://a.test/', conditions)).toEqual(conditions);
  });

  describe('a job that stopped is known by how it ran before', () => {
    const hours = (first: string, ...all: readonly number[]) =>
      all.map((each) => new Date(Date.parse(first) + each * 3_600_000).toISOString());
    const hasStopped = (ends: readonly string[], number: number, said: number | null = null) =>
      stoppedFor(ends, said, Date.parse(ends.at(-1) ?? '') + number * 3_600_000) !== null;
    const nights = hours('2026-01-01T03:00:00Z', 0, 24, 48, 72);

    test('one night without a run is enough, and the spread of a timer is none', () => {
      expect([24, 28, 31].map((each) => hasStopped(nights, each))).toEqual([false, false, true]);
    });
    test('a job that rests at weekends has not stopped on a Sunday', () => {
      const weekdays = hours(
        '2026-01-05T03:00:00Z',
        0,
        24,
        48,
        72,
        96,
        168,
        192,
        216,
        240,
        264,
        336,
        360,
        384,
        408,
        432,
      );
      expect([48, 72, 91].map((each) => hasStopped(weekdays, each))).toEqual([false, false, true]);
    });
    test('one long stop has not taught that stops are usual', () => {
      expect(hasStopped(hours('2026-01-01T03:00:00Z', 0, 24, 48, 2800, 2824, 2848), 31)).toBe(true);
    });
    test('runs by hand, minutes after another, make no rhythm of minutes', () => {
      expect(hasStopped(hours('2026-01-01T03:00:00Z', 0, 0.1, 0.2, 0.5), 20)).toBe(false);
    });
    test('after one run nobody knows, unless the sources file says', () => {
      const once = nights.slice(0, 1);
      expect([hasStopped(once, 9999), hasStopped(once, 31, 24 * 3_600_000), hasStopped(nights, 9999, 0)]).toEqual([
        false,
        true,
        false,
      ]);
    });
  });
});

test('a week of days: what breaks is told once, and is clear when mended', { timeout: 120_000 }, async () => {
  const site = await breakableSite('moderngov', service, 2);
  onTestFinished(() => site.server.close());
  const days = await daysOf(temporaryFolder(), [site], '2023-02-20');
  onTestFinished(() => days.close());
  const { titles } = site.source;
  const quiet = [await days.run(), await days.run()];
  expect(quiet.map(({ open }) => open)).toEqual([[], []]);
  site.source.titles = ['HMICRFS'];
  const [first, second] = [await days.run(), await days.run()];
  expect([first.opened, second.opened, second.open]).toEqual([
    ['moderngov source/wants-nothing'],
    [],
    ['moderngov source/wants-nothing'],
  ]);
  site.source.titles = titles;
  expect(await days.run()).toMatchObject({ exitCode: 0, open: [], news: [] });
  const watch = ['status', '--max-age', '24h'];
  expect([(await days.ask(...watch)).status, (await days.ask('feed')).stderr]).toEqual([0, '']);
  days.skip();
  expect((await days.ask(...watch)).status).toBe(3);
  expect((await days.ask('feed')).stderr).toMatch(
    /^The job that collects papers has stopped: its last run ended 30 hours ago/,
  );
  expect((await days.run()).opened).toEqual(['null job/was-stopped']);
  expect(await days.run()).toMatchObject({ exitCode: 0, open: [] });
});

describe('what an answer may look like', () => {
  const xml = '<?xml version="1.0"?>\n<getmeetings><meeting><id>1</id></meeting></getmeetings>\n<!-- end -->';
  test.each([
    ['whole', xml, false],
    ['without the end of its root', xml.replace('</getmeetings>', ''), true],
    ['cut behind an end tag', xml.slice(0, xml.indexOf('</getmeetings>')), true],
    ['an empty root', '<?xml version="1.0"?><getmeetings/>', false],
    ['a root that is only begun', '<?xml version="1.0"?><getmeetings>', true],
    ['in UTF-16', `\ufeff${xml}`, false],
  ])('XML %s', (what, text, isCut) => {
    expect(looksCut(Buffer.from(text, what === 'in UTF-16' ? 'utf16le' : 'utf8'), 'xml')).toBe(isCut);
  });

  test('a user and a password in a link are asked for, stored and printed nowhere', () => {
    expect(cleanAddress('https://reader:secret@board.test/a.pdf')).toBe('https://board.test/a.pdf');
    const sources = sourcesText([{ name: 'site', kind: 'page', address: 'https://reader:secret@board.test/' }]);
    expect(() => readSourcesFile(sources, 'x.yaml')).toThrow(UsageError);
  });

  test('the nearest titles are the likest, each once', () => {
    const offers = ['Minutes', 'HMICFRS update', 'Minutes', 'Pay policy'].map((title) => ({
      address: `https://a.test/${title}`,
      title,
      under: '',
      date: null,
      item: null,
      page: false,
    }));
    expect(nearestTitles(offers, ['HMICRFS'])[0]).toBe('HMICFRS update');
    expect(nearestTitles(offers, ['HMICRFS'])).toHaveLength(3);
  });
});

describe('somebody is told', () => {
  test('a heartbeat says how each run ended', async () => {
    const beats: string[] = [];
    const monitor = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      beats.push(`${request.url} ${body.split('\n')[0]}`);
      response.end('OK');
    });
    await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void monitor.close());
    const address = `http://127.0.0.1:${(monitor.address() as AddressInfo).port}/ping/abc`;
    const share = temporaryFolder();
    const folder = (name: string, at: string) => ({ name, kind: 'folder', address: at, expected: 'never' });
    const collect = (sources: readonly object[], more: readonly string[] = []) => {
      const file = sourcesFile(JSON.stringify({ contact: 'a@example.org', sources }));
      return runCli(['collect', '--sources', file, '--db', newDatabase(), ...more], {
        env: { BOARDTRAIL_HEARTBEAT: address },
      });
    };
    writeFileSync(path.join(share, 'a.txt'), 'Minutes of the authority.');
    expect((await collect([folder('share', share)])).status).toBe(0);
    expect((await collect([folder('gone', path.join(share, 'gone'))])).status).toBe(3);
    expect((await collect([folder('share', share)], ['--check'])).status).toBe(0);
    expect(beats).toEqual([
      expect.stringMatching(/^\/ping\/abc\/0 All is well/),
      expect.stringMatching(/^\/ping\/abc\/3 gone: source\//),
    ]);
  });

  test('a monitor asks whether the job still runs', async () => {
    const database = newDatabase();
    await takeIn(database, 'fixtures/series');
    const status = (...args: readonly string[]) => callCli(['status', '--db', database, ...args]);
    expect((await status('--max-age', '2d')).status).toBe(0);
    const stale = await status('--max-age', '0.0001m');
    expect([stale.status, stale.stderr]).toEqual([3, expect.stringMatching(/the job has stopped/)]);
    const plugin = await status('--max-age', '2d', '--plugin');
    expect([plugin.status, plugin.stdout]).toEqual([
      0,
      expect.stringMatching(/^BOARDTRAIL OK - .* \| age=\d+s;;172800 amiss=0;0\n$/),
    ]);
    expect((await status('--max-age', '0.0001m', '--plugin')).status).toBe(2);
    const none = await callCli(['status', '--max-age', '2d', '--plugin', '--db', `${database}.none`]);
    expect([none.status, none.stdout]).toEqual([3, expect.stringMatching(/^BOARDTRAIL UNKNOWN - /)]);
    expect((await status('--max-age', 'soon')).status).toBe(2);
  });

  test('the ledger names every service, followed or not', async () => {
    const database = newDatabase();
    await takeIn(database, 'fixtures/series');
    const ledger = JSON.parse(
      (await callCli(['status', '--ledger', '--json', '--as-of', '2024-10-01', '--db', database])).stdout,
    );
    expect(ledger.length).toBeGreaterThanOrEqual(45);
    expect(ledger.find((line: { service: string }) => line.service.startsWith('Thornbeck'))).toMatchObject({
      state: 'in time',
      every: 91,
    });
    expect(ledger.find((line: { service: string }) => line.service.startsWith('Avon'))).toMatchObject({
      state: 'no source',
      sources: [],
    });
    const csv = (await callCli(['status', '--ledger', '--csv', '--db', database])).stdout.trim().split('\r\n');
    expect(csv).toHaveLength(ledger.length + 1);
  });
});

describe('before the first run', () => {
  test('a check says what each source would take and pass over, with few requests, and stores nothing', async () => {
    const server = await serving(modernGov({ service, meetings: 40, webService: 'on' }));
    const source = { name: 'site', kind: 'moderngov', address: server.origin, committees: ['Fire & Rescue Authority'] };
    const database = newDatabase();
    const check = (titles: readonly string[]) =>
      callCli(['collect', '--check', '--sources', sourcesFile(sourcesText([{ ...source, titles }])), '--db', database]);
    const right = await check(['HMICFRS']);
    expect([right.status, right.stderr]).toEqual([0, '']);
    expect(right.stdout).toMatch(
      /^site: looks right;.*\n {2}would take 1:\n {4}Appendix 1\n {2}would pass over 1:\n {4}Minutes/,
    );
    expect(server.log.length).toBeLessThanOrEqual(4);
    const wrong = await check(['HMICRFS']);
    expect([wrong.status, wrong.stdout]).toEqual([3, expect.stringMatching(/AMISS.*source\/wants-nothing/s)]);
    expect((await callCli(['status', '--db', database])).stderr).toContain('there is no database');
  });

  test('a sources file to start from can be read, and says that nothing in it is checked', async () => {
    const { stdout } = await callCli(['collect', 'init', 'Essex', 'Hereford', 'Buckingham']);
    const { sources } = readSourcesFile(stdout, 'init.yaml');
    expect(sources.map(({ kind }) => kind).sort()).toEqual(['cmis', 'moderngov', 'page']);
    const lines = stdout.split('\n').filter((line) => /^ {4}(kind|address|committees|titles|depth)/.test(line));
    expect(lines.filter((line) => !line.endsWith('# not yet checked'))).toEqual([]);
    expect((await callCli(['collect', 'init', 'Nowhere'])).status).toBe(2);
  });
});
