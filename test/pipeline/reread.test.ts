import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { ingest } from '../../src/pipeline/ingest.ts';
import { defaultLimits } from '../../src/pipeline/limits.ts';
import { reread } from '../../src/pipeline/reread.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { entriesOfPaper, openStore, paperIds, startRun, writePaper } from '../../src/store/index.ts';
import { runCli } from '../support/cli.ts';
import { differences, dumpContent, temporaryFolder } from '../support/database.ts';
import { paperHtml } from '../support/papers.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';

const options = { ...defaultLimits, size: 1, parse: defaultParseOptions };

test('a better reading takes the place of the one before, after being shown', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'plans.db');
  for (const seed of [1, 2]) writeFileSync(path.join(folder, `paper-${seed}.html`), paperHtml(seed));
  const store = openStore(file);
  const papers = [path.join(folder, 'paper-1.html'), path.join(folder, 'paper-2.html')];
  await ingest(store, papers, { ...options, maxSize: 1e6, retry: false });
  const good = dumpContent(file);
  expect(await reread(store, { ...options, all: false, dryRun: false })).toEqual([]);

  const [id = ''] = paperIds(store);
  const [first, , , last] = entriesOfPaper(store, id);
  store.db.exec(`UPDATE papers SET extractor = 'boardtrail 0.0.1', title = 'Some title' WHERE id = '${id}';
    UPDATE actions SET lead = 'Nobody', status_value = NULL WHERE entry_id = '${first?.id}';
    DELETE FROM actions WHERE entry_id = '${last?.id}';`);
  const bad = dumpContent(file);

  const shown = await reread(store, { ...options, all: false, dryRun: true });
  expect(differences(dumpContent(file), bad)).toEqual([]);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatchObject({ paperId: id, outcome: 'ok', taken: true });
  expect(shown[0]?.differences).toEqual([
    { entryId: null, field: 'title', before: 'Some title', after: 'HMICFRS Improvement Plan update' },
    {
      entryId: first?.id,
      field: 'status',
      before: JSON.stringify({ raw: first?.status?.raw, value: null }),
      after: JSON.stringify(first?.status),
    },
    { entryId: first?.id, field: 'lead', before: 'Nobody', after: first?.lead },
    { entryId: '+4', field: 'entry', before: null, after: `AFI 4 ${last?.action}` },
  ]);

  expect(await reread(store, { ...options, all: false, dryRun: false })).toEqual(shown);
  expect(differences(dumpContent(file), good)).toEqual([]);
  const again = await reread(store, { ...options, all: true, dryRun: false });
  expect(again.map((paper) => paper.differences)).toEqual([[], []]);
  expect(differences(dumpContent(file), good)).toEqual([]);
  store.close();
});

test('a reading that fails takes nobody’s place', async () => {
  const file = path.join(temporaryFolder(), 'plans.db');
  const bytes = Buffer.from('%PDF-1.7 and nothing more');
  const id = createHash('sha256').update(bytes).digest('hex');
  const store = openStore(file);
  const runId = startRun(store, 'test', 'old', new Date());
  writePaper(store, { extraction: sampleExtraction(id), bytes, size: 25, extractor: 'old' }, runId, { replace: false });
  relink(store);
  store.close();
  const before = dumpContent(file);
  const { status, stdout, stderr } = await runCli(['reread', '--db', file]);
  expect(status).toBe(3);
  expect(stdout).toBe('1 papers read again, 0 read otherwise.\n');
  expect(stderr).toMatch(/harrowdale\.pdf: failed; the reading before stays\n {2}\S/);
  expect(differences(dumpContent(file), before)).toEqual([]);
});
