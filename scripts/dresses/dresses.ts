import { type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';

/**
 * What an office could do to a web page without a change to what it says: the truth of the page stays. A page on which a dress changes
 * nothing is left as it is.
 */
export const dresses: Readonly<Record<string, (page: CheerioAPI) => void>> = {
  'cells-for-headers': (page) => {
    renamed(page, 'th', 'td');
    renamed(page, 'thead', 'tbody');
  },
  'bold-for-headings': (page) => {
    page('h1,h2,h3,h4,h5,h6').each((_, heading) => {
      page(heading).replaceWith(`<p><b>${page(heading).html()}</b></p>`);
    });
  },
  'divisions-for-paragraphs': (page) => {
    renamed(page, 'p', 'div');
    renamed(page, 'section,article,main', 'div');
  },
  'labels-in-capitals': (page) => reworded(page, (label) => label.toUpperCase()),
  'labels-with-colons': (page) => reworded(page, (label) => (/\w$/.test(label) ? `${label}:` : label)),
  'page-in-a-table': (page) => {
    const body = page('body');
    body.html(`<table><tr><td>${body.html()}</td></tr></table>`);
  },
  'blank-rows': (page) => {
    for (const { rows, columns } of plainTables(page))
      for (const row of rows.slice(2)) page(row).before(`<tr>${'<td></td>'.repeat(columns)}</tr>`);
  },
  'blank-columns': (page) => {
    for (const { rows } of plainTables(page))
      for (const row of rows) page(row).children().slice(0, -1).after('<td></td>');
  },
  'title-row': (page) => {
    for (const { rows, columns } of plainTables(page))
      page(rows[0]).before(`<tr><td colspan="${columns}"><b>Position at a glance for members</b></td></tr>`);
  },
  'closing-row': (page) => {
    for (const { rows, columns } of plainTables(page))
      page(rows.at(-1)).after(`<tr><td colspan="${columns}">End of the table</td></tr>`);
  },
  'sentence-above': (page) => {
    page('table').not('table table').before('<p>The table is kept up to date by the programme office.</p>');
  },
  'cut-in-two': (page) => {
    for (const { table, rows } of plainTables(page).filter((one) => one.rows.length > leastToCut)) {
      const rest = rows.slice(Math.ceil(rows.length / 2));
      page(table).after(`<p>Continued</p><table>${rest.map((row) => page.html(row)).join('')}</table>`);
      for (const row of rest) page(row).remove();
    }
  },
};

const leastToCut = 6;

/** A page in a dress; null where that changes nothing. */
export function dressed(html: string, dress: (page: CheerioAPI) => void): string | null {
  const page = load(html);
  const before = page.html();
  dress(page);
  return page.html() === before ? null : page.html();
}

interface PlainTable {
  readonly table: Element;
  readonly rows: readonly Element[];
  readonly columns: number;
}

/** Tables of three columns and more under a row of headers, none of whose cells goes over others and that hold no references down the side. */
function plainTables(page: CheerioAPI): readonly PlainTable[] {
  return page('table')
    .toArray()
    .flatMap((table): readonly PlainTable[] => {
      const rows = page(table).find('> tr, > thead > tr, > tbody > tr').toArray();
      const columns = rows[0] === undefined ? 0 : page(rows[0]).children().length;
      const isPlain = rows.every(
        (row) => page(row).children().length === columns && page(row).find('[colspan],[rowspan],table').length === 0,
      );
      return isPlain && rows.length > 2 && columns > 2 ? [{ table, rows, columns }] : [];
    });
}

function renamed(page: CheerioAPI, from: string, to: string): void {
  page(from).each((_, element) => {
    if ('tagName' in element) element.tagName = to;
  });
}

function reworded(page: CheerioAPI, turn: (label: string) => string): void {
  for (const label of page('th,dt').toArray())
    if (page(label).children().length === 0) page(label).text(turn(page(label).text().trim()));
}
