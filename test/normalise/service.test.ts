import { expect, test } from 'vitest';
import { abbreviatedOrganisations, codedOrganisations, organisationNames } from '../../src/normalise/service.ts';
import { authorities } from '../../src/vocabulary/authorities.ts';
import { forces } from '../../src/vocabulary/forces.ts';
import { services } from '../../src/vocabulary/services.ts';

const names = (text: string) => organisationNames(text).map(({ name }) => name);

test('every service and force of the register is found by its official name', () => {
  expect([services.length, forces.length]).toEqual([44, 43]);
  const missed = [...services, ...forces].filter(
    ({ name }) => !names(`A report by ${name} to the board.`).includes(name),
  );
  expect(missed.map(({ name }) => name)).toEqual([]);
});

test.each([
  ['Kent Fire & Rescue Service', 'Kent Fire and Rescue Service'],
  ['KENT FIRE AND RESCUE SERVICE', 'Kent Fire and Rescue Service'],
  ['Norfolk FRS', 'Norfolk Fire and Rescue Service'],
  ['Shropshire Fire and Rescue Authority', 'Shropshire Fire and Rescue Service'],
])('%s is %s', (text, name) => {
  expect(names(text)).toEqual([name]);
});

test.each([
  ['Kent & Medway Towns Fire Authority', 'Kent Fire and Rescue Service'],
  ['Leicester, Leicestershire and Rutland Combined Fire Authority', 'Leicestershire Fire and Rescue Service'],
  ['Essex Police, Fire and Crime Commissioner', 'Essex County Fire and Rescue Service'],
  ['the London Fire Commissioner', 'London Fire Brigade'],
])('%s speaks for %s', (text, name) => {
  expect(names(`Presented to ${text} in May.`)).toEqual([name]);
});

test('every authority speaks for a service or force of the register', () => {
  const known = new Set([...services, ...forces].map(({ name }) => name));
  expect(authorities.filter(({ service }) => !known.has(service))).toEqual([]);
});

test('a service that is not in the register is read in its own words', () => {
  expect(names('Inspectors visited Thornbeck Fire & Rescue Service in May.')).toEqual([
    'Thornbeck Fire & Rescue Service',
  ]);
  expect(names('The National Fire Chiefs Council and HMICFRS met the Fire Authority.')).toEqual([]);
});

test('an abbreviation that several services use is marked as shared', () => {
  expect(abbreviatedOrganisations('LFRS and WMFS met.')).toEqual([
    { name: 'Lancashire Fire and Rescue Service', shared: true },
    { name: 'Leicestershire Fire and Rescue Service', shared: true },
    { name: 'West Midlands Fire Service', shared: false },
  ]);
});

test('every service and force has a lasting code of its own', () => {
  const codes = codedOrganisations.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(
    expect.arrayContaining([
      'fire-essex',
      'fire-hereford-and-worcester',
      'police-west-midlands',
      'police-metropolitan',
    ]),
  );
  for (const code of codes) expect(code).toMatch(/^(fire|police)-[a-z]+(-[a-z]+)*$/);
});
