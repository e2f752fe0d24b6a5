import type { ExportSource, StoredEntry } from '../model/stored.ts';
import type { Exporter, ExportFile } from './exporter.ts';

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

/** JSON Lines: the objects of the JSON export, one a line, one file a shape. */
export const jsonl: Exporter = {
  name: 'jsonl',
  summary: 'one JSON object a line: entries, papers, changes',
  text: true,
  files: [
    jsonlFile('entries', entriesIn),
    jsonlFile('papers', (source) => source.papers()),
    jsonlFile('changes', (source) => source.changes()),
  ],
};

function* entriesIn(source: ExportSource): Generator<StoredEntry> {
  for (const { id } of source.papers()) yield* source.entriesOf(id);
}

function jsonlFile(name: string, values: (source: ExportSource) => Iterable<unknown>): ExportFile {
  return {
    name: `${name}.jsonl`,
    *pieces(source) {
      for (const value of values(source)) yield `${JSON.stringify(value)}\n`;
    },
  };
}
