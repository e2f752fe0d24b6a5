/** What a small PDF is made of; whatever is not named is as it should be. */
interface SmallPdf {
  /** The words of each page, one a line; no page draws anything else. */
  readonly pages?: readonly (readonly string[])[];
  /** How many pages the file says it has. */
  readonly count?: number;
  /** Pages, from 0, of which the file has lost what they are. */
  readonly lost?: readonly number[];
  /** What stands in the dictionary of what the file says about itself. */
  readonly info?: string;
}

/** A PDF in its least form; pdf.js finds the objects without a table of them. */
export function smallPdf({ pages = [[]], count = pages.length, lost = [], info = '' }: SmallPdf): Uint8Array {
  const kids = pages.map((_, index) => `${10 + 2 * index} 0 R`).join(' ');
  const objects = pages.flatMap((lines, index) => {
    const content = `BT /F 12 Tf 50 800 Td ${lines.map((line) => `(${line}) Tj 0 -30 Td`).join(' ')} ET`;
    const page = lost.includes(index)
      ? '0'
      : `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${11 + 2 * index} 0 R >>`;
    return [
      `${10 + 2 * index} 0 obj ${page} endobj`,
      `${11 + 2 * index} 0 obj << /Length ${content.length} >> stream\n${content}\nendstream endobj`,
    ];
  });
  const file = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [${kids}] /Count ${count} >> endobj
3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
${objects.join('\n')}
trailer << /Root 1 0 R /Info << ${info} >> >>
%%EOF`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
