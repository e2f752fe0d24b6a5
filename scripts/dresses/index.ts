/**
 * npm run dresses -- [DIR …]: reads the web pages among papers whose truth is known once as they are and once in each dress, and prints
 * for each dress how much of them is still read and which papers lose by it. A dress changes how a page is made and nothing that it
 * says, so that what is lost was read by how that one page is made. Without folders all of `fixtures/batches`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BatchPaper, papersIn, readAndScore } from '../foundry/measure/batch.ts';
import { dressed, dresses } from './dresses.ts';

const batches = 'fixtures/batches';
const folders =
  process.argv.length > 2 ? process.argv.slice(2) : readdirSync(batches).map((batch) => path.join(batches, batch));
const pages = folders.flatMap(papersIn).filter(({ file }) => file.endsWith('.html'));
const shelf = mkdtempSync(path.join(tmpdir(), 'boardtrail-dresses-'));
/** Points of field F1 from which on a paper is named. */
const named = 3;
const read = async (paper: BatchPaper) => 100 * (await readAndScore(paper)).score.f1;

try {
  const plain = new Map<string, number>();
  for (const page of pages) plain.set(page.file, await read(page));
  for (const [name, dress] of Object.entries(dresses)) {
    const scores: { readonly file: string; readonly before: number; readonly after: number }[] = [];
    for (const { file, truth } of pages) {
      const html = dressed(readFileSync(file, 'utf8'), dress);
      if (html === null) continue;
      const other = path.join(shelf, 'page.html');
      writeFileSync(other, html);
      scores.push({ file, before: plain.get(file) ?? 0, after: await read({ file: other, truth }) });
    }
    const mean = (pick: (score: (typeof scores)[number]) => number) =>
      (scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length)).toFixed(1);
    console.log(
      `${name}: ${scores.length} pages, ${mean(({ before }) => before)} as they are, ${mean(({ after }) => after)} so`,
    );
    for (const { file, before, after } of scores.filter((one) => one.before - one.after > named))
      console.log(`    ${file}  ${before.toFixed(1)} to ${after.toFixed(1)}`);
  }
} finally {
  rmSync(shelf, { recursive: true, force: true });
}
