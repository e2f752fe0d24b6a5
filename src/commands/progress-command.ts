import { counted } from '../lib/counted.ts';
import { withPage } from '../lib/page-link.ts';
import { quoted } from '../lib/text.ts';
import type { StandingEntry } from '../model/standing.ts';
import { statusText } from '../report/words.ts';
import {
  changesIn,
  overdueAmong,
  paces,
  planReports,
  plansAsOf,
  type Scope,
  type Store,
  statusCounts,
} from '../store/index.ts';
import { listedAs } from '../trail/describe.ts';
import { commandOf } from './command.ts';
import { checkDay, today } from './dates.ts';
import { scopeOptions } from './filter.ts';
import { lastReported, unsureLines, unsureOf } from './left-out.ts';
import { databaseOption, flag, given, numberOf, oneOf, takes } from './options.ts';
import { printAnswer, section, serviceWords, slipWords } from './print.ts';
import { tellUnmatched } from './unmatched.ts';
import { readStore } from './with-store.ts';

export const command = commandOf({
  name: 'progress',
  help: `Examples:
  boardtrail progress --service essex                    status counts, slippage, silence
  boardtrail progress --service essex --as-of 2021-04-30 what was overdue on that day
  boardtrail progress --by lead                          how much each lead has open and overdue
  boardtrail progress --json --as-of 2021-04-30          and every plan as it stood then

Usage: boardtrail progress [OPTION…]
`,
  options: {
    ...scopeOptions,
    'as-of': takes('DATE the day to look from, or the last of a month or year (default: today)', today()),
    by: takes('WHAT count what is open and overdue by lead, service, plan, pillar or question'),
    stale: takes('N from how many papers without a new progress text on an entry is named (default 2)', '2'),
    json: flag('print JSON'),
    ...databaseOption,
  },
  instead: '--service',
  async run({ values }) {
    const date = checkDay('--as-of', values['as-of']);
    const stale = numberOf('--stale', values.stale, 1);
    const scope = given({ service: values.service, plan: values.plan });
    const by = values.by === undefined ? null : oneOf('--by', values.by, countedBy);
    await readStore(values.db, (store) => {
      tellUnmatched(store, scope);
      const isNow = date >= today();
      printAnswer(values.json, answerOf(store, scope, { date, isNow, stale, by }), (told) => describe(told, isNow));
    });
  },
});

interface Asked {
  readonly date: string;
  readonly isNow: boolean;
  readonly stale: number;
  readonly by: (typeof countedBy)[number] | null;
}

function answerOf(store: Store, chosen: Scope, { date, isNow, stale, by }: Asked) {
  const scope = isNow ? chosen : { ...chosen, asOf: date };
  const pace = paces(store, scope);
  const standing = plansAsOf(store, date, { ...chosen, isNow });
  return {
    asOf: date,
    reports: planReports(store, scope),
    counts: statusCounts(store, scope),
    plans: standing,
    causes: causesOf(standing),
    overdue: overdueAmong(standing),
    slipped: pace.filter((one) => slipWords(one) !== null),
    stale: pace.filter(({ papersSinceProgress, ended }) => papersSinceProgress >= stale && !ended),
    dropped: [...changesIn(store, { ...scope, kinds: ['dropped'] })],
    ...(by === null ? {} : { by: countsBy(by, standing) }),
    ...unsureOf(store, scope),
  };
}

const countedBy = ['lead', 'service', 'plan', 'pillar', 'question'] as const;

/** Counts of the entries by what `by` names (null where the papers do not say), the one with most that is overdue first. */
function countsBy(by: (typeof countedBy)[number], entries: readonly StandingEntry[]) {
  return [...Map.groupBy(entries, (entry) => entry[by])]
    .map(([name, own]) => ({
      name,
      entries: own.length,
      open: own.filter(({ ended }) => !ended).length,
      overdue: own.filter(({ daysLate }) => daysLate !== null).length,
    }))
    .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

/** Causes of concern as they stood: their recommendations close one by one. */
function causesOf(entries: readonly StandingEntry[]) {
  const named = entries.flatMap((entry) => (entry.cause === null ? [] : [{ ...entry, cause: entry.cause }]));
  return [...Map.groupBy(named, ({ service, cause }) => JSON.stringify([service, cause])).values()].flatMap((own) =>
    own.slice(0, 1).map(({ service, cause }) => {
      const ended = own.filter((one) => one.ended).length;
      return { service, cause, recommendations: own.length, ended };
    }),
  );
}

function describe(told: ReturnType<typeof answerOf>, isNow: boolean): string {
  const { asOf, by, causes, counts, overdue, slipped, stale, dropped } = told;
  const unsure = unsureLines(told, isNow);
  const services = new Set(counts.map(({ service }) => service));
  // One service alone need not be named in every line.
  const of = ({ service }: { readonly service: string | null }) =>
    services.size < 2 ? '' : `${serviceWords(service)}: `;
  const papers = Map.groupBy(counts, ({ service, plan, date }) =>
    [serviceWords(service), plan ?? '(no plan)', date ?? 'no date'].join('  '),
  );
  return [
    section(
      'Status',
      [...papers].map(([paper, rows]) => {
        const byStatus = Map.groupBy(rows, ({ status }) => status ?? 'not said');
        const parts = [...byStatus].map(
          ([status, list]) => `${list.reduce((sum, { entries }) => sum + entries, 0)} ${status}`,
        );
        return `${paper}: ${parts.join(', ')}`;
      }),
    ),
    ...(by === undefined
      ? []
      : [
          section(
            `Open and overdue on ${asOf}`,
            by.map(
              ({ name, entries, open, overdue }) =>
                `${name ?? 'not said'}: ${overdue} overdue, ${open} open, of ${entries}`,
            ),
          ),
        ]),
    ...(causes.length === 0
      ? []
      : [
          section(
            'Causes of concern',
            causes.map((one) => `${of(one)}${quoted(one.cause)}: ${one.ended} of ${one.recommendations} ended`),
          ),
        ]),
    section(
      `Overdue on ${asOf}`,
      overdue.map(
        (entry) =>
          `${of(entry)}${listedAs(entry)} was due ${entry.due}, ${counted(entry.daysLate ?? 0, 'day')} late${saidOf(entry)} (${evidence(entry)})`,
      ),
    ),
    section(
      'Slipped',
      slipped.map(
        (pace) => `${of(pace)}${listedAs(pace)} from ${pace.firstDue} to ${pace.latestDue}: ${slipWords(pace)}`,
      ),
    ),
    section(
      'No new progress text',
      stale.map((pace) => `${of(pace)}${listedAs(pace)}: ${pace.papersSinceProgress} papers`),
    ),
    section(
      'Gone without having been finished',
      dropped.map((change) => `${change.date ?? 'no date'}  ${of(change)}${change.sentence}`),
    ),
    ...(unsure.length === 0 ? [] : [section('Not to be told', unsure)]),
  ].join('\n');
}

/** Who leads it and its status; where the paper gives none, what it last told, by which a reader may judge. */
function saidOf(entry: StandingEntry): string {
  const { lead, lastTold } = entry;
  const told = lastTold === null ? 'status not said' : `status not said, last told ${quoted(lastTold, 120)}`;
  return [lead, statusText(entry) ?? told].flatMap((part) => (part === null ? [] : `; ${part}`)).join('');
}

/** Where it is said: the file, the page of the date where it has pages, and when that was last reported. */
const evidence = ({ file, page, duePage, reported }: StandingEntry): string =>
  `${withPage(file, page === null ? null : (duePage ?? page))}, ${lastReported(reported)}`;
