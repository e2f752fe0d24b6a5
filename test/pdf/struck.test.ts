import { expect, test } from 'vitest';
import { setStruckAside } from '../../parsers/pdf/page/struck.ts';
import { page, words } from '../support/page.ts';
import { canPrint, outlineOf, type Producer, printHtml, readPdf } from '../support/print.ts';
import { rawPdf, shown } from '../support/raw-pdf.ts';

const line = (x0: number, x1: number, y: number) => ({ x0, x1, y0: y, y1: y, width: 0.5, colour: [0, 0, 0] as const });
const old = words('Q2 2025/26', 100, 200);
const right = old.at(-1)?.box[2] ?? 0;
const texts = (lines: readonly ReturnType<typeof line>[]) => {
  const { pages, issues } = setStruckAside([page([...old, ...words('Q4 2025/26', 200, 200)], { segments: lines })]);
  return { left: pages[0]?.runs.map(({ text }) => text).join(' '), rules: pages[0]?.segments.length, issues };
};

test('words that a line runs through are left out with it, and an issue keeps them', () => {
  const { left, rules, issues } = texts([line(100, right, 197)]);
  expect([left, rules]).toEqual(['Q4 2025/26', 0]);
  expect(issues).toMatchObject([{ code: 'pdf/struck-text', severity: 'info', place: { page: 1 } }]);
  expect(issues[0]?.message).toContain('"Q2 2025/26"');
});

test('one line for each word strikes them all', () => {
  expect(texts(old.map(({ box }) => line(box[0], box[2], 197))).left).toBe('Q4 2025/26');
});

test.each([
  ['under the words', line(100, right, 201.5)],
  ['over the words', line(100, right, 192)],
  ['through the words from edge to edge of a table', line(60, 400, 197)],
  ['through half a word', line(100, 105, 197)],
])('a line %s strikes nothing out and stays', (_, rule) => {
  expect(texts([rule])).toEqual({ left: 'Q2 2025/26 Q4 2025/26', rules: 1, issues: [] });
});

const paper = `<html><head><title>Plan</title><style>td, th { border: 1px solid }</style></head><body><table border="1"><tr><th>Action</th><th>Status</th></tr>
<tr><td>Train all crews</td><td><s>Not started</s> Complete</td></tr><tr><td><s>Visit all premises once</s></td><td><s>On track</s></td></tr></table></body></html>`;

test.for<Producer>(['weasyprint', 'chromium', 'libreoffice', 'libreoffice-tagged'])(
  'what %s strikes through is left out',
  async (producer, { skip }) => {
    skip(!canPrint(producer), `${producer} is not installed`);
    const document = await readPdf(await printHtml(paper, producer));
    expect(outlineOf(document).filter((row) => row.startsWith('|'))).toEqual([
      '| Action | Status',
      '| Train all crews | Complete',
      '|  | ',
    ]);
    const kept = document.issues.filter(({ code }) => code === 'pdf/struck-text').map(({ message }) => message);
    expect(kept.join(' ')).toMatch(/Not started.*Visit all premises once.*On track/s);
  },
);

test('an annotation that strikes out has no rule for a table, and its words go', async () => {
  const objects = `20 0 obj << /Type /Annot /Subtype /StrikeOut /Rect [20 98 140 112] /QuadPoints [20 110 72 110 20 98 72 98] /C [1 0 0] /F 4 >> endobj`;
  const pdf = rawPdf({ content: shown('Not started', 20, 100) + shown('Complete', 90, 100), objects });
  const annotated = Buffer.from(pdf).toString('latin1').replace('/Contents 4 0 R', '/Contents 4 0 R /Annots [20 0 R]');
  const document = await readPdf(new Uint8Array(Buffer.from(annotated, 'latin1')));
  expect(outlineOf(document)).toEqual(['P Complete']);
});
