import { defaultParseOptions } from '../../src/model/parsing.ts';
import { ingest } from '../../src/pipeline/ingest.ts';
import { relink } from '../../src/pipeline/trail.ts';
import { openStore } from '../../src/store/index.ts';
import { ownReaders } from './own-readers.ts';

/** Takes papers into a database as `ingest` does, but reads and follows them in this process: for tests of what comes after. */
export async function takeIn(database: string, ...paths: readonly string[]): Promise<void> {
  const store = openStore(database);
  try {
    await ingest(store, paths, {
      parse: defaultParseOptions,
      maxSize: 50_000_000,
      retry: false,
      size: 1,
      timeout: 60_000,
      memory: 1000,
      pool: ownReaders(),
      onFollowing: () => void relink(store),
    });
  } finally {
    store.close();
  }
}
