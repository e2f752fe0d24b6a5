import { expect, describe as group, test } from 'vitest';
import type { Entry } from '../../src/model/plan.ts';
import type { Change } from '../../src/model/thread.ts';
import { describe } from '../../src/trail/describe.ts';
import { entry } from '../support/plan-entries.ts';

const register = entry({ action: 'Buy a register.' });
const change = (fields: Partial<Change>): Omit<Change, 'sentence'> => ({
  threadId: 't1',
  fromPaperId: 'a',
  toPaperId: 'b',
  kind: 'progress_updated',
  field: 'progress',
  before: null,
  after: null,
  beforePlaces: [],
  afterPlaces: [],
  inferred: false,
  evidence: null,
  ...fields,
});
const told = (fields: Partial<Change>, before: Entry = register) => describe(change(fields), before, register);

group('what is new in a text is quoted as whole sentences, or not at all', () => {
  const updated = (news: string) => `Progress on “Buy a register” was updated${news}.`;
  test.each([
    [
      'The specification was agreed with the supplier.',
      'The supplier delivered late; testing begins next month.',
      '; new is “The supplier delivered late; testing begins next month”',
    ],
    [
      'Half of the 212 sites have been visited.',
      'All 212 sites have been visited; nine records are still to be typed in.',
      '; new is “All 212 sites have been visited; nine records are still to be typed in”',
    ],
    ['A tender is out.', 'A tender is out. Mr. Lee of St. Mary chose it.', '; new is “Mr. Lee of St. Mary chose it”'],
    ['A tender is out.', 'It is in use.\nA tender is out.\nAll use it.', '; new is “It is in use” “All use it”'],
    ['We have trained 12 of all 40 crews in the county.', 'We have trained 20 of all 40 crews in the county.', null],
    [
      'The crews of all nine stations have begun to use it.',
      'The crews of all nine stations have started to use it.',
      '',
    ],
    ['A tender is out.', `${'A very long sentence goes on and on '.repeat(12)}.`, ''],
  ])('from %j to %j', (before, after, news) => {
    expect(told({ before, after })).toBe(updated(news ?? `; new is “${after.slice(0, -1)}”`));
  });
});

group('that a paper says nothing is not put into quotes', () => {
  test.each<[Partial<Change>, string]>([
    [{ kind: 'status_changed', before: 'On track' }, '“Buy a register” has no status any more; it was “On track”.'],
    [{ kind: 'status_changed', after: 'Behind' }, '“Buy a register” has a status now: “Behind”.'],
    [
      { kind: 'reopened', before: 'Complete' },
      '“Buy a register” is open again: it said “Complete” and now says nothing.',
    ],
    [{ kind: 'merged' }, '“Buy a register” was merged into another entry.'],
  ])('%j', (fields, sentence) => {
    expect(told({ field: 'status', ...fields })).toBe(sentence);
  });
});

group('texts that part after the words quoted are quoted from where they part', () => {
  const start =
    'The service must make sure its workforce plan takes full account of the necessary skills and capabilities';
  const reworded = 'The action of “Buy a register” is worded anew';
  test.each<[string, string, string]>([
    [
      `${start} it needs to carry out its integrated risk management plan.`,
      `${start} it needs to carry out its community plan.`,
      ': where it said “… needs to carry out its integrated risk management plan”, it now says “… needs to carry out its community plan”.',
    ],
    [
      `${start}.`,
      `${start}, and of leavers.`,
      ': where it said “… the necessary skills and capabilities”, it now says “… the necessary skills and capabilities, and of leavers”.',
    ],
    ['Buy a list.', 'Buy a register.', '; it was “Buy a list”.'],
  ])('from %j to %j', (before, after, words) => {
    expect(told({ kind: 'reworded', field: 'action', before, after })).toBe(`${reworded}${words}`);
  });
});
