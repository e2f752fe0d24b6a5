import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutForms, type TaughtLayout, taughtFields } from '../../src/model/taught.ts';
import { layoutsToFile, readLayoutsFile, whyNoLayout } from '../../src/taught/file.ts';
import { fitOf, labelMark } from '../../src/taught/marks.ts';

const labels = fc.array(
  fc.record({
    label: fc.oneof(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.constantFrom('__proto__', 'Due: when?', '- a', '#', '{x}', "Lead's"),
    ),
    means: fc.constantFrom(...taughtFields),
  }),
  { minLength: 2, maxLength: 8 },
);
const layouts = fc.record({ form: fc.constantFrom(...layoutForms), isPlan: fc.boolean(), labels });

test('what is exported is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(layouts, { maxLength: 4 }), (all) => {
      const kept = all.filter((layout) => whyNoLayout(layout) === null);
      expect(readLayoutsFile(layoutsToFile(kept), 'layouts.yaml')).toEqual(kept);
    }),
    { numRuns: 100 },
  );
});

test('a person can read the file', () => {
  const layout: TaughtLayout = {
    form: 'labels',
    isPlan: true,
    labels: [
      { label: 'Wager', means: 'action' },
      { label: 'Harbour (by when)', means: 'timescale' },
    ],
  };
  expect(
    layoutsToFile([layout])
      .replace(/^#.*\n/gm, '')
      .trim(),
  ).toBe(`boardtrail-layouts: 1
layouts:
  - form: labels
    plan: true
    labels:
      - { label: Wager, means: action }
      - { label: Harbour (by when), means: timescale }`);
});

test.each([
  ['boardtrail-layouts: 2\nlayouts: []', /^l\.yaml:1: boardtrail-layouts: must be 1$/],
  [
    'boardtrail-layouts: 1\nlayouts:\n  - form: rows\n    plan: true\n    labels: []',
    /^l\.yaml:3: form.*; l\.yaml:5: /,
  ],
  [
    'boardtrail-layouts: 1\nlayouts:\n  - { form: labels, plan: true, labels: [{ label: A, means: lead }, { label: B, means: due }] }',
    /means/,
  ],
  [
    'boardtrail-layouts: 1\nlayouts:\n  - { form: labels, plan: true, labels: [{ label: A, means: lead }, { label: B, means: rag }] }',
    /must be a finding or an action/,
  ],
  [
    'boardtrail-layouts: 1\nlayouts:\n  - { form: labels, plan: false, labels: [{ label: A, means: lead }, { label: "(title 0)", means: rag }] }',
    /at least two columns or labels/,
  ],
  ['{', /^l\.yaml:1: /],
])('mistakes in a file are told with their line: %s', (text, message) => {
  expect(() => readLayoutsFile(text, 'l.yaml')).toThrow(message);
});

test('a layout is known again by its words, whatever month, quarter or number stands in them', () => {
  expect(labelMark('Update (June 2024)')).toBe(labelMark('Update – Sept 2025'));
  expect(labelMark('Progress Q3 2024/25')).toBe(labelMark('progress Q1 2025/26'));
  expect(labelMark('What we may do')).not.toBe(labelMark('What we do'));
  const taught = {
    form: 'columns' as const,
    labels: ['Tiller', 'Tale to May 2024', 'Peg'].map((label) => ({ label, means: 'extra' as const })),
  };
  const fitOfNames = (names: readonly string[]) => fitOf(taught, { form: 'columns', labels: names });
  expect(fitOfNames(['Peg', 'Tale to June 2024', 'Tiller'])).toBe(1);
  expect(fitOfNames(['Peg', 'Tale to June 2024', 'Tiller', 'Cost'])).toBeGreaterThan(0);
  expect(fitOfNames(['Peg', 'Cost', 'Owner'])).toBe(0);
  expect(fitOfNames(['Peg'])).toBe(0);
});
