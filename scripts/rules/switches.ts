import { registerHooks } from 'node:module';

/** Sets a rule to another value and gives back the one that it had. */
type Switch = (value: unknown) => unknown;

/** A rule of a source file: a number that decides, or a question that is answered by yes or no. */
export interface Rule {
  /** `tables/spaced/prose.ts fewestLines` */
  readonly name: string;
  readonly kind: 'number' | 'question';
  readonly set: Switch;
}

const rules: Rule[] = [];
Object.assign(globalThis, {
  boardtrailRule: (name: string, kind: Rule['kind'], set: Switch) => void rules.push({ name, kind, set }),
});

const numbers = /^(?:export )?const (\w+) = -?[\d._]+;/gmu;
const questions =
  /^(?:export )?(?:function (\w+)\((?:[^{}]|\{[^{}]*\})*?\): boolean \{|const (\w+) = (?:<.*>)?\((?:[^{}]|\{[^{}]*\})*?\): boolean =>)/gmu;

/**
 * Has the files of these folders loaded so that their rules can be switched: numbers set at the top of a file, and
 * functions that answer by yes or no. To be called before any of them is imported.
 * @returns the rules, in the order in which their files are loaded
 */
export function switchable(folders: readonly string[]): readonly Rule[] {
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const file = /\/parsers\/pdf\/(.*\.ts)$/u.exec(url)?.[1];
      if (file === undefined || !folders.some((folder) => file.startsWith(folder))) return loaded;
      return { ...loaded, source: withSwitches(String(loaded.source), file) };
    },
  });
  return rules;
}

function withSwitches(source: string, file: string): string {
  const found = [
    ...[...source.matchAll(numbers)].map(([, name]) => ({ name, kind: 'number' })),
    ...[...source.matchAll(questions)].map(([, name, constant]) => ({ name: name ?? constant, kind: 'question' })),
  ];
  const switches = found.map(
    ({ name, kind }) =>
      `globalThis.boardtrailRule('${file} ${name}', '${kind}', (value) => { const was = ${name}; ${name} = value; return was; });`,
  );
  const opened = source.replace(/^((?:export )?)const (\w+) = /gmu, (whole, exported: string, name: string) =>
    found.some((rule) => rule.name === name) ? `${exported}let ${name} = ` : whole,
  );
  return `${opened}\n${switches.join('\n')}\n`;
}
