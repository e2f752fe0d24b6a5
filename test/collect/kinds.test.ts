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
