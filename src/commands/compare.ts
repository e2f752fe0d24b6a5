import { csvLine } from '../export/csv.ts';
import { counted } from '../lib/counted.ts';
import { withPage } from '../lib/page-link.ts';
import { printable } from '../lib/printable.ts';
import { quoted } from '../lib/text.ts';
import { UsageError } from '../model/errors.ts';
import type { ComparedAnswer, ComparedEntry } from '../model/standing.ts';
import type { FlatValue } from '../model/stored.ts';
import { isServiceNamed } from '../normalise/named.ts';
import { comparePage } from '../report/compare-page.ts';
import { statusText } from '../report/words.ts';
import { answers } from '../shelf/answers.ts';
import { alikeFindings, isAbout } from '../trail/alike-findings.ts';
import { answerListedAs } from '../trail/describe.ts';
import { commandOf } from './command.ts';
import { checkDay, today } from './dates.ts';
import { printOrWrite } from './files.ts';
import { lastReported, tellUnsure } from './left-out.ts';
import { databaseOption, flag, given, takes } from './options.ts';
import { slipWords } from './print.ts';
import { tellUnmatched } from './unmatched.ts';
import { readStore } from './with-store.ts';

export const command = commandOf({
  name: 'compare',
  help: `Examples:
  boardtrail compare                            findings that several services were given, side by side
  boardtrail compare --service essex            only those that this service was given
  boardtrail compare --about "safeguard"        only those with these words
  boardtrail compare --as-of 2023-03-31         as the plans stood then
  boardtrail compare --html --out compare.html  as a page to look at, to print and to send on

Usage: boardtrail compare [OPTION…]

Findings count as the same where they differ in their wording only ("ensure", "make sure"; "the brigade", "the force"), in
who is asked or by when. Papers without a date count where the plans are compared as they stand today.
`,
  options: {
    service: takes('TEXT only findings that a service with this in its name was given'),
    about: takes('TEXT only findings with all of these words, in any form'),
    'as-of': takes('DATE as the plans stood at that day (default: today)', today()),
    json: flag('print a JSON array'),
    csv: flag('print CSV: a row an entry'),
    html: flag('print one HTML page that needs nothing else'),
    out: takes('FILE write to this file instead of printing'),
    ...databaseOption,
  },
  instead: '--service',
  async run({ values }) {
    const date = checkDay('--as-of', values['as-of']);
    await readStore(values.db, async (store) => {
      const scope = given({ service: values.service });
      tellUnmatched(store, scope);
      tellUnsure(store, { ...scope, asOf: date }, date >= today());
      const groups = alikeFindings(answers(store, date, today())).filter(
        (group) =>
          group.some(({ service }) => values.service === undefined || isServiceNamed(service, values.service)) &&
          isAbout(group, values.about ?? null),
      );
      const text = written(groups, date, values) ?? described(groups);
      if (groups.length === 0 && values.out === undefined) {
        const words = values.about === undefined ? '' : ' with these words';
        process.stderr.write(`No finding${words} that two services share.\n`);
      }
      await printOrWrite(text, values.out);
    });
  },
});

type Groups = readonly (readonly ComparedAnswer[])[];

/** The groups in the format asked for; null where none is. */
function written(
  groups: Groups,
  date: string,
  { json, csv, html }: Record<'json' | 'csv' | 'html', boolean>,
): string | null {
  if (Number(json) + Number(csv) + Number(html) > 1)
    throw new UsageError('compare takes one of --json, --csv and --html');
  if (json) return `${JSON.stringify(groups, null, 2)}\n`;
  if (html) return comparePage(groups, date, today());
  return csv ? compareCsv(groups) : null;
}

/** The groups for people at a terminal. */
function described(groups: Groups): string {
  return groups.map((group) => `${groupLines(group).join('\n')}\n\n`).join('');
}

function groupLines(group: readonly ComparedAnswer[]): readonly string[] {
  const told = group[0]?.finding ?? '';
  return [
    printable(quoted(told, 200)),
    ...group.flatMap(({ service, finding, entries }) => [
      `  ${printable(`${service}${finding === told ? '' : ` ${quoted(finding, 200)}`}`)}`,
      ...entries.map((entry) => `    ${printable(standing(entry))}`),
    ]),
  ];
}

/** One entry in a line: what is done, how far it is, when it is due, how often it slipped. */
function standing(entry: ComparedEntry): string {
  const slipped = slipWords(entry);
  const facts = [
    statusText(entry),
    entry.due === null
      ? null
      : `due ${entry.due}${entry.daysLate === null ? '' : ` (${counted(entry.daysLate, 'day')} late)`}`,
    slipped === null ? null : `slipped ${slipped}`,
    entry.lead,
    `${withPage(entry.file, entry.page)}, ${lastReported(entry.reported)}`,
  ];
  const { ref, action, progress } = entry;
  // The finding stands above; of an entry that says no more its reference is the name.
  const name = (action ?? progress) === null ? (ref ?? 'no action') : answerListedAs({ ref, action, progress }, 120);
  return `${name}: ${facts.filter(Boolean).join('; ')}`;
}

/** Services side by side as CSV, by the rules of the other CSV files; a row an entry, findings told apart by `group`, from 1. */
function compareCsv(groups: Groups): string {
  const rows = groups.flatMap((group, index) =>
    group.flatMap(({ service, finding, entries }) =>
      entries.map((entry) => [index + 1, service, finding, ...columns.map(([, key]) => flat(entry[key]))]),
    ),
  );
  return [['group', 'service', 'finding', ...columns.map(([name]) => name)], ...rows].map(csvLine).join('');
}

const flat = (value: ComparedEntry[keyof ComparedEntry]): FlatValue =>
  typeof value === 'boolean' ? Number(value) : value;

const columns: readonly (readonly [name: string, key: keyof ComparedEntry])[] = [
  ['plan', 'plan'],
  ['ref', 'ref'],
  ['action', 'action'],
  ['progress', 'progress'],
  ['status_raw', 'statusWords'],
  ['status_value', 'status'],
  ['timescale_raw', 'due'],
  ['timescale_end', 'dueBy'],
  ['overdue', 'overdue'],
  ['slip_days', 'slipDays'],
  ['slips', 'slips'],
  ['papers_since_progress', 'papersSinceProgress'],
  ['lead', 'lead'],
  ['reported', 'reported'],
  ['thread_id', 'threadId'],
  ['entry_id', 'entryId'],
];
