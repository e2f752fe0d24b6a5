import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UsageError } from '../model/errors.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong in a YAML file, and where: the path of the value. */
export interface YamlMistake {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Reads a YAML file of a known shape.
 * @param file its name, for messages
 * @param check what the shape alone cannot tell
 * @throws UsageError that names every mistake with its line
 */
export function readYaml<Data>(
  text: string,
  file: string,
  schema: z.ZodType<Data>,
  check: (data: Data) => readonly YamlMistake[] = () => [],
): Data {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const [broken] = document.errors;
  if (broken !== undefined) throw new UsageError(`${file}:${lineOf(broken.pos[0])}: ${broken.message}`);
  const read = schema.safeParse(document.toJS() ?? {});
  const mistakes = read.success
    ? check(read.data).map(({ path, message }) => ({ offset: offsetOf(document, path), message }))
    : read.error.issues.flatMap((issue) => mistakesOf(issue, document));
  if (read.success && mistakes.length === 0) return read.data;
  throw new UsageError(mistakes.map(({ offset, message }) => `${file}:${lineOf(offset)}: ${message}`).join('; '));
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
  return [{ offset: offsetOf(document, issue.path), message: `${printed}${wordsOf(issue)}` }];
}

/** Whatever the shape of the file says in words of its own, else what is wanted; the checker's own words are for programmers. */
function wordsOf(issue: Issue): string {
  if (!/^(?:Invalid|Too (?:small|big)|Unrecognized)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `is none of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin !== 'number'
        ? 'is empty'
        : `must ${sized(issue.origin)} at least ${issue.minimum}`;
    case 'too_big':
      return `must ${sized(issue.origin)} at most ${issue.maximum}`;
    default:
      return 'is not understood';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};

/** How a size is spoken of: numbers are so much, lists and texts have so many parts. */
const sized = (origin: string): string => (origin === 'number' || origin === 'int' ? 'be' : 'have');

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
