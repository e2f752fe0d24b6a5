import { expect, test } from 'vitest';
import { saidOfUnlisted } from '../../parsers/front/unlisted.ts';

test.each([
  'only actions whose position has changed since the june meeting are shown below.',
  'this update only shows those actions where there has been movement.',
  'all other actions remain as last reported.',
  'the remaining actions are unchanged.',
  'actions not listed below are unchanged.',
  'there is no change to the remaining actions.',
  'actions with no update since the last meeting have been omitted.',
  'the table lists exceptions only.',
  'progress is reported by exception.',
])('the rest is unchanged: %s', (sentence) => {
  expect(saidOfUnlisted(sentence)).toBe('rest_unchanged');
});

test.each([
  'all other activities have been delivered except for one.',
  'the remaining two actions have been completed.',
  'completed actions have been removed from the plan.',
  'actions that have been completed are no longer shown.',
  'the actions not shown here have all been delivered.',
  'only outstanding actions are listed.',
  'this paper lists open actions only.',
])('the rest is done: %s', (sentence) => {
  expect(saidOfUnlisted(sentence)).toBe('rest_complete');
});

test.each([
  'only two actions have progressed since june.',
  'future updates will be reported by exception.',
  'the remaining actions are on track.',
  'all actions are reviewed by the board each quarter.',
  'four actions have been removed at the request of the inspectorate.',
  'the board should note the actions that are not complete.',
])('nothing is said of what is not shown: %s', (sentence) => {
  expect(saidOfUnlisted(sentence)).toBeNull();
});
