import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { dayLength } from './calendar.ts';
import { sha256Of } from './digest.ts';
import { version } from './version.ts';

/** The user's folder for what can be had again (XDG Base Directory Specification), and there ours. */
function cachesFolder(): string {
  const caches = process.env.XDG_CACHE_HOME ?? '';
  return path.join(path.isAbsolute(caches) ? caches : path.join(homedir(), '.cache'), 'boardtrail');
}

/** In it one folder for each place this program is started from, by each version of it and of Node. */
function cacheFolder(): string {
  const start = [import.meta.dirname, version, process.version].join('\n');
  return path.join(cachesFolder(), sha256Of(start).slice(0, 16));
}

/** Milliseconds after which a folder that nobody used is taken away. */
const keptFor = 30 * dayLength;

/**
 * Has Node keep what it compiles from here on in the user's cache folder, so that the next start need not compile it
 * again; what other places and versions kept there goes when they are used no more. Where the folder cannot be written
 * nothing is kept, and nothing else changes; `NODE_COMPILE_CACHE` names another folder, `NODE_DISABLE_COMPILE_CACHE=1`
 * does without. Not Node's own choice, the system's folder for temporary files: what others can write there would be run
 * here.
 */
export function keepCompiledCode(): void {
  module.enableCompileCache(cacheFolder());
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    const now = new Date();
    utimesSync(cacheFolder(), now, now);
    removeUnused(now.getTime());
  } catch (error) {
    // A home that cannot be written, or another start that takes away the same: either way there is nothing to do.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}

function removeUnused(now: number): void {
  for (const name of readdirSync(cachesFolder())) {
    const folder = path.join(cachesFolder(), name);
    if (now - statSync(folder).mtimeMs > keptFor) rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes what was compiled so far: a process that is killed has no end to do it at. */
export const saveCompiledCode = module.flushCompileCache;

/** The script of a process or thread of ours, which stands beside the module that starts it; built or not. */
export const scriptBeside = ({ filename, url }: ImportMeta, name: string): URL =>
  new URL(`./${name}${path.extname(filename)}`, url);

/**
 * How Node is started for a process that reads papers.
 * Without V8's slowest compiler: what it makes faster there runs too briefly to be worth the compiling, which takes a
 * third of the processor time of reading a hundred pages and pays for itself after some seven hundred. Its middle one
 * waits for fifteen times as many calls as it would by itself, for the same reason: that takes a tenth of the processor
 * time of a hundred pages, and a thirtieth of that of six hundred.
 * With room for new objects (megabytes) from the start: a page's words and rows are rubbish when the next page is read,
 * and in the few megabytes that V8 begins with they outlive collections and are moved first; that takes a twentieth of
 * the processor time; twice as much room takes 40 MB more and no less time. Old ones are cleared away whenever they have
 * doubled: by V8's own choice those of 40 papers take 30 MB more, and no less time.
 */
export const readerFlags: readonly string[] = [
  '--no-turbofan',
  '--invocation-count-for-maglev=6000',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--heap-growing-percent=100',
];

/** In place of the room above, for a process that reads one large file: 30 MB less, for a twentieth more processor time. */
export const littleRoom: readonly string[] = ['--min-semi-space-size=4', '--max-semi-space-size=4'];

/**
 * The environment of such a process: what is compiled is kept as by `keepCompiledCode`, its first module included. What
 * is held outside of V8's heap is given back to the system as it is freed, where it is GNU's library that holds it: one
 * pool for all threads, and pieces of 64 kB and more by themselves. Else what a long paper's pages left there stays, 40 MB.
 */
export const readerEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: cacheFolder(),
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
  ...process.env,
});
