import { type Expectation, expectationOf } from '../collect/rhythm.ts';
import { csvLine } from '../export/csv.ts';
import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import type { FlatValue } from '../model/stored.ts';
import { serviceCodeOf } from '../normalise/named.ts';
import { officialName } from '../normalise/service.ts';
import { collectSources, type ServiceHoldings, type Store, serviceHoldings } from '../store/index.ts';
import { services as register } from '../vocabulary/services.ts';

/** One service or force: what there is of it, what should be there, and where it would come from. */
export interface LedgerLine extends Expectation {
  readonly service: string;
  readonly papers: number;
  /** Names of sources; none where nobody has said where its papers are. */
  readonly sources: readonly string[];
  readonly state: 'in time' | 'late' | 'no rhythm yet' | 'no paper yet' | 'no source';
}

/**
 * What should exist: the 44 fire and rescue services, and whatever else papers are stored of or sources are named for.
 * @param day the day to judge by, ISO 8601
 */
export function ledgerOf(store: Store, day: string): readonly LedgerLine[] {
  const held = new Map(serviceHoldings(store).map((service) => [service.service, service]));
  const sources = Map.groupBy(
    collectSources(store).filter(({ service }) => service !== null),
    ({ service }) => officialName(service ?? ''),
  );
  const names = new Set([...register.map(({ name }) => name), ...held.keys(), ...sources.keys()]);
  return [...names]
    .filter((name) => name !== null)
    .sort()
    .map((name): LedgerLine => {
      const known = held.get(name);
      const named = sources.get(name) ?? [];
      const said = named.map(({ expected }) => expected).find((expected) => expected !== null) ?? null;
      const expectation = expectationOf(
        (known?.dates ?? []).filter((date) => date <= day),
        said,
        day,
      );
      const from = named.map(({ source }) => source);
      return {
        service: name,
        papers: known?.papers ?? 0,
        ...expectation,
        sources: from,
        state: stateOf(known, expectation, from),
      };
    });
}

function stateOf(
  held: ServiceHoldings | undefined,
  { last, every, late }: Expectation,
  sources: readonly string[],
): LedgerLine['state'] {
  if (late > 0) return 'late';
  if (last === null) return sources.length === 0 && held === undefined ? 'no source' : 'no paper yet';
  return every === null ? 'no rhythm yet' : 'in time';
}

const columns: readonly (readonly [name: string, of: (line: LedgerLine) => FlatValue])[] = [
  ['service_code', ({ service }) => serviceCodeOf(service)],
  ['service', ({ service }) => service],
  ['state', ({ state }) => state],
  ['papers', ({ papers }) => papers],
  ['last', ({ last }) => last],
  ['every_days', ({ every }) => every],
  ['next', ({ next }) => next],
  ['late_days', ({ late }) => late],
  ['sources', ({ sources }) => sources.join('; ')],
];

export const ledgerCsv = (lines: readonly LedgerLine[]): string =>
  [columns.map(([name]) => name), ...lines.map((line) => columns.map(([, of]) => of(line)))].map(csvLine).join('');

/** The ledger for people: the gaps first. */
export function describeLedger(lines: readonly LedgerLine[]): string {
  const states = ['late', 'no paper yet', 'no rhythm yet', 'in time', 'no source'] as const;
  const parts = states.flatMap((state) => {
    const those = lines.filter((line) => line.state === state);
    if (those.length === 0) return [];
    return [`${state[0]?.toUpperCase()}${state.slice(1)} (${those.length}):\n`, ...those.map(describeLine), '\n'];
  });
  const followed = lines.filter(({ sources }) => sources.length > 0).length;
  return `${parts.join('')}${counted(lines.length, 'service')}: ${followed} with a source, ${lines.length - followed} without.\n`;
}

function describeLine({ service, last, every, next, late, sources }: LedgerLine): string {
  const facts = [
    last === null ? [] : `last paper ${last}`,
    every === null ? [] : `one every ${counted(every, 'day')}`,
    next === null ? [] : `next about ${next}${late > 0 ? `, ${counted(late, 'day')} ago` : ''}`,
    sources.length === 0 ? [] : `from ${sources.join(', ')}`,
  ].flat();
  return `  ${printable(service)}${facts.length === 0 ? '' : `: ${printable(facts.join('; '))}`}\n`;
}
