import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { extractionSchema } from '../../src/model/schemas.ts';
import { callCli, runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { paperHtml, paperText } from '../support/papers.ts';

function fileOf(name: string, content: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

test('prints what a paper says as data', async () => {
  const { status, stdout, stderr } = await callCli(['extract', fileOf('paper.html', paperHtml(1)), '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const extraction = extractionSchema.parse(JSON.parse(stdout));
  expect(extraction.paper).toMatchObject({ file: 'paper.html', format: 'html', outcome: 'ok' });
  expect(extraction.entries.map(({ ref }) => ref)).toEqual(['AFI 1', 'AFI 2', 'AFI 3', 'AFI 4']);
});

test('prints what a paper says to read', async () => {
  const { stdout } = await callCli(['extract', fileOf('paper.txt', paperText(11))]);
  expect(stdout).toMatch(/^File +paper\.txt \(text, ok\)\n/);
  expect(stdout).toMatch(/^4 entries$/m);
  expect(stdout).toMatch(/^1\. AFI 1.*\n(.*\n)* {3}Action +\S.*\n {3}Progress +\S.*\n/m);
  expect(stdout).toMatch(/^ {3}Due +Q\d 2023\/24 \(202\d-\d\d-01 to 202\d-\d\d-3\d\)$/m);
});

test('a paper that cannot be read is a failed one, with its reason on both sides', async () => {
  const file = fileOf('paper.pdf', '%PDF-1.7\nnothing');
  const { status, stdout, stderr } = await callCli(['extract', file, '--json']);
  expect(status).toBe(3);
  const { paper, entries, issues } = extractionSchema.parse(JSON.parse(stdout));
  expect({ outcome: paper.outcome, entries, codes: issues.map(({ code }) => code) }).toEqual({
    outcome: 'failed',
    entries: [],
    codes: ['pdf/corrupt'],
  });
  expect(stderr).toBe(`boardtrail: ${file}: ${issues[0]?.message}\n`);
});

test('time and size have limits', async () => {
  const file = fileOf('paper.html', paperHtml(1));
  const late = await callCli(['extract', file, '--json', '--timeout', '0.001']);
  expect(late.status).toBe(3);
  expect(JSON.parse(late.stdout).issues[0].code).toBe('ingest/timeout');
  const large = await callCli(['extract', file, '--max-size', '0.0001']);
  expect(large).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/more than the 100 bytes allowed.*--max-size/),
  });
});

test('words that steer a terminal are shown, not obeyed', async () => {
  const html = paperHtml(1).replace('Area for improvement', 'Area for improvement').replace('AFI 2', 'AFI 2\u009b31m');
  const { stdout } = await callCli(['extract', fileOf('paper.html', html)]);
  expect(stdout).not.toContain('\u009b');
});

test.each([
  [['extract'], /extract needs a file/],
  [['extract', 'a.pdf', 'b.pdf'], /extract reads one file/],
  [['extract', 'nothing.pdf'], /there is no file or folder .*nothing\.pdf/],
  [['extract', '.'], /\. is a folder; name one file/],
  [['extract', 'a.pdf', '--evidence', 'tea-leaves'], /--evidence takes auto, tagged, ruled, spaced, not "tea-leaves"/],
])('%j is a mistake in the call', async (args, message) => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'sub'));
  const { status, stdout, stderr } = await runCli(args, { cwd: folder });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
});
