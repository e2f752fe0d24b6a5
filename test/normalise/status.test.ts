import { expect, test } from 'vitest';
import { isStatusWords, statusValue } from '../../src/normalise/status.ts';

test.each([
  ['Complete', 'complete'],
  ['Completed - Actions done', 'complete'],
  ['Complete (staff identified and courses booked)', 'complete'],
  ['Complete - ongoing monitoring', 'complete'],
  ['This recommendation continues to be in place', 'complete'],
  ['Y', 'complete'],
  ['In progress', 'in_progress'],
  ['On track', 'in_progress'],
  ['Open - Actions on going on track', 'in_progress'],
  ['nearing completion', 'in_progress'],
  ['pending sign off', 'in_progress'],
  ['Partially complete', 'in_progress'],
  ['Open - Actions on going off track', 'delayed'],
  ['behind schedule', 'delayed'],
  ['Not on track', 'delayed'],
  ['In Progress – at risk', 'delayed'],
  ['Some slippage', 'delayed'],
  ['Deferred', 'deferred'],
  ['On Hold', 'deferred'],
  ['Ongoing', 'ongoing'],
  ['left to deliver', 'outstanding'],
  ['Not started', 'not_started'],
  ['awaiting allocation', 'not_started'],
  ['Superseded', 'closed'],
  ['rolled into business as usual', 'closed'],
  ['Action for National Employer, no local action', 'not_applicable'],
  ['N/A', 'not_applicable'],
] as const)('%s means %s', (raw, expected) => {
  expect(statusValue(raw)).toBe(expected);
});

test.each([
  ['80% complete', 'in_progress'],
  ['Complete – 80%', 'in_progress'],
  ['Mostly complete', 'in_progress'],
  ['part-completed', 'in_progress'],
  ['Not yet fully implemented', 'in_progress'],
  ['Not yet complete', 'outstanding'],
  ['Not implemented', 'outstanding'],
  ['3 of 5 actions complete', 'in_progress'],
  ['Complete apart from the audit', 'in_progress'],
  ['60% complete - delayed', 'delayed'],
  ['0% complete', 'not_started'],
  ['To complete', 'outstanding'],
  ['Complete by March 2026', null],
  ['Completion due May', null],
  ['On track, complete by May', 'in_progress'],
  ['100% complete', 'complete'],
  ['5 of 5 actions complete', 'complete'],
  ['Complete – 95% of crews are trained', 'complete'],
  ['Merged with AFI 2', 'closed'],
] as const)('%s names the end, and means %s', (raw, expected) => {
  expect(statusValue(raw)).toBe(expected);
});

test.each(['GREEN', 'xxx', '', 'Head of Estates', 'Q4 2022/23'])('%s is no status', (raw) => {
  expect(statusValue(raw)).toBeNull();
});

test('prose with a status word in it is no status', () => {
  const prose = 'The review was completed in May and the board has asked for a further paper on what it found.';
  expect(statusValue(prose)).toBeNull();
  expect(isStatusWords(prose)).toBe(false);
});

test("the paper's own legend outranks the usual meaning", () => {
  const legend = new Map([
    ['blue', 'complete' as const],
    ['complete', 'closed' as const],
  ]);
  expect(statusValue('Blue', legend)).toBe('complete');
  expect(statusValue('Complete', legend)).toBe('closed');
});
