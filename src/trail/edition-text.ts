import type { RecordedEntry, RecordedPaper } from '../model/thread.ts';

/** One line of an edition: the same entry in each of the edition's papers that has it, the first one read. */
export interface Line {
  readonly paperId: string;
  readonly record: RecordedEntry;
  /** The same entry in the edition's other papers. */
  readonly twins: readonly RecordedEntry[];
  /** 0 to 1: where in the paper it stands. */
  readonly rank: number;
}

/** The papers of one edition, the one that is read first, and its lines. */
export interface EditionText {
  readonly papers: readonly [RecordedPaper, ...RecordedPaper[]];
  readonly date: string | null;
  readonly lines: readonly Line[];
}

/** True where at least one form of the edition was read whole; what another does not show says nothing. */
export const isReadWhole = ({ papers }: EditionText): boolean => papers.some(({ paper }) => paper.outcome === 'ok');
