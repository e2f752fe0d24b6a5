import { expect, test } from 'vitest';
import { tickedChoice } from '../../src/normalise/choice.ts';
import { statusValue } from '../../src/normalise/status.ts';

test.each([
  ['☐ Not started ☒ In progress ☐ Complete', 'In progress'],
  ['[ ] Red [x] Amber [ ] Green', 'Amber'],
  ['Yes ☒ No ☐', 'Yes'],
  ['☐ Open\n☑ Closed', 'Closed'],
])('%s says %s', (text, words) => {
  expect(tickedChoice(text)).toBe(words);
});

test.each([
  '☐ Not started ☐ Complete',
  '☒ Not started ☒ Complete',
  'Not started ☒ In progress ☐ Complete',
  '☒ Complete',
])('%s is no choice that one can read', (text) => {
  expect(tickedChoice(text)).toBe(text);
});

test('words beside a box that is not ticked are no status', () => {
  expect(statusValue('☐ Complete')).toBeNull();
  expect(statusValue('Not started ☐ In progress')).toBeNull();
});
