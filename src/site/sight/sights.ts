import PQueue from 'p-queue';
import { scriptBeside } from '../../lib/compiling.ts';
import { type Reader, startReader } from '../../pipeline/reader-process.ts';
import type { Sight, SightTask } from './task.ts';

/** A sight, or why there is none. */
export type Shown<S extends Sight = Sight> = S | { readonly kind: 'trouble'; readonly message: string };

/** What takes a while to see, made by a process of its own and kept: pictures of pages, documents as read, what services share. */
export interface Sights {
  /**
   * @param name what the same is known by: the paper, and the page
   * @param task made only where the sight is not kept
   */
  see(name: string, task: () => SightTask | null): Promise<Shown>;
  close(): void;
}

const script = scriptBeside(import.meta, 'reader');
/** pdf.js keeps something of every page it paints: a process is replaced after so many sights. */
const sightsOfOneProcess = 80;
/** Pictures of so many bytes are kept, the latest looked at. */
const mostBytes = 24_000_000;
const limits = { timeout: 60_000, memory: 1000 };

export function sights(): Sights {
  const queue = new PQueue({ concurrency: 1 });
  const kept = new Map<string, Shown>();
  const underWay = new Map<string, Promise<Shown>>();
  let reader: Reader<Sight, SightTask> | null = null;
  let seen = 0;

  const make = async (task: SightTask): Promise<Shown> => {
    if (reader !== null && (!reader.alive() || seen >= sightsOfOneProcess)) {
      reader.end();
      reader = null;
      seen = 0;
    }
    reader ??= startReader<Sight, SightTask>({ ...limits, script });
    seen += 1;
    const answer = await reader.read(task);
    // Of a large database it leaves hundreds of megabytes behind.
    if (task.kind === 'shared') seen = sightsOfOneProcess;
    return answer.ok ? answer.extraction : { kind: 'trouble', message: answer.message };
  };
  const keep = (name: string, sight: Shown) => {
    kept.set(name, sight);
    let bytes = [...kept.values()].reduce((sum, one) => sum + sizeOf(one), 0);
    for (const [oldest, one] of kept) {
      if (bytes <= mostBytes || oldest === name) break;
      kept.delete(oldest);
      bytes -= sizeOf(one);
    }
  };

  return {
    see: async (name, taskOf) => {
      const known = kept.get(name);
      if (known !== undefined) {
        kept.delete(name);
        kept.set(name, known);
        return known;
      }
      const running = underWay.get(name);
      if (running !== undefined) return running;
      const task = taskOf();
      if (task === null) return { kind: 'trouble', message: 'The document itself is not kept in the database.' };
      const making = queue.add(() => make(task));
      underWay.set(name, making);
      try {
        const sight = await making;
        if (sight.kind !== 'trouble') keep(name, sight);
        return sight;
      } finally {
        underWay.delete(name);
      }
    },
    close: () => {
      queue.clear();
      reader?.end();
    },
  };
}

/** A document's size in memory is some times that of its words; a block, or what one service does, is counted as a thousand bytes. */
function sizeOf(sight: Shown): number {
  if (sight.kind === 'picture') return sight.png.length;
  if (sight.kind === 'document') return sight.document.blocks.length * 1000;
  return sight.kind === 'shared' ? sight.groups.flat().length * 1000 : 0;
}
