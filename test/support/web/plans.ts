import { cell, docxFile, paragraph, row, table } from '../docx.ts';

const findings = [
  'The service should make sure that risk information for operational crews is kept up to date.',
  'The service should ensure its recruitment campaigns reach the people most at risk.',
  'The service needs to evaluate how well its exercise programme supports joint working.',
];
const actions = [
  'Review the way risk information reaches crews at all wholetime stations.',
  'Write a business case for a recruitment campaign with partners.',
  'Set up a working group for the exercise programme and report to the board.',
];
const statuses = ['Not started', 'In progress', 'Complete'];

/** One edition of an invented service's plan: `edition` counts from 0, and its statuses go on from one to the next. */
export function planRows(edition: number): readonly (readonly string[])[] {
  return [
    ['Ref', 'Area for improvement', 'Action', 'Progress', 'Lead', 'Timescale', 'Status'],
    ...findings.map((finding, index) => [
      `AFI ${index + 1}`,
      finding,
      actions[index] ?? '',
      `Work stage ${edition + 1} of item ${index + 1} was agreed with area commanders.`,
      'Head of Prevention',
      'March 2030',
      statuses[Math.min(2, Math.floor((edition + index) / 2))] ?? '',
    ]),
  ];
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** The day of the meeting that an edition went to: one a month from January 2023 on. */
export const dayOfEdition = (edition: number): string =>
  `12 ${monthNames[edition % 12]} ${2023 + Math.floor(edition / 12)}`;

export function planDocx(service: string, edition: number): Buffer {
  return docxFile({
    body:
      paragraph(service) +
      paragraph('HMICFRS Improvement Plan update') +
      paragraph(`Meeting date: ${dayOfEdition(edition)}`) +
      table(planRows(edition).map((cells) => row(cells.map((text) => cell(text))))),
  });
}

/** The same as a page of a site, with what changes at every visit. */
export function planHtml(service: string, edition: number, stamp = ''): string {
  const [header = [], ...rows] = planRows(edition);
  const line = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Improvement plan</title></head><body>
<main><h1>${service}</h1><h2>HMICFRS Improvement Plan</h2><p>Updated ${dayOfEdition(edition)}</p>
<table>${line('th', header)}${rows.map((cells) => line('td', cells)).join('\n')}</table>${stamp}</main></body></html>`;
}

/** A PDF of one page with one line of text, as small as it can be. */
export function smallPdf(text: string): Buffer {
  const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
}
