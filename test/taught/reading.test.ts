import { expect, test } from 'vitest';
import { readPaper } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import type { TaughtLayout } from '../../src/model/taught.ts';
import { sourceFile } from '../support/fixture-papers.ts';
import { scoreExtraction } from '../support/truth.ts';
import { families, papersOf, taughtLayouts } from './families.ts';

const read = (file: string, taught: readonly TaughtLayout[]) =>
  readPaper(sourceFile(file), { ...defaultParseOptions, taught });

const html = (body: string) => {
  const bytes = Buffer.from(
    `<!doctype html><h1>Marlbeck Fire and Rescue Service: HMICFRS improvement plan</h1>${body}`,
  );
  return { name: 'a.html', path: 'a.html', bytes, sha256: 'a'.repeat(64) };
};

test.each(families)(
  '%s: five papers read at 50 of 100 at most are read at 98 once their layout is taught',
  async (family) => {
    const papers = papersOf(family);
    expect(papers.length).toBe(5);
    for (const { file, truth } of papers) {
      const untaught = scoreExtraction(truth, await read(file, []));
      expect(untaught.right / untaught.total, file).toBeLessThanOrEqual(0.5);
      const extraction = await read(file, taughtLayouts);
      const score = scoreExtraction(truth, extraction);
      expect(score.differences, file).toEqual([]);
      expect(extraction.paper.outcome, file).toBe('ok');
      const lost = extraction.issues.filter(({ message }) => /Tale|side of it|Spark/.test(message));
      expect(lost, file).toEqual([]);
    }
  },
);

test('a taught layout touches no paper of other marks, though one of its labels is a word in it', async () => {
  const paper = html(`<table><tr><th>Action</th><th>Progress</th><th>Due</th></tr>
<tr><td>Mend the gate</td><td>Harbour</td><td>June 2024</td></tr><tr><td>Tiller</td><td>Tale</td><td>May 2024</td></tr></table>`);
  const without = await readPaper(paper, defaultParseOptions);
  expect(without.entries.length).toBe(2);
  expect(await readPaper(paper, { ...defaultParseOptions, taught: taughtLayouts })).toEqual(without);
});

test('what is said to be no plan gives no entries, and what stands beside it is read as before', async () => {
  const plan =
    '<table><tr><th>Action</th><th>Progress</th><th>Due</th></tr><tr><td>Mend the gate</td><td>Begun</td><td>June 2024</td></tr><tr><td>Paint the doors</td><td>Not begun</td><td>July 2024</td></tr></table>';
  const other =
    '<table><tr><th>Action</th><th>Risk if not done</th><th>Due</th></tr><tr><td>Insure the boats</td><td>High</td><td>June 2024</td></tr><tr><td>Insure the vans</td><td>Low</td><td>July 2024</td></tr></table>';
  const paper = html(`${plan}<h2>Risks</h2>${other}`);
  const isPlan = false;
  const layout: TaughtLayout = {
    form: 'columns',
    isPlan,
    labels: ['Action', 'Risk if not done', 'Due'].map((label) => ({ label, means: 'extra' })),
  };
  const actions = async (taught: readonly TaughtLayout[]) =>
    (await readPaper(paper, { ...defaultParseOptions, taught })).entries.map(({ action }) => action);
  expect(await actions([])).toContain('Insure the boats');
  expect(await actions([layout])).toEqual(['Mend the gate', 'Paint the doors']);
});

test('two columns said to be one field are joined, and one nothing was said of is kept under its own words', async () => {
  const paper = html(`<table><tr><td>Peg</td><td>Wager</td><td>Wager, second half</td><td>Oddments</td></tr>
<tr><td>1</td><td>Mend the gate</td><td>and paint it</td><td>blue</td></tr><tr><td>2</td><td>Move the pump</td><td>to the yard</td><td>red tape</td></tr></table>`);
  const layout: TaughtLayout = {
    form: 'columns',
    isPlan: true,
    labels: [
      { label: 'Peg', means: 'ref' },
      { label: 'Wager', means: 'action' },
      { label: 'Wager, second half', means: 'action' },
      { label: 'Oddments', means: 'extra' },
    ],
  };
  const { entries } = await readPaper(paper, { ...defaultParseOptions, taught: [layout] });
  expect(entries.map(({ ref, action, extra }) => [ref, action, extra])).toEqual([
    ['1', 'Mend the gate and paint it', { Oddments: 'blue' }],
    ['2', 'Move the pump to the yard', { Oddments: 'red tape' }],
  ]);
});
