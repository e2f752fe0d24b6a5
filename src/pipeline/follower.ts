/** The script of a process that follows one service's entries from paper to paper, in a database it opens itself. */
import type { FollowAnswer, FollowTask } from './follow-papers.ts';
import { serve } from './serve.ts';

serve<FollowAnswer, FollowTask>(async () => {
  const { openStore } = await import('../store/index.ts');
  const { relinkFamily } = await import('./trail.ts');
  return async ({ database, family }, begin) => {
    const store = openStore(database);
    try {
      store.write(() => relinkFamily(store, family, begin));
      return { databaseTrouble: null };
    } catch (error) {
      // The database's trouble is no paper's.
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) {
        return { databaseTrouble: { code: String(error.code), message: error.message } };
      }
      throw error;
    } finally {
      store.close();
    }
  };
});
