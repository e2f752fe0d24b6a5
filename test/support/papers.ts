import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomFrom } from './random.ts';
import { action, finding, lead, sentences, serviceName } from './stock.ts';

/** Small papers about invented services, the same for the same seed, with `rows` entries each. */
export function paperHtml(seed: number, rows = 4): string {
  const { service, title, date, table } = paperOf(seed, rows);
  const line = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const [header = [], ...body] = table;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>
<h1>${service}</h1><h2>${title}</h2><p>Scrutiny Committee, ${date}</p>
<table border="1">${line('th', header)}${body.map((cells) => line('td', cells)).join('\n')}</table>
</body></html>`;
}

export function paperText(seed: number, rows = 4): string {
  const { service, title, date, table } = paperOf(seed, rows);
  return [
    service,
    '',
    title,
    '',
    `Scrutiny Committee, ${date}`,
    '',
    ...table.map((cells) => cells.join('\t')),
    '',
  ].join('\n');
}

function paperOf(seed: number, rows: number) {
  const random = randomFrom(seed);
  const row = (index: number) => [
    `AFI ${index + 1}`,
    finding(random),
    action(random),
    sentences(random, 1, 2),
    lead(random),
    `Q${random.whole(1, 4)} 2023/24`,
    random.pick(['Complete', 'In progress', 'Not started']),
  ];
  return {
    service: serviceName(random),
    title: 'HMICFRS Improvement Plan update',
    date: `${random.whole(1, 28)} June 2023`,
    table: [
      ['Ref', 'Area for improvement', 'Action', 'Progress', 'Lead', 'Timescale', 'Status'],
      ...Array.from({ length: rows }, (_, index) => row(index)),
    ],
  };
}

/** True where LibreOffice is there to make DOCX and PDF. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Turns HTML papers into files of another kind in one go: `name.html` becomes `name.docx` or `name.pdf`. */
export function convertPapers(kind: 'docx' | 'pdf', papers: Readonly<Record<string, string>>, folder: string): void {
  const work = `${folder}.making`;
  mkdirSync(work, { recursive: true });
  for (const [name, html] of Object.entries(papers)) writeFileSync(path.join(work, `${name}.html`), html);
  const files = Object.keys(papers).map((name) => path.join(work, `${name}.html`));
  const filter = kind === 'docx' ? 'docx:Office Open XML Text' : 'pdf:writer_web_pdf_Export';
  const profile = `-env:UserInstallation=file://${work}/profile`;
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files];
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 100_000 });
  rmSync(work, { recursive: true, force: true });
  if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
}
