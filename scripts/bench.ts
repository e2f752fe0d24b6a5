import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readDocument } from '../parsers/index.ts';
import { defaultParseOptions } from '../src/model/parsing.ts';

/**
 * Times reading every PDF of a folder against bare pdf.js doing text and operator list of each page of the same files,
 * each in processes of its own, turn by turn; then one worker against two.
 *
 *   npm run bench                  the benchmark folder beside the project, or the fixtures
 *   npm run bench -- FOLDER        any folder of PDFs
 */

const self = fileURLToPath(import.meta.url);
const rounds = 3;
/** Workers are timed on the files so many times over, so that their start does not outweigh their work. */
const timesOver = 3;

type Reader = 'bare' | 'ours';

interface Figures {
  readonly pages: number;
  readonly tables: number;
  /** Milliseconds, whole process: start, loading, reading, end. */
  readonly wall: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Megabytes at the highest. */
  readonly memory: number;
}

/** What one file gave. */
interface Counts {
  readonly pages: number;
  readonly tables: number;
}

async function readBare(file: string): Promise<Counts> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
  return { pages: document.numPages, tables: 0 };
}

async function readOurs(file: string): Promise<Counts> {
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { name: path.basename(file), path: file, bytes, sha256 };
  const { pages, blocks } = await readDocument(source, { ...defaultParseOptions, stitch: false });
  return { pages: pages.length, tables: blocks.filter((block) => block.kind === 'table').length };
}

const readWith = { bare: readBare, ours: readOurs };

async function readAll(reader: Reader, files: readonly string[], workers: number): Promise<Counts> {
  let pages = 0;
  let tables = 0;
  const add = (counts: Counts) => {
    pages += counts.pages;
    tables += counts.tables;
  };
  if (workers < 2) {
    for (const file of files) add(await readWith[reader](file));
    return { pages, tables };
  }
  const queue = [...files];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(self, { workerData: { reader } });
      const next = () => {
        const file = queue.shift();
        if (file === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(file);
      };
      worker.on('message', (counts: Counts) => {
        add(counts);
        next();
      });
      worker.on('error', reject);
      next();
    });
  await Promise.all(Array.from({ length: workers }, work));
  return { pages, tables };
}

/** Runs one reader over a folder in a process of its own. */
function measure(reader: Reader, folder: string, workers: number, times = 1): Figures {
  const start = performance.now();
  const child = spawnSync(process.execPath, [self, '--child', reader, String(workers), folder, String(times)], {
    encoding: 'utf8',
  });
  const wall = performance.now() - start;
  if (child.status !== 0) throw new Error(`${reader} failed on ${folder}: ${child.stderr}`);
  return { ...(JSON.parse(child.stdout) as Omit<Figures, 'wall'>), wall };
}

async function runChild(reader: Reader, workers: number, folder: string, times: number): Promise<void> {
  const files = Array.from({ length: times }, () => pdfsIn(folder)).flat();
  const counts = await readAll(reader, files, workers);
  const { user, system } = process.cpuUsage();
  const figures = { ...counts, cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(figures));
}

const pdfsIn = (folder: string): readonly string[] => globSync(path.join(folder, '**/*.pdf')).sort();

function best(figures: readonly Figures[]): Figures {
  return figures.reduce((least, next) => (next.wall < least.wall ? next : least));
}

function line(name: string, { pages, wall, cpu, memory }: Figures): string {
  const rate = (pages / (wall / 1000)).toFixed(1);
  return `${name.padEnd(32)}${(wall / 1000).toFixed(2)} s   ${(cpu / 1000).toFixed(2)} s processor   ${rate} pages/s   ${memory.toFixed(0)} MB\n`;
}

function runBench(folder: string): void {
  const files = pdfsIn(folder);
  if (files.length === 0) throw new Error(`no PDF in ${folder}`);
  const [bare, once, one, two]: [Figures[], Figures[], Figures[], Figures[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round++) {
    bare.push(measure('bare', folder, 1));
    once.push(measure('ours', folder, 1));
    one.push(measure('ours', folder, 1, timesOver));
    two.push(measure('ours', folder, 2, timesOver));
  }
  const [bareBest, onceBest, oneBest, twoBest] = [best(bare), best(once), best(one), best(two)];
  process.stdout.write(
    `${folder}: ${files.length} PDFs, ${onceBest.pages} pages, ${onceBest.tables} tables; whole processes, best of ${rounds}
${line('bare pdf.js, text + operators', bareBest)}${line('boardtrail', onceBest)}ratio to bare pdf.js ${(onceBest.wall / bareBest.wall).toFixed(2)} by the clock, ${(onceBest.cpu / bareBest.cpu).toFixed(2)} of processor time
the files ${timesOver} times over:
${line('one worker', oneBest)}${line('two workers', twoBest)}two workers against one ${(oneBest.wall / twoBest.wall).toFixed(2)} times
`,
  );
}

const [flag, ...words] = process.argv.slice(2);
if (!isMainThread) {
  const { reader } = workerData as { reader: Reader };
  parentPort?.on('message', (file: string) => {
    void readWith[reader](file).then((counts) => parentPort?.postMessage(counts));
  });
} else if (flag === '--child') {
  await runChild(words[0] === 'bare' ? 'bare' : 'ours', Number(words[1]), words[2] ?? '.', Number(words[3] ?? 1));
} else {
  const beside = path.resolve('../shared/bench/icdar2013/us');
  runBench(flag ?? (existsSync(beside) ? beside : 'fixtures'));
}
