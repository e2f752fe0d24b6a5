import type { Fill, PageContent, Segment, TextRun } from '../../parsers/pdf/page/page-content.ts';

/** A word for a page made by hand: its left end, its baseline, and what differs from plain 10 point text. */
export type Word = readonly [text: string, x: number, baseline: number, looks?: Partial<TextRun>];

const letterWidth = 0.5;

/** A run as a printer would draw it: half an em to a letter. */
export function run([text, x, baseline, looks = {}]: Word): TextRun {
  const size = looks.size ?? 10;
  return {
    text,
    spaceBefore: true,
    box: [x, baseline - 0.76 * size, x + text.length * letterWidth * size, baseline + 0.21 * size],
    baseline,
    font: 'Test',
    fontName: 'Test',
    size,
    bold: false,
    colour: [0, 0, 0],
    angle: 0,
    slant: null,
    rightToLeft: false,
    markedContent: null,
    artifact: false,
    ...looks,
  };
}

/** A line of text as words one blank apart, from `x` on. */
export function words(text: string, x: number, baseline: number, looks: Partial<TextRun> = {}): readonly TextRun[] {
  const size = looks.size ?? 10;
  let at = x;
  return text.split(' ').map((word) => {
    const made = run([word, at, baseline, looks]);
    at += (word.length + 0.6) * letterWidth * size;
    return made;
  });
}

/** An A4 page with these runs. */
export function page(
  runs: readonly TextRun[],
  rest: { readonly number?: number; readonly fills?: readonly Fill[]; readonly segments?: readonly Segment[] } = {},
): PageContent {
  return {
    number: rest.number ?? 1,
    width: 595,
    height: 842,
    runs,
    segments: rest.segments ?? [],
    slants: [],
    fills: rest.fills ?? [],
    images: [],
    structure: null,
    damaged: false,
    covered: 0,
  };
}
