import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import type { CollectReport } from '../pipeline/collect/collect.ts';
import type { CollectEvent } from '../pipeline/collect/desk.ts';

/** Titles shown of those that would be taken, and of those that would be passed over. */
const shown = 5;

/** What a check of the sources saw, for people: what each would take and pass over, and what is amiss with it. */
export function describeCheck(
  { visits }: CollectReport,
  log: readonly CollectEvent[],
): { readonly text: string; readonly isSound: boolean } {
  const of = <Kind extends CollectEvent['event']>(source: string, kind: Kind) =>
    log.filter(
      (event): event is Extract<CollectEvent, { event: Kind }> =>
        event.event === kind && 'source' in event && event.source === source,
    );
  const parts = visits.map(({ source, listed, requests }) => {
    const troubles = of(source, 'trouble');
    const titles = (kind: 'wanted' | 'passed-over') =>
      of(source, kind).map(({ title, address }) => title.trim() || (URL.parse(address)?.pathname ?? address));
    return [
      `${printable(source)}: ${troubles.length === 0 ? 'looks right' : 'AMISS'}; ${listed} listed in the sample (${counted(requests, 'request')})\n`,
      list('would take', titles('wanted')),
      list('would pass over', titles('passed-over')),
      ...troubles.map(({ code, message }) => `  ${code}: ${printable(message)}\n`),
    ].join('');
  });
  return { text: parts.join(''), isSound: !log.some(({ event }) => event === 'trouble') };
}

function list(what: string, titles: readonly string[]): string {
  if (titles.length === 0) return '';
  const rest = titles.length > shown ? `    … and ${titles.length - shown} more\n` : '';
  const lines = titles.slice(0, shown).map((title) => `    ${printable(title)}\n`);
  return `  ${what} ${titles.length}:\n${lines.join('')}${rest}`;
}
