import { expect, test } from 'vitest';
import { callCli } from '../support/cli.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { databaseOf, seriesExtractions } from '../support/stocked-database.ts';

const papers = seriesExtractions([1, 2], 5, 10).toSorted((a, b) =>
  (a.paper.asAt ?? '') < (b.paper.asAt ?? '') ? -1 : 1,
);
const days = [...new Set(papers.flatMap(({ paper }) => paper.asAt ?? []))].sort();
const all = databaseOf(makeTemporaryFolder(), papers);

/* Whatever came after a day was not known then: the answer is that of a database that has no later paper. */
test.each(
  [1, 3].flatMap((index) =>
    ['progress', 'progress --json --by lead', 'compare', 'compare --json'].map(
      (command) => [command, days[index] ?? ''] as const,
    ),
  ),
)('"%s" as of %s says what was known then', async (command, day) => {
  const then = databaseOf(
    makeTemporaryFolder(),
    papers.filter(({ paper }) => (paper.asAt ?? '') <= day),
  );
  const asked = async (db: string) => {
    const { stdout, stderr } = await callCli([...command.split(' '), '--as-of', day, '--db', db]);
    // Threads are named as they are made.
    return `${stderr}${stdout}`.replace(/"threadId": "\w+"/g, '"threadId"');
  };
  expect(await asked(all)).toBe(await asked(then));
});
