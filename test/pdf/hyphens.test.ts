import { expect, test } from 'vitest';
import { joinWrapped, paperWords } from '../../src/lib/hyphens.ts';

const none = paperWords([]);

test.each([
  [['the imple-', 'mentation of it'], 'the implementation of it', 'the word list knows the joined word'],
  [['cross-', 'border exercises'], 'cross-border exercises', 'both parts are words that people hyphenate'],
  [['an under-', 'standing of risk'], 'an understanding of risk', 'a particle grows together'],
  [['was re-', 'launched in May'], 'was re-launched in May', 'a prefix may keep its hyphen'],
  [['pre- and post-', 'incident checks'], 'pre- and post-incident checks', 'nobody knows the joined word'],
  [['04-', 'May-22'], '04-May-22', 'a date is cut before its month'],
  [['pre-', 'and post-incident'], 'pre- and post-incident', 'a hyphen that waits for its word'],
  [['2020-', '2021'], '2020-2021', 'numbers keep theirs'],
  [['the 48-', 'hour limit'], 'the 48-hour limit', 'a number and its unit'],
  [['in 24-', 'and 48-hour shifts'], 'in 24- and 48-hour shifts', 'a number that waits for its unit'],
  [['AFI 1-', 'The service should'], 'AFI 1- The service should', 'a reference before its sentence'],
  [['Hereford-', 'Worcester'], 'Hereford-Worcester', 'names keep theirs'],
  [['soft\u00ad', 'ware and hard\u00adware'], 'software and hardware', 'soft hyphens always go'],
  [['a dash -', 'and more'], 'a dash - and more', 'a dash is none'],
])('%j is read as %j: %s', (lines, expected) => {
  expect(joinWrapped(lines, none)).toBe(expected);
});

test('the paper itself knows best', () => {
  expect(joinWrapped(['cross-', 'border'], paperWords(['a crossborder exercise']))).toBe('crossborder');
  expect(joinWrapped(['imple-', 'mentation'], paperWords(['their imple-mentation']))).toBe('imple-mentation');
});

test.each([
  [['Impleme', 'ntation of', 'the plan'], 'Implementation of the plan'],
  [['In', 'progress'], 'In progress'],
  [['Out', 'standing'], 'Out standing'],
  [['AFI', 'nd'], 'AFI nd'],
  [['AFI', 'No'], 'AFI No'],
  [['RAG', 'Q1'], 'RAG Q1'],
  [['BRA', 'G'], 'BRAG'],
  [['Ov', 'era', 'll'], 'Overall'],
  [['Deli', 'ver', 'y', 'stat', 'us'], 'Delivery status'],
  [['Due', 'by'], 'Due by'],
])('%j on full lines is read as "%s": a word is cut without a hyphen only where its parts are none', (lines, text) => {
  const full = lines.map(() => true);
  expect(joinWrapped(lines, paperWords([]), full)).toBe(text);
  expect(joinWrapped(lines, paperWords([]))).toBe(lines.join(' '));
});
