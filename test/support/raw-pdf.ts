/** Parts of a PDF that a test writes by hand; pdf.js finds the objects without a table of them. */
export interface RawPdf {
  /** The page's operators; F1 is Helvetica, F2 ZapfDingbats, F3 a font of glyph numbers without a map to Unicode. */
  readonly content: string;
  /** Entries of the page's stream, such as a filter that its bytes do not fit. */
  readonly stream?: string;
  /** Entries of the catalogue. */
  readonly catalogue?: string;
  /** Further fonts of the page. */
  readonly fonts?: string;
  /** Further objects, from number 20 on. */
  readonly objects?: string;
}

/** A PDF of one page of 300 by 200 points. */
export function rawPdf({ content, stream = '', catalogue = '', fonts = '', objects = '' }: RawPdf): Uint8Array {
  const text = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R ${catalogue} >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R
  /Resources << /Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R ${fonts} >> >> >> endobj
4 0 obj << /Length ${content.length} ${stream} >> stream
${content}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj
6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >> endobj
7 0 obj << /Type /Font /Subtype /Type0 /BaseFont /Numbers /Encoding /Identity-H /DescendantFonts [8 0 R] >> endobj
8 0 obj << /Type /Font /Subtype /CIDFontType2 /BaseFont /Numbers /DW 500 /FontDescriptor 9 0 R
  /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >> endobj
9 0 obj << /Type /FontDescriptor /FontName /Numbers /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200
  /CapHeight 700 /ItalicAngle 0 /StemV 80 >> endobj
${objects}
trailer << /Root 1 0 R >>
%%EOF`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Operators that show words from a point on, in 10 points unless told otherwise. */
export const shown = (words: string, x: number, y: number, font = 'F1', size = 10): string =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET\n`;
