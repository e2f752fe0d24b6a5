import pRetry from 'p-retry';

/** How long something that is down is waited for. */
export interface Perseverance {
  /** Milliseconds; Infinity for a service. */
  readonly patience: number;
  /** Told when it is down, and is tried again. */
  readonly onTrouble: (message: string) => void;
  /** Nothing is tried again after it. */
  readonly signal?: AbortSignal;
}

/** What is tried: how a sentence names it, which of its errors pass by themselves, and what an error says. */
export interface Tried {
  readonly what: string;
  readonly isPassing: (error: unknown) => boolean;
  readonly reasonOf: (error: unknown) => string;
}

/**
 * Does something, and tries it again while its errors are passing ones; whatever is done may happen twice.
 * @throws its last error
 */
export function tryAgain<T>(
  work: () => Promise<T>,
  { what, isPassing, reasonOf }: Tried,
  { patience, onTrouble, signal }: Perseverance,
): Promise<T> {
  return pRetry(work, {
    retries: Number.POSITIVE_INFINITY,
    maxRetryTime: patience,
    minTimeout: 100,
    maxTimeout: 5000,
    ...(signal === undefined ? {} : { signal }),
    shouldRetry: ({ error }) => isPassing(error),
    onFailedAttempt: ({ error, attemptNumber }) => {
      if (attemptNumber === 3) onTrouble(`${what} cannot be had (${reasonOf(error)}); trying again`);
    },
  });
}
