/**
 * node scripts/bench/find.ts: how cheap the first pass over PDFs is, and what it misses: of papers by themselves, and of
 * papers that are parts of a long pack, where only likely pages are read.
 *   --papers N   drawn papers with a plan to look through, each printed by the next of the producers (default 200)
 *   --seed N     the first of them (default 1)
 *   FILE…        PDFs: long ones without a plan to time, by processor time against reading them whole; short ones to
 *                count how many have a page that is likely to hold a plan
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lookThrough } from '../../parsers/pdf/find/look-through.ts';
import { openPdf } from '../../parsers/pdf/page/open.ts';
import { readerEnvironment, readerFlags } from '../../src/lib/compiling.ts';
import { ParseError } from '../../src/model/errors.ts';
import { drawPaper } from '../foundry/draw.ts';
import { bytesOf, fitting, type Print, printPapers, producers } from '../foundry/print/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    papers: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    'held-out': { type: 'boolean', default: false },
    'no-plan': { type: 'boolean', default: false },
  },
});
/** Files of more pages are timed, and not only looked through. */
const long = 100;

async function look(bytes: Uint8Array) {
  const open = await openPdf(bytes);
  try {
    return { ...(await lookThrough(bytes, open)), pages: open.pageCount };
  } finally {
    await open.close();
  }
}

/** Prints in batches, for browsers and offices start once a batch. */
async function drawnPapers(first: number, count: number): Promise<readonly Print[]> {
  const options = {
    split: values['held-out'] ? 'held-out' : 'train',
    noPlan: values['no-plan'] || undefined,
  } as const;
  const prints = Array.from({ length: count }, (_, index): Print => {
    const seed = first + index;
    const drawn = drawPaper(seed, options);
    return { drawn, format: fitting(drawn, producers[seed % producers.length] ?? 'weasyprint') };
  });
  await printPapers(prints);
  return prints;
}

const counts = { plans: 0, missed: 0, missedInPack: 0, others: 0, passed: 0, passedInPack: 0 };
for (let done = 0; done < Number(values.papers); done += 50) {
  const count = Math.min(50, Number(values.papers) - done);
  for (const print of await drawnPapers(Number(values.seed) + done, count)) {
    const bytes = await bytesOf(print);
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') continue;
    const { mayHoldPlan, likely } = await look(bytes);
    const isLikely = likely === null || likely.length > 0;
    const hasPlan = print.drawn.gold.entries.length > 0;
    if (hasPlan) counts.plans += 1;
    else counts.others += 1;
    if (hasPlan && !mayHoldPlan) counts.missed += 1;
    if (hasPlan && !isLikely) {
      counts.missedInPack += 1;
      console.log(`missed: seed ${print.drawn.seed}, ${print.format}, ${print.drawn.traits.form}`);
    }
    if (!hasPlan && mayHoldPlan) counts.passed += 1;
    if (!hasPlan && isLikely) counts.passedInPack += 1;
  }
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

let [looked, letBy] = [0, 0];
for (const file of positionals) {
  try {
    const { mayHoldPlan, likely, pages } = await look(readFileSync(file));
    looked += 1;
    if (mayHoldPlan && likely?.length !== 0) letBy += 1;
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
if (positionals.length > 0) console.log(`files: ${letBy} of ${looked} with a page that is likely to hold a plan`);
