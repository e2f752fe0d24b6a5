import type { ExportFilter } from '../model/stored.ts';
import { findingKinds, pillars, ragValues, statusValues } from '../model/values.ts';
import { checkDate, checkDay, today } from './dates.ts';
import { flag, given, oneOf, takes } from './options.ts';

export const serviceOption = { service: takes('TEXT only services with this in their name') } as const;

/** The options by which commands choose services and plans. */
export const scopeOptions = { ...serviceOption, plan: takes('TEXT only plans with this in their name') } as const;

export const sinceOption = {
  since: takes('DATE only papers from this date on (2021, 2021-04, 2021-04-30 or "30 April 2021")'),
} as const;

/** The options by which commands choose a part of what is stored. */
export const filterOptions = {
  ...scopeOptions,
  pillar: takes(`PILLAR only ${pillars.join(', ')}`),
  status: takes(`STATUS only entries with this status: ${statusValues.slice(0, 5).join(', ')},
${statusValues.slice(5).join(', ')}`),
  rag: takes(`COLOUR only ${ragValues.join(', ')}`),
  kind: takes(`KIND only ${findingKinds.join(', ')}`),
  lead: takes('TEXT only entries whose lead (owner) has this in the name'),
  about: takes('WORDS only entries with all of these words, in any form'),
  'overdue-on':
    takes(`DATE only entries due before that day and not ended as they stand now; for how they stood on a day
say it with --as-of too`),
  ...sinceOption,
  'as-of': takes('DATE plans as they stood then, each by the last paper that reported on it'),
  changed: flag('only entries that a paper shows to have changed, and the last form of those that went'),
} as const;

type Values = { readonly [Option in Exclude<keyof typeof filterOptions, 'changed'>]?: string | undefined } & {
  readonly changed: boolean;
};

/** Tells where lateness on a past day is asked of entries as they stand now: an empty answer would read like "none were late". */
export function tellPastDay({ overdueOn, asOf }: ExportFilter): void {
  if (overdueOn === undefined || asOf !== undefined || overdueOn >= today()) return;
  process.stderr.write(
    `--overdue-on ${overdueOn} asks which entries of the latest papers were due by then; --as-of ${overdueOn} beside it asks of the papers there were then.\n`,
  );
}

const dateOf = (option: string, value: string | undefined) =>
  value === undefined ? undefined : checkDate(option, value);
const choiceOf = <T extends string>(option: string, value: string | undefined, choices: readonly T[]) =>
  value === undefined ? undefined : oneOf(option, value, choices);

/** @throws UsageError where a value is none that its option takes */
export function filterOf(values: Values): ExportFilter {
  const { service, plan, lead, about, changed } = values;
  return given({
    service,
    plan,
    pillar: choiceOf('--pillar', values.pillar, pillars),
    status: choiceOf('--status', values.status, statusValues),
    rag: choiceOf('--rag', values.rag, ragValues),
    kind: choiceOf('--kind', values.kind, findingKinds),
    lead,
    about,
    overdueOn: values['overdue-on'] && checkDay('--overdue-on', values['overdue-on']),
    since: dateOf('--since', values.since),
    asOf: dateOf('--as-of', values['as-of']),
    changed: changed || undefined,
  });
}
