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

/** What is tried: how a sentence names it, and which of its errors pass by themselves. */
export interface Tried {
  readonly what: string;
  readonly isPassing: (error: unknown) => boolean;
}

/** What an error says: of several tries each, for several addresses of one name were tried; of a network's fault its cause. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  return (error.cause instanceof Error && reasonOf(error.cause)) || error.message;
}

/**
 * Does something, and tries it again while its errors are passing ones; whatever is done may happen twice.
 * @throws its last error
 */
export function tryAgain<T>(
  work: () => Promise<T>,
  { what, isPassing }: Tried,
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
