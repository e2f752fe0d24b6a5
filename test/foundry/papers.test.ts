import fc from 'fast-check';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { allForms, formsSetAside } from '../../scripts/foundry/design.ts';
import { drawPaper } from '../../scripts/foundry/draw.ts';
import { calibrationError, wrongInLowestTenth } from '../../scripts/foundry/measure/figures.ts';
import { fold, scorePaper } from '../../scripts/foundry/measure/score.ts';
import { type Block, line, textOf } from '../../scripts/foundry/page.ts';
import { toDocx } from '../../scripts/foundry/print/docx.ts';
import { toHtml } from '../../scripts/foundry/print/html.ts';
import { toText } from '../../scripts/foundry/print/text.ts';
import type { Extraction } from '../../src/model/plan.ts';

const papers = allForms.flatMap((form) =>
  (['train', 'held-out'] as const).flatMap((split) => [1, 2, 3, 4].map((seed) => drawPaper(seed, { split, form }))),
);

test('a seed gives one paper', () => {
  expect(drawPaper(7, { split: 'held-out' })).toEqual(drawPaper(7, { split: 'held-out' }));
  expect(drawPaper(7).html).not.toBe(drawPaper(8).html);
});

test('every value of the truth stands in the paper', () => {
  for (const { gold, page, traits, seed } of papers) {
    const printed = fold(textOf(page.blocks));
    for (const entry of gold.entries) {
      const { ref, finding, summary, action, progress, future, lead, timescale, updates, extra, status } = entry;
      const texts = [
        ref,
        finding,
        summary,
        action,
        future,
        lead,
        timescale?.raw,
        status?.raw,
        ...updates.map(({ text }) => text),
        ...Object.values(extra),
      ];
      for (const text of [...texts, ...(progress?.split('\n') ?? [])]) {
        expect(printed, `seed ${seed}, ${traits.form}`).toContain(fold(text ?? ''));
      }
    }
    expect(gold.entries.length).toBeGreaterThan(0);
  }
});

test('the Word file shows what the page shows', async () => {
  for (const { page, traits } of papers.filter(({ seed }) => seed === 2)) {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await toDocx(page)) });
    const letters = (text: string) => text.replaceAll(/\s/g, '');
    expect(letters(value), traits.form).toBe(letters(textOf(page.blocks)));
  }
});

test('plain text shows what the page shows, wrapped and marked', () => {
  for (const { page, traits } of papers.filter(({ seed }) => seed === 3)) {
    const letters = (text: string) => text.replaceAll(/\P{L}/gu, '').toUpperCase();
    expect(letters(toText(page)), traits.form).toBe(letters(textOf(page.blocks)));
  }
});

test('papers for training show no label that is set aside', () => {
  for (let seed = 1; seed < 100; seed++) expect(drawPaper(seed).traits.setAsideLabels).toBe(0);
});

/** The truth as if it had been read. */
const perfect = ({ gold }: (typeof papers)[number]) => {
  const entries = gold.entries.map((entry) => ({ ...entry, confidence: {} }));
  return { ...gold, entries, statements: [], issues: [] } as unknown as Extraction;
};

test('the truth itself scores 100, with nothing invented or lost', () => {
  for (const paper of papers) {
    const { f1, invented, losses } = scorePaper(paper.gold, perfect(paper));
    expect({ f1, invented, losses, form: paper.traits.form }).toEqual({
      f1: 1,
      invented: 0,
      losses: [],
      form: paper.traits.form,
    });
  }
});

test('what is left out is lost, unless an issue or an extra tells of it', () => {
  const paper = papers.find(({ gold }) => gold.entries.every(({ progress }) => progress !== null)) ?? papers[0];
  if (paper === undefined) throw new Error('no paper');
  const full = perfect(paper);
  const without = { ...full, entries: full.entries.map((entry) => ({ ...entry, progress: null })) };
  const lost = (reading: Extraction) =>
    scorePaper(paper.gold, reading).losses.filter(({ field }) => field === 'progress');
  expect(lost(without)).toHaveLength(paper.gold.entries.length);
  const issues = paper.gold.entries.map(({ progress }) => ({
    code: 'x/y',
    severity: 'warning' as const,
    message: `Left out: ${progress}`,
    place: null,
  }));
  expect(lost({ ...without, issues })).toEqual([]);
  const told = full.entries.map((entry) => ({
    ...entry,
    progress: null,
    extra: { ...entry.extra, Update: entry.progress ?? '' },
  }));
  expect(lost({ ...full, entries: told })).toEqual([]);
});

test('an entry that no truth knows is invented, and its values are wrong', () => {
  const [paper] = papers;
  if (paper === undefined) throw new Error('no paper');
  const full = perfect(paper);
  const [first] = full.entries;
  if (first === undefined) throw new Error('no entry');
  const stranger = {
    ...first,
    ref: null,
    finding: 'A sentence that stands nowhere else',
    action: null,
    progress: null,
    updates: [],
    future: null,
  };
  const { invented, f1 } = scorePaper(paper.gold, { ...full, entries: [...full.entries, stranger] });
  expect(invented).toBe(1);
  expect(f1).toBeLessThan(1);
});

test('the order of entries does not matter, and an entry less never helps', () => {
  fc.assert(
    fc.property(fc.nat(papers.length - 1), fc.nat(), (index, cut) => {
      const paper = papers[index];
      if (paper === undefined) return;
      const full = perfect(paper);
      expect(scorePaper(paper.gold, { ...full, entries: full.entries.toReversed() }).f1).toBe(1);
      const fewer = full.entries.toSpliced(cut % full.entries.length, 1);
      const score = scorePaper(paper.gold, { ...full, entries: fewer });
      expect(score.f1).toBeLessThan(1);
      expect(score.f1).toBeGreaterThanOrEqual(0);
      expect(score.invented).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test('confidence is measured against what is right', () => {
  const judged = (confidence: number, right: boolean) => ({ field: 'lead', confidence, right });
  const sure = Array.from({ length: 9 }, () => judged(1, true));
  expect(calibrationError([...sure, judged(0, false)])).toBe(0);
  expect(wrongInLowestTenth([...sure, judged(0, false)])).toBe(1);
  expect(calibrationError([...sure, judged(1, false)])).toBeCloseTo(0.1);
  expect(wrongInLowestTenth([judged(1, false), ...sure.slice(1), judged(0.5, true)])).toBe(0);
});

test('papers for training have no form that is set aside', () => {
  const aside: readonly string[] = formsSetAside;
  for (let seed = 1; seed < 100; seed++) expect(aside).not.toContain(drawPaper(seed).traits.form);
});

test('what lanes are named by is said by their headings alone', () => {
  for (const { page, gold } of papers.filter(({ traits }) => traits.form === 'lanes')) {
    const titles = headingsOf(page.blocks);
    for (const { status } of gold.entries) expect(titles).toContain(status?.raw);
  }
  for (const { page, gold } of papers.filter(({ traits }) => traits.form === 'quarter-lanes')) {
    const titles = headingsOf(page.blocks);
    for (const { timescale } of gold.entries) expect([...titles, undefined]).toContain(timescale?.raw);
  }
});

const headingsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'columns' ? block.columns.flatMap(headingsOf) : [];
  });

test('on the web short texts are elements with nothing between them, in print they are one line', () => {
  const texts = ['Done', 'Head of Fleet', 'March 2026'];
  const facts = { kind: 'bar', items: texts.map((text) => line(text)), joint: ' | ', web: 'spans' } as const;
  const page = { title: 'Plan', landscape: false, site: false, running: null, blocks: [facts] };
  expect(toHtml(page)).toContain('Done</span><span class="item item-2">Head of Fleet</span>');
  expect(toText(page)).toBe('Done | Head of Fleet | March 2026\n');
});

test('lists stand within lists', () => {
  const items = [
    line('Asked'),
    { ...line('Action'), depth: 1 },
    { ...line('Fact'), depth: 2 },
    line('Asked too'),
  ] as const;
  const page = {
    title: 'Plan',
    landscape: false,
    site: false,
    running: null,
    blocks: [{ kind: 'list', ordered: false, items }],
  } as const;
  expect(toHtml(page)).toContain(
    '<ul><li>Asked<ul><li>Action<ul><li>Fact</li></ul></li></ul></li><li>Asked too</li></ul>',
  );
});

test('a recommendation stands under the cause of concern that it was made about', () => {
  for (const { gold } of papers.filter(({ traits }) => traits.form === 'causes')) {
    for (const [index, { ref, summary }] of gold.entries.entries()) {
      if (ref !== '(i)') expect(summary).toBe(gold.entries[index - 1]?.summary);
    }
  }
});

test('papers without a plan say nothing that would be an entry', () => {
  for (let seed = 1; seed < 60; seed++)
    expect(drawPaper(seed, { split: 'held-out', noPlan: true }).gold.entries).toEqual([]);
});
