import { counted } from '../lib/counted.ts';
import { exitCode } from '../model/errors.ts';
import { holdsPapers, papersToFollow, type Store } from '../store/index.ts';

/** Papers that no answer counts yet, in words; none where there are none. */
function unfollowedWords(store: Store): string | null {
  const papers = papersToFollow(store);
  if (papers === 0) return null;
  return `${counted(papers, 'paper is', 'papers are')} read but not followed yet, so answers leave ${papers === 1 ? 'it' : 'them'} out`;
}

/** Of an empty database every answer is "none", which would read like one. */
export function noteNoPapers(store: Store): void {
  if (holdsPapers(store)) return;
  process.stderr.write(`${store.file} holds no paper yet; "boardtrail ingest PATH" takes papers in.\n`);
}

/** A run that was killed cannot say so, nor one that is going: whoever looks into what it read so far is told on stderr, whatever they asked. */
export function noteUnfollowed(store: Store): void {
  const words = unfollowedWords(store);
  if (words === null) return;
  process.stderr.write(
    `${words}: a run is going, or was stopped. Where none is going, run "boardtrail ingest" again on the same papers; it reads nothing twice.\n`,
  );
}

const stopping = ['SIGINT', 'SIGTERM'] as const;

/** Does the work of a run; where a signal ends it, it says first what is left to do. */
export async function saidWhenStopped<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const stop = (signal: (typeof stopping)[number]) => {
    process.stderr.write(
      `\nStopped: ${unfollowedWords(store) ?? 'what was read is kept'}. Run the same command again; it reads nothing twice.\n`,
    );
    leave();
    process.kill(process.pid, signal);
    // The system's first process is not ended by a signal that it sends itself.
    process.exit(exitCode.fault);
  };
  const leave = () => {
    for (const signal of stopping) process.off(signal, stop);
  };
  for (const signal of stopping) process.on(signal, stop);
  try {
    return await work();
  } finally {
    leave();
  }
}
