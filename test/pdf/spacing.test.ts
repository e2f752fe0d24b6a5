import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasProgram, outlineOf, readPdf } from '../support/print.ts';
import { rawPdf, shown } from '../support/raw-pdf.ts';

/** What is read of strings in 10 points of Helvetica: e and o are 5.56 wide, a blank 2.78. */
const read = async (strings: string) =>
  outlineOf(await readPdf(rawPdf({ content: `BT /F1 10 Tf 1 0 0 1 20 150 Tm ${strings} ET` })));

test('character spacing that the next string takes back is the blank between two words', async () => {
  const strings = '(To th) Tj 2.6 Tc 22.24 0 Td (eo) Tj 0 Tc 13.72 0 Td (fficers of the plan.) Tj';
  expect(await read(strings)).toEqual(['P To the officers of the plan.']);
});

test('character spacing that numbers of its own string take back parts a word of one letter from both beside it', async () => {
  const strings = '(o) Tj 2.6 Tc 5.56 0 Td [(fat) 260 (e) 260 (a) 260 (m)] TJ';
  expect(await read(strings)).toEqual(['P of a team']);
});

test('a word set wide by character spacing stays one, over strings and before a mark that touches it', async () => {
  const strings = '3 Tc (REP) Tj (ORT) Tj 0 Tc 56.67 0 Td (: agreed) Tj';
  expect(await read(strings)).toEqual(['P REPORT: agreed']);
});

test('leader dots set wide stay together behind a label set tight', async () => {
  expect(await read('(Introduction) Tj 2 Tc (..........) Tj')).toEqual(['P Introduction..........']);
});

test('glyphs that character spacing sets in two columns are no word', async () => {
  expect(await read('60 Tc (HX) Tj')).toEqual(['P H X']);
});

test('a blank that word spacing takes back is kerning', async () => {
  expect(await read('-2.7 Tw (agr eed) Tj 0 Tw ( in May) Tj')).toEqual(['P agreed in May']);
});

test('words under no paint are seen, though words before them were cut off or turned out to be two', async () => {
  const cutOff = 'q 20 100 100 20 re W n BT /F1 10 Tf 1 0 0 1 20 124 Tm (Unseen) Tj ET Q ';
  const parted = 'BT /F1 10 Tf 1 0 0 1 20 150 Tm (the) Tj 2.6 Tc (eo) Tj ET ';
  const paint = '0.9 g 20 40 200 20 re f 0 g ';
  for (const before of [`${cutOff}${paint}`, `${parted}${paint}`]) {
    const outline = outlineOf(await readPdf(rawPdf({ content: before + shown('Hefton', 20, 45) })));
    expect(outline.at(-1)).toBe('P Hefton');
  }
});

const text = `.ad b
.ll 14c
The Board agreed the plan in March and asked for a report before a review of the fire & rescue service was complete,
which the chief fire officers were able to give. Where a team is in place for 2 \\(en 3 days there are other options; we
are a small service, and our areas were up to date. Option A is for a year; Option B a further year. V. Tove is AV officer.
`;

test.for(['P', 'BM', 'H'])(
  'a text that groff sets in %s and Ghostscript prints has its blanks',
  async (family, { skip }) => {
    skip(!hasProgram('groff') || !hasProgram('gs'), 'groff and Ghostscript are not installed');
    const script = execFileSync('groff', ['-Tps', `-f${family}`], { input: text });
    const bytes = execFileSync('gs', ['-q', '-dSAFER', '-sDEVICE=pdfwrite', '-sOutputFile=-', '-'], { input: script });
    const paragraphs = outlineOf(await readPdf(new Uint8Array(bytes)));
    expect(paragraphs.join(' ').replaceAll('P ', '')).toBe(
      text.split('\n').slice(2).join(' ').replace('\\(en', '–').trim(),
    );
  },
);
