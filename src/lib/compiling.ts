import module from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';

/**
 * Has Node keep what it compiles from here on in the user's cache folder (XDG Base Directory Specification), so that
 * the next start need not compile it again. Where the folder cannot be written nothing is kept, and nothing else
 * changes; `NODE_COMPILE_CACHE` names another folder, `NODE_DISABLE_COMPILE_CACHE=1` does without. Not Node's own
 * choice, the system's folder for temporary files: what others can write there would be run here.
 */
export function keepCompiledCode(): void {
  const caches = process.env.XDG_CACHE_HOME ?? '';
  module.enableCompileCache(path.join(path.isAbsolute(caches) ? caches : path.join(homedir(), '.cache'), 'boardtrail'));
}

/** Writes what was compiled so far: a process that is killed has no end to do it at. */
export const saveCompiledCode = module.flushCompileCache;

/**
 * Does without V8's slowest compiler, for processes that read papers: what it makes faster there runs too briefly to be
 * worth the compiling, which takes a third of the processor time of reading a hundred pages and pays for itself after
 * some seven hundred. To be called before anything is compiled that is to be kept, for what is kept depends on it.
 */
export function compileLightly(): void {
  setFlagsFromString('--no-turbofan');
}
