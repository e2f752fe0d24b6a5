import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { toDocx } from './docx.ts';
import type { DrawnPaper } from './draw.ts';
import { foConfig, toFo } from './fo.ts';

const run = promisify(execFile);

/** Programs that print a paper to PDF, each from the form an office would give it. */
export const producers = ['weasyprint', 'chromium', 'libreoffice', 'wkhtmltopdf', 'fop'] as const;
export type Producer = (typeof producers)[number];
export const formats = ['html', 'docx', ...producers] as const;
export type Format = (typeof formats)[number];

/** The name under which a format's file is kept: what follows the paper's own. */
export const endingOf = (format: Format): string => (format === 'html' || format === 'docx' ? format : `${format}.pdf`);

const shelf = path.join(tmpdir(), 'boardtrail-foundry');

/**
 * The bytes of a paper in a format. A PDF is printed once and kept among the system's temporary files.
 * @throws where the producer's program is not installed or fails
 */
export async function printPaper({ page, html }: DrawnPaper, format: Format): Promise<Uint8Array> {
  if (format === 'html') return Buffer.from(html);
  if (format === 'docx') return toDocx(page);
  const source = format === 'libreoffice' ? await toDocx(page) : format === 'fop' ? toFo(page) : html;
  const key = createHash('sha256')
    .update(format)
    .update(format === 'libreoffice' ? html : source);
  const kept = path.join(shelf, `${key.digest('hex').slice(0, 24)}.pdf`);
  if (!existsSync(kept)) await printOnce(source, format, kept, page.landscape);
  return readFile(kept);
}

async function printOnce(
  source: string | Uint8Array,
  format: Producer,
  kept: string,
  landscape: boolean,
): Promise<void> {
  await mkdir(shelf, { recursive: true });
  const folder = await mkdtemp(path.join(shelf, 'print-'));
  try {
    const file = path.join(
      folder,
      format === 'libreoffice' ? 'paper.docx' : format === 'fop' ? 'paper.fo' : 'paper.html',
    );
    const made = path.join(folder, 'paper.pdf');
    await writeFile(file, source);
    await programs[format](file, made, folder, landscape);
    await rename(made, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Program = (source: string, made: string, folder: string, landscape: boolean) => Promise<unknown>;

const programs: Readonly<Record<Producer, Program>> = {
  weasyprint: (source, made) => run('weasyprint', ['-q', source, made]),
  chromium: (source, made, folder) =>
    run('chromium', [
      ...'--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync --no-pdf-header-footer'.split(
        ' ',
      ),
      `--user-data-dir=${folder}/profile`,
      `--print-to-pdf=${made}`,
      `file://${source}`,
    ]),
  libreoffice: (source, _made, folder) =>
    run('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      source,
    ]),
  wkhtmltopdf: (source, made, _folder, landscape) =>
    run(
      'wkhtmltopdf',
      ['-q', '--enable-local-file-access', '-s', 'A4', '-O', landscape ? 'Landscape' : 'Portrait', source, made],
      {
        env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
      },
    ),
  fop: async (source, made, folder) => {
    const config = path.join(folder, 'fop.xml');
    await writeFile(config, foConfig);
    await run('fop', ['-q', '-c', config, '-fo', source, '-pdf', made]);
  },
};
