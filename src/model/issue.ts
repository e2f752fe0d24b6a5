import { type IssueCode, issueCodes, type Severity } from './codes.ts';
import type { Place } from './place.ts';

export type { IssueCode, Severity } from './codes.ts';

/**
 * Something about a paper that was not understood, was odd or was lost. `code` is `source:rule` in the shape
 * `area/what` (`pdf/no-text-layer`, `layout/unknown-column`). An `error` means that part of the paper could not be
 * read, and makes the paper `partial`; a `warning` means a person should look; `info` is for the record.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  /** A sentence for a person: what was found and, where something can be done, what to do. */
  readonly message: string;
  readonly place: Place | null;
}

/** A new issue, as grave as `issueCodes` says; without a place it is about the file as a whole. */
export const issueOf = (code: IssueCode, message: string, place: Place | null = null): Issue => ({
  code,
  severity: issueCodes[code].severity,
  message,
  place,
});

/** True for a code of this version; another version, or another program, may have others. */
export const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(issueCodes, code);

/** The code of the issue that says why a file is no paper on a plan; such a file counts nowhere. */
export const notAPaper = 'paper/not-a-paper';

/** The code of the issue that says that a file was only looked through, found to hold no plan, and not read. */
export const lookedThrough = 'paper/looked-through';

/** The code of the issue that says that of a pack only what can hold a plan was read, after a look through it. */
export const packLookedThrough = 'pdf/pack-looked-through';

/** True for an issue that says why a file counts nowhere. */
export const saysNoPaper = ({ code }: Issue): boolean => code === notAPaper || code === lookedThrough;
