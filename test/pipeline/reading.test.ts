import { expect, test } from 'vitest';
import { version } from '../../src/lib/version.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { openPool } from '../../src/pipeline/pool.ts';
import { answerToPaper, extractorName } from '../../src/pipeline/reading.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';

const file = { name: 'odd.pdf', path: '/papers/odd.pdf', bytes: Buffer.from('%PDF-'), sha256: 'a'.repeat(64) };

test('a reading is named by the version and by what is not as usual', () => {
  expect(extractorName(defaultParseOptions)).toBe(`boardtrail ${version}`);
  const unusual = { evidence: 'ruled', stitch: false, ocr: true, taught: [] } as const;
  expect(extractorName(unusual)).toBe(`boardtrail ${version}, evidence ruled, no stitch, ocr`);
});

test('an extraction is stored with the bytes it was made of', () => {
  const extraction = sampleExtraction(file.sha256);
  expect(answerToPaper(file, { ok: true, extraction }, 'x')).toEqual({
    paper: { extraction, bytes: file.bytes, size: 5, extractor: 'x' },
    fault: null,
  });
});

test('what is no document is a failed paper whose bytes are not kept', () => {
  const answer = { ok: false, code: 'file/unknown-format', message: 'The file is no paper. Remove it.' } as const;
  const { paper, fault } = answerToPaper(file, answer, 'x');
  expect({ bytes: paper.bytes, size: paper.size, fault }).toEqual({ bytes: null, size: 5, fault: null });
  expect(paper.extraction).toMatchObject({
    paper: { id: file.sha256, file: 'odd.pdf', format: null, outcome: 'failed' },
    entries: [],
    issues: [{ code: 'file/unknown-format', severity: 'error', message: answer.message, place: null }],
  });
});

test('an extraction without the shape it promises is a failed paper and our fault', async () => {
  const script = new URL('../support/reader-of-woes.ts', import.meta.url);
  const pool = openPool({ size: 1, timeout: 30_000, memory: 256, script });
  const answer = await pool.read({ file, options: defaultParseOptions });
  pool.close();
  expect(answer.ok).toBe(true);
  const { paper, fault } = answerToPaper(file, answer, 'x');
  expect(paper.extraction).toMatchObject({
    paper: { outcome: 'failed' },
    issues: [{ code: 'ingest/invalid-reading' }],
  });
  expect(paper.bytes).toEqual(file.bytes);
  expect(fault).toMatch(/"finding"/);
});
