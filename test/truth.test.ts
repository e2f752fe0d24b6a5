import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../parsers/index.ts';
import { documentToExtraction } from '../parsers/paper.ts';
import type { Document } from '../src/model/document.ts';
import { defaultParseOptions } from '../src/model/parsing.ts';
import type { Entry, Extraction } from '../src/model/plan.ts';
import { fixturePapers, sourceFile } from './support/fixture-papers.ts';
import { hasProgram } from './support/print.ts';
import { type Score, scoreExtraction } from './support/truth.ts';
import { missingByPath, missingOnPage, placedWords, popplerWords } from './support/words-at.ts';

/** Of every hundred fields so many must be as on the page: in each form of each paper, and over all. */
const leastInOne = 0.95;
const leastOverAll = 0.99;

interface Reading {
  readonly file: string;
  readonly document: Document;
  readonly extraction: Extraction;
}

const readings = new Map<string, Promise<Reading>>();

function read(file: string): Promise<Reading> {
  const known = readings.get(file) ?? readOnce(file);
  readings.set(file, known);
  return known;
}

async function readOnce(file: string): Promise<Reading> {
  const source = sourceFile(file);
  const document = await readDocument(source, defaultParseOptions);
  return { file, document, extraction: documentToExtraction(source, document) };
}

const told = ({ differences }: Score) =>
  differences.map(({ where, field, want, have }) => `${where} ${field}\n  want ${want}\n  have ${have}`).join('\n');

const papers = fixturePapers();

describe('papers as a person reads them', () => {
  const scores: Score[] = [];
  for (const { name, truth, files } of papers) {
    for (const { form, path: file } of files) {
      it(`${name}, ${form}`, async () => {
        const score = scoreExtraction(truth, (await read(file)).extraction);
        scores.push(score);
        expect(score.right / score.total, told(score)).toBeGreaterThanOrEqual(leastInOne);
      });
    }
  }

  it('all together', () => {
    const right = scores.reduce((sum, score) => sum + score.right, 0);
    const total = scores.reduce((sum, score) => sum + score.total, 0);
    expect(right / total).toBeGreaterThanOrEqual(leastOverAll);
  });
});

describe('one paper, whatever form it comes in', () => {
  for (const { name, files } of papers.filter((paper) => paper.files.length > 1)) {
    it(name, async () => {
      const [first, ...others] = await Promise.all(files.map(({ path: file }) => read(file)));
      for (const other of others) {
        expect(comparable(other.extraction), path.basename(other.file)).toEqual(comparable(first?.extraction));
      }
    });
  }
});

/** A reading without what its form alone decides: places, the file, how lines were broken, and how sure that makes each value. */
function comparable(extraction: Extraction | undefined): unknown {
  const { service, title, body, meetingDate, asAt, agendaItem, author } = extraction?.paper ?? {};
  const entries = extraction?.entries.map(({ places: _, confidence, ...entry }: Entry) => ({
    ...entry,
    confidence: Object.keys(confidence).toSorted(),
  }));
  const whole = {
    paper: { service, title, body, meetingDate, asAt, agendaItem, author },
    plans: extraction?.plans,
    entries,
  };
  return JSON.parse(JSON.stringify(whole).replace(/\\n|[ \u00a0]+/g, ' '));
}

describe("every value's words stand where it says", () => {
  const shared = path.resolve(import.meta.dirname, '../../shared/papers');
  const samples = existsSync(shared)
    ? ['text', 'html', 'docx', 'pdf'].flatMap((kind) =>
        readdirSync(path.join(shared, kind)).map((file) => path.join(shared, kind, file)),
      )
    : [];
  const files = [...papers.flatMap(({ files: own }) => own.map((one) => one.path)), ...samples];
  for (const file of files) {
    it(`by path: ${path.basename(file)}`, async () => {
      const { document, extraction } = await read(file);
      expect(missingByPath(document, placedWords(extraction))).toEqual([]);
    });
  }
  for (const file of files.filter((one) => one.endsWith('.pdf'))) {
    it.skipIf(!hasProgram('pdftotext'))(`on the page, as poppler sees it: ${path.basename(file)}`, async () => {
      const { extraction } = await read(file);
      expect(missingOnPage(popplerWords(file), placedWords(extraction))).toEqual([]);
    });
  }
  it.runIf(samples.length === 0)('over the sample papers: skipped, ../shared is not here', (context) => context.skip());
});
