import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { launchBrowser } from '../../../test/support/browser.ts';
import { hasProgram } from '../../../test/support/print.ts';
import type { DrawnPaper } from '../draw.ts';
import { toDocx } from './docx.ts';
import { foConfig, toFo } from './fo.ts';
import { toSheet } from './sheet.ts';
import { toText } from './text.ts';

const run = promisify(execFile);

/** Programs that print a paper to PDF, each from the form an office would give it. */
export const producers = ['weasyprint', 'chromium', 'libreoffice', 'wkhtmltopdf', 'fop', 'calc'] as const;
export type Producer = (typeof producers)[number];
export const formats = ['html', 'docx', 'text', ...producers] as const;
export type Format = (typeof formats)[number];

/** A paper and the format it is to have. */
export interface Print {
  readonly drawn: DrawnPaper;
  readonly format: Format;
}

const isPrinted = (format: Format): format is Producer => producers.some((producer) => producer === format);

/** Plain text has no tables, and sheets have little else: other plans are web pages or Word's instead. */
export function fitting({ traits: { form }, gold }: DrawnPaper, format: Format): Format {
  if (gold.entries.length === 0) return format;
  if (format === 'text' && !inWords.has(form)) return 'html';
  if (form === 'register' && (format === 'docx' || format === 'libreoffice')) return 'text';
  return format === 'calc' && !inSheets.has(form) ? 'libreoffice' : format;
}
const inWords: ReadonlySet<string> = new Set([
  'headings-paragraphs',
  'headings-bullets',
  'run-in',
  'plain',
  'definitions',
  'facts-line',
  'plain-cards',
  'unlabelled-sections',
  'asked-bullets',
  'lanes',
  'quarter-lanes',
  'numbered-prose',
  'letter',
  'register',
]);
const inSheets: ReadonlySet<string> = new Set(['rows', 'dated-log', 'bands', 'beside', 'two-row', 'causes']);

/** The name under which a format's file is kept: what follows the paper's own. */
export const endingOf = (format: Format): string =>
  isPrinted(format) ? `${format}.pdf` : format === 'text' ? 'txt' : format;

const sources: Readonly<Record<Producer, string>> = {
  weasyprint: 'html',
  chromium: 'html',
  libreoffice: 'docx',
  wkhtmltopdf: 'html',
  fop: 'fo',
  calc: 'fods',
};

const shelf = path.join(tmpdir(), 'boardtrail-foundry');

/** Where a printed paper is kept among the system's temporary files. */
function keptAt({ drawn: { page, html }, format }: Print): string {
  const key = createHash('sha256')
    .update(format)
    .update(format === 'fop' ? toFo(page) : format === 'calc' ? toSheet(page) : html);
  return path.join(shelf, `${key.digest('hex').slice(0, 24)}.pdf`);
}

/**
 * The bytes of a paper in a format; a PDF has to be printed before (`printPapers`).
 * @throws where it has not been printed
 */
export async function bytesOf(print: Print): Promise<Uint8Array> {
  const { drawn, format } = print;
  if (format === 'html') return Buffer.from(drawn.html);
  if (format === 'text') return Buffer.from(toText(drawn.page));
  return format === 'docx' ? toDocx(drawn.page) : readFile(keptAt(print));
}

/**
 * Prints those papers that are to be PDFs and have not been printed yet, all of one producer at once.
 * @throws where the producer's program is not installed or fails
 */
export async function printPapers(prints: readonly Print[]): Promise<void> {
  const missing = prints.filter((print) => isPrinted(print.format) && !existsSync(keptAt(print)));
  if (missing.length === 0) return;
  await mkdir(shelf, { recursive: true });
  for (const producer of producers) {
    const own = missing.filter(({ format }) => format === producer);
    if (own.length > 0) await printAll(producer, own);
  }
}

const commands: Readonly<Record<Producer, string>> = {
  weasyprint: 'weasyprint',
  chromium: 'chromium',
  libreoffice: 'soffice',
  wkhtmltopdf: 'wkhtmltopdf',
  fop: 'fop',
  calc: 'soffice',
};

async function printAll(producer: Producer, prints: readonly Print[]): Promise<void> {
  const command = commands[producer];
  if (!hasProgram(command))
    throw new Error(`${command} is not installed. Install it, or choose a --format without it.`);
  const folder = await mkdtemp(path.join(shelf, 'print-'));
  try {
    const jobs: Job[] = [];
    for (const [index, { drawn }] of prints.entries()) {
      const source = path.join(folder, `${index}.${sources[producer]}`);
      await writeFile(source, await sourceOf(producer, drawn));
      const { page, seed } = drawn;
      const made = path.join(folder, `${index}.pdf`);
      jobs.push({ source, made, landscape: page.landscape, tagged: seed % 2 === 0 });
    }
    await programs[producer](jobs, folder);
    for (const [index, print] of prints.entries()) await rename(path.join(folder, `${index}.pdf`), keptAt(print));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sourceOf(producer: Producer, { page, html }: DrawnPaper): Promise<string | Uint8Array> {
  if (producer === 'libreoffice') return toDocx(page);
  if (producer === 'calc') return toSheet(page);
  return producer === 'fop' ? toFo(page) : html;
}

/** A file to be printed. */
interface Job {
  readonly source: string;
  readonly made: string;
  readonly landscape: boolean;
  /** True for a structure tree, where the producer leaves a choice. */
  readonly tagged: boolean;
}

type Program = (jobs: readonly Job[], folder: string) => Promise<void>;

const oneByOne =
  (print: (job: Job, folder: string) => Promise<unknown>): Program =>
  async (jobs, folder) => {
    for (const job of jobs) await print(job, folder);
  };

const withOffice =
  (filter: string): Program =>
  async (jobs, folder) => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const files = jobs.map(({ source }) => source);
    await run('soffice', [profile, '--headless', '--convert-to', `pdf:${filter}`, '--outdir', folder, ...files]);
  };

const programs: Readonly<Record<Producer, Program>> = {
  weasyprint: oneByOne(({ source, made }) => run('weasyprint', ['-q', source, made])),
  chromium: async (jobs) => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      for (const { source, made, tagged } of jobs) {
        await page.goto(`file://${source}`);
        await page.pdf({ path: made, preferCSSPageSize: true, tagged, printBackground: true });
      }
    } finally {
      await browser.close();
    }
  },
  libreoffice: withOffice('writer_pdf_Export'),
  calc: withOffice('calc_pdf_Export'),
  wkhtmltopdf: oneByOne(({ source, made, landscape }) =>
    run(
      'wkhtmltopdf',
      ['-q', '--enable-local-file-access', '-s', 'A4', '-O', landscape ? 'Landscape' : 'Portrait', source, made],
      { env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } },
    ),
  ),
  fop: oneByOne(async ({ source, made }, folder) => {
    const config = path.join(folder, 'fop.xml');
    await writeFile(config, foConfig);
    await run('fop', ['-q', '-c', config, '-fo', source, '-pdf', made]);
  }),
};
