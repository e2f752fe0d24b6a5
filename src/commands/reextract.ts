import { printable } from '../lib/printable.ts';
import { quoted } from '../lib/text.ts';
import { defaultParseOptions } from '../model/parsing.ts';
import type { Entry } from '../model/plan.ts';
import { defaultLimits } from '../pipeline/limits.ts';
import { type ReextractReport, reextract as readAgain } from '../pipeline/reextract.ts';
import { listedAs } from '../trail/describe.ts';
import { commandOf } from './command.ts';
import { countOf, databaseOption, flag, takes } from './options.ts';
import { printAnswer, tellRereading } from './print.ts';
import { jobsHelp, limitOptions, limitsOf, ocrOption } from './reading-options.ts';
import { tellUnmatched } from './unmatched.ts';
import { changeStore } from './with-store.ts';

export const command = commandOf({
  name: 'reextract',
  help: `Examples:
  boardtrail reextract --dry-run                what a newer reader would change, changing nothing
  boardtrail reextract                          read every stored paper again
  boardtrail reextract --service essex          only the papers of one service

Usage: boardtrail reextract [OPTION…]

Reads the stored bytes again. Entries keep their threads, what a person decided stays, and the changes from paper to
paper are derived anew. A paper that cannot be read any more keeps the reading it has.
`,
  options: {
    'dry-run': flag('say what would change and change nothing'),
    service: takes('TEXT only papers of services with this in their name'),
    ...ocrOption,
    jobs: takes(jobsHelp, String(defaultLimits.size)),
    ...limitOptions,
    json: flag('print JSON'),
    ...databaseOption,
  },
  column: 22,
  notes: `Exit code 3 where papers could not be read again; each is named.
`,
  instead: '--service',
  async run({ values }) {
    return changeStore(values.db, async (store) => {
      tellUnmatched(store, values);
      const report = await readAgain(store, {
        ...limitsOf(values),
        size: countOf('--jobs', values.jobs),
        parse: { ...defaultParseOptions, ocr: values.ocr },
        service: values.service ?? null,
        dryRun: values['dry-run'],
      });
      const exitCode = tellRereading(report);
      printAnswer(values.json, report, (told) => describe(told, values['dry-run']));
      return exitCode;
    });
  },
});

function describe({ papers, changed, changesGone, changesNew }: ReextractReport, dryRun: boolean): string {
  const lines = changed.flatMap(({ file, added, lost, differences }) => [
    printable(file),
    ...lost.map((entry) => `  - ${name(entry)}`),
    ...added.map((entry) => `  + ${name(entry)}`),
    ...differences.map(
      ({ entryId, field, before, after }) => `  ${entryId} ${field}: ${shown(before)} -> ${shown(after)}`,
    ),
    '',
  ]);
  const moved = [
    ...changesGone.map(({ sentence }) => `  - ${printable(sentence)}`),
    ...changesNew.map(({ sentence }) => `  + ${printable(sentence)}`),
  ];
  const total = `${papers} papers read again, ${changed.length} ${dryRun ? 'would change' : 'changed'}.`;
  return [...lines, ...(moved.length === 0 ? [] : ['Changes from paper to paper:', ...moved, '']), total, ''].join(
    '\n',
  );
}

const name = (entry: Entry): string => printable(listedAs(entry));

const shown = (value: Entry[keyof Entry]): string => {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return printable(quoted(value));
  return printable(typeof value === 'object' && 'raw' in value ? `${value.raw}` : JSON.stringify(value).slice(0, 120));
};
