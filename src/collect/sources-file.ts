import { readYaml, type YamlMistake } from '../lib/yaml-file.ts';
import { UsageError } from '../model/errors.ts';
import { type SourcesFile, sourcesFileSchema } from './source.ts';

/**
 * Reads a sources file.
 * @param file its name, for messages
 * @throws UsageError that names every mistake with its line
 */
export function readSourcesFile(text: string, file: string): SourcesFile {
  const read = readYaml(text, file, sourcesFileSchema, repeatedNames);
  if ('mistakes' in read) throw new UsageError(read.mistakes);
  return read.data;
}

function repeatedNames({ sources }: SourcesFile): readonly YamlMistake[] {
  return sources.flatMap(({ name }, index) =>
    sources.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index
      ? [{ path: ['sources', index, 'name'], message: `the name "${name}" is taken by a source above` }]
      : [],
  );
}
