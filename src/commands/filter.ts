import { pillars, statusValues } from '../model/schemas.ts';
import type { ExportFilter } from '../model/stored.ts';
import { checkDate } from './dates.ts';
import { oneOf } from './options.ts';

/** The options by which commands choose a part of what is stored. */
export const filterOptions = {
  service: { type: 'string' },
  plan: { type: 'string' },
  pillar: { type: 'string' },
  status: { type: 'string' },
  since: { type: 'string' },
  'as-of': { type: 'string' },
  changed: { type: 'boolean', default: false },
} as const;

export const filterHelp = `  --service TEXT    only services with this in their name
  --plan TEXT       only plans with this in their name
  --pillar PILLAR   only ${pillars.options.join(', ')}
  --status STATUS   only entries with this status: ${statusValues.options.slice(0, 5).join(', ')},
                    ${statusValues.options.slice(5).join(', ')}
  --since DATE      only papers of this date or later (2021, 2021-04 or 2021-04-30)
  --as-of DATE      plans as they stood then, each by the last paper that reported on it
  --changed         only entries that a paper shows to have changed, and the last form of those that went`;

type Values = { readonly [Option in keyof typeof filterOptions]?: string | boolean | undefined };

/** @throws UsageError where a value is none that its option takes */
export function filterOf(values: Values): ExportFilter {
  const { service, plan, pillar, status, since, 'as-of': asOf, changed } = values;
  return {
    ...(typeof service === 'string' ? { service } : {}),
    ...(typeof plan === 'string' ? { plan } : {}),
    ...(typeof pillar === 'string' ? { pillar: oneOf('--pillar', pillar, pillars.options) } : {}),
    ...(typeof status === 'string' ? { status: oneOf('--status', status, statusValues.options) } : {}),
    ...(typeof since === 'string' ? { since: checkDate('--since', since) } : {}),
    ...(typeof asOf === 'string' ? { asOf: checkDate('--as-of', asOf) } : {}),
    ...(changed === true ? { changed } : {}),
  };
}
