import { registerHooks } from 'node:module';
import { parseSync } from 'oxc-parser';

/**
 * A place in a source file where something is decided: an `if`, the choice of `?:`, a part of `&&` or `||`, the test of a
 * `filter`.
 */
export interface Rule {
  /** `records/tiles.ts:41` */
  readonly place: string;
  readonly kind: 'if' | 'choice' | 'and' | 'or' | 'filter';
  readonly words: string;
}

/** The rules of the files loaded so far, those that decided something since `decided` was cleared, and the one that is off. */
export interface Switches {
  readonly rules: readonly Rule[];
  readonly decided: Set<number>;
  /** The rule that is answered as if it did not stand there. */
  off: number | null;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
/** A text to put into a source file. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/**
 * Has the files of these folders of `parsers` loaded so that their rules can be switched. To be called before any of them
 * is imported.
 */
export function switchable(folders: readonly string[]): Switches {
  const rules: Rule[] = [];
  const switches: Switches = { rules, decided: new Set(), off: null };
  Object.assign(globalThis, { boardtrailRules: decisions(switches) });
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const file = /\/parsers\/(.*\.ts)$/u.exec(url)?.[1];
      if (file === undefined || !folders.some((folder) => file.startsWith(folder))) return loaded;
      return { ...loaded, source: withSwitches(String(loaded.source), file, rules) };
    },
  });
  return switches;
}

/** What the switched files call: each takes the number of its rule and what the rule says. */
function decisions(switches: Switches) {
  const isOff = (rule: number): boolean => switches.off === rule;
  const either = (rule: number, value: unknown, without: boolean): unknown => {
    if (Boolean(value) === without) return value;
    switches.decided.add(rule);
    return isOff(rule) ? without : value;
  };
  return {
    no: (rule: number, value: unknown) => either(rule, value, false),
    yes: (rule: number, value: unknown) => either(rule, value, true),
    all:
      (rule: number, test: (...given: unknown[]) => unknown) =>
      (...given: unknown[]) =>
        either(rule, test(...given), true),
  };
}

function withSwitches(source: string, file: string, rules: Rule[]): string {
  const { program, errors } = parseSync(file, source, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const opened: Insertion[] = [];
  const closed: Insertion[] = [];
  const lineOf = (at: number): number => source.slice(0, at).split('\n').length;
  const add = (kind: Rule['kind'], { start, end }: Node): void => {
    const name = { filter: 'all', and: 'yes', if: 'no', choice: 'no', or: 'no' }[kind];
    opened.push({ at: start, text: `boardtrailRules.${name}(${rules.length},` });
    closed.unshift({ at: end, text: ')' });
    const words = source.slice(start, end).replace(/\s+/gu, ' ');
    rules.push({ place: `${file}:${lineOf(start)}`, kind, words: words.slice(0, 90) });
  };
  eachNode(program, (node) => {
    for (const [kind, part] of rulesOf(node)) add(kind, part);
  });
  // Of what ends at one place the inner ends first; what ends stands before what begins.
  const inserted = [...closed, ...opened].toSorted((a, b) => a.at - b.at);
  let at = 0;
  const pieces = inserted.flatMap((one) => {
    const piece = source.slice(at, one.at);
    at = one.at;
    return [piece, one.text];
  });
  return [...pieces, source.slice(at)].join('');
}

type Fields = Readonly<Record<string, unknown>>;

/** Calls for each node, the outer before the inner. */
function eachNode(node: Node, call: (node: Node) => void): void {
  call(node);
  for (const value of Object.values(node).flat()) if (isNode(value)) eachNode(value, call);
}

/** What a node of the source decides by, and how. */
function rulesOf(node: Node): readonly (readonly [Rule['kind'], Node])[] {
  const fields = node as unknown as Fields;
  const part = (name: string): Node => fields[name] as Node;
  if (node.type === 'IfStatement') return [['if', part('test')]];
  if (node.type === 'ConditionalExpression') return [['choice', part('test')]];
  if (node.type === 'LogicalExpression' && fields.operator !== '??') {
    const kind = fields.operator === '&&' ? 'and' : 'or';
    return (['left', 'right'] as const).flatMap((side) => {
      const inner = part(side) as Node & { readonly operator?: string };
      return inner.type === 'LogicalExpression' && inner.operator === fields.operator ? [] : [[kind, inner] as const];
    });
  }
  if (node.type === 'CallExpression') {
    const callee = part('callee') as Node & { readonly property?: { readonly name?: string } };
    const [test] = fields.arguments as readonly Node[];
    return callee.property?.name === 'filter' && test !== undefined ? [['filter', test]] : [];
  }
  return [];
}
