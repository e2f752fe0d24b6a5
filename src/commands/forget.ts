import { UsageError } from '../model/errors.ts';
import { describe, forget as takeOut, targetNamed } from '../review/index.ts';
import { commandOf } from './command.ts';
import { databaseOption } from './options.ts';
import { tellerOf, tellerOptions } from './teller-options.ts';
import { changeStore } from './with-store.ts';

export const command = commandOf({
  name: 'forget',
  help: `Examples:
  boardtrail forget draft.pdf --why "withdrawn by its publisher"
  boardtrail forget 3fa41c                                by the front of the paper's id

Usage: boardtrail forget PAPER [OPTION…]

Takes a paper out with all that was read from it and its bytes, and keeps it out: the same bytes are not taken in again.
"boardtrail fix --list" gives the number of what was said, "boardtrail fix --undo N" takes it back; then take the file in
again.
`,
  options: { ...tellerOptions, ...databaseOption },
  async run({ values, positionals }) {
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0)
      throw new UsageError('forget takes one paper: boardtrail forget draft.pdf');
    await changeStore(values.db, (store) => {
      const target = targetNamed(store, name);
      if (target.entryId !== null)
        throw new UsageError('forget takes a paper; "boardtrail fix ENTRY --no-entry" says that an entry is none');
      const said = takeOut(store, target, tellerOf(values));
      process.stdout.write(`${describe(said)}\n`);
    });
  },
});
