import type { IssueCode } from './issue.ts';

/** A file that cannot be read at all; the paper is `failed`, the batch goes on. `code` as in an issue. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  readonly code: IssueCode;

  constructor(code: IssueCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A user's mistake: exit code 2 and one line that says how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The queue's database cannot be had, or not used: no fault of a paper, and a run that ends by it is started again. */
export class QueueTrouble extends Error {
  override readonly name = 'QueueTrouble';
}

/** What a command's end says to the shell. */
export const exitCode = {
  /** All well, also when there was nothing new. */
  well: 0,
  /** Our own failure. */
  fault: 1,
  /** Wrong usage. */
  usage: 2,
  /** Finished, but some papers failed or were read only in part. */
  incomplete: 3,
} as const;
