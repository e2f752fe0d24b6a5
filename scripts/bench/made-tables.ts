import type { Random } from '../../test/support/random.ts';

/** A cell of a table that was made up. */
export interface MadeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** A table that was made up. */
export interface MadeTable {
  readonly cells: readonly MadeCell[];
  readonly html: string;
  readonly style: string;
}

const words =
  'growth rate labour market public sector total national regional survey annual household income energy price index export import trade balance share population education students hospital beds health care services transport road rail freight emissions water waste land area birth death net gross product capital loans deposits credit interest bank securities quarter month year change previous period median lowest highest'.split(
    ' ',
  );
const places = ['Nordmark', 'South-West Region', 'Île-Verte', 'Oberfeld', 'Castilmar', 'Three Valleys', 'Saltholme'];
/** How tables are ruled, as CSS: `#T` is the table and `L` a line. */
const rulings: Readonly<Record<string, string>> = {
  none: '',
  booktabs: '#T{border-top:L;border-bottom:L} #T thead{border-bottom:L}',
  headline: '#T thead{border-bottom:L}',
  groups: '#T{border-top:L;border-bottom:L} #T thead{border-bottom:L} #T .g{border-bottom:L}',
  rows: '#T tr{border-bottom:L}',
  grid: '#T td,#T th{border:L}',
  columns: '#T td+td,#T th+th{border-left:L} #T thead{border-bottom:L}',
  band: '#T thead{background:#ccd}',
  zebra: '#T .odd{background:#e8eef4} #T thead{border-bottom:L}',
};
const kinds: Readonly<Record<string, (random: Random) => string>> = {
  thousands: ({ whole }) => String(whole(0, 99_999)).replace(/\B(?=(\d{3})+$)/g, ','),
  spaced: ({ whole }) => String(whole(0, 999_999)).replace(/\B(?=(\d{3})+$)/g, ' '),
  decimal: ({ next }) => (next() * 100).toFixed(1),
  negative: ({ next }) => (next() * 20 - 10).toFixed(2),
  share: ({ next }) => `${(next() * 100).toFixed(1)} %`,
  small: ({ whole }) => String(whole(0, 9)),
  word: ({ pick }) => pick(['Yes', 'No', 'n/a', 'High', 'Low']),
  text: (random) => phrase(random, 2, 5),
};

/** Words in a row that begin like a sentence. */
export function phrase({ whole, pick }: Random, least: number, most: number): string {
  const text = Array.from({ length: whole(least, most) }, () => pick(words)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A table with its caption and note, ruled in one of nine ways; what its cells hold is known. */
export function makeTable(random: Random, id: string, mostColumns: number): MadeTable {
  const { chance, pick, whole } = random;
  const columns = whole(2, mostColumns);
  const head = columns > 3 && chance(0.3) ? groupedHead(random, columns) : plainHead(random, columns);
  const body = makeBody(random, columns, Math.max(...head.cells.map(({ row, rowSpan }) => row + rowSpan)));
  const line = `${pick(['0.5pt', '1pt'])} solid ${pick(['#000', '#777', '#336'])}`;
  const ruling = pick(Object.values(rulings)).replaceAll('#T', `#${id}`).replaceAll('L', line);
  const cellStyle = `padding:${pick([0, 1, 2, 3])}pt ${pick([3, 4, 6, 8, 10])}pt;text-align:${pick(['right', 'right', 'left', 'center'])}`;
  const caption = chance(0.8) ? `<p><b>Table ${whole(1, 20)}: ${phrase(random, 4, 12)}</b></p>` : '';
  const note = chance(0.5) ? `<p style="font-size:80%">Source: ${phrase(random, 5, 20)}.</p>` : '';
  return {
    cells: [...head.cells, ...body.cells],
    style: `#${id}{${chance(0.6) ? 'width:100%' : ''}} #${id} td,#${id} th{${cellStyle}} ${ruling}`,
    html: `${caption}<table id="${id}"><thead>${head.html}</thead><tbody>${body.html}</tbody></table>${note}`,
  };
}

type Part = Pick<MadeTable, 'cells' | 'html'>;

const name = (random: Random): string =>
  random.pick([phrase(random, 1, 2), phrase(random, 2, 4), String(random.whole(1995, 2014))]);

function plainHead(random: Random, columns: number): Part {
  const cells = Array.from({ length: columns }, (_, column): MadeCell => {
    const text = column === 0 && random.chance(0.4) ? '' : name(random);
    return { row: 0, column, rowSpan: 1, columnSpan: 1, text };
  });
  return { cells, html: `<tr>${cells.map(({ text }) => `<th>${text}</th>`).join('')}</tr>` };
}

/** Names under two groups of columns. */
function groupedHead(random: Random, columns: number): Part {
  const half = Math.ceil((columns + 1) / 2);
  const stub: MadeCell = { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: phrase(random, 1, 2) };
  const groups = [
    [1, half],
    [half, columns],
  ].map(([from = 0, to = 0]): MadeCell => {
    return { row: 0, column: from, rowSpan: 1, columnSpan: to - from, text: phrase(random, 1, 2) };
  });
  const names = Array.from({ length: columns - 1 }, (_, index): MadeCell => {
    return { row: 1, column: index + 1, rowSpan: 1, columnSpan: 1, text: name(random) };
  });
  const above = groups.map(({ columnSpan, text }) => `<th class="g" colspan="${columnSpan}">${text}</th>`);
  const below = names.map(({ text }) => `<th class="n">${text}</th>`);
  return {
    cells: [stub, ...groups, ...names],
    html: `<tr><th rowspan="2">${stub.text}</th>${above.join('')}</tr><tr>${below.join('')}</tr>`,
  };
}

/** Rows of values under labels, some of them blank, now and then with the name of a part above. */
function makeBody(random: Random, columns: number, firstRow: number): Part {
  const { chance, pick, whole } = random;
  const usual = pick(Object.values(kinds));
  const kindOf = Array.from({ length: columns }, () => (chance(0.75) ? usual : pick(Object.values(kinds))));
  const [blanks, isLong] = [chance(0.3) ? 0.12 : 0, chance(0.25)];
  const partSize = chance(0.25) ? whole(3, 5) : Number.POSITIVE_INFINITY;
  const cells: MadeCell[] = [];
  let html = '';
  let row = firstRow;
  for (let index = whole(2, 20); index > 0; index--, row++) {
    if (index % partSize === 0) {
      const text = phrase(random, 1, 3);
      cells.push({ row, column: 0, rowSpan: 1, columnSpan: 1, text });
      html += `<tr><td colspan="${columns}"><b>${text}</b></td></tr>`;
      row++;
    }
    const texts = kindOf.map((kind, column) => {
      if (column > 0) return chance(blanks) ? '' : kind(random);
      return isLong ? phrase(random, 4, 12) : chance(0.5) ? pick(places) : phrase(random, 1, 4);
    });
    texts.forEach((text, column) => void cells.push({ row, column, rowSpan: 1, columnSpan: 1, text }));
    const tds = texts.map((text) => `<td${/^[-\d]/.test(text) ? ' style="white-space:nowrap"' : ''}>${text}</td>`);
    html += `<tr${index % 2 === 1 ? ' class="odd"' : ''}>${tds.join('')}</tr>`;
  }
  return { cells, html };
}
