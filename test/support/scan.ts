import { deflateSync } from 'node:zlib';
import { openPdf, type Picture } from '../../parsers/pdf/page/open.ts';
import { turnPicture } from '../../parsers/pdf/scan/turn.ts';

/** The first page of a PDF as a scanner sees it that is fed the sheet turned. */
export async function pictureOf(pdf: Uint8Array, { scale = 2.5, clockwise = 0 } = {}): Promise<Picture> {
  const open = await openPdf(pdf);
  try {
    return turnPicture(await open.picture(1, scale), -clockwise).picture;
  } finally {
    await open.close();
  }
}

/** A PDF of one page that is a picture. */
export function imagePdf({ width, height, grey }: Picture, scale: number): Uint8Array {
  const [wide, high] = [(width / scale).toFixed(2), (height / scale).toFixed(2)];
  const data = deflateSync(grey);
  const content = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q`;
  const text = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj
4 0 obj << /Length ${content.length} >> stream
${content}
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8
  /Filter /FlateDecode /Length ${data.length} >> stream
${data.toString('latin1')}
endstream endobj
trailer << /Root 1 0 R >>
%%EOF`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
