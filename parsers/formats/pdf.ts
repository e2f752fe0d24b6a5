import type { Format } from '../../src/model/parsing.ts';

/**
 * PDF, tagged or not: the header may stand anywhere in the first 1024 bytes (ISO 32000-1, implementation note
 * 13), and where it is lost the first object still tells.
 */
export const pdf: Format = {
  name: 'pdf',
  claims(bytes) {
    const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
    return head.includes('%PDF-') || /^(?:%[^\n]*\n)?\d+ \d+ obj\b/.test(head);
  },
  async parse(file, options) {
    const { readPdfFile } = await import('../pdf/read.ts');
    return readPdfFile(file.bytes, options);
  },
};
