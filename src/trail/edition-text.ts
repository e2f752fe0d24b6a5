import type { Entry } from '../model/plan.ts';
import type { RecordedEntry, RecordedPaper } from '../model/thread.ts';
import type { Known } from './features.ts';

/** One line of an edition: the same entry in each of the edition's papers that has it. */
export interface Line {
  readonly paperId: string;
  /** The entry in the paper that says most of it. */
  readonly record: RecordedEntry;
  /** The same entry in the edition's other papers. */
  readonly twins: readonly RecordedEntry[];
  /** 0 to 1: where in the paper it stands. */
  readonly rank: number;
}

/** The papers of one edition, the one that is read first, and its lines. */
export interface EditionText {
  readonly papers: readonly [RecordedPaper, ...RecordedPaper[]];
  /** The same, part by part: each is a list of forms. */
  readonly parts: readonly (readonly RecordedPaper[])[];
  readonly date: string | null;
  readonly lines: readonly Line[];
}

/** True where of each part at least one form was read whole; what another form does not show says nothing. */
export const isReadWhole = ({ parts }: EditionText): boolean =>
  parts.every((forms) => forms.some(({ paper }) => paper.outcome === 'ok'));

/** 0 to 1: how far down among `of` the one at `index` stands. */
export const rankOf = (index: number, of: readonly unknown[]): number => index / Math.max(1, of.length - 1);

/** A paper's entries with how far down each of them stands. */
export const knownOf = (entries: readonly Entry[]): readonly Known[] =>
  entries.map((entry, index) => ({ entry, rank: rankOf(index, entries) }));
