import { availableParallelism } from 'node:os';

/** How far a paper may go where nobody says otherwise. */
export const defaultLimits = {
  /** Milliseconds for one paper. */
  timeout: 120_000,
  /** Megabytes for one paper, all in all. */
  memory: 2048,
  /** Bytes of one file. */
  maxSize: 200_000_000,
  /** Papers side by side. */
  size: availableParallelism(),
} as const;
