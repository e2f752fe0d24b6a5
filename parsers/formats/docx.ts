import { withPaths } from '../../src/lib/paths.ts';
import { openZip, ZipError } from '../../src/lib/zip.ts';
import type { Document, SourceFile } from '../../src/model/document.ts';
import { ParseError } from '../../src/model/errors.ts';
import type { Format } from '../../src/model/parsing.ts';

const zipStart = [0x50, 0x4b, 0x03, 0x04];
/** OLE compound files: Word before 2007, and any Office file with a password ([MS-CFB] 2.2). */
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Word documents. Claims also what only looks like one, to say what to do about it: a damaged package, the format
 * before 2007, a document locked with a password.
 */
export const docx: Format = {
  name: 'docx',
  claims: (bytes) => startsWith(bytes, oleStart) || (startsWith(bytes, zipStart) && holdsWord(bytes)),
  async parse(file) {
    return parse(file);
  },
};

async function parse(file: SourceFile): Promise<Document> {
  if (startsWith(file.bytes, oleStart)) throw oleError(file.bytes);
  const { readDocx } = await import('../markup/docx/read.ts');
  const { blocks, furniture, meta, issues } = await readDocx(file.bytes);
  return { format: 'docx', meta, pages: [], ...withPaths(blocks, furniture), issues };
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** By the archive's list of contents; an archive without one was cut, and nobody can tell what of. */
function holdsWord(bytes: Uint8Array): boolean {
  try {
    return openZip(bytes).names.some((name) => name.startsWith('word/'));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return true;
  }
}

function oleError(bytes: Uint8Array): ParseError {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => names.includes(stream, 0, 'utf16le');
  if (holds('EncryptedPackage')) {
    return new ParseError(
      'docx/encrypted',
      'The document is locked with a password. Ask for a copy without one, or save it without.',
    );
  }
  if (holds('WordDocument')) {
    return new ParseError(
      'docx/old-word',
      'The file is in Word’s format from before 2007 (.doc). Open it in Word or LibreOffice and save it as .docx.',
    );
  }
  return new ParseError(
    'docx/old-office',
    'The file is an Office file from before 2007, but no Word document. Save it as .docx or PDF.',
  );
}
