import { expect, test } from 'vitest';
import { describeExtraction } from '../../src/commands/describe-extraction.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';

test('a value that stands on another page than its entry says so', () => {
  const places = {
    finding: [{ path: 't1/r2/c1', page: 2 }],
    action: [{ path: 't1/r9/c2', page: 3 }],
    progress: [{ path: 't1/r9/c3', page: 3 }],
  };
  const entry = { ref: 'AFI 1', finding: 'Plan more.', action: 'Write a plan.', progress: 'It is written.', places };
  const text = describeExtraction(sampleExtraction('0aa', [entry]));
  expect(text).toMatch(/^1\. AFI 1 .*\(page 3\)$/m);
  expect(text).toMatch(/ Finding +Plan more\. \(page 2\)\n +Action +Write a plan\.\n +Progress +It is written\.\n/);
});
