import { printable } from '../lib/printable.ts';
import { changeKinds } from '../model/values.ts';
import { papersCalled } from '../review/index.ts';
import {
  changesIn,
  editionOfPapers,
  type PlanReport,
  planReports,
  type Store,
  type StoredChange,
} from '../store/index.ts';
import { wordChanges } from '../trail/words.ts';
import { changeWords } from '../vocabulary/change-words.ts';
import { commandOf } from './command.ts';
import { checkDate, checkDay } from './dates.ts';
import { scopeOptions, sinceOption } from './filter.ts';
import { tellUnsure } from './left-out.ts';
import { databaseOption, flag, given, oneOf, takes } from './options.ts';
import { printJson, serviceWords } from './print.ts';
import { tellUnmatched } from './unmatched.ts';
import { readStore } from './with-store.ts';

export const command = commandOf({
  name: 'changes',
  help: `Examples:
  boardtrail changes                                    everything that changed, service by service
  boardtrail changes --service essex --since 2021-04    one service, papers of April 2021 and later
  boardtrail changes --kind slipped,dropped             what is late, and what went in silence
  boardtrail changes --kind progress_updated --words    the words that came and went
  boardtrail changes --json                             for other programs

Usage: boardtrail changes [OPTION…]
`,
  options: {
    ...scopeOptions,
    paper: takes("TEXT only what this paper shows: the front of its id, or its file's name"),
    ...sinceOption,
    'as-of': takes('DATE only papers until this date'),
    kind: takes(`K,K only these kinds: ${Object.keys(changeWords).join(', ')}`),
    words: flag('show word by word what was reworded or added: [-gone-] {+new+}'),
    json: flag('print a JSON array'),
    ...databaseOption,
  },
  instead: '--paper',
  async run({ values }) {
    const { service, plan, paper, since, 'as-of': asOf } = values;
    const filter = given({
      service,
      plan,
      since: since && checkDate('--since', since),
      asOf: asOf && checkDay('--as-of', asOf),
      kinds: values.kind?.split(',').map((kind) => oneOf('--kind', kind.trim(), changeKinds)),
    });
    await readStore(values.db, (store) => {
      tellUnmatched(store, filter);
      tellUnsure(store, filter);
      const editionOf = editionOfPapers(store);
      const shown =
        paper === undefined ? null : new Set(papersCalled(store, paper).map(({ id }) => editionOf.get(id) ?? id));
      const isWanted = ({ toPaperId }: StoredChange) => shown?.has(editionOf.get(toPaperId) ?? toPaperId) ?? true;
      const found = changesIn(store, filter).filter(isWanted);
      if (values.json) printJson(found.toArray());
      else print(found, planReports(store, filter), values.words, noChanges(store));
    });
  },
});

/** Why none is shown: none is stored, or none of those stored is as was asked. */
const noChanges = (store: Store): string =>
  !changesIn(store).some(() => true)
    ? 'No changes: no plan has a later paper that shows one.'
    : 'No changes that are as asked: others are stored; "boardtrail changes" shows all.';

const width = Math.max(...Object.values(changeWords).map(({ word }) => word.length));

/** Services, under them papers, under them changes in the order of the paper. */
function print(found: Iterable<StoredChange>, reports: readonly PlanReport[], words: boolean, none: string): void {
  const turns = Map.groupBy(
    reports.filter(({ state, stateBefore }) => stateBefore !== null && state !== stateBefore),
    ({ editionId }) => editionId,
  );
  let [service, paper, count] = ['', '', 0];
  for (const change of found) {
    const name = serviceWords(change.service);
    if (name !== service) {
      process.stdout.write(`${service === '' ? '' : '\n'}${printable(name)}\n`);
      service = name;
      paper = '';
    }
    if (change.toPaperId !== paper) {
      process.stdout.write(`\n  ${change.date ?? 'no date'}  ${printable(change.file)}\n`);
      for (const { plan, state, stateBefore } of turns.get(change.toPaperId) ?? []) {
        process.stdout.write(`    ${printable(plan)} is ${state}; it was ${stateBefore}.\n`);
      }
      paper = change.toPaperId;
    }
    process.stdout.write(`    ${changeWords[change.kind].word.padEnd(width)}  ${printable(change.sentence)}\n`);
    if (words) printWords(change);
    count += 1;
  }
  if (count === 0) process.stderr.write(`${none}\n`);
}

/** What came and went, with a few words around it. */
function printWords({ before, after, kind }: StoredChange): void {
  if (before === null || after === null || (kind !== 'reworded' && kind !== 'progress_updated')) return;
  const shown = wordChanges(before, after).map(({ kind: piece, text }) => {
    if (piece === 'same') return around(text);
    return piece === 'added' ? `{+${text}+}` : `[-${text}-]`;
  });
  process.stdout.write(`${' '.repeat(width + 6)}${printable(shown.join('').replace(/\s+/g, ' ').trim())}\n`);
}

const context = 40;

/** A stretch that did not change, cut in its middle where it is long. */
function around(text: string): string {
  if (text.length <= 2 * context + 3) return text;
  return `${text.slice(0, context).replace(/\s\S*$/, '')} … ${text.slice(-context).replace(/^\S*\s/, '')}`;
}
