import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, longest first. */
const longest = [
  'batches',
  'commands/ingest',
  'truth',
  'collect/faults',
  'site/teach',
  'pdf/tables',
  'collect/silence',
  'site/tasks',
  'collect/telling',
  'collect/kinds',
  'export/handed-on',
  'pdf/producers',
  'pipeline/growth',
  'queue/queue',
  'queue/killed',
];

/** Begins with what takes longest, so that none of it runs alone at the end while the other worker has nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    // Much of what takes long waits for other processes: two processors have room for a third.
    maxWorkers: 3,
    // No test changes what another would see, and the reader is compiled and warmed up once a worker, not once a file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Node runs the project's TypeScript itself, as everybody's Node does; rewritten modules are slower to load and to run.
    experimental: { viteModuleRunner: false },
  },
});
