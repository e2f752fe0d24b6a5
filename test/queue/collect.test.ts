import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { differences, dumpContent, temporaryFolder } from '../support/database.ts';
import { noPostgres, startPostgres } from '../support/queue/postgres.ts';
import { queueAt, workerAt } from '../support/queue/queue.ts';
import { collected, serving, sourcesText } from '../support/web/collecting.ts';
import { cmis, modernGov, newsFeed, ownSite } from '../support/web/sites.ts';

const sites = {
  moderngov: {
    pages: modernGov({ service: 'Wyremouth Fire and Rescue Service', meetings: 2, webService: 'on' }),
    source: { at: '/', committees: ['Fire'] },
  },
  cmis: {
    pages: cmis('Aldermouth Fire and Rescue Service', 2),
    source: { at: '/hw/Committees.aspx', committees: ['Fire'] },
  },
  page: { pages: ownSite('Tamsey Fire and Rescue Service', 2), source: { at: '/meeting/45', depth: 1 } },
  feed: { pages: newsFeed('Brackley Fire and Rescue Service', 2, 'rss'), source: { at: '/feed', titles: ['HMICFRS'] } },
};

test.skipIf(noPostgres !== null)(
  'collect over a queue: the papers, the trail and every export are those of a run without one',
  async () => {
    const folder = temporaryFolder();
    const sources = path.join(folder, 'test.sources.yaml');
    const named = await Promise.all(
      Object.entries(sites).map(async ([kind, { pages, source }]) => {
        const { origin } = await serving(pages);
        const { at, ...rest } = source;
        return { name: kind, kind, address: `${origin}${at}`, ...rest };
      }),
    );
    writeFileSync(sources, sourcesText(named));
    const postgres = startPostgres();
    onTestFinished(() => postgres.stop());
    await (await queueAt(postgres.address)).database.close();
    const worker = await workerAt(postgres.address, { reader: 'own' });
    const run = async (name: string, ...queue: readonly string[]) => {
      const database = path.join(folder, name);
      const { status, stderr } = await runCli(['collect', '--sources', sources, '--db', database, '--quiet', ...queue]);
      const exports = ['json', 'csv'].map((format) => runCli(['export', '--format', format, '--db', database]));
      return { status, stderr, database, exports: (await Promise.all(exports)).map(({ stdout }) => stdout) };
    };
    const local = await run('local.db');
    const over = await run('queue.db', '--queue', postgres.address);
    expect([over.status, conditions(over.stderr)]).toEqual([local.status, conditions(local.stderr)]);
    expect(dumpContent(local.database).filter((line) => line.startsWith('papers '))).toHaveLength(8);
    expect(differences(collected(local.database), collected(over.database))).toEqual([]);
    expect(over.exports).toEqual(local.exports);
    expect(await worker.stop()).toBe(8);
  },
  120_000,
);

/** What a run says is amiss, in an order of its own: sources are asked side by side, and the first to answer is numbered first. */
const conditions = (said: string): readonly string[] =>
  said
    .trim()
    .replace(/, condition \d+/g, '')
    .split(/\n(?=\S)/)
    .toSorted();
