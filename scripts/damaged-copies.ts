/**
 * Takes damaged copies of Word files, web pages and texts in, in batches beside whole papers.
 * Usage: node scripts/damaged-copies.ts [COUNT] [SEED]     (default 2000 copies, seed 17; some ten minutes)
 * Exit code 1 where a batch hangs or breaks off, a file is passed over in silence, a whole paper is lost, or a page that was
 * cut lost entries without a word.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultParseOptions } from '../src/model/parsing.ts';
import { type IngestReport, ingest } from '../src/pipeline/ingest.ts';
import { defaultLimits } from '../src/pipeline/limits.ts';
import { openStore } from '../src/store/index.ts';
import { mutantOf } from '../test/support/damaged-copies.ts';
import { randomFrom } from '../test/support/random.ts';

const count = Number(process.argv[2] ?? 2000);
const random = randomFrom(Number(process.argv[3] ?? 17));
const batch = 250;
const limits = { timeout: 20_000, memory: 700 };
const wholeFiles = globSync('fixtures/**/*.{docx,html,htm,md,txt}').sort();
const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-damaged-'));
const database = path.join(folder, 'damaged.db');
let wrong = 0;

function expect(what: string, holds: boolean): void {
  if (holds) return;
  wrong += 1;
  process.stdout.write(`WRONG  ${what}\n`);
}

async function take(paths: readonly string[]): Promise<IngestReport> {
  const store = openStore(database);
  try {
    return await ingest(store, paths, {
      ...limits,
      size: defaultLimits.size,
      maxSize: defaultLimits.maxSize,
      retry: false,
      parse: defaultParseOptions,
    });
  } finally {
    store.close();
  }
}

/** The whole papers as they are stored, one line each. */
function stored(): readonly string[] {
  const store = openStore(database);
  try {
    const entries = 'SELECT count(*) FROM actions WHERE paper_id = papers.id';
    return wholeFiles.map((file) =>
      JSON.stringify(
        store
          .sql(
            `SELECT id, outcome, (${entries}) FROM papers WHERE id IN (SELECT paper_id FROM sources WHERE address = ?)`,
          )
          .get(path.resolve(file)),
      ),
    );
  } finally {
    store.close();
  }
}

const outcomes = new Map<string, number>();
let slowest = 0;
try {
  const whole = await take(wholeFiles);
  const entriesOf = new Map(whole.files.map(({ address, entries }) => [address, entries]));
  const before = stored();
  for (let from = 0; from < count; from += batch) {
    const place = path.join(folder, String(from));
    mkdirSync(place);
    const made = new Map<string, { readonly of: string; readonly how: string }>();
    for (let index = from; index < Math.min(count, from + batch); index += 1) {
      const of = random.pick(wholeFiles);
      const { how, bytes } = mutantOf(readFileSync(of), random);
      const file = path.join(place, `${index}-${how}${path.extname(of)}`);
      writeFileSync(file, bytes);
      made.set(file, { of: path.resolve(of), how });
    }
    const began = performance.now();
    const report = await take([place]);
    slowest = Math.max(slowest, performance.now() - began);
    expect(`${made.size} files of batch ${from} are all answered for`, report.files.length === made.size);
    expect(`batch ${from} ends with 0 or 3`, [0, 3].includes(report.counts.exitCode));
    for (const { address, outcome, entries, problem, fault } of report.files) {
      const { of = '', how = '' } = made.get(address) ?? {};
      outcomes.set(`${how} ${outcome}`, (outcomes.get(`${how} ${outcome}`) ?? 0) + 1);
      expect(`${address} meets no fault of ours (${fault?.split('\n')[0]})`, fault === null);
      expect(
        `${address} keeps its limits (${problem?.code})`,
        !/timeout|out-of-memory|crash/.test(problem?.code ?? ''),
      );
      const lost = (entriesOf.get(of) ?? 0) - entries;
      const isPage = /\.(html?|docx)$/.test(of);
      expect(
        `${address} (${of}) was cut, lost ${lost} entries and is ${outcome}`,
        !(how === 'cut' && isPage && lost > 0 && outcome === 'ok'),
      );
    }
    expect(
      `the whole papers are as they were after batch ${from}`,
      JSON.stringify(stored()) === JSON.stringify(before),
    );
    process.stdout.write(`${from + made.size} of ${count}\n`);
    rmSync(place, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [what, number] of [...outcomes].sort()) process.stdout.write(`${String(number).padStart(6)}  ${what}\n`);
process.stdout.write(`slowest batch ${(slowest / 1000).toFixed(1)} s; ${wrong} wrong\n`);
process.exitCode = wrong === 0 ? 0 : 1;
