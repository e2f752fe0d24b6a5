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
    ...(news.length === 0 ? [] : ['\n', ...news.slice(0, longestNews).map(describeNews)]),
    ...(news.length > longestNews
      ? [`… and ${news.length - longestNews} more: boardtrail feed --db ${database}\n`]
      : []),
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
