/** Together in one job: so many papers, so many bytes; so long is waited for more, in milliseconds. */
const most = { papers: 8, bytes: 100_000, wait: 20 } as const;

/**
 * Puts small papers together into batches, so that a job's own cost is shared; a large one goes by itself.
 * @param sizeOf in bytes
 * @returns a function that takes papers one by one and hands batches on
 */
export function gather<T>(sizeOf: (paper: T) => number, handOn: (batch: readonly T[]) => void): (paper: T) => void {
  let batch: T[] = [];
  let bytes = 0;
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const full = batch;
    batch = [];
    bytes = 0;
    if (full.length > 0) handOn(full);
  };
  return (paper) => {
    const size = sizeOf(paper);
    if (bytes + size > most.bytes) flush();
    batch.push(paper);
    bytes += size;
    if (batch.length >= most.papers || bytes >= most.bytes) flush();
    else timer ??= setTimeout(flush, most.wait);
  };
}
