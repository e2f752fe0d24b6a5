import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { codesOf, collected, collectInto, newDatabase, serving, sourcesText } from '../support/web/collecting.ts';
import { planDocx } from '../support/web/plans.ts';
import type { Pages } from '../support/web/server.ts';
import { cmis, modernGov, newsFeed, ownSite } from '../support/web/sites.ts';

const service = 'Wyremouth Fire and Rescue Service';
const count = (dump: readonly string[], table: string) => dump.filter((line) => line.startsWith(`${table} `)).length;

interface Kind {
  readonly name: string;
  readonly pages: Pages;
  readonly path?: string;
  readonly source: object;
  readonly papers: number;
}

const moderngov = { kind: 'moderngov', committees: ['Fire & Rescue Authority'], titles: ['HMICFRS'] };
const kinds: readonly Kind[] = [
  { name: 'ModernGov', pages: modernGov({ service, meetings: 3, webService: 'on' }), source: moderngov, papers: 3 },
  {
    name: 'ModernGov without its web service',
    pages: modernGov({ service, meetings: 2, webService: 403 }),
    source: moderngov,
    papers: 2,
  },
  {
    name: 'CMIS',
    pages: cmis(service, 2),
    path: '/hw/Committees.aspx',
    source: { kind: 'cmis', committees: ['Fire'], titles: ['Improvement Plan'] },
    papers: 2,
  },
  {
    name: 'a site of its own',
    pages: ownSite(service, 4),
    path: '/meeting/45',
    source: { kind: 'page', depth: 1 },
    papers: 4,
  },
  {
    name: 'RSS',
    pages: newsFeed(service, 2, 'rss'),
    path: '/feed',
    source: { kind: 'feed', titles: ['HMICFRS'] },
    papers: 2,
  },
];

describe('each kind of site', () => {
  test.each(kinds)(
    '$name: every paper once, and nothing the second time',
    async ({ pages, path: at = '/', source, papers }) => {
      const server = await serving(pages);
      const sources = sourcesText([{ name: 'site', service, address: `${server.origin}${at}`, ...source }]);
      const database = newDatabase();
      const first = await collectInto(database, sources);
      expect(first.report.conditions).toEqual([]);
      expect(first.report.visits).toMatchObject([{ outcome: 'complete', offered: papers, added: papers, failed: 0 }]);
      const before = collected(database);
      expect(count(before, 'papers')).toBe(papers);
      expect(count(before, 'changes')).toBeGreaterThan(0);
      expect(before.join('\n')).not.toMatch(/\(S\(|Ver=4/);
      // Restricted, unwanted and packed documents are never asked for.
      expect(server.log.filter(({ path: asked }) => /Exempt|Minutes|pack/.test(asked))).toEqual([]);
      const asked = server.log.length;
      const second = await collectInto(database, sources);
      expect(second.report.visits).toMatchObject([{ outcome: 'complete', added: 0, replaced: 0, unchanged: papers }]);
      expect(collected(database)).toEqual(before);
      // Old meetings and their papers are not asked for again so soon.
      expect(server.log.length - asked).toBeLessThan(asked);
    },
  );

  const others: readonly Kind[] = [
    ...([404, 500] as const).map((webService) => ({
      name: `ModernGov whose web service answers ${webService}`,
      pages: modernGov({ service, meetings: 3, webService }),
      source: moderngov,
      papers: 3,
    })),
    {
      name: 'ModernGov whose web service names no documents',
      pages: (at, url) => {
        const reply = modernGov({ service, meetings: 3, webService: 'on' })(at, url);
        return reply === null
          ? null
          : { ...reply, body: String(reply.body).replace(/<linkeddoc>.*<\/linkeddoc>/g, '') };
      },
      source: moderngov,
      papers: 3,
    },
    {
      name: 'ModernGov by the number of a committee',
      pages: modernGov({ service, meetings: 3, webService: 404 }),
      source: { ...moderngov, committees: [134] },
      papers: 3,
    },
    { name: 'Atom', pages: newsFeed(service, 3, 'atom'), path: '/feed', source: { kind: 'feed' }, papers: 3 },
    {
      name: 'only meetings since',
      pages: cmis(service, 3),
      path: '/hw/Committees.aspx',
      source: { kind: 'cmis', since: '2023-02-12', titles: ['HMICFRS'] },
      papers: 2,
    },
  ];

  test.each(others)(
    '$name: a dry run lists what is wanted, and asks for no document',
    async ({ pages, path: at = '/', source, papers }) => {
      const server = await serving(pages);
      const sources = sourcesText([{ name: 'site', service, address: `${server.origin}${at}`, ...source }]);
      const database = newDatabase();
      const { events } = await collectInto(database, sources, { dryRun: true });
      expect(events.filter(({ event }) => event === 'wanted')).toHaveLength(papers);
      expect(events.filter(({ event }) => event === 'trouble')).toEqual([]);
      expect(server.log.filter(({ path: asked }) => /\.docx|Document\.ashx/.test(asked))).toEqual([]);
      expect(count(collected(database), 'addresses')).toBe(0);
    },
  );

  test('a committee that is not there is amiss, and the others are looked at', async () => {
    const server = await serving(modernGov({ service, meetings: 1, webService: 'on' }));
    const committees = ['Fire & Rescue', 'Audit Panel'];
    const sources = sourcesText([
      { name: 'site', kind: 'moderngov', address: server.origin, committees, titles: ['HMICFRS'] },
    ]);
    const result = await collectInto(newDatabase(), sources);
    expect(codesOf(result)).toEqual(['source/no-committee']);
    expect(result.report).toMatchObject({ exitCode: 3, visits: [{ added: 1 }] });
  });
});

describe('a folder', () => {
  const sourceOf = (address: string) =>
    sourcesText([]).replace(
      '"sources":[]',
      `"sources":[${JSON.stringify({ name: 'share', kind: 'folder', address, expected: 'never' })}]`,
    );

  test('new, renamed, changed and unmounted', async () => {
    const folder = path.join(temporaryFolder(), 'share');
    mkdirSync(folder);
    const [first, second] = [path.join(folder, 'plan one.docx'), path.join(folder, 'plan two.docx')];
    writeFileSync(first, planDocx(service, 0));
    writeFileSync(second, planDocx(service, 1));
    writeFileSync(path.join(folder, 'holiday.jpg'), 'no paper');
    const database = newDatabase();
    expect((await collectInto(database, sourceOf(folder))).report.visits).toMatchObject([{ added: 2, listed: 3 }]);
    renameSync(first, path.join(folder, 'renamed.docx'));
    writeFileSync(second, planDocx(service, 2));
    const result = await collectInto(database, sourceOf(folder));
    expect(result.report.visits).toMatchObject([{ added: 0, unchanged: 1, replaced: 1 }]);
    expect(result.report.exitCode).toBe(0);
    rmSync(folder, { recursive: true });
    expect(codesOf(await collectInto(database, sourceOf(folder)))).toEqual(['source/no-folder']);
    mkdirSync(folder);
    expect(codesOf(await collectInto(database, sourceOf(folder)))).toEqual(['source/lists-nothing']);
    for (const name of ['plan two.docx', 'renamed.docx', 'third.docx'])
      writeFileSync(path.join(folder, name), planDocx(service, 2));
    expect((await collectInto(database, sourceOf(folder))).report.conditions).toEqual([]);
  });

  test('a file that is still being copied is left for the next run', async () => {
    const folder = temporaryFolder();
    const whole = planDocx(service, 0);
    writeFileSync(path.join(folder, 'plan.docx'), whole.subarray(0, whole.length - 40));
    const database = newDatabase();
    const first = await collectInto(database, sourceOf(folder));
    expect(codesOf(first)).toEqual(['body/cut']);
    const source = path.join(temporaryFolder(), 'whole.docx');
    writeFileSync(source, whole);
    copyFileSync(source, path.join(folder, 'plan.docx'));
    expect((await collectInto(database, sourceOf(folder))).report).toMatchObject({
      exitCode: 0,
      visits: [{ added: 1 }],
    });
  });
});

describe('how often ModernGov is asked', () => {
  // Of 40 meetings 12 were cancelled, and 7 of the others have the plan on their agenda.
  const isCancelled = (meeting: number) => meeting % 10 < 3;
  const hasPlan = (meeting: number) => meeting % 4 === 3 && !isCancelled(meeting);
  const site = modernGov({ service, meetings: 40, webService: 'on', isCancelled, hasPlan });
  const plans = Array.from({ length: 40 }, (_, meeting) => meeting).filter(hasPlan).length;

  test.each([
    ['by its web service', {}, 45],
    ['by its search', { search: 'HMICFRS' }, 25],
  ])('%s', async (_, way, most) => {
    const server = await serving(site);
    const source = { name: 'site', address: server.origin, kind: 'moderngov', committees: ['Fire & Rescue Authority'] };
    const sources = sourcesText([{ ...source, titles: ['HMICFRS'], ...way }]);
    const database = newDatabase();
    const { report } = await collectInto(database, sources);
    expect(report).toMatchObject({ exitCode: 0, visits: [{ outcome: 'complete', added: plans }] });
    expect(server.log.length).toBeLessThanOrEqual(most);
    const asked = server.log.length;
    expect((await collectInto(database, sources)).report).toMatchObject({
      exitCode: 0,
      visits: [{ unchanged: plans }],
    });
    expect(server.log.length - asked).toBeLessThanOrEqual(2);
  });

  test('a search that names nothing is an answer, and one that is none is amiss', async () => {
    const server = await serving(site);
    const source = { name: 'site', address: server.origin, kind: 'moderngov', titles: ['HMICFRS'] };
    const search = (words: string) => sourcesText([{ ...source, search: words }]);
    expect(codesOf(await collectInto(newDatabase(), search('nothing of the kind')))).toEqual(['source/lists-nothing']);
    server.pages = (at) => (at === '/robots.txt' ? null : { body: '<html><body><h1>Sorry</h1></body></html>' });
    expect(codesOf(await collectInto(newDatabase(), search('HMICFRS')))).toContain('layout/not-a-search');
  });
});

describe('CMIS as it is', () => {
  const meeting = '/hw/Meetings/tabid/70/ctl/ViewMeetingPublic/mid/397/Meeting/0/Committee/2/Default.aspx';
  const details = (committee: string, day: string, status: string) =>
    `<html><body><div><label><span>Committee:</span></label><div>${committee}</div></div>
     <div><label><span>Date/Time:</span></label><div>${day} - 10:00</div></div>
     <div><label><span>Status:</span></label><div>${status}</div></div>
     <a href="/hw/Document.ashx?czJKcaeAi5tUFL1D=0a%2bB%3d%3d">HMICFRS Improvement Plan</a></body></html>`;
  /** A landing page with a button, and the list of meetings behind its module's number. */
  const behindButtons =
    (own: string): Pages =>
    (at, url) => {
      if (url.pathname === meeting) return { body: own };
      if (url.pathname !== '/hw/Meetings.aspx') return cmis(service, 1)(at, url);
      if (url.searchParams.get('mid') === '397')
        return { body: `<html><body><a href="${meeting}">Thursday, 12 January</a></body></html>` };
      return {
        body: '<html><body><form action="/hw/Meetings.aspx"><input type="submit" id="dnn_ctr397_btnList" value="List"></form></body></html>',
      };
    };

  test.each([
    [
      'the list behind a button, day and committee on the meeting’s own page',
      'Fire Authority',
      '12 Jan 2023',
      'Held',
      1,
    ],
    ['another committee', 'Licensing', '12 Jan 2023', 'Held', 0],
    ['a day before those that are wanted', 'Fire Authority', '12 Jan 2022', 'Held', 0],
    ['a meeting that was cancelled', 'Fire Authority', '12 Jan 2023', 'Cancelled', 0],
  ])('%s', async (_, committee, day, status, papers) => {
    const server = await serving(behindButtons(details(committee, day, status)));
    const source = {
      name: 'site',
      kind: 'cmis',
      address: `${server.origin}/hw/Meetings.aspx`,
      committees: ['Fire'],
      since: '2022-06-01',
    };
    const { report } = await collectInto(newDatabase(), sourcesText([source]));
    expect(report.visits).toMatchObject([{ added: papers }]);
  });
});
