import { userInfo } from 'node:os';

/** Who says something of a paper or an entry, when, and why. */
export interface Teller {
  readonly who: string;
  readonly now: Date;
  readonly why: string | null;
}

/** Name of whoever uses this computer, for what is said without a name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // Systems without a list of users (some containers) have none to tell.
    if (error instanceof Error && 'code' in error) return 'somebody';
    throw error;
  }
}
