import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDate } from '../../src/commands/dates.ts';
import { UsageError } from '../../src/model/errors.ts';
import { isNamed, isServiceNamed } from '../../src/normalise/named.ts';
import { officialName } from '../../src/normalise/service.ts';
import { projectRoot } from '../support/cli.ts';

const hereford = officialName('Hereford and Worcester Fire and Rescue Service');

test.each([
  'Hereford and Worcester Fire and Rescue Service',
  'hereford',
  'Hereford & Worcester',
  'HEREFORD AND WORCESTER FRS',
  'fire-hereford-and-worcester',
  'Hereford & Worcester Fire Authority',
])('a service is asked for as "%s"', (asked) => {
  expect(isServiceNamed(hereford, asked)).toBe(true);
});

test('a service of another name is another', () => {
  expect(isServiceNamed(hereford, 'Essex')).toBe(false);
  expect(isServiceNamed(hereford, 'fire-essex')).toBe(false);
});

test('a plan or a lead is asked for by a part of its name', () => {
  expect(isNamed('People & Culture Plan', 'people and culture')).toBe(true);
  expect(isNamed('Prévention Plan', 'prevention')).toBe(true);
  expect(isNamed('Prevention Plan', 'protection')).toBe(false);
});

test('no query looks for names in a way of its own', () => {
  const files = globSync('src/**/*.ts', { cwd: projectRoot });
  const own = files.filter((file) =>
    /instr\(lower|toLowerCase\(\)\.includes/.test(readFileSync(path.join(projectRoot, file), 'utf8')),
  );
  expect([files.length > 200, own]).toEqual([true, []]);
});

describe('a date is given', () => {
  test.each([
    ['2021', '2021'],
    ['2021-04', '2021-04'],
    ['2021-04-30', '2021-04-30'],
    ['30 April 2021', '2021-04-30'],
    ['April 2021', '2021-04'],
    ['30/04/2021', '2021-04-30'],
  ])('as %s', (text, date) => {
    expect(checkDate('--as-of', text)).toBe(date);
  });
  test.each(['2021-13', '31 April 2021', 'soon', ''])('not as "%s"', (text) => {
    expect(() => checkDate('--as-of', text)).toThrow(UsageError);
  });
});
