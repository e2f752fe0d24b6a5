import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../lib/nearest.ts';
import { exitCode, UsageError } from '../model/errors.ts';
import { optionLines } from './options.ts';

/** One command of the command line; `help` starts with examples. */
export interface Command {
  readonly help: string;
  /**
   * Runs the command; data goes to stdout, everything else to stderr.
   * @param args the words after the command's name
   * @returns the exit code: 0 all well, 3 finished with papers that failed or were read in part
   * @throws UsageError for a mistake in the call (exit 2)
   */
  run(args: readonly string[]): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

interface CommandSpec<O extends Options> {
  readonly name: string;
  /** Examples, usage, and what it is for; the options follow. */
  readonly help: string;
  readonly options: O;
  /** Where the meanings of options begin in a line of the help, counted from 0; 20 where nothing is said. */
  readonly column?: 20 | 22 | 23;
  /** What the help says below the options. */
  readonly notes?: string;
  /** For a command that takes options alone: the one that people may mean who name a file all the same. */
  readonly instead?: string;
  /** @returns the exit code; nothing where all is well */
  run(given: ReturnType<typeof readArgs<O>>): Promise<number | undefined>;
}

/** A command that is called with its words read. */
export const commandOf = <const O extends Options>(spec: CommandSpec<O>): Command => ({
  help: helpOf(spec),
  async run(args) {
    const given = readArgs(spec, args);
    const [first] = given.positionals;
    if (spec.instead !== undefined && first !== undefined)
      throw new UsageError(`${spec.name} takes no files: "${first}"; see ${spec.instead}`);
    return (await spec.run(given)) ?? exitCode.well;
  },
});

const helpOf = ({ help, options, column = 20, notes }: CommandSpec<Options>): string =>
  `${help}\nOptions:\n${optionLines(options, column)}${notes === undefined ? '' : `\n${notes}`}`;

/**
 * The words after a command's name as options and the rest.
 * @throws UsageError that names the command's help, where a word is not understood
 */
function readArgs<const O extends Options>(spec: CommandSpec<O>, args: readonly string[]) {
  const { name, options } = spec;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, allowNegative: false });
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    const [, unknown] = /^Unknown option '(--?[^']+)'/.exec(sentence) ?? [];
    const guess = unknown === undefined ? '' : meantOption(unknown, Object.keys(options), helpOf(spec));
    const [, bare] =
      /^Option '(?:-\w, )?(--[\w-]+)\b.* (?:argument missing|argument is ambiguous)/.exec(sentence) ?? [];
    // A number below 0 reads as another option.
    const value = bare === undefined ? undefined : args[args.indexOf(bare) + 1];
    if (bare !== undefined && value !== undefined && /^-[\d.]/.test(value))
      throw new UsageError(
        `${bare} takes no number below 0, as ${value} is; "boardtrail ${name} --help" says what it takes`,
      );
    if (bare !== undefined) throw new UsageError(`${bare} takes a value; "boardtrail ${name} --help" says which`);
    throw new UsageError(`${sentence.replace(/\.$/, '')}${guess}; "boardtrail ${name} --help" lists what there is`);
  }
}

/**
 * The option that is meant: one whose name is near, or a part of it; else the one of which the help says it in its own words
 * (of `--database` that `--db` is the database, of `--overdue-on` that `--as-of` tells what was overdue on a day).
 */
function meantOption(unknown: string, names: readonly string[], help: string): string {
  const asked = unknown.replace(/^-+/, '');
  const isPart = (name: string) => name.length > 2 && (asked.startsWith(name) || name.startsWith(asked));
  const found = nearest(asked, names) ?? names.find(isPart) ?? toldOption(asked.split('-'), names, help);
  return found === null ? '' : ` (did you mean "--${found}"?)`;
}

/** The option whose line in the help has most of some words; of several one in the list of options, not in an example. */
function toldOption(asked: readonly string[], names: readonly string[], help: string): string | null {
  const lines = help.split('\n').flatMap((line) => {
    const name = names.findLast((one) => new RegExp(`--${one}(?![\\w-])`).test(line));
    const words: readonly string[] = line.replace(/\(default.*?\)/, '').match(/[a-z]+/gi) ?? [];
    const told = asked.filter((word) =>
      word.length < longWord ? words.includes(word) : nearest(word, words) !== null,
    );
    const isTold = name !== undefined && told.some((word) => word.length > 2);
    return isTold ? [{ name, told: told.length, isListed: line.startsWith('  --') }] : [];
  });
  const [found] = lines.toSorted((a, b) => b.told - a.told || Number(b.isListed) - Number(a.isListed));
  return found?.name ?? null;
}

/** From so many letters on a word is known with a letter wrong: of shorter ones too many are near to each other. */
const longWord = 6;
