import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/plan.ts';
import { answers } from '../../src/shelf/answers.ts';
import { alikeFindings } from '../../src/trail/alike-findings.ts';
import { withClaimsChecked } from '../../src/trail/claims.ts';
import { likeness, rarity } from '../../src/trail/likeness.ts';
import { stems } from '../../src/trail/wording.ts';
import { wordChanges } from '../../src/trail/words.ts';
import { reading, storeWith } from '../support/trail-store.ts';

test('findings are grouped over services, turns of phrase folded', () => {
  const told = [
    ['Larkwater', 'The service should make sure that all staff understand how to report a safeguarding concern.'],
    ['Harrowdale', 'The brigade needs to ensure all personnel understand how to report safeguarding concerns'],
    ['Kelverton', 'The service should make sure that its reserves strategy is published every year.'],
    ['Kelverton', 'The service should make sure that its fleet is fit for the next decade.'],
    ['Eastmarsh', 'The service should evaluate whether community events reach people at risk.'],
  ].map(([service = '', finding = '']) => ({ service, finding }));
  expect(alikeFindings(told).map((group) => group.map(({ service }) => service))).toEqual([
    ['Harrowdale', 'Larkwater'],
  ]);
});

test('who is asked and by when is not what is asked', () => {
  const asked = (what: string) => `By 1 June 2023, chief fire officers should ${what}.`;
  const told = [
    ['Larkwater', asked('review how they gather and use equality and diversity data')],
    ['Harrowdale', asked('seek feedback from all staff about values and culture')],
    ['Kelverton', 'The service should improve how it gathers and uses equality and diversity data.'],
    ['Eastmarsh', 'Exercises with neighbouring services should be planned, and debriefs held.'],
    ['Westmarsh', 'The service should plan exercises with neighbouring services and hold debriefs.'],
  ].map(([service = '', finding = '']) => ({ service, finding }));
  expect(alikeFindings(told).map((group) => group.map(({ service }) => service))).toEqual([
    ['Eastmarsh', 'Westmarsh'],
    ['Kelverton', 'Larkwater'],
  ]);
});

test('what nothing dates is compared as it stands today, and not as of a day before', () => {
  const store = storeWith({ date: null, file: 'plan.txt', entries: [{ finding: 'Radios should be tested.' }] });
  const findingsOn = (day: string) => answers(store, day, '2024-05-01').map(({ finding }) => finding);
  expect(findingsOn('2024-05-01')).toEqual(['Radios should be tested.']);
  expect(findingsOn('2024-04-30')).toEqual([]);
});

test('the order findings come in has no say', () => {
  const told = ['a', 'b', 'c'].map((service) => ({
    service,
    finding: 'The service should evaluate prevention campaigns.',
  }));
  expect(alikeFindings(told.toReversed())).toEqual(alikeFindings(told));
});

test('no two findings that are alike enough are left alone, wherever their shared words stand', () => {
  // Made-up words without endings: some stand in texts on one of six topics, the rarest in one text alone.
  const word = (number: number) => `zor${'bdgkmptv'[number % 8]}${Math.floor(number / 8)}k`;
  const text = fc.record({
    topic: fc.nat(5),
    shared: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 3 }),
    own: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 30 }), (texts) => {
      const told = texts.map(({ topic, shared, own }, at) => {
        const numbers = [
          ...shared.map((number) => 1000 + 10 * topic + number),
          ...Array.from({ length: own }, (_, number) => 4 * at + number),
        ];
        return { service: `Service ${at}`, finding: numbers.map(word).join(' ') };
      });
      const bag = rarity(told.map(({ finding }) => stems(finding)));
      const grouped = new Set(alikeFindings(told).flat());
      const alone = told.filter((one) => !grouped.has(one)).map(({ finding }) => bag(stems(finding)));
      const alike = alone.flatMap((one, at) => alone.slice(at + 1).filter((other) => likeness(one, other) >= 0.6));
      expect(alike).toEqual([]);
    }),
  );
});

const claim = (fields: Partial<Statement>) => {
  const complete = { status: { raw: 'Complete', value: 'complete' as const } };
  const entries = [
    { finding: 'Radios should be tested.', action: 'Write a card.', ...complete },
    { finding: 'Radios should be tested.', action: 'Train watches.', ...complete },
    { finding: 'Hydrants should be inspected.', action: 'Buy a register.' },
  ];
  const statement = {
    kind: 'count' as const,
    plan: null,
    text: 'Said.',
    places: [{ path: 'p2' }],
    count: null,
    total: null,
    status: null,
  };
  const read = { ...reading({ date: '2022-01', entries }), statements: [{ ...statement, ...fields }] };
  return withClaimsChecked(read).issues.map(({ code, message, place }) => ({ code, message, path: place?.path }));
};

test('counts that a paper claims are checked by entries and by findings', () => {
  expect(claim({ count: 2, total: 3, status: 'complete' })).toEqual([]);
  expect(claim({ count: 1, total: 2, status: 'complete' })).toEqual([]);
  expect(claim({ count: 2, total: null, status: 'complete' })).toEqual([]);
  expect(claim({ count: 17, total: 20, status: 'complete' })).toEqual([
    {
      code: 'trail/count-mismatch',
      message: expect.stringMatching(
        /says 17 of 20 complete, but 2 of 3 entries or 1 of 2 findings complete were read/,
      ),
      path: 'p2',
    },
  ]);
  expect(claim({ kind: 'plan_closed', count: 17, total: 20 })).toEqual([]);
});

test('words that came and went', () => {
  const pieces = wordChanges('Ten staff were trained.', 'Twelve staff were trained well.');
  const joined = (...kinds: readonly string[]) =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('');
  expect(joined('same', 'removed')).toBe('Ten staff were trained.');
  expect(joined('same', 'added')).toBe('Twelve staff were trained well.');
});
