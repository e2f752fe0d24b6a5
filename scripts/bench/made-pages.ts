import type { Random } from '../../test/support/random.ts';
import { type MadeTable, makeTable, phrase } from './made-tables.ts';

/** A page as HTML, and the tables in it. */
export interface MadePage {
  readonly html: string;
  readonly tables: readonly MadeTable[];
}

const fonts = ['Liberation Sans', 'Liberation Serif', 'DejaVu Sans', 'Liberation Sans Narrow'];

/** One page of a statistical paper: prose in one or two columns, lists, and up to two tables. */
export function makePage(random: Random): MadePage {
  const { chance, pick, whole } = random;
  const several = (least: number, most: number, make: () => string) =>
    Array.from({ length: whole(least, most) }, make).join(' ');
  const prose = () => `<p>${several(2, 6, () => `${phrase(random, 8, 22)}.`)}</p>`;
  const list = () => `<ul>${several(3, 6, () => `<li>${phrase(random, 3, 18)}</li>`)}</ul>`;
  const isTwoColumns = chance(0.25);
  const tables = Array.from({ length: pick([0, 1, 1, 1, 1, 2]) }, (_, index) =>
    makeTable(random, `t${index}`, isTwoColumns ? 5 : 9),
  );
  const parts = tables.map(
    ({ html }) => `<div style="break-inside:avoid">${html}</div>${prose()}${chance(0.4) ? list() : ''}`,
  );
  const columns = isTwoColumns ? 'column-count:2;column-gap:8mm;' : '';
  const style = `@page{size:A4;margin:2cm} body{font:${pick([8, 9, 10, 11])}pt '${pick(fonts)}';${columns}${chance(0.5) ? 'text-align:justify' : ''}}
table{border-collapse:collapse;margin:6pt 0} td,th{vertical-align:top} ${tables.map((table) => table.style).join(' ')} tr>:first-child:not(.n){text-align:left!important}`;
  const body = parts.length === 0 ? list() + prose() : parts.join('');
  return {
    html: `<!doctype html><meta charset="utf-8"><style>${style}</style><h1>${phrase(random, 3, 6)}</h1>${prose()}${body}`,
    tables,
  };
}
