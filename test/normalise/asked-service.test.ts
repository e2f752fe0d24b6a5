import { expect, test } from 'vitest';
import { askedService } from '../../src/normalise/asked-service.ts';

const known = ['Ambermoor Fire and Rescue Service', 'Kent Police', 'Kent Fire and Rescue Service'];

test.each([
  ['essex', 'Essex County Fire and Rescue Service'],
  ['Essex FRS', 'Essex County Fire and Rescue Service'],
  ['fire-essex', 'Essex County Fire and Rescue Service'],
  ['LFB', 'London Fire Brigade'],
  ['Kent', 'Kent Fire and Rescue Service'],
  ['Kent Police', 'Kent Police'],
  ['ambermoor', 'Ambermoor Fire and Rescue Service'],
  ['Ambermoor Fire Authority', 'Ambermoor Fire and Rescue Service'],
  ['North Wales Fire & Rescue Service', 'North Wales Fire and Rescue Service'],
])('%j means %j', (words, name) => {
  expect(askedService(words, known)).toEqual({ name });
});

test.each([
  ['sussex', ['East Sussex Fire and Rescue Service', 'West Sussex Fire and Rescue Service']],
  ['Kent Fire and Resque', []],
  ['nowhere', []],
])('%j means no one service', (words, names) => {
  expect(askedService(words, known)).toEqual({ names });
});
