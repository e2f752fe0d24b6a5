import type { Rgb } from '../../../src/model/document.ts';
import { attribute, type Element } from '../dom.ts';
import { parseColour } from '../html/colours.ts';
import { attributeValue, childNamed, childrenNamed, parseXml, toggle } from './xml.ts';

/** What a run of text looks like as far as it matters here; undefined where nothing is said. */
export interface RunLook {
  readonly bold?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly struck?: boolean | undefined;
  /** True where it stands above the line. */
  readonly raised?: boolean | undefined;
  /** The font's name for Latin letters. */
  readonly font?: string | undefined;
  /** Points. */
  readonly size?: number | undefined;
  readonly colour?: Rgb | undefined;
  /** Painted behind the run's words alone. */
  readonly fill?: Rgb | undefined;
}

/** What a paragraph's style and own properties say of it. */
export interface ParagraphLook {
  readonly styleName: string;
  /** 1 to 9 where the paragraph is a heading, null for body text. */
  readonly headingLevel: number | null;
  /** The list it is numbered in; `level` null where the style names the list alone. */
  readonly numbering: { readonly list: string; readonly level: number | null } | null;
  readonly styleId: string | null;
  readonly fill: Rgb | undefined;
  readonly run: RunLook;
}

/** What a table's style says of its first row and first column. */
export interface TableLook {
  readonly firstRow: RunLook;
  readonly firstColumn: RunLook;
}

export interface DocxStyles {
  run(properties: Element | null, paragraph: RunLook): RunLook;
  paragraph(properties: Element | null): ParagraphLook;
  table(properties: Element | null): TableLook;
}

interface Style {
  readonly name: string;
  readonly element: Element;
  readonly basedOn: string | null;
}

/** Word's sixteen highlighter pens (ECMA-376 part 1, 17.18.40), where CSS has another colour under the name or none. */
const highlights = new Map([
  ['darkyellow', '808000'],
  ['green', '00ff00'],
  ['darkgreen', '008000'],
]);

/** Reads styles.xml and resolves what a run, paragraph or table takes from its styles (ECMA-376 part 1, 17.7). */
export function readStyles(xml: string | null): DocxStyles {
  const root = xml === null ? null : parseXml(xml);
  const styles = new Map(
    childrenNamed(root, 'w:style').map((style) => [attribute(style, 'w:styleId'), toStyle(style)]),
  );
  const defaultId = childrenNamed(root, 'w:style').find(
    (style) => attribute(style, 'w:type') === 'paragraph' && /^(?:1|true|on)$/.test(attribute(style, 'w:default')),
  )?.attribs['w:styleId'];
  const defaults = lookOf(childNamed(childNamed(childNamed(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
  /** The style and those it is based on, the nearest first. */
  const chain = (id: string | null): readonly Style[] => {
    const found: Style[] = [];
    for (
      let style = styles.get(id ?? '');
      style !== undefined && !found.includes(style);
      style = styles.get(style.basedOn ?? '')
    ) {
      found.push(style);
    }
    return found;
  };
  const looks = (id: string | null): RunLook =>
    merge(chain(id).map(({ element }) => lookOf(childNamed(element, 'w:rPr'))));
  return {
    run: (properties, paragraph) =>
      merge([lookOf(properties), looks(attributeValue(properties, 'w:rStyle')), paragraph]),
    paragraph(properties) {
      const own = chain(attributeValue(properties, 'w:pStyle') ?? defaultId ?? null);
      const sources = [properties, ...own.map(({ element }) => childNamed(element, 'w:pPr'))];
      return {
        styleName: own[0]?.name ?? '',
        headingLevel: headingLevel(own, sources),
        numbering: numberingOf(sources),
        styleId: attributeValue(properties, 'w:pStyle') ?? defaultId ?? null,
        fill: sources.map((source) => shadeOf(childNamed(source, 'w:shd'))).find((fill) => fill !== undefined),
        run: merge([...own.map(({ element }) => lookOf(childNamed(element, 'w:rPr'))), defaults]),
      };
    },
    table(properties) {
      const own = chain(attributeValue(properties, 'w:tblStyle'));
      const shown = shownParts(childNamed(properties, 'w:tblLook'));
      const part = (type: string): RunLook =>
        merge(
          own.flatMap(({ element }) =>
            childrenNamed(element, 'w:tblStylePr')
              .filter((each) => attribute(each, 'w:type') === type)
              .map(partLook),
          ),
        );
      return {
        firstRow: shown.firstRow ? part('firstRow') : {},
        firstColumn: shown.firstColumn ? part('firstCol') : {},
      };
    },
  };
}

const toStyle = (element: Element): Style => ({
  name: (attributeValue(element, 'w:name') ?? '').toLowerCase(),
  element,
  basedOn: attributeValue(element, 'w:basedOn'),
});

/** The looks together; the first that says something decides. */
function merge(looks: readonly RunLook[]): RunLook {
  const first = <K extends keyof RunLook>(key: K): RunLook[K] => looks.find((look) => look[key] !== undefined)?.[key];
  return {
    bold: first('bold'),
    hidden: first('hidden'),
    struck: first('struck'),
    raised: first('raised'),
    font: first('font'),
    size: first('size'),
    colour: first('colour'),
    fill: first('fill'),
  };
}

function lookOf(properties: Element | null): RunLook {
  const highlight = attributeValue(properties, 'w:highlight')?.toLowerCase();
  const pen = highlight === undefined || highlight === 'none' ? undefined : (highlights.get(highlight) ?? highlight);
  return {
    bold: toggle(properties, 'w:b'),
    hidden: toggle(properties, 'w:vanish'),
    struck: either(toggle(properties, 'w:strike'), toggle(properties, 'w:dstrike')),
    raised: raisedBy(properties),
    font: fontOf(childNamed(properties, 'w:rFonts')),
    size: halfPoints(attributeValue(properties, 'w:sz')),
    colour: parseColour(attributeValue(properties, 'w:color') ?? '') ?? undefined,
    fill: (pen === undefined ? null : parseColour(pen)) ?? shadeOf(childNamed(properties, 'w:shd')),
  };
}

const either = (one: boolean | undefined, other: boolean | undefined): boolean | undefined =>
  one === true || other === true ? true : (one ?? other);

/** By its own way of raising words, or by a distance above the line in half-points (17.3.2.42, 17.3.2.24). */
function raisedBy(properties: Element | null): boolean | undefined {
  const align = attributeValue(properties, 'w:vertAlign');
  const distance = attributeValue(properties, 'w:position');
  if (align === null && distance === null) return undefined;
  return align === 'superscript' || Number(distance ?? 0) > 0;
}

const fontOf = (fonts: Element | null): string | undefined =>
  fonts === null ? undefined : attribute(fonts, 'w:ascii') || attribute(fonts, 'w:hAnsi') || undefined;

const halfPoints = (words: string | null): number | undefined =>
  words !== null && /^\d{1,4}$/.test(words) ? Number(words) / 2 : undefined;

const partLook = (part: Element): RunLook => ({
  ...lookOf(childNamed(part, 'w:rPr')),
  fill: shadeOf(childNamed(childNamed(part, 'w:tcPr'), 'w:shd')),
});

/** The colour of a shading: its pattern colour where the pattern is solid, else what lies under the pattern. */
export function shadeOf(shade: Element | null): Rgb | undefined {
  if (shade === null) return undefined;
  const name = attribute(shade, 'w:val') === 'solid' ? 'w:color' : 'w:fill';
  return parseColour(attribute(shade, name)) ?? undefined;
}

/** By the style's name in any of Word's own heading styles, a title, or the outline level the paragraph has (0 to 8). */
function headingLevel(styles: readonly Style[], sources: readonly (Element | null)[]): number | null {
  const outline = sources.map((source) => attributeValue(source, 'w:outlineLvl')).find((value) => value !== null);
  if (outline !== undefined && outline !== null) return /^[0-8]$/.test(outline) ? Number(outline) + 1 : null;
  for (const { name } of styles) {
    const level = /^heading (\d)$/.exec(name)?.[1];
    if (level !== undefined) return Number(level);
    if (name === 'title') return 1;
  }
  return null;
}

function numberingOf(sources: readonly (Element | null)[]): ParagraphLook['numbering'] {
  const properties = sources.map((source) => childNamed(source, 'w:numPr')).filter((numbering) => numbering !== null);
  const list = properties.map((numbering) => attributeValue(numbering, 'w:numId')).find((id) => id !== null);
  if (list === undefined || list === null || list === '0') return null;
  const level = properties.map((numbering) => attributeValue(numbering, 'w:ilvl')).find((value) => value !== null);
  return { list, level: level === undefined || level === null ? null : Number(level) || 0 };
}

/** Which parts of its style a table shows: by named attributes, or by the older bit mask (17.4.55). */
function shownParts(look: Element | null): { readonly firstRow: boolean; readonly firstColumn: boolean } {
  if (look === null) return { firstRow: true, firstColumn: true };
  const mask = Number.parseInt(attribute(look, 'w:val') || '0', 16);
  const part = (name: string, bit: number) =>
    name in look.attribs ? /^(?:1|true|on)$/.test(attribute(look, name)) : (mask & bit) !== 0;
  return { firstRow: part('w:firstRow', 0x20), firstColumn: part('w:firstColumn', 0x80) };
}
