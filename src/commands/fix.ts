import type { Correction } from '../model/correction.ts';
import { UsageError } from '../model/errors.ts';
import { type EntryField, entryFieldRows, type PaperField, paperFieldRows } from '../model/fields.ts';
import {
  accept,
  correct,
  corrections,
  describe,
  reject,
  type Target,
  type Teller,
  targetNamed,
  undo,
} from '../review/index.ts';
import type { Store } from '../store/index.ts';
import { commandOf } from './command.ts';
import { databaseOption, flag, numberOf, takes } from './options.ts';
import { printAnswer } from './print.ts';
import { tellerOf, tellerOptions } from './teller-options.ts';
import { changeStore } from './with-store.ts';

/** The options that set a value, from the fields themselves; `--date` is the short name of the date of the data. */
const entryOptions = new Map<string, EntryField>(entryFieldRows.map(([field]) => [optionName(field), field]));
const paperOptions = new Map<string, PaperField>([
  ...paperFieldRows.map(([field]) => [optionName(field), field] as const),
  ['date', 'asAt'],
]);

function optionName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const line = (option: string, meaning: string): string => `  ${`--${option} TEXT`.padEnd(20)} ${meaning}\n`;

export const command = commandOf({
  name: 'fix',
  help: `Examples:
  boardtrail fix plan.pdf --date 2024-06                          the paper's date, by its file's name
  boardtrail fix 3fa41c --service "Essex County Fire"             by the front of its id
  boardtrail fix notes.docx --no-paper --why "minutes"            it is no paper on a plan
  boardtrail fix 0a1b2c3d4e5f6071-e001 --status complete --why "seen at the meeting"
  boardtrail fix 0a1b2c3d4e5f6071-e001 --ok                       what was read is right
  boardtrail fix --list                                           what people said; --undo N takes one back

Usage: boardtrail fix PAPER|ENTRY [OPTION…]      boardtrail fix --list      boardtrail fix --undo N

What you say is kept apart from what was read, outlasts every later reading, and stands as "corrected" in every answer
and file. An empty value says that the paper does not say it.

Of a paper:
${paperFieldRows.map(([field, { column }]) => line(optionName(field), column.meaning)).join('')}  --date DATE          short for --as-at
  --no-paper           it is no paper on a plan, and counts nowhere
  --ok                 read only in part, it will do so: no run names it any more

Of an entry:
${entryFieldRows.map(([field, { columns }]) => line(optionName(field), columns[0].meaning)).join('')}  --no-entry           it is no entry of a plan
  --ok                 all of it was read right
`,
  options: {
    ...Object.fromEntries(
      [...entryOptions.keys(), ...paperOptions.keys()].map((name) => [name, { type: 'string' } as const]),
    ),
    'no-paper': { type: 'boolean', default: false },
    'no-entry': { type: 'boolean', default: false },
    ok: { type: 'boolean', default: false },
    ...tellerOptions,
    list: flag('print what people said, of PAPER or ENTRY or of all'),
    all: flag('with --list: also what was undone or replaced'),
    undo: takes('N take back what --list gives the number N'),
    json: flag('print JSON'),
    ...databaseOption,
  },
  column: 23,
  async run({ values: { 'no-paper': noPaper, 'no-entry': noEntry, ok, ...values }, positionals }) {
    const [name, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError(`fix takes one paper or entry, not "${rest[0]}" too`);
    const fields = Object.entries(values).filter(([option]) => entryOptions.has(option) || paperOptions.has(option));
    const given = { values: fields as [string, string][], noPaper, noEntry, ok };
    await changeStore(values.db, (store) => {
      const said = told(store, { ...values, name }, given, tellerOf(values));
      printAnswer(values.json, said, (all) => all.map((one) => `${describe(one)}\n`).join(''));
      if (values.list && said.length === 0) process.stderr.write('Nobody said anything yet.\n');
    });
  },
});

interface Given {
  readonly values: readonly (readonly [option: string, words: string])[];
  readonly noPaper: boolean;
  readonly noEntry: boolean;
  readonly ok: boolean;
}

interface Asked {
  readonly name: string | undefined;
  readonly list: boolean;
  readonly all: boolean;
  readonly undo?: string | undefined;
}

function told(
  store: Store,
  { name, list, all, undo: number }: Asked,
  given: Given,
  teller: Teller,
): readonly Correction[] {
  if (number !== undefined) return [undo(store, numberOf('--undo', number, 1), teller)];
  if (list) {
    const target = name === undefined ? null : targetNamed(store, name);
    if (target === null) return corrections(store, { all });
    return corrections(store, {
      all,
      ...(target.entryId === null ? { paperId: target.paperId } : { entryId: target.entryId }),
    });
  }
  if (name === undefined) throw new UsageError('fix needs a paper or an entry: boardtrail fix plan.pdf --date 2024-06');
  return store.write(() => say(store, targetNamed(store, name), given, teller));
}

/** All that is said of one target: all of it, or nothing where one part is wrong. */
function say(
  store: Store,
  target: Target,
  { values, noPaper, noEntry, ok }: Given,
  teller: Teller,
): readonly Correction[] {
  const isPaper = target.entryId === null;
  if (noPaper && !isPaper) throw new UsageError('--no-paper is said of a paper; of an entry say --no-entry');
  if (noEntry && isPaper) throw new UsageError('--no-entry is said of an entry; of a paper say --no-paper');
  const said = values.map(([option, words]) => {
    const field = isPaper ? paperOptions.get(option) : entryOptions.get(option);
    if (field === undefined)
      throw new UsageError(`--${option} is said of ${isPaper ? 'an entry' : 'a paper'}; see "boardtrail fix --help"`);
    return correct(store, target, field, words, teller);
  });
  if (noPaper || noEntry) said.push(reject(store, target, teller));
  if (ok) said.push(accept(store, target, null, teller));
  if (said.length === 0)
    throw new UsageError(
      'fix needs what to say: a value such as --date 2024-06, --no-paper or --ok; see "boardtrail fix --help"',
    );
  return said;
}
