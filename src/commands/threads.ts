import { withPage } from '../lib/page-link.ts';
import { printable } from '../lib/printable.ts';
import { UsageError } from '../model/errors.ts';
import { placeOfEntry } from '../model/place.ts';
import type { StoredEntry } from '../model/stored.ts';
import { decide } from '../pipeline/decide.ts';
import { changesIn, entriesOfThread, knownPaper, openCandidates, type Store, threadNamed } from '../store/index.ts';
import { listedAs } from '../trail/describe.ts';
import { commandOf } from './command.ts';
import { serviceOption } from './filter.ts';
import { databaseOption, flag } from './options.ts';
import { printJson, serviceWords } from './print.ts';
import { tellUnmatched } from './unmatched.ts';
import { changeStore, readStore } from './with-store.ts';

const verdicts = { accept: 'same', reject: 'different', undo: null } as const;

export const command = commandOf({
  name: 'threads',
  help: `Examples:
  boardtrail threads                         pairs of entries that may be one, for a person to decide
  boardtrail threads --service essex         of one service
  boardtrail threads accept ID ID            these two entries are one
  boardtrail threads reject ID ID            these two are not, whatever they look like
  boardtrail threads undo ID ID              forget what was said of them
  boardtrail threads show ID                 one entry from paper to paper, by its id or its thread's

Usage: boardtrail threads [accept ID ID | reject ID ID | undo ID ID | show ID] [OPTION…]

What a person decides outranks all evidence, in every later run.
`,
  options: { ...serviceOption, json: flag('print JSON'), ...databaseOption },
  async run({ values, positionals }) {
    const [verb, first, second, ...rest] = positionals;
    if (rest.length > 0)
      throw new UsageError(`threads does not understand "${rest[0]}"; see boardtrail threads --help`);
    if (verb === undefined) await readStore(values.db, (store) => list(store, values));
    else if (verb === 'show') {
      if (first === undefined || second !== undefined) throw new UsageError('threads show takes the id of one thread');
      await readStore(values.db, (store) => show(store, first, values.json));
    } else if (Object.hasOwn(verdicts, verb)) {
      if (first === undefined || second === undefined)
        throw new UsageError(`threads ${verb} takes the ids of two entries`);
      const verdict = verdicts[verb as keyof typeof verdicts];
      await changeStore(values.db, (store) => decide(store, [first, second], verdict, new Date()));
      process.stderr.write(`Kept. "boardtrail changes" tells what follows from it.\n`);
    } else throw new UsageError(`threads takes accept, reject, undo or show, not "${verb}"`);
  },
});

function list(store: Store, { service, json }: { readonly service?: string; readonly json: boolean }): void {
  tellUnmatched(store, { service });
  const found = openCandidates(store, service);
  if (json) {
    printJson(found);
    return;
  }
  if (found.length === 0) process.stderr.write('Nothing to decide.\n');
  for (const { from, to, reasons, score, service: name } of found) {
    process.stdout.write(
      `${printable(serviceWords(name))}: one entry? (${score.toFixed(1)})\n${line(from)}${line(to)}` +
        `  ${reasons.join('; ')}\n\n`,
    );
  }
}

const line = (entry: StoredEntry): string => `  ${entry.id}  ${printable(listedAs(entry, 140))}\n`;

/** The paper's file, and the page its words stand on. */
function evidence(store: Store, { paperId, places }: StoredEntry): string {
  return withPage(knownPaper(store, paperId)?.file ?? paperId, placeOfEntry(places)?.page);
}

function show(store: Store, name: string, json: boolean): void {
  const threadId = threadNamed(store, name);
  const entries = entriesOfThread(store, threadId);
  if (entries.length === 0)
    throw new UsageError(
      `there is no thread or followed entry ${name}; "boardtrail search WORDS" gives ids of entries`,
    );
  const changes = [...changesIn(store, { threadId })];
  if (json) {
    printJson({ id: threadId, entries, changes });
    return;
  }
  for (const entry of entries) {
    process.stdout.write(`${entry.date ?? 'no date'}  ${printable(evidence(store, entry))}\n${line(entry)}`);
    for (const { toPaperId, sentence } of changes) {
      if (toPaperId === entry.paperId) process.stdout.write(`    ${printable(sentence)}\n`);
    }
  }
  const seen = new Set(entries.map(({ paperId }) => paperId));
  for (const { toPaperId, date, sentence } of changes) {
    if (!seen.has(toPaperId)) process.stdout.write(`${date ?? 'no date'}\n    ${printable(sentence)}\n`);
  }
}
