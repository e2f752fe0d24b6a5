import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLead } from '../../src/normalise/lead.ts';
import { kindOf, pillarOf, pillarOfRef } from '../../src/normalise/pillar.ts';
import { hexColour, ragFromColour, ragFromWords } from '../../src/normalise/rag.ts';
import { bareRef, isRef, refAtEnd, splitRef } from '../../src/normalise/ref.ts';
import { splitUpdates } from '../../src/normalise/updates.ts';

test.each([
  ['AFI 3 - The service should act.', 'AFI 3', 'The service should act.'],
  ['Rec 17: With immediate effect', 'Rec 17', 'With immediate effect'],
  ['Recommendation 34: With', 'Recommendation 34', 'With'],
  ['AFI 14 – The force', 'AFI 14', 'The force'],
  ['ES1.1 The service should', 'ES1.1', 'The service should'],
  ['CoC1.2 – text', 'CoC1.2', 'text'],
  ['CoC 1 Rec 2: The service', 'CoC 1 Rec 2', 'The service'],
  ['R3-E-04: The service', 'R3-E-04', 'The service'],
  ['FP/20/21/1.1: The', 'FP/20/21/1.1', 'The'],
  ['01: Train crews', '01', 'Train crews'],
  ['1. The service should', '1', 'The service should'],
  ['(8) The service should', '8', 'The service should'],
  ['IMP-01 Inspection programme', 'IMP-01', 'Inspection programme'],
  ['AFI 2(i) Put a map on the website.', 'AFI 2(i)', 'Put a map on the website.'],
  ['ES1.1(b): The service should', 'ES1.1(b)', 'The service should'],
])('%s begins with a reference', (text, ref, rest) => {
  expect(splitRef(text)).toEqual({ ref, rest });
});

test.each([
  'The service should',
  '15 staff trained',
  '7.6 new inspectors',
  'COVID-19 has delayed this',
  'a. All staff',
  '2020 was a good year',
  'L4 diploma courses',
  'MDT roll-out',
  '999 calls rose',
])('%s begins with none', (text) => {
  expect(splitRef(text)).toBeNull();
});

test('a reference at the end of a heading, a bare one, and one in brackets', () => {
  expect(refAtEnd('Effectiveness – ES1.1')).toEqual({ ref: 'ES1.1', rest: 'Effectiveness' });
  expect(refAtEnd('Efficiency- EY1.4')).toEqual({ ref: 'EY1.4', rest: 'Efficiency' });
  expect(refAtEnd('Our people')).toBeNull();
  expect([isRef('12.'), isRef('P1.12'), isRef('June'), bareRef('(4)'), bareRef('3.')]).toEqual([
    true,
    true,
    false,
    '4',
    '3',
  ]);
});

test('pillars by their names, by the questions under them and by reference letters', () => {
  expect(pillarOf('Effectiveness')).toBe('effectiveness');
  expect(pillarOf('2.1 Making best use of resources')).toBe('efficiency');
  expect(pillarOf('Right people, right skills')).toBe('people');
  expect(pillarOf('Effectiveness and efficiency')).toBe('effectiveness');
  expect(pillarOf('Prevention')).toBeNull();
  expect([pillarOfRef('ES1.4'), pillarOfRef('EY1.4'), pillarOfRef('P1.8'), pillarOfRef('AFI 3')]).toEqual([
    'effectiveness',
    'efficiency',
    'people',
    null,
  ]);
  expect([kindOf('Cause of concern'), kindOf('AFI 3'), kindOf('Rec 17'), kindOf('Prevention')]).toEqual([
    'cause_of_concern',
    'area_for_improvement',
    'recommendation',
    null,
  ]);
});

test('ratings from words and from colours', () => {
  expect(ragFromWords('AMBER')).toEqual({ raw: 'AMBER', value: 'amber', from: 'words' });
  expect(ragFromWords('Green - on track')?.value).toBe('green');
  expect(ragFromWords('Greenfield site')).toBeNull();
  const named = (...colour: [number, number, number]) => ragFromColour(colour, 'fill')?.value ?? null;
  expect(named(255, 0, 0)).toBe('red');
  expect(named(255, 192, 0)).toBe('amber');
  expect(named(255, 255, 0)).toBe('amber');
  expect(named(0, 176, 80)).toBe('green');
  expect(named(0, 112, 192)).toBe('blue');
  expect(named(217, 217, 217)).toBe('grey');
  expect([named(220, 230, 241), named(226, 239, 218)]).toEqual([null, null]);
  expect([named(255, 255, 255), named(0, 0, 0), named(112, 48, 160)]).toEqual([null, null, null]);
  expect(hexColour([217, 217, 217])).toBe('#D9D9D9');
});

test('a role with commas or "and" is one lead; markup goes', () => {
  expect(readLead('Assistant Director, Performance, and Improvement')).toBe(
    'Assistant Director, Performance, and Improvement',
  );
  expect(readLead('<i>Head of Operational Support</i>')).toBe('Head of Operational Support');
  expect([readLead('.'), readLead(' – ')]).toEqual([null, null]);
});

test('dated lines inside progress are updates; what stands before them stays progress', () => {
  const places = [{ path: 't1/r2/c3' }];
  const split = splitUpdates({
    text: 'A group was set up.\nApril 2023: The group met.\nIt met again.\nOctober 2023 - Work ended.',
    places,
  });
  expect(split.text?.text).toBe('A group was set up.');
  expect(split.updates.map(({ label, value }) => [label, value.text])).toEqual([
    ['April 2023', 'The group met.\nIt met again.'],
    ['October 2023', 'Work ended.'],
  ]);
  expect(splitUpdates({ text: 'Two courses ran in April 2023 and more are planned.', places }).updates).toEqual([]);
});

test('no text loses words when its updates are split off', () => {
  const line = fc.oneof(
    fc.constantFrom('April 2023: met', 'May 2024 - done', 'Plain words'),
    fc.stringMatching(/^[a-z ]{1,12}$/),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const { text, updates } = splitUpdates({ text: lines.join('\n'), places: [] });
      const kept = [text?.text ?? '', ...updates.flatMap(({ label, value }) => [label, value.text])].join(' ');
      for (const word of lines.join(' ').match(/[a-z0-9]+/gi) ?? []) expect(kept).toContain(word);
    }),
  );
});

test('the question over a pillar of an inspection names it', () => {
  expect(pillarOf('How effective is the service?')).toBe('effectiveness');
  expect(pillarOf('How efficient is Fenmarsh Fire and Rescue Service at keeping people safe?')).toBe('efficiency');
  expect(pillarOf('How well does the service look after its people?')).toBe('people');
  expect(pillarOf('How well does the service look after its engines?')).toBeNull();
});

test('a quarter of a named year at the front of a line dates it without a sign', () => {
  const places = [{ path: 'p1' }];
  const text = 'Q1 2024/25 Debrief guide written.\nQ2 2024/25 All five incidents were debriefed.';
  expect(splitUpdates({ text, places }).updates.map(({ label, value }) => [label, value.text])).toEqual([
    ['Q1 2024/25', 'Debrief guide written.'],
    ['Q2 2024/25', 'All five incidents were debriefed.'],
  ]);
  expect(splitUpdates({ text: 'Q1 2024/25 figures are awaited.', places }).updates).toEqual([]);
});
