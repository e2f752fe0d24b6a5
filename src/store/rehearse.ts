import type { Store } from './store.ts';

/**
 * Does `work` as one transaction and takes all of it back, so that what it would do can be looked at.
 * @returns what `work` returns
 */
export function rehearse<T>(store: Store, work: () => T): T {
  const done: T[] = [];
  const takeBack = new Error('taken back');
  try {
    store.write(() => {
      done.push(work());
      throw takeBack;
    });
  } catch (error) {
    if (error !== takeBack) throw error;
  }
  const [result] = done;
  if (done.length === 0) throw new Error('rehearsed work did not end');
  return result as T;
}
