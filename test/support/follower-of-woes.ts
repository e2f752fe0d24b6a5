/** A follower that gets into trouble over the papers whose file's name says so. */
import type { FollowAnswer, FollowTask } from '../../src/pipeline/follow-papers.ts';
import { serve } from '../../src/pipeline/serve.ts';
import { relinkFamily } from '../../src/pipeline/trail.ts';
import { openStore, papersOfFamily } from '../../src/store/index.ts';

serve<FollowAnswer, FollowTask>(async () => async ({ database, family }, begin) => {
  const store = openStore(database);
  for (const { paper } of papersOfFamily(store, family)) {
    begin(paper.id);
    const [woe] = paper.file.split('.');
    if (woe === 'hang') await new Promise(() => setInterval(() => undefined, 1000));
    if (woe === 'hoard') for (const kept: Buffer[] = []; ; ) kept.push(Buffer.alloc(10_000_000, 1));
    if (woe === 'throw') throw new TypeError('cannot follow this');
    if (woe === 'full') return { databaseTrouble: { code: 'SQLITE_FULL', message: 'database or disk is full' } };
  }
  store.write(() => relinkFamily(store, family, begin));
  store.close();
  return { databaseTrouble: null };
});
