/**
 * node scripts/bench/find.ts: how cheap the first pass over PDFs is, and what it misses: of papers by themselves, and of
 * papers that are parts of a long pack, where only papers with a likely page are read.
 *   --papers N   drawn papers with a plan to look through, each printed by the next of the producers (default 200)
 *   --seed N     the first of them (default 1)
 *   --pack N     times a meeting pack that this seed makes too (see made-pack.ts; needs WeasyPrint and qpdf)
 *   FILE…        PDFs: long ones without a plan to time, by processor time against reading them whole; short ones to
 *                count how many would be read as parts of a pack
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lookThrough } from '../../parsers/pdf/find/look-through.ts';
import { partsAround } from '../../parsers/pdf/pack/parts-around.ts';
import { skimPage } from '../../parsers/pdf/pack/skim.ts';
import { openPdf } from '../../parsers/pdf/page/open.ts';
import { readerEnvironment, readerFlags } from '../../src/lib/compiling.ts';
import { ParseError } from '../../src/model/errors.ts';
import { printHtml } from '../../test/support/print.ts';
import { drawnPdfs } from './drawn-prints.ts';
import { makePack } from './made-pack.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    papers: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    pack: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
    'no-plan': { type: 'boolean', default: false },
  },
});
/** Files of more pages are timed, and not only looked through. */
const long = 100;

/** What the first pass says of a file, and whether it would read something of it as a part of a pack. */
async function look(bytes: Uint8Array) {
  const open = await openPdf(bytes);
  try {
    const looked = await lookThrough(bytes, open);
    const skim = async (number: number) => [skimPage(await open.page(number))];
    const { likely } = looked;
    const papers =
      likely === null ? null : await partsAround({ ...looked, likely }, skim, await open.outline(), open.pageCount);
    return { ...looked, pages: open.pageCount, isRead: papers === null || papers.length > 0 };
  } finally {
    await open.close();
  }
}

const counts = { plans: 0, missed: 0, missedInPack: 0, others: 0, passed: 0, passedInPack: 0 };
const drawing = { split: values['held-out'] ? 'held-out' : 'train', noPlan: values['no-plan'] || undefined } as const;
for await (const { drawn, format, bytes } of drawnPdfs(Number(values.seed), Number(values.papers), drawing)) {
  const { mayHoldPlan, isRead } = await look(bytes);
  const hasPlan = drawn.gold.entries.length > 0;
  if (hasPlan) counts.plans += 1;
  else counts.others += 1;
  if (hasPlan && !mayHoldPlan) counts.missed += 1;
  if (hasPlan && !isRead) {
    counts.missedInPack += 1;
    console.log(`missed: seed ${drawn.seed}, ${format}, ${drawn.traits.form}`);
  }
  if (!hasPlan && mayHoldPlan) counts.passed += 1;
  if (!hasPlan && isRead) counts.passedInPack += 1;
}
if (Number(values.papers) > 0) {
  console.log(
    `drawn: ${counts.missed} of ${counts.plans} plans missed, ${counts.missedInPack} as parts of a pack; ${counts.passed} of ${counts.others} papers without one let by, ${counts.passedInPack} as parts of a pack`,
  );
}

/** Processor seconds of reading a file, in a process of its own. */
function processorTime(file: string, find: boolean): number {
  const script = path.join(import.meta.dirname, 'read-one.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [...readerFlags, script, file, String(find)], {
    env: readerEnvironment(),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return Number(stdout);
}

/** Prints a made pack's documents and joins them, as a file in a folder. */
async function printPack(seed: number, folder: string): Promise<string> {
  const files: string[] = [];
  for (const { name, html } of makePack(seed)) {
    files.push(path.join(folder, `${name}.pdf`));
    writeFileSync(files.at(-1) ?? '', await printHtml(html, 'weasyprint'));
  }
  const pack = path.join(folder, `pack-${seed}.pdf`);
  execFileSync('qpdf', ['--empty', '--pages', ...files, '--', pack]);
  return pack;
}

const folder = mkdtempSync(path.join(tmpdir(), 'bt-bench-find-'));
const packs = values.pack === undefined ? [] : [await printPack(Number(values.pack), folder)];
let [looked, letBy] = [0, 0];
for (const file of [...packs, ...positionals]) {
  try {
    const { mayHoldPlan, likely, isRead, pages } = await look(readFileSync(file));
    looked += 1;
    if (mayHoldPlan && isRead) letBy += 1;
    if (pages < long) continue;
    const [first, whole] = [processorTime(file, true), processorTime(file, false)];
    const ratio = (whole / first).toFixed(1);
    console.log(
      `${path.basename(file)}, ${pages} pages, ${likely?.length ?? 'all'} of them likely; ${first.toFixed(2)} s, read whole ${whole.toFixed(2)} s: ${ratio} times as fast`,
    );
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    console.log(`${path.basename(file)}: ${error.message}`);
  }
}
rmSync(folder, { recursive: true, force: true });
if (positionals.length > 0)
  console.log(
    `files: ${letBy} of ${looked} with a page that is likely to hold a plan, in a paper that can answer an inspection`,
  );
