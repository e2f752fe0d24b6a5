import { expect, test } from 'vitest';
import { dateInName, yearInName } from '../../src/normalise/file-date.ts';

test.each([
  ['board-2022-06-14.pdf', '2022-06-14'],
  ['2021/Public reports pack 24102028 1600.pdf', '2028-10-24'],
  ['Action Plan - 6th November 2028.md', '2028-11-06'],
  ['June 2024 HMICFRS plan 2024-25.docx', '2024-06'],
  ['plan Q1 2024-25.md', '2024-06'],
  ['plan-q4-2024-25.md', '2025-03'],
  ['2024-25_Q2_plan.pdf', '2024-09'],
  ['Autumn 2024 update.html', '2024-11'],
])('%s is of %s', (name, date) => {
  expect(dateInName(name)).toBe(date);
  expect(yearInName(name)).toBeNull();
});

test.each([
  ['plan-2024.md', '2024'],
  ['HMICFRS plan 2024-25.md', '2024-25'],
  ['plan.md', null],
  ['plan 2024-2027.md', null],
])('%s is of no date', (name, year) => {
  expect(dateInName(name)).toBeNull();
  expect(yearInName(name)).toBe(year);
});
