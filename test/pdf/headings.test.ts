import { expect, test } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import { canPrint, printHtml, readPdf } from '../support/print.ts';

const look = (block: Block): string =>
  block.kind === 'heading'
    ? `# ${block.text}`
    : block.kind === 'paragraph'
      ? `${block.bold ? 'bold' : 'plain'} ${block.text}`
      : block.kind;

/** The blocks of a printed page, each with what it was taken for. */
async function looks(body: string): Promise<readonly string[]> {
  const style = '@page { size: A4 } body { font: 10pt "Liberation Sans" } p, h4 { margin: 8pt 0; font-size: 10pt }';
  const html = `<html><head><style>${style}</style></head><body>${body}</body></html>`;
  const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
  return blocks.map(look);
}

const prose = (text: string) => `<p>${text} The station at Low Weir has been asked what it needs and when.</p>`;

test.skipIf(!canPrint('weasyprint'))(
  'a finding is a heading though it is a sentence, where it is set bold',
  async () => {
    const findings = ['The service should keep its hydrant records up to date.', 'Crews were unsure whom to tell.'];
    const read = await looks(findings.map((finding) => `<h4>${finding}</h4>${prose('Visits go on.')}`).join(''));
    expect(read.filter((text) => text.startsWith('#'))).toEqual(findings.map((finding) => `# ${finding}`));
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'a label that returns is no heading, nor is a value in capitals between two',
  async () => {
    const record = (finding: string) =>
      `<h4>${finding}</h4><p><b>Work done</b></p>${prose('Visits go on.')}<p><b>Rating</b></p><p>GREEN</p>`;
    const read = await looks(['Hydrant records', 'Telling the crews', 'Spare vehicles'].map(record).join(''));
    expect(read.slice(0, 5).map((text) => text.slice(0, 20))).toEqual([
      '# Hydrant records',
      'bold Work done',
      'plain Visits go on. ',
      'bold Rating',
      'plain GREEN',
    ]);
  },
);

test.skipIf(!canPrint('weasyprint'))('a line in a colour of its own is a heading, a link is none', async () => {
  const blue = 'style="color: #1f4e79; font-style: italic"';
  const read = await looks(
    `<p ${blue}>Agreed action</p>${prose('Visits go on.')}${prose('So do the talks.')}<p><a href="https://weir.example/plan">The plan of last year</a></p>`,
  );
  expect(read.map((text) => text.slice(0, 22))).toEqual([
    '# Agreed action',
    'plain Visits go on. Th',
    'plain So do the talks.',
    'plain The plan of last',
  ]);
});

test.skipIf(!canPrint('weasyprint'))('a section number set as a title is one; a figure is not', async () => {
  const read = await looks(
    ['2.1', '2.2', '85']
      .map((text) => `<h2 style="font-weight: normal">${text}</h2>${prose('Visits go on.')}`)
      .join(''),
  );
  expect(read.filter((text) => text.startsWith('#'))).toEqual(['# 2.1', '# 2.2']);
});

test.skipIf(!canPrint('weasyprint'))('a label in bold begins its own paragraph below a line that is full', async () => {
  const full = 'The service should make sure that crews at Low Weir and High Weir visit risk sites on time, always.';
  const width = 'style="width: 460pt; margin: 0; text-align: justify"';
  const read = await looks(
    `<p ${width}><b>The finding.</b> ${full}</p><p ${width}><b>Our promise.</b> We will visit each one.</p>`,
  );
  expect(read.map((text) => text.slice(0, 18))).toEqual(['plain The finding.', 'plain Our promise.']);
});

test.skipIf(!canPrint('weasyprint'))(
  'labels in bold beside their values have no heading, though one is a number',
  async () => {
    const facts = [
      ['Committee', 'Scrutiny Panel'],
      ['Date of meeting', '2 October 2025'],
      ['Agenda item', '10'],
      ['Report author', 'Head of Strategy'],
    ];
    const rows = facts.map(([label, value]) => `<tr><td><b>${label}</b></td><td>${value}</td></tr>`).join('');
    const html = `<h1 style="font-size: 16pt">Inspection plan update</h1><table style="width: 380pt">${rows}</table><p>It tells how far the plan has come.</p>`;
    const style = '<style>body { font: 10pt "Liberation Sans" } td:first-child { width: 110pt }</style>';
    const { blocks } = await readPdf(
      await printHtml(`<html><head>${style}</head><body>${html}</body></html>`, 'weasyprint'),
    );
    const words = blocks.flatMap((block) => ('text' in block ? [block.text] : []));
    expect(words.slice(1, 5)).toEqual(facts.map((fact) => fact.join(' ')));
  },
);

test.skipIf(!canPrint('weasyprint'))(
  'the titles of one series stand at one level, though the first is set larger than the others',
  async () => {
    const record = (title: string) => `${title}${prose('Visits go on.')}`;
    const titles = ['<h2>W-1: Hydrant records</h2>', '<h4>W-2: Telling the crews</h4>', '<h4>W-3: Spare vehicles</h4>'];
    const html = `<html><head><style>h2 { font-size: 14pt } h4, p { font-size: 10pt }</style></head><body><h1>Water plan</h1>${titles.map(record).join('')}<h4>Further work</h4>${prose('None.')}</body></html>`;
    const { blocks } = await readPdf(await printHtml(html, 'weasyprint'));
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    expect(levels).toEqual([1, 2, 2, 2, 3]);
  },
);
