import { lastDayOf } from '../lib/calendar.ts';
import type { ExportFilter } from '../model/stored.ts';
import { findingKinds, pillars, ragValues, statusValues } from '../model/values.ts';
import { checkDate } from './dates.ts';
import { oneOf } from './options.ts';

/** The options by which commands choose a part of what is stored. */
export const filterOptions = {
  service: { type: 'string' },
  plan: { type: 'string' },
  pillar: { type: 'string' },
  status: { type: 'string' },
  rag: { type: 'string' },
  kind: { type: 'string' },
  lead: { type: 'string' },
  about: { type: 'string' },
  'overdue-on': { type: 'string' },
  since: { type: 'string' },
  'as-of': { type: 'string' },
  changed: { type: 'boolean', default: false },
} as const;

export const filterHelp = `  --service TEXT    only services with this in their name
  --plan TEXT       only plans with this in their name
  --pillar PILLAR   only ${pillars.join(', ')}
  --status STATUS   only entries with this status: ${statusValues.slice(0, 5).join(', ')},
                    ${statusValues.slice(5).join(', ')}
  --rag COLOUR      only ${ragValues.join(', ')}
  --kind KIND       only ${findingKinds.join(', ')}
  --lead TEXT       only entries whose lead has this in the name
  --about WORDS     only entries with all of these words, in any form
  --overdue-on DATE  only entries due before that day and not ended
  --since DATE      only papers of this date or later (2021, 2021-04, 2021-04-30 or "30 April 2021")
  --as-of DATE      plans as they stood then, each by the last paper that reported on it
  --changed         only entries that a paper shows to have changed, and the last form of those that went`;

type Values = { readonly [Option in keyof typeof filterOptions]?: string | boolean | undefined };

/** @throws UsageError where a value is none that its option takes */
export function filterOf(values: Values): ExportFilter {
  const { service, plan, pillar, status, rag, kind, lead, about, 'overdue-on': overdueOn } = values;
  const { since, 'as-of': asOf, changed } = values;
  return {
    ...(typeof service === 'string' ? { service } : {}),
    ...(typeof plan === 'string' ? { plan } : {}),
    ...(typeof pillar === 'string' ? { pillar: oneOf('--pillar', pillar, pillars) } : {}),
    ...(typeof status === 'string' ? { status: oneOf('--status', status, statusValues) } : {}),
    ...(typeof rag === 'string' ? { rag: oneOf('--rag', rag, ragValues) } : {}),
    ...(typeof kind === 'string' ? { kind: oneOf('--kind', kind, findingKinds) } : {}),
    ...(typeof lead === 'string' ? { lead } : {}),
    ...(typeof about === 'string' ? { about } : {}),
    ...(typeof overdueOn === 'string' ? { overdueOn: lastDayOf(checkDate('--overdue-on', overdueOn)) } : {}),
    ...(typeof since === 'string' ? { since: checkDate('--since', since) } : {}),
    ...(typeof asOf === 'string' ? { asOf: checkDate('--as-of', asOf) } : {}),
    ...(changed === true ? { changed } : {}),
  };
}
