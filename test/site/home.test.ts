import { expect, test } from 'vitest';
import { doubtful, openStoreToRead } from '../../src/store/index.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';
import { databaseOf } from '../support/stocked-database.ts';

test('a paper to look at can be opened, and a file that could not be had cannot', () => {
  const failed = sampleExtraction('0dd', [], { outcome: 'failed', asAt: null, meetingDate: null });
  const store = openStoreToRead(databaseOf(makeTemporaryFolder(), [failed]));
  expect(doubtful(store)).toEqual([expect.objectContaining({ paperId: failed.paper.id, why: 'failed' })]);
  store.close();
});
