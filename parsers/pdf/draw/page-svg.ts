import { unionAll } from '../../../src/lib/box.ts';
import type { Rgb, Table, TableEvidence } from '../../../src/model/document.ts';
import type { Box } from '../../../src/model/place.ts';
import type { ShownPage } from '../page/source-page.ts';
import type { TextPage, Word } from '../text/words.ts';

/** A page as it was seen, before tables and paragraphs are made of it. */
export interface SeenPage {
  readonly page: TextPage;
  /** Where the page was turned to be read, how the file shows it. */
  readonly shown: ShownPage | null;
}

/** Colours that tell what a table was read from. */
const evidenceColours: Readonly<Record<TableEvidence, string>> = {
  tagged: '#7b3294',
  ruled: '#0571b0',
  banded: '#008837',
  spaced: '#e66101',
  markup: '#404040',
  text: '#404040',
};

/**
 * A page as SVG (1.1) in layers, one group each that Inkscape and editors alike show and hide: what is painted, images,
 * ruling lines, words, rows of words, cells and tables with what they were read from. Every shape has a title that a
 * viewer shows under the pointer. One unit is a point.
 * @param tables the document's tables; of each its part on this page is drawn
 */
export function pageToSvg({ page, shown }: SeenPage, tables: readonly Table[]): string {
  const { width, height } = shown ?? page;
  const asShown = shown === null ? (box: Box) => box : shown.box;
  const layers = [
    layer(
      'fills',
      'stroke="none"',
      page.fills.map(({ box, colour }) => rect(asShown(box), '', fillOf(colour))),
    ),
    layer(
      'images',
      'fill="#f0e6c8" stroke="#b08d2e" stroke-width="0.5"',
      page.images.map((box) => rect(asShown(box), 'image')),
    ),
    layer(
      'ruling',
      'fill="none" stroke="#d7191c" stroke-width="0.7"',
      page.segments.map(({ x0, y0, x1, y1, width: thick }) =>
        rect(asShown([x0, y0, x1, y1]), `line ${round(thick)} thick`),
      ),
    ),
    layer(
      'runs',
      'fill="#202020" stroke="none" font-family="sans-serif"',
      page.runs.map((word) => wordToSvg(word, asShown(word.box))),
    ),
    layer(
      'rows',
      'fill="#fdae61" fill-opacity="0.15" stroke="#fdae61" stroke-width="0.4"',
      rowsToSvg(page.runs, asShown),
    ),
    layer(
      'cells',
      'fill="none" stroke-width="0.8"',
      tables.flatMap((table) => cellsToSvg(table, page.number)),
    ),
    layer(
      'tables',
      'fill="none" stroke-width="1.6"',
      tables.flatMap((table) => tableToSvg(table, page.number)),
    ),
  ];
  const size = `width="${round(width)}pt" height="${round(height)}pt" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" ${size}>
<title>Page ${page.number}</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${layers.join('\n')}
</svg>
`;
}

const layer = (name: string, looks: string, shapes: readonly string[]): string =>
  `<g id="${name}" inkscape:groupmode="layer" inkscape:label="${name}" ${looks}>\n${shapes.join('\n')}\n</g>`;

function rowsToSvg(words: readonly Word[], asShown: (box: Box) => Box): readonly string[] {
  return [...Map.groupBy(words, ({ row }) => row)].map(([row, inRow]) =>
    rect(asShown(unionAll(inRow) ?? [0, 0, 0, 0]), `row ${row + 1}: ${inRow.length} words`),
  );
}

function wordToSvg({ text, size, fontName, bold, angle }: Word, box: Box): string {
  const [x0, y0, x1, y1] = box;
  const isUpright = angle === 90 || angle === 270;
  const long = isUpright ? y1 - y0 : x1 - x0;
  const [x, y] = angle === 90 ? [x0, y0] : angle === 180 ? [x1, y0] : angle === 270 ? [x1, y1] : [x0, y1];
  const turned = angle === 0 ? '' : ` transform="rotate(${angle} ${round(x)} ${round(y)})"`;
  const fit = [...text].length > 1 ? ` textLength="${round(long)}" lengthAdjust="spacingAndGlyphs"` : '';
  const rise = `dy="${round(-0.21 * size)}"`;
  const title = titled(`${text} · ${fontName} ${round(size)}${bold ? ' bold' : ''}`);
  return `<text x="${round(x)}" y="${round(y)}" ${rise} font-size="${round(size)}"${bold ? ' font-weight="bold"' : ''}${fit}${turned}>${escaped(text)}${title}</text>`;
}

function cellsToSvg(table: Table, page: number): readonly string[] {
  return table.cells.flatMap(({ row, column, rowSpan, columnSpan, text, places }) => {
    const spans = rowSpan > 1 || columnSpan > 1 ? `, over ${rowSpan} × ${columnSpan}` : '';
    const title = `row ${row + 1}, column ${column + 1}${spans}: ${text}`;
    return boxesOn(places, page).map((box) => rect(box, title, `stroke="${evidenceColours[table.evidence]}"`));
  });
}

function tableToSvg(table: Table, page: number): readonly string[] {
  const joins = table.joins.filter((join) => join.page === page).map(({ reason }) => `goes on: ${reason}`);
  const size = `${table.rows} × ${table.columns}`;
  const title = [table.evidence, `confidence ${round(table.confidence)}`, size, ...joins].join(', ');
  const colour = evidenceColours[table.evidence];
  return boxesOn(table.places, page).flatMap((box) => [
    rect(grown(box), title, `stroke="${colour}"`),
    `<text x="${round(box[0])}" y="${round(box[3] + 9)}" font-family="sans-serif" font-size="7" fill="${colour}" stroke="none">${escaped(title)}</text>`,
  ]);
}

const boxesOn = (places: Table['places'], page: number): readonly Box[] =>
  places.flatMap((place) => (place.page === page && place.bbox !== undefined ? [place.bbox] : []));

/** A hair outside of its cells, so that both can be seen. */
const grown = ([x0, y0, x1, y1]: Box): Box => [x0 - 2, y0 - 2, x1 + 2, y1 + 2];

/** The least extent of what is drawn, so that a line can be pointed at. */
const hair = 0.1;

function rect([x0, y0, x1, y1]: Box, title: string, looks = ''): string {
  const [wide, high] = [Math.max(hair, x1 - x0), Math.max(hair, y1 - y0)];
  const shape = `x="${round(x0)}" y="${round(y0)}" width="${round(wide)}" height="${round(high)}"`;
  return `<rect ${shape} ${looks}>${titled(title)}</rect>`;
}

const titled = (title: string): string => (title === '' ? '' : `<title>${escaped(title)}</title>`);
const fillOf = (colour: Rgb): string => `fill="rgb(${colour.join(',')})"`;
const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Text as XML; characters that XML 1.0 does not allow become its replacement character. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
