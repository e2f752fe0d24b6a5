import { meant } from '../lib/nearest.ts';
import { UsageError } from '../model/errors.ts';

/** An option with a value, and one without. */
export const text = { type: 'string' } as const;
export const flag = { type: 'boolean', default: false } as const;

/** The database where none is named. */
export const defaultDatabase = 'output/boardtrail.db';

/** The option of every command that reads or writes a database, and its line in a help. */
export const databaseOption = { db: { type: 'string', default: defaultDatabase } } as const;
export const databaseHelp = `  --db FILE         the database (default ${defaultDatabase})`;

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
