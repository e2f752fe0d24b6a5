import { counted, firstFew } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import type { StoredCondition, StoredTelling } from '../model/collected.ts';
import type { CollectReport } from '../pipeline/collect/collect.ts';
import type { CollectEvent } from '../pipeline/collect/desk.ts';
import { troubleLines } from './print.ts';

/** News beyond these are only counted; `changes` and `feed` have them all. */
const longestNews = 40;

/**
 * What a run did, for people.
 * @returns `text`: what is new; `problems`: what is amiss; `isQuiet`: true where neither is there
 */
export function describeCollect(
  report: CollectReport,
  news: readonly StoredTelling[],
  log: readonly CollectEvent[],
  database: string,
): { readonly text: string; readonly problems: string; readonly isQuiet: boolean } {
  const { visits, conditions, troubled } = report;
  const wanted = log.flatMap((event) => (event.event === 'wanted' ? [`  ${printable(event.address)}\n`] : []));
  const parts = [
    ...visits.map(
      ({ source, outcome, listed, offered, added, replaced, unchanged, failed, requests }) =>
        `${printable(source)}: ${outcome}; ${listed} listed, ${offered} wanted: ${added} new, ${replaced} replaced, ` +
        `${unchanged} unchanged, ${failed} failed (${requests} requests)\n`,
    ),
    ...(wanted.length === 0 ? [] : ['\nWould be looked at:\n', ...wanted]),
    ...(news.length === 0 ? [] : ['\n']),
    ...firstFew(
      news.map(describeNews),
      longestNews,
      (more) => `… and ${more} more: boardtrail feed --db ${database}\n`,
    ),
  ];
  const papers = troubled.map(({ address, outcome, problem }) =>
    troubleLines(address, outcome === 'partial' ? 'read only in part' : 'failed', problem),
  );
  return {
    text: parts.join(''),
    problems: [...papers, ...conditions.map(describeCondition)].join(''),
    isQuiet: news.length === 0 && conditions.length === 0 && troubled.length === 0 && wanted.length === 0,
  };
}

/** One condition as a line with what to do. */
export function describeCondition({ id, source, code, subject, message, opened }: StoredCondition): string {
  const where = source === null ? '' : `${printable(source)}: `;
  const since = `since ${opened.slice(0, 10)}`;
  const about = message.includes(subject) ? '' : `${printable(subject)}: `;
  return `${where}${code} (${since}, condition ${id})\n  ${about}${printable(message)}\n`;
}

function describeNews({ title, text, withdrawn }: StoredTelling): string {
  const lines = text.split('\n').map((line) => `  ${printable(line)}\n`);
  return `${withdrawn ? 'Withdrawn: ' : ''}${printable(title)}\n${lines.join('')}`;
}

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
  const lines = firstFew(titles.map(printable), shown, (more) => `… and ${more} more`);
  return `  ${what} ${titles.length}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}
