import type { WriteStream } from 'node:tty';
import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { type IngestedFile, isTroubled, type Progress } from '../pipeline/ingest.ts';

/** Shows how far a run is. */
export interface ProgressDisplay {
  show(file: IngestedFile, progress: Progress): void;
  /** Says that all files are done with and entries are followed from paper to paper. */
  follow(): void;
  /** Leaves the line clean; may be called twice. */
  end(): void;
}

/** A bar that is drawn over itself on a terminal (not under NO_COLOR), else one plain line for every file that was read or has trouble. */
export function progressOn(stream: WriteStream): ProgressDisplay {
  const { NO_COLOR = '', TERM } = process.env;
  return stream.isTTY && NO_COLOR === '' && TERM !== 'dumb' ? bar(stream) : plainLines(stream);
}

function plainLines(stream: WriteStream): ProgressDisplay {
  return {
    show(file, { done, files }) {
      if ((file.state === 'known' || file.state === 'own') && !isTroubled(file)) return;
      const outcome = file.state === 'forgotten' ? 'left out' : file.outcome;
      stream.write(`${done}/${files} ${outcome} ${printable(file.address)} (${describeFile(file)})\n`);
    },
    follow: () => undefined,
    end: () => undefined,
  };
}

function describeFile({ state, pages, entries, noPaper, problem }: IngestedFile): string {
  if (noPaper !== null) return 'no paper';
  if (state === 'forgotten') return 'forgotten before';
  const counts = [pages === null ? [] : counted(pages, 'page'), counted(entries, 'entry', 'entries')].flat().join(', ');
  return [state === 'known' ? 'known' : [], problem === null ? counts : problem.code].flat().join(', ');
}

const eraseLine = '\r\u001b[2K';
const barWidth = 24;

function bar(stream: WriteStream): ProgressDisplay {
  const started = performance.now();
  let pages = 0;
  let failures = 0;
  let drawn = false;
  return {
    show(file, progress) {
      pages += file.pages ?? 0;
      if (isTroubled(file)) failures += 1;
      const line = barLine({ ...progress, pages, failures, elapsed: performance.now() - started });
      stream.write(eraseLine + line.slice(0, widthOf(stream) - 1));
      drawn = true;
    },
    follow() {
      stream.write(`${eraseLine}Following entries from paper to paper`);
      drawn = true;
    },
    end() {
      if (drawn) stream.write(eraseLine);
      drawn = false;
    },
  };
}

/** A terminal that does not tell its width says 0. */
function widthOf({ columns }: WriteStream): number {
  return columns > 0 ? columns : 80;
}

/** @param state.elapsed in milliseconds */
export function barLine(
  state: Progress & { readonly pages: number; readonly failures: number; readonly elapsed: number },
): string {
  const { files, done, bytes, bytesDone, pages, failures, elapsed } = state;
  // Small files take more time a byte, large ones more time each: between the two stands the truth.
  const share = (done / files + (bytes === 0 ? 1 : bytesDone / bytes)) / 2;
  const filled = Math.round(share * barWidth);
  const left = share > 0 && done < files ? `, ${duration((elapsed / share) * (1 - share))} left` : '';
  const trouble = failures === 0 ? '' : `, ${failures} with trouble`;
  return `[${'='.repeat(filled)}${' '.repeat(barWidth - filled)}] ${done}/${files} papers, ${pages} pages${left}${trouble}`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
