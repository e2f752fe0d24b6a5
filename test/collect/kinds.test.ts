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

const sites: readonly (readonly [name: string, pages: Pages, source: object])[] = [
  ...(['on', 403, 404, 500] as const).map(
    (webService) =>
      [
        `ModernGov, web service ${webService}`,
        modernGov({ service, meetings: 3, webService }),
        { kind: 'moderngov', committees: ['Fire & Rescue Authority'], titles: ['HMICFRS'] },
      ] as const,
  ),
  [
    'ModernGov by the number of a committee',
    modernGov({ service, meetings: 3, webService: 404 }),
    { kind: 'moderngov', committees: [134], titles: ['hmicfrs'] },
  ],
  [
    'CMIS',
    cmis(service, 3),
    { kind: 'cmis', path: '/hw/Committees.aspx', committees: ['Fire'], titles: ['Improvement Plan'] },
  ],
  ['a site of its own', ownSite(service, 4), { kind: 'page', path: '/meeting/45', depth: 1 }],
  ['RSS', newsFeed(service, 3, 'rss'), { kind: 'feed', path: '/feed', titles: ['HMICFRS'] }],
  ['Atom', newsFeed(service, 3, 'atom'), { kind: 'feed', path: '/feed' }],
];

describe('each kind of site', () => {
  test.each(sites)(
    '%s: every paper once, and nothing the second time',
    async (_, pages, { path: at = '/', ...source }: { path?: string }) => {
      const server = await serving(pages);
      const sources = sourcesText([{ name: 'site', service, address: `${server.origin}${at}`, ...source }]);
      const database = newDatabase();
      const first = await collectInto(database, sources);
      expect(first.report.conditions).toEqual([]);
      const papers = source === null ? 0 : (first.report.visits[0]?.offered ?? 0);
      expect(papers).toBe(pages === sites[6]?.[1] ? 4 : 3);
      expect(first.report.visits).toMatchObject([{ outcome: 'complete', added: papers, failed: 0 }]);
      const before = collected(database);
      expect(count(before, 'papers')).toBe(papers);
      expect(count(before, 'changes')).toBeGreaterThan(0);
      const asked = server.log.length;
      const second = await collectInto(database, sources);
      expect(second.report.visits).toMatchObject([{ outcome: 'complete', added: 0, replaced: 0, unchanged: papers }]);
      expect(collected(database)).toEqual(before);
      // Old meetings and their papers are not asked for again so soon.
      expect(server.log.length - asked).toBeLessThan(asked);
    },
  );

  test('restricted, unwanted and packed documents are never asked for', async () => {
    const server = await serving(modernGov({ service, meetings: 2, webService: 'on' }));
    const source = { name: 'site', kind: 'moderngov', address: server.origin, titles: ['HMICFRS'] };
    await collectInto(newDatabase(), sourcesText([source]));
    expect(server.log.map(({ path: asked }) => asked).filter((asked) => /Exempt|Minutes|pack/.test(asked))).toEqual([]);
  });

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

  test('sessions in paths and &Ver=4 make no other address', async () => {
    const server = await serving(modernGov({ service, meetings: 2, webService: 404 }));
    const database = newDatabase();
    const sources = sourcesText([
      { name: 'site', kind: 'moderngov', address: server.origin, committees: [134], titles: ['HMICFRS'] },
    ]);
    await collectInto(database, sources);
    await collectInto(database, sources);
    expect(collected(database).join('\n')).not.toMatch(/\(S\(|Ver=4/);
    expect(count(collected(database), 'papers')).toBe(2);
  });
});

describe('a folder', () => {
  const sourceOf = (address: string) =>
    sourcesText([]).replace(
      '"sources":[]',
      `"sources":[${JSON.stringify({ name: 'share', kind: 'folder', address })}]`,
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
