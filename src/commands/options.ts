import { type ParseArgsConfig, parseArgs } from 'node:util';
import { meant } from '../lib/nearest.ts';
import { UsageError } from '../model/errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The words after a command's name as options and the rest.
 * @throws UsageError that names the command's help, where a word is not understood
 */
export function readArgs<const O extends Options>(command: string, args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, allowNegative: false });
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    const [, unknown] = /^Unknown option '(--?[^']+)'/.exec(sentence) ?? [];
    const names = Object.keys(options).map((name) => `--${name}`);
    const guess = unknown === undefined ? '' : meant(unknown, names);
    const [, bare] =
      /^Option '(?:-\w, )?(--[\w-]+)\b.* (?:argument missing|argument is ambiguous)/.exec(sentence) ?? [];
    if (bare !== undefined) throw new UsageError(`${bare} takes a value; "boardtrail ${command} --help" says which`);
    throw new UsageError(`${sentence.replace(/\.$/, '')}${guess}; "boardtrail ${command} --help" lists what there is`);
  }
}

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

/** The database where none is named. */
export const defaultDatabase = 'output/boardtrail.db';
