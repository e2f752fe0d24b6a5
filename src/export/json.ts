import type { ExportSource } from '../model/stored.ts';
import type { Exporter } from './exporter.ts';
import { entriesIn } from './jsonl.ts';

/** The contract's `{papers, entries, changes}`, one of each a line, so that line tools and version control cope. */
export const json: Exporter = {
  name: 'json',
  summary: 'one object {papers, entries, changes}',
  text: true,
  files: [{ name: 'boardtrail.json', pieces }],
};

function* pieces(source: ExportSource): Generator<string> {
  yield '{"papers":[';
  yield* lines(source.papers());
  yield '],"entries":[';
  yield* lines(entriesIn(source));
  yield '],"changes":[';
  yield* lines(source.changes());
  yield ']}\n';
}

function* lines(values: Iterable<unknown>): Generator<string> {
  let between = '\n';
  for (const value of values) {
    yield between + JSON.stringify(value);
    between = ',\n';
  }
}
