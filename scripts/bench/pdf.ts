import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { readerEnvironment, readerFlags } from '../../src/lib/compiling.ts';

/**
 * Times reading every PDF of a folder against bare pdf.js doing text and operator list of each page of the same files,
 * each in a process of its own, turn by turn; then one reader against two.
 *
 *   npm run bench                  the benchmark folder beside the project, or the fixtures
 *   npm run bench -- FOLDER        any folder of PDFs
 */

const rounds = 3;
/** Readers are timed on the files so many times over, so that their start does not outweigh their work. */
const timesOver = 12;

interface Figures {
  /** Milliseconds, whole process: start, loading, reading, end. */
  readonly wall: number;
  /** Milliseconds of processor time. */
  readonly cpu?: number;
  /** Megabytes at the highest. */
  readonly memory?: number;
  readonly pages?: number;
  readonly tables?: number;
}

/** Runs a script of this folder in a process of its own. */
function measure(
  script: string,
  words: readonly string[],
  flags: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Figures {
  const start = performance.now();
  const command = [...flags, path.join(import.meta.dirname, script), ...words];
  const child = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  const wall = performance.now() - start;
  if (child.status !== 0) throw new Error(`${script} failed: ${child.stderr}`);
  return { ...(JSON.parse(child.stdout) as Omit<Figures, 'wall'>), wall };
}

/** As papers are read: in a process that is started like a reader. */
const measureReading = () => measure('documents.ts', files, readerFlags, readerEnvironment());

/** The least of each figure: what the machine did beside it only adds. */
function best(figures: readonly Figures[], figure: 'wall' | 'cpu' | 'memory'): number {
  return Math.min(...figures.map((each) => each[figure] ?? 0));
}

function line(name: string, figures: readonly Figures[], pages: number): string {
  const wall = best(figures, 'wall') / 1000;
  const cpu = best(figures, 'cpu') / 1000;
  const more = cpu > 0 ? `   ${cpu.toFixed(2)} s processor   ${best(figures, 'memory').toFixed(0)} MB` : '';
  return `${name.padEnd(32)}${wall.toFixed(2)} s   ${(pages / wall).toFixed(1)} pages/s${more}\n`;
}

const [folder = path.resolve('../shared/bench/icdar2013/us')] = process.argv.slice(2);
const found = existsSync(folder) ? folder : 'fixtures';
const files = globSync(path.join(found, '**/*.pdf')).sort();
if (files.length === 0) throw new Error(`no PDF in ${found}`);
const many = Array.from({ length: timesOver }, () => files).flat();

// The first start of all compiles what later ones find compiled.
const { pages = 0, tables = 0 } = measureReading();
const [bare, documents, one, two]: [Figures[], Figures[], Figures[], Figures[]] = [[], [], [], []];
for (let round = 0; round < rounds; round++) {
  bare.push(measure('bare.ts', files));
  documents.push(measureReading());
  one.push(measure('pool.ts', ['1', ...many]));
  two.push(measure('pool.ts', ['2', ...many]));
}
const ratio = (figure: 'wall' | 'cpu') => (best(documents, figure) / best(bare, figure)).toFixed(2);
process.stdout.write(
  `${found}: ${files.length} PDFs, ${pages} pages, ${tables} tables; whole processes, best of ${rounds}
${line('bare pdf.js, text + operators', bare, pages)}${line('boardtrail', documents, pages)}ratio to bare pdf.js ${ratio('wall')} by the clock, ${ratio('cpu')} of processor time
the files ${timesOver} times over, as papers:
${line('one reader', one, pages * timesOver)}${line('two readers', two, pages * timesOver)}two readers against one ${(best(one, 'wall') / best(two, 'wall')).toFixed(2)} times
`,
);
