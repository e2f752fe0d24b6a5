import type { Cell, Table } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { tableToGrid } from '../../src/tables/grid.ts';
import { labelScores } from '../recognise/labels.ts';
import { isFact, labelKey } from './kinds-of-text.ts';
import type { RecordEvent } from './model.ts';
import { isPost } from './pieces.ts';
import { countRuns, labelsInLine } from './run-in-labels.ts';
import { withoutMark } from './text-events.ts';

/** Columns headed by dates, fewer of which show no plan of what is due by when. */
const fewestDates = 2;
/** So many of the cells under dates hold actions with labelled facts, and of a label's values facts. */
const most = 0.8;
const mostFacts = 0.7;
const longestTopic = 7;
/** A header says more than this about a column of progress. */
const sureOfProgress = 0.9;

/** One action of a cell: its words, and its facts by their labels. */
interface Item {
  readonly action: string;
  readonly facts: ReadonlyMap<string, string>;
}

/**
 * A table whose columns are headed by dates, and whose cells hold what is to be done by then, each with labelled facts of its own (`Who:
 * …`, `Going: …`), as a row for each action: what its row is about, the date, the action and its facts. Null for any other table.
 */
export function actionsUnderDates(table: Table, block: number): readonly RecordEvent[] | null {
  const grid = tableToGrid(table);
  const heads = grid[Math.max(1, table.headerRows) - 1] ?? [];
  const first = heads.findIndex((cell) => cell !== null && namesDate(cell.text));
  const dates = first < 1 ? [] : heads.slice(first);
  if (dates.length < fewestDates || !dates.every((cell) => cell !== null && namesDate(cell.text))) return null;
  const body = grid.slice(Math.max(1, table.headerRows));
  const cells = body.flatMap((row) => row.slice(first)).filter((cell) => cell !== null && cell.text.trim() !== '');
  const counts = countRuns(cells.flatMap((cell) => cell?.text.split('\n') ?? []));
  const items = new Map(cells.map((cell) => [cell, itemsOf(cell?.text ?? '', counts)]));
  const facts = [...items.values()].flatMap((own) => own ?? []).flatMap(({ facts: own }) => [...own]);
  const read = [...items.values()].filter((own) => own !== null);
  if (cells.length === 0 || read.length < most * cells.length || !areFacts(facts)) return null;
  const keys = [...new Set(facts.map(([label]) => label))];
  const headCells = headsOf(body.map((row) => row.slice(0, first)));
  const lead = commonLead(dates.map((cell) => (cell?.text ?? '').trim()));
  const labels = [...headLabels(headCells, heads.slice(0, first)), lead, '', ...keys];
  const columns = { key: labels.map(labelKey).join(' | '), labels };
  return body.flatMap((row, index) =>
    row.slice(first).flatMap((cell, at): readonly RecordEvent[] => {
      const own =
        items.get(cell) ??
        (cell === null || cell.text.trim() === '' ? [] : [{ action: cell.text, facts: new Map<string, string>() }]);
      return own.map((item) => ({
        kind: 'row',
        columns,
        block,
        cells: [
          ...(headCells[index] ?? []),
          withText(dates[at] ?? null, (dates[at]?.text ?? '').trim().slice(lead.length).trim()),
          withText(cell, item.action),
          ...keys.map((key) => withText(cell, item.facts.get(key) ?? '')),
        ],
      }));
    }),
  );
}

const withText = (cell: Cell | null, text: string): Cell | null => (cell === null ? null : { ...cell, text });

const namesDate = (text: string): boolean =>
  findDates(text).length === 1 && (labelScores(text).get('progress') ?? 0) < sureOfProgress;

/** The actions of a cell, each followed by lines that begin with labels; null where its lines are something else. */
function itemsOf(text: string, counts: ReadonlyMap<string, number>): readonly Item[] | null {
  const items: { lines: string[]; facts: Map<string, string> }[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const found = labelsInLine(line, counts).filter(
      ({ label, mark }) => mark === ':' && (counts.get(labelKey(label)) ?? 0) > 1,
    );
    const isLabel = found[0]?.from === 0;
    const last = items.at(-1);
    if (isLabel && last !== undefined)
      found.forEach(({ label, to }, at) => {
        last.facts.set(withoutMark(label), line.slice(to, found[at + 1]?.from).trim());
      });
    else if (isLabel) return null;
    else if (last === undefined || last.facts.size > 0) items.push({ lines: [line], facts: new Map() });
    else last.lines.push(line);
  }
  if (items.length === 0 || items.some(({ facts }) => facts.size === 0)) return null;
  return items.map(({ lines, facts }) => ({ action: lines.join('\n'), facts }));
}

/** The words that lead to the date in every header (`To be done by`). */
function commonLead(heads: readonly string[]): string {
  const [words = []] = heads.map((head) => head.split(' '));
  const count = words.findIndex(
    (_, at) => !heads.every((head) => head.startsWith(`${words.slice(0, at + 1).join(' ')} `)),
  );
  const lead = words.slice(0, Math.max(0, count)).join(' ');
  return /\d/.test(lead) ? '' : lead;
}

/** True where the values of some label are dates, posts or statuses. */
function areFacts(facts: readonly (readonly [string, string])[]): boolean {
  return [...Map.groupBy(facts, ([label]) => label).values()].some(
    (own) =>
      own.length > 1 && own.filter(([, value]) => isFact(value) || isPost(value)).length >= mostFacts * own.length,
  );
}

/** What stands at the head of each row: a reference and a topic on lines of their own above the finding are cells of their own. */
function headsOf(rows: readonly (readonly (Cell | null)[])[]): readonly (readonly (Cell | null)[])[] {
  const isOwn = (test: (lines: readonly string[]) => boolean, all: readonly (readonly (Cell | null)[])[]) =>
    all.every((cells) => test(cells.at(-1)?.text.split('\n') ?? []));
  const cut = (all: readonly (readonly (Cell | null)[])[]) =>
    all.map((cells) => {
      const last = cells.at(-1) ?? null;
      const [line = '', ...rest] = last?.text.split('\n') ?? [];
      return [...cells.slice(0, -1), withText(last, line), withText(last, rest.join('\n'))];
    });
  const isShort = (lines: readonly string[]) =>
    lines.length > 1 && (lines[0] ?? '').split(' ').length <= longestTopic && !/[.:;?]$/.test(lines[0] ?? '');
  const withRefs = isOwn((lines) => lines.length > 1 && isRef(lines[0] ?? ''), rows) ? cut(rows) : rows;
  return isOwn(isShort, withRefs) ? cut(withRefs) : withRefs;
}

/** The labels of the cells at the head of a row: what was cut off from the last one's front has none. */
const headLabels = (
  rows: readonly (readonly (Cell | null)[])[],
  heads: readonly (Cell | null)[],
): readonly string[] => {
  const printed = heads.map((cell) => (cell?.text ?? '').replace(/\s+/g, ' ').trim());
  const cutOff = Array.from({ length: (rows[0]?.length ?? printed.length) - printed.length }, () => '');
  return [...printed.slice(0, -1), ...cutOff, printed.at(-1) ?? ''];
};
