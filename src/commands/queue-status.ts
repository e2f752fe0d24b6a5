import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { exitCode } from '../model/errors.ts';
import type { MannerState, QueueState, WorkerState } from '../queue/state.ts';
import { printAnswer } from './print.ts';
import { tellTrouble } from './queue-options.ts';

/** Milliseconds for which a database that does not answer is waited for. */
const patience = 10_000;

/**
 * Prints how a queue stands.
 * @returns the exit code: 3 where papers wait for workers that are not there
 */
export async function printQueueStatus(address: string, json: boolean): Promise<number> {
  const { openQueue, queueState } = await import('../queue/index.ts');
  const queue = await openQueue({ address, blobs: null, size: 2, patience, onTrouble: tellTrouble });
  try {
    const state = await queueState(queue);
    printAnswer(json, state, describeQueue);
    return state.asked.some(isAlone) ? exitCode.incomplete : exitCode.well;
  } finally {
    await queue.database.close();
  }
}

const isAlone = ({ waiting, served }: MannerState): boolean => waiting > 0 && !served;

function describeQueue({ asked, workers, bytes }: QueueState): string {
  const alive = workers.filter((worker) => worker.alive);
  const readers = alive.reduce((sum, worker) => sum + worker.readers, 0);
  return [
    `${counted(alive.length, 'worker')} with ${counted(readers, 'reader')}; the queue takes ${(bytes / 1e6).toFixed(1)} MB.`,
    ...(asked.length === 0 ? ['Nothing is asked for.'] : asked.map(describeManner)),
    ...workers.map(describeWorker),
    '',
  ].join('\n');
}

function describeManner(asked: MannerState): string {
  const { manner, waiting, since, reading, answered, failed } = asked;
  const wait = since === null ? '' : ` (the longest since ${since.slice(0, 19)})`;
  const alone = isAlone(asked) ? '\n  No worker of this version is at the queue: start "boardtrail work" of it.' : '';
  return `${printable(manner)}: ${waiting} waiting${wait}, ${reading} being read, ${answered} to be fetched, ${failed} failed${alone}`;
}

function describeWorker({ host, pid, version, readers, papers, seen, alive }: WorkerState): string {
  const state = alive ? '' : `, gone since ${seen.slice(0, 19)}`;
  return `  ${printable(host)} ${pid}: boardtrail ${printable(version)}, ${counted(readers, 'reader')}, ${counted(papers, 'paper')} read${state}`;
}
