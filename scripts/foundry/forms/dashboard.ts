import type { Design } from '../design.ts';
import { type Block, type Cell, cell, heading, type Line, line, plainText, type Table } from '../page.ts';
import { type Form, isBlank, ofSingle, type Placed, wordsOf } from './place.ts';
import { tableOf } from './tables.ts';

const signs: ReadonlySet<string> = new Set(['status', 'rag', 'percent']);
const feet: ReadonlySet<string> = new Set(['lead', 'due']);

/** A tile for each finding: how it stands at its side, what is told after words in bold, and facts under small labels at its foot. */
export const dashboard: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const placed = ofSingle(group, plan).filter((one) => !isBlank(one) && !/^[-–]$/.test(wordsOf(one)));
    const at = (keys: ReadonlySet<string>) => placed.filter(({ slot }) => keys.has(slot.key));
    const side: Cell = { lines: at(signs).flatMap(({ value }) => value.lines) };
    const heads = placed.filter(({ slot }) => slot.key === 'ref' || slot.key === 'theme');
    const top = heads.length === 0 ? [] : [line(heads.map(wordsOf).join(' · '))];
    const finding = placed.find(({ slot }) => slot.key === 'finding');
    const told = placed.filter(({ slot }) => ['action', 'progress', 'future'].includes(slot.key));
    const main: Cell = {
      lines: [...top, ...(finding === undefined ? [] : [line(wordsOf(finding), true)]), ...told.flatMap(linesOf)],
    };
    const foot = at(feet);
    const look = { ...design, stripe: null, headerFill: null };
    const tile = design.look % 2 === 0 ? tileOf(side, main, foot, look) : nestedTile(side, main, foot, look);
    return design.variant % 2 === 1 ? [heading(3, ' '), tile].slice(1) : [tile];
  });

/** The label in bold, and its words after it with nothing between. */
function linesOf({ slot, value }: Placed): readonly Line[] {
  const [first, ...rest] = value.lines;
  return first === undefined
    ? []
    : [{ runs: [{ text: slot.label, bold: true }, { text: ` ${plainText(first)}` }] }, ...rest];
}

const widthOfSide = 2;

/** Facts as further rows of the tile: small labels over their values. */
function tileOf(side: Cell, main: Cell, foot: readonly Placed[], design: Design): Table {
  const columns = Math.max(1, foot.length);
  const rows =
    foot.length === 0
      ? []
      : [foot.map(({ slot }) => cell(slot.label, { bold: true })), foot.map((one) => cell(wordsOf(one)))];
  const first = [
    { ...side, ...(rows.length === 0 ? {} : { rowSpan: 3 }) },
    { ...main, ...(columns > 1 ? { columnSpan: columns } : {}) },
  ];
  return tableOf(design, [first, ...rows], 0, [widthOfSide, ...Array.from({ length: columns }, () => 6 / columns)]);
}

/** Facts as a small table within the tile, or in bold before their values. */
function nestedTile(side: Cell, main: Cell, foot: readonly Placed[], design: Design): Table {
  const within = tableOf(
    { ...design, ruling: 'none' },
    [foot.map(({ slot }) => cell(slot.label, { bold: true })), foot.map((one) => cell(wordsOf(one)))],
    0,
    foot.map(() => 1),
  );
  const bare = design.look % 3 === 0 || foot.length === 0;
  const cellOfFacts = bare ? { ...main, lines: [...main.lines, ...foot.flatMap(linesOf)] } : { ...main, table: within };
  return tableOf(design, [[side, cellOfFacts]], 0, [widthOfSide, 6]);
}
