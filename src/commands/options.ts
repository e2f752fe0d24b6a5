import { meant } from '../lib/nearest.ts';
import { UsageError } from '../model/errors.ts';

export interface Taken {
  readonly type: 'string';
  readonly help: string;
}

/** An option with a value: what its help says, a word for the value first, and the value where none is given. */
export function takes(help: string): Taken;
export function takes(help: string, byDefault: string): Taken & { readonly default: string };
export function takes(help: string, byDefault?: string): Taken {
  return { type: 'string', help, ...(byDefault === undefined ? {} : { default: byDefault }) };
}

/** One that may be given several times. */
export const takesEach = (help: string) => ({ ...takes(help), multiple: true }) as const;

/** An option without a value. */
export const flag = (help: string) => ({ type: 'boolean', default: false, help }) as const;

/** The database where none is named. */
export const defaultDatabase = 'output/boardtrail.db';

/** The option of every command that reads or writes a database. */
export const databaseOption = { db: takes(`FILE the database (default ${defaultDatabase})`, defaultDatabase) } as const;

/** The lines of a help: names in one column, and what they mean in another that begins at `column`; options without help are not told of. */
export function optionLines(options: Readonly<Record<string, Option>>, column: number): string {
  const lines = Object.entries(options).flatMap(([name, { type, help }]) => {
    if (help === undefined) return [];
    const [, value, meaning = ''] = type === 'string' ? (/^(\S+) (.*)$/s.exec(help) ?? []) : [help, '', help];
    const told = `  --${name} ${value}`.padEnd(column - 2);
    return [`${told}  ${meaning.replaceAll('\n', `\n${' '.repeat(column)}`)}\n`];
  });
  return lines.join('');
}

interface Option {
  readonly type: 'string' | 'boolean';
  readonly help?: string;
}

type Defined<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

/** What was given, without what was not. */
export const given = <Values extends object>(values: Values): Defined<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<Values>;

/** @throws UsageError where `value` is none of `choices` */
export function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new UsageError(`${option} takes ${choices.join(', ')}, not "${value}"${meant(value, choices)}`);
  }
  return found;
}

/** @throws UsageError where `value` is no number, or one below `least` */
export function numberOf(option: string, value: string, least: number): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < least) {
    throw new UsageError(`${option} takes a number of at least ${least}, not "${value}"`);
  }
  return number;
}

/** The same without its fraction. */
export const countOf = (option: string, value: string): number => Math.floor(numberOf(option, value, 1));
