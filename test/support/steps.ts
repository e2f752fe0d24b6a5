import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './cli.ts';

/** How often each of the project's own functions was called, by file and name. */
export type Steps = ReadonlyMap<string, number>;

const own = ['src', 'parsers'].map((folder) => pathToFileURL(path.join(projectRoot, folder)).href);

/** Counts the calls of the project's functions while `work` runs: what it costs, the same on every machine. */
export async function stepsOf(work: () => Promise<unknown>): Promise<Steps> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const steps = new Map<string, number>();
    for (const { url, functions } of result) {
      if (!own.some((folder) => url.startsWith(folder) || `file://${url}`.startsWith(folder))) continue;
      for (const { functionName, ranges } of functions) {
        const name = `${path.basename(url)} ${functionName} ${ranges[0]?.startOffset}`;
        steps.set(name, (steps.get(name) ?? 0) + (ranges[0]?.count ?? 0));
      }
    }
    return steps;
  } finally {
    session.disconnect();
  }
}
