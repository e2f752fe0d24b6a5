import type { Block, Cell, Table } from '../../src/model/document.ts';
import { tableToGrid } from '../../src/tables/grid.ts';
import { couldBeLabel, knownLabel, labelKey } from './kinds-of-text.ts';
import { countRuns } from './run-in-labels.ts';
import { headerRowsOf } from './header-rows.ts';

/** The labels of a paper: texts that stand alone and return, and words before a mark with how often they return. */
export interface Labels {
  /** Whole short texts that return, by `labelKey`. */
  readonly whole: ReadonlySet<string>;
  /** Words before a colon, a question mark or a dash, by `labelKey`: in how many lines. */
  readonly runIn: ReadonlyMap<string, number>;
}

/** A text that stands alone, with the one before it. */
interface Standing {
  readonly key: string;
  readonly before: string;
}

/**
 * The labels of a paper, told by repetition: a short text that returns is a label whatever it says, unless it always
 * stands after one and the same text that returns more often, as the values of one label do.
 */
export function blocksToLabels(blocks: readonly Block[]): Labels {
  const standing: Standing[] = [];
  const lines: string[] = [];
  let before = '';
  const note = (text: string) => {
    if (text.trim() === '') return;
    const key = couldBeLabel(text) ? labelKey(text) : '';
    if (key !== '') standing.push({ key, before });
    before = key;
    lines.push(...text.split('\n'));
  };
  for (const block of blocks) {
    if (block.kind === 'table') for (const cell of textCells(block)) note(cell.text);
    else if (block.kind === 'list') for (const item of block.items) note(item.text);
    else note(block.text);
  }
  return { whole: returningTexts(standing), runIn: countRuns(lines) };
}

function returningTexts(standing: readonly Standing[]): ReadonlySet<string> {
  const byKey = Map.groupBy(standing, ({ key }) => key);
  const count = (key: string) => byKey.get(key)?.length ?? 0;
  const found = new Set<string>();
  for (const [key, all] of byKey) {
    const known = knownLabel(key, 0.9);
    if (all.length < 2 && !known) continue;
    const [first] = all;
    const always = all.length > 1 && all.every(({ before }) => before === first?.before) ? (first?.before ?? '') : '';
    if (!known && always !== '' && count(always) > all.length) continue;
    found.add(key);
  }
  return found;
}

/** The cells of a table but for those under a header, which are values however often they return. */
function textCells(table: Table): readonly Cell[] {
  const headers = headerRowsOf(table);
  const [first] = headers;
  if (first === undefined || headers.length > 1 || table.rows - first < 3) return table.cells;
  const below = new Set(tableToGrid(table).slice(first + 1).flatMap((row) => row.filter((cell) => cell !== null)));
  return table.cells.filter((cell) => cell.row <= first || !below.has(cell) || cell.columnSpan === table.columns);
}
