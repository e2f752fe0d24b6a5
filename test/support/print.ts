import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { pdf } from '../../parsers/formats/pdf.ts';
import type { Document } from '../../src/model/document.ts';
import { defaultParseOptions, type ParseOptions } from '../../src/model/parsing.ts';
import { printByWeasyPrint } from './weasyprint.ts';

const run = promisify(execFile);

/** Programs that make PDFs: each draws text, lines and tags in ways of its own. */
export type Producer = 'weasyprint' | 'chromium' | 'libreoffice' | 'libreoffice-tagged';

export const producers: readonly Producer[] = ['weasyprint', 'chromium', 'libreoffice', 'libreoffice-tagged'];

const programs: Readonly<Record<Producer, string>> = {
  weasyprint: 'weasyprint',
  chromium: 'chromium',
  libreoffice: 'soffice',
  'libreoffice-tagged': 'soffice',
};

/** True where the program stands on the path. */
export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}

/** True where the producer's program is installed; tests that need it skip where it is not. */
export const canPrint = (producer: Producer): boolean => hasProgram(programs[producer]);

const shelf = path.join(tmpdir(), 'boardtrail-printed');

/** A web page, or a spreadsheet as XML, printed to PDF; printed once for each producer and kept for further runs. */
export async function printHtml(html: string, producer: Producer): Promise<Uint8Array> {
  const key = createHash('sha256').update(producer).update('\0').update(html).digest('hex').slice(0, 24);
  const kept = path.join(shelf, `${key}.pdf`);
  if (!existsSync(kept)) {
    await mkdir(shelf, { recursive: true });
    const folder = await mkdtemp(path.join(shelf, 'print-'));
    try {
      const page = path.join(folder, html.includes('opendocument.spreadsheet') ? 'page.fods' : 'page.html');
      await writeFile(page, html);
      await printFile(page, folder, producer);
      await copyFile(path.join(folder, 'page.pdf'), `${kept}.${process.pid}`);
      await rename(`${kept}.${process.pid}`, kept);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return readFile(kept);
}

async function printFile(page: string, folder: string, producer: Producer): Promise<void> {
  const made = path.join(folder, 'page.pdf');
  if (producer === 'weasyprint') {
    await printByWeasyPrint(page, made);
  } else if (producer === 'chromium') {
    const flags =
      '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --no-pdf-header-footer';
    const own = [`--user-data-dir=${folder}/profile`, `--print-to-pdf=${made}`, `file://${page}`];
    await run('chromium', [...flags.split(' '), ...own], { timeout: 60_000 });
  } else {
    const tagged = producer === 'libreoffice-tagged';
    const options = JSON.stringify({ UseTaggedPDF: { type: 'boolean', value: String(tagged) } });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filters = page.endsWith('.fods')
      ? ['--convert-to', `pdf:calc_pdf_Export:${options}`]
      : ['--infilter=HTML (StarWriter)', '--convert-to', `pdf:writer_pdf_Export:${options}`];
    await run('soffice', [profile, '--headless', ...filters, '--outdir', folder, page], { timeout: 90_000 });
  }
}

/** Reads a PDF as the pipeline does. */
export function readPdf(bytes: Uint8Array, options: Partial<ParseOptions> = {}): Promise<Document> {
  const file = { name: 'test.pdf', path: 'test.pdf', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  return pdf.parse(file, { ...defaultParseOptions, ...options });
}

/** A document one block a line, for comparing: `# heading`, `P text`, `- item`, `| cell | cell`. */
export function outlineOf(document: Document): readonly string[] {
  return document.blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'paragraph') return [`P ${block.text}`];
    if (block.kind === 'list') return block.items.map((item) => `${item.label ?? '-'} ${item.text}`);
    return Array.from({ length: block.rows }, (_, row) => {
      const cells = block.cells.filter((cell) => cell.row === row);
      return cells.map((cell) => `| ${cell.text.replaceAll('\n', ' / ')}`).join(' ');
    });
  });
}
