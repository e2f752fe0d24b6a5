import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from '../../src/normalise/dates.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';

const span = (raw: string) => {
  const { start, end, precision } = readTimescale(raw);
  return start === null ? null : `${start} ${end} ${precision}`;
};

test.each([
  ['Q4 2022/23', '2023-01-01 2023-03-31 quarter'],
  ['Q3 2020-2021', '2020-10-01 2020-12-31 quarter'],
  ['Quarter 1 2024/25', '2024-04-01 2024-06-30 quarter'],
  ['1st quarter 2024/25', '2024-04-01 2024-06-30 quarter'],
  ['third quarter of 2024/25', '2024-10-01 2024-12-31 quarter'],
  ['second half of 2024/25', '2024-10-01 2025-03-31 half'],
  ['first half of 2025', '2025-01-01 2025-06-30 half'],
  ['the second half of 2024', '2024-07-01 2024-12-31 half'],
  ['2022/23 Q2', '2022-07-01 2022-09-30 quarter'],
  ['Q2/Q3 2023/24', '2023-07-01 2023-12-31 quarter'],
  ['quarter ending June 2023', '2023-04-01 2023-06-30 quarter'],
  ['April 2021', '2021-04-01 2021-04-30 month'],
  ['Mar 21', '2021-03-01 2021-03-31 month'],
  ["Mar '24", '2024-03-01 2024-03-31 month'],
  ['Mar-21', '2021-03-01 2021-03-31 month'],
  ['by end of March 2024', '2024-03-01 2024-03-31 month'],
  ['30 Sep 2023', '2023-09-30 2023-09-30 day'],
  ['11th May 2017', '2017-05-11 2017-05-11 day'],
  ['Friday, 28 March 2025', '2025-03-28 2025-03-28 day'],
  ['26.11.2020', '2020-11-26 2020-11-26 day'],
  ['31.12.23', '2023-12-31 2023-12-31 day'],
  ['09/11/2023', '2023-11-09 2023-11-09 day'],
  ['2023/24', '2023-04-01 2024-03-31 financial_year'],
  ['End of FY 2023/24', '2024-03-01 2024-03-31 month'],
  ['H2 2024/25', '2024-10-01 2025-03-31 half'],
  ['Summer 2024', '2024-06-01 2024-08-31 season'],
  ['Winter 2024/25', '2024-12-01 2025-02-28 season'],
  ['2024', '2024-01-01 2024-12-31 year'],
  ['June - September 2023', '2023-06-01 2023-09-30 month'],
  ['01/04/23 - 31/03/24', '2023-04-01 2024-03-31 day'],
  ['31 March 2021 (revised from 31 Dec 2020)', '2021-03-31 2021-03-31 day'],
  ['Dec 2020, now revised to June 2021', '2021-06-01 2021-06-30 month'],
  ['was June 2023 now Sept 2023', '2023-09-01 2023-09-30 month'],
])('%s is understood', (raw, expected) => {
  expect(span(raw)).toBe(expected);
});

test.each([
  'TBC',
  'Complete',
  'Ongoing',
  'within 28 days',
  'Q4',
  'next inspection',
  '31 February 2023',
  'Dec 2023 / March 2024',
  '2023/25',
])('%s is no date, and its words are kept', (raw) => {
  expect(readTimescale(raw)).toEqual({ raw, start: null, end: null, precision: null });
});

test('a percentage, an amount and a reference are no dates', () => {
  expect(findDates('2019 of 2023% and £2021 in 1.2024.5')).toHaveLength(1);
  expect(findDates('costs of £2,023 and 2024.5 hours')).toEqual([]);
});

test('whatever the text, a span begins before it ends and its raw words are the text', () => {
  fc.assert(
    fc.property(fc.string(), (raw) => {
      const read = readTimescale(raw);
      expect(read.raw).toBe(raw);
      if (read.start !== null && read.end !== null) expect(read.start <= read.end).toBe(true);
    }),
  );
});

test('every day of the calendar is read back in three styles', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split('-');
      const named = date.toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
      for (const text of [iso, `${dayOfMonth}/${month}/${year}`, named]) expect(readTimescale(text).start).toBe(iso);
    }),
  );
});
