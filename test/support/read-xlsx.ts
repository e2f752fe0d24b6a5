import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';

/** A cell as the file has it: what stands in it, and which elements say so. */
export interface ReadCell {
  readonly value: string | number;
  readonly isFormula: boolean;
  readonly style: number;
}

export interface ReadSheet {
  readonly name: string;
  /** By reference: A1, B1, … */
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly xml: string;
}

/** The sheets of a workbook, read without the project's own code. */
export function readXlsx(bytes: Uint8Array): readonly ReadSheet[] {
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const workbook = load(part('xl/workbook.xml'), { xml: true });
  return workbook('sheet')
    .toArray()
    .map((sheet, index) => {
      const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
      return { name: workbook(sheet).attr('name') ?? '', cells: cellsOf(xml), xml };
    });
}

function cellsOf(xml: string): ReadonlyMap<string, ReadCell> {
  const $ = load(xml, { xml: { decodeEntities: true } });
  return new Map(
    $('c')
      .toArray()
      .map((cell) => {
        const at = $(cell);
        const value = at.attr('t') === 'inlineStr' ? decoded(at.find('is > t').text()) : Number(at.find('v').text());
        return [at.attr('r') ?? '', { value, isFormula: at.find('f').length > 0, style: Number(at.attr('s')) }];
      }),
  );
}

/** ECMA-376 part 1, 22.9.2.19: `_xHHHH_` is the UTF-16 unit HHHH. */
function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
}
