import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UsageError } from '../model/errors.ts';
import { type SourcesFile, sourcesFileSchema } from './source.ts';

type Issue = z.core.$ZodIssue;

/**
 * Reads a sources file.
 * @param file its name, for messages
 * @throws UsageError that names every mistake with its line
 */
export function readSourcesFile(text: string, file: string): SourcesFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const [broken] = document.errors;
  if (broken !== undefined) throw new UsageError(`${file}:${lineOf(broken.pos[0])}: ${broken.message}`);
  const read = sourcesFileSchema.safeParse(document.toJS() ?? {});
  const mistakes = read.success
    ? repeatedNames(read.data).map((index) => ({
        offset: offsetOf(document, ['sources', index, 'name']),
        message: `the name "${read.data.sources[index]?.name}" is taken by a source above`,
      }))
    : read.error.issues.flatMap((issue) => mistakesOf(issue, document));
  if (mistakes.length > 0) {
    throw new UsageError(mistakes.map(({ offset, message }) => `${file}:${lineOf(offset)}: ${message}`).join('\n'));
  }
  if (read.success) return read.data;
  throw read.error;
}

interface Mistake {
  readonly offset: number;
  readonly message: string;
}

/** An unknown key is shown where it stands, anything else where its value stands or should stand. */
function mistakesOf(issue: Issue, document: Document): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    const parent = document.getIn(issue.path as unknown[], true);
    return issue.keys.map((key) => {
      const pair = isMap(parent)
        ? parent.items.find((each) => isScalar(each.key) && each.key.value === key)
        : undefined;
      const offset = isNode(pair?.key) ? startOf(pair.key) : offsetOf(document, issue.path);
      return { offset, message: `there is no key "${key}" here` };
    });
  }
  const name = issue.path.filter((part) => typeof part === 'string').at(-1);
  const printed = name === undefined || issue.message.startsWith(String(name)) ? '' : `${String(name)}: `;
  return [{ offset: offsetOf(document, issue.path), message: `${printed}${issue.message}` }];
}

/** Where the value at a path stands, or the innermost of the values around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length) as unknown[], true);
    if (isNode(node)) return startOf(node);
    if (isPair(node) && isNode(node.key)) return startOf(node.key);
  }
  return 0;
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

function repeatedNames({ sources }: SourcesFile): readonly number[] {
  return sources.flatMap(({ name }, index) =>
    sources.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index ? [index] : [],
  );
}
