import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, runCli } from './support/cli.ts';
import { temporaryFolder } from './support/database.ts';

test('three papers of one service in three formats and layouts: what really moved, and nothing else', async () => {
  const db = path.join(temporaryFolder(), 'plans.db');
  expect((await runCli(['ingest', path.join(projectRoot, 'fixtures/series'), '--db', db, '--quiet'])).status).toBe(0);
  const { stdout } = await runCli(['export', '--format', 'json', '--db', db]);
  const { papers, entries, changes } = JSON.parse(stdout);
  const fileOf = new Map(papers.map(({ id, file }: { id: string; file: string }) => [id, file]));
  const actionOf = new Map(
    entries.map(({ threadId, action }: { threadId: string; action: string }) => [threadId, action]),
  );
  const told = changes.map((change: { threadId: string; toPaperId: string; kind: string }) =>
    [fileOf.get(change.toPaperId), change.kind, actionOf.get(change.threadId)].join(' | '),
  );
  expect(told.sort()).toEqual(
    [
      'thornbeck-2024-06.md | completed | Train every crew in the new home visit',
      'thornbeck-2024-06.md | lead_changed | Launch a talent scheme open to all grades',
      'thornbeck-2024-06.md | progress_updated | Agree a risk model with health partners',
      'thornbeck-2024-06.md | progress_updated | Launch a talent scheme open to all grades',
      'thornbeck-2024-06.md | progress_updated | Train every crew in the new home visit',
      'thornbeck-2024-06.md | reworded | Agree a risk model with health partners',
      'thornbeck-2024-06.md | reworded | Train every crew in the new home visit',
      'thornbeck-2024-06.md | slipped | Agree a risk model with health partners',
      'thornbeck-2024-06.md | slipped | Record secondary employment in the rota system',
      'thornbeck-2024-06.md | status_changed | Agree a risk model with health partners',
      'thornbeck-2024-06.md | status_changed | Launch a talent scheme open to all grades',
      'thornbeck-2024-09.pdf | added | Test the business continuity plan with partners',
      'thornbeck-2024-09.pdf | completed | Agree a risk model with health partners',
      'thornbeck-2024-09.pdf | dropped | Launch a talent scheme open to all grades',
      'thornbeck-2024-09.pdf | progress_updated | Agree a risk model with health partners',
      'thornbeck-2024-09.pdf | retired | Publish a reserves strategy',
      'thornbeck-2024-09.pdf | retired | Train every crew in the new home visit',
      'thornbeck-2024-09.pdf | slipped | Record secondary employment in the rota system',
    ].sort(),
  );
});
