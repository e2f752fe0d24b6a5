import path from 'node:path';
import { onTestFinished } from 'vitest';
import { readSourcesFile } from '../../../src/collect/source.ts';
import { type CollectOptions, type CollectReport, collect } from '../../../src/pipeline/collect/collect.ts';
import type { CollectEvent } from '../../../src/pipeline/collect/desk.ts';
import { relink } from '../../../src/pipeline/trail.ts';
import { openStore } from '../../../src/store/index.ts';
import { dumpContent, temporaryFolder } from '../database.ts';
import { ownReaders } from '../own-readers.ts';
import { type Pages, startServer, type WebServer } from './server.ts';

/** A server that is gone when the test is over. */
export async function serving(pages: Pages, address?: string): Promise<WebServer> {
  const server = await startServer(pages, address);
  onTestFinished(() => server.close());
  return server;
}

/** The text of a sources file with short delays and limits. */
export function sourcesText(sources: readonly object[], settings: object = {}): string {
  return JSON.stringify({
    contact: 'papers@example.org',
    delay: 0,
    limits: { size: 1, time: 1, wait: 0.05, retries: 0, redirects: 3 },
    ...settings,
    // On loopback, as every server of these tests; their papers are of years ago, and no more will come.
    sources: sources.map((source) => ({ private: true, expected: 'never', ...source })),
  });
}

export interface Collected {
  readonly report: CollectReport;
  readonly events: readonly CollectEvent[];
}

/** Collects into a database as the command does, with quick retries, and reads and follows papers in this process. */
export async function collectInto(
  database: string,
  sources: string,
  options: Partial<CollectOptions> = {},
): Promise<Collected> {
  const events: CollectEvent[] = [];
  const store = openStore(database);
  try {
    const report = await collect(store, readSourcesFile(sources, 'test.sources.yaml'), {
      sources: null,
      since: null,
      dryRun: false,
      retry: false,
      channels: [],
      size: 1,
      timeout: 60_000,
      memory: 512,
      retryDelay: 5,
      pool: ownReaders(),
      onEvent: (event) => {
        events.push(event);
        if (event.event === 'paper') relink(store);
      },
      ...options,
    });
    if (report === null) throw new Error('another run is going');
    return { report, events };
  } finally {
    store.close();
  }
}

export const newDatabase = (): string => path.join(temporaryFolder(), 'collected.db');

/** How the web was asked, and what was amiss on the way: not what was found. */
const incidental = /^(hosts|visits|rounds|conditions|link_pages|channels|deliveries|told|collect_sources) /;
/** What becomes of papers through the order in which they came. */
const derived = /^(editions|reports|thread_entries|thread_names|links|candidates|changes|tellings) /;

/**
 * What a database holds of papers and where they were seen; and, unless `papersOnly`, of what follows from them.
 * Equal for two databases that collected the same, whatever happened on the way.
 */
export function collected(database: string, papersOnly = false): readonly string[] {
  return (
    dumpContent(database)
      .filter((line) => !incidental.test(line) && !(papersOnly && derived.test(line)))
      .map((line) => (line.startsWith('addresses ') ? addressLine(line) : line))
      // When news was told, and whether a paper was there at the first look or came in at the second.
      .map((line) => line.replace(/"(created|updated)":"[^"]*"/g, '"$1":""'))
      .map((line) => line.replace(/,?"(number|baseline)":\d+/g, ''))
  );
}

function addressLine(line: string): string {
  const { key, sha256, paper_id } = JSON.parse(line.slice('addresses '.length)) as Record<string, string | null>;
  // Pages of links differ by the session they were drawn for.
  return `addresses ${JSON.stringify(key?.endsWith(' (links)') ? { key } : { key, sha256, paper_id })}`;
}

/** Codes of what is amiss. */
export const codesOf = ({ report }: Collected): readonly string[] => report.conditions.map(({ code }) => code).sort();
