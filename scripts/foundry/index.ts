import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readPaper } from '../../parsers/index.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { allForms, type RecordForm } from './design.ts';
import { type DrawnPaper, drawPaper } from './draw.ts';
import type { ReadPaper } from './measure/figures.ts';
import { scorePaper } from './measure/score.ts';
import { printTables } from './measure/tables.ts';
import { bytesOf, endingOf, type Format, fitting, formats, type Print, printPapers, producers } from './print/index.ts';

const usage = `npm run foundry -- --seed N --papers M: draws board papers from a grammar, reads them, and prints how well. Papers are
those of seeds N to N + M - 1.
  --format F       html (without it), docx, text, pdf (each paper by the next of the producers), one producer's name, or all
                   (each paper in the next of all formats)
  --held-out       labels, words and topics set aside for measuring take part; without it papers are training papers
  --form FORM      papers of one form of record only
  --leave-out FORM no paper of that form
  --no-plan        papers without a plan only
  --out DIR        writes each paper and its truth there
  --json           figures and every difference as JSON
  --verbose        names the papers below 98, with what differs`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    papers: { type: 'string', default: '20' },
    format: { type: 'string', default: 'html' },
    'held-out': { type: 'boolean', default: false },
    form: { type: 'string' },
    'leave-out': { type: 'string' },
    'no-plan': { type: 'boolean', default: false },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}.`);
  return Number(text);
}

function formNamed(name: string | undefined): RecordForm | undefined {
  if (name === undefined) return undefined;
  const form = allForms.find((one) => one === name);
  if (form === undefined) throw new Error(`There is no form ${name}. Forms are ${allForms.join(', ')}.`);
  return form;
}

/** The formats that papers come in by turns. */
function formatsNamed(name: string): readonly Format[] {
  if (name === 'all') return formats;
  if (name === 'pdf') return producers;
  const format = formats.find((one) => one === name);
  if (format === undefined) throw new Error(`There is no format ${name}. Formats are all, pdf, ${formats.join(', ')}.`);
  return [format];
}

const inTurn = formatsNamed(values.format);
const options = {
  split: values['held-out'] ? 'held-out' : 'train',
  form: formNamed(values.form),
  leaveOut: formNamed(values['leave-out']),
  noPlan: values['no-plan'] || undefined,
} as const;
const first = wholeNumber('seed', values.seed);
const prints = Array.from({ length: wholeNumber('papers', values.papers) }, (_, index): Print => {
  const seed = first + index;
  const drawn = drawPaper(seed, options);
  return { drawn, format: fitting(drawn, inTurn[seed % inTurn.length] ?? 'html') };
});
await printPapers(prints);

const read: ReadPaper[] = [];
for (const print of prints) {
  const { drawn, format } = print;
  const bytes = await bytesOf(print);
  const name = `foundry-${drawn.seed}.${endingOf(format)}`;
  if (values.out !== undefined) keep(values.out, name, bytes, drawn);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = await readPaper({ name, path: name, bytes, sha256 }, defaultParseOptions);
  read.push({ drawn, format, score: scorePaper(drawn.gold, reading) });
}

/** Writes a paper and, beside it, its truth. */
function keep(folder: string, name: string, bytes: Uint8Array, { seed, gold, traits }: DrawnPaper): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), bytes);
  writeFileSync(path.join(folder, `foundry-${seed}.json`), `${JSON.stringify({ ...gold, traits }, null, 1)}\n`);
}

if (values.json) {
  console.log(
    JSON.stringify(
      read.map(({ drawn: { seed, traits }, format, score }) => ({ seed, format, traits, ...score })),
      null,
      1,
    ),
  );
} else printTables(read, values.verbose);
