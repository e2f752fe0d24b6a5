import type { SourcesFile } from '../../collect/source.ts';
import type { Trouble } from '../../collect/trouble.ts';
import type { Store } from '../../store/index.ts';
import type { IngestedFile, IngestOptions, Intake } from '../ingest.ts';

/** What happened, for a log; `event` says what. */
export type CollectEvent =
  | { readonly event: 'run'; readonly run: number; readonly resumes: boolean }
  | { readonly event: 'request'; readonly source: string; readonly address: string }
  | { readonly event: 'wanted'; readonly source: string; readonly address: string; readonly title: string }
  | { readonly event: 'passed-over'; readonly source: string; readonly address: string; readonly title: string }
  | {
      readonly event: 'paper';
      readonly source: string;
      readonly address: string;
      readonly what: Receipt['what'];
      readonly paperId: string;
      readonly outcome: IngestedFile['outcome'];
      readonly entries: number;
    }
  | {
      readonly event: 'trouble';
      readonly source: string;
      readonly code: string;
      readonly subject: string;
      readonly message: string;
    }
  | { readonly event: 'delivery'; readonly channel: string; readonly id: string; readonly problem: string | null };

/** What became of a file that came in. */
export interface Receipt {
  /** `new`; in place of another; seen before elsewhere; or other bytes that say the same. */
  readonly what: 'new' | 'replaced' | 'known' | 'same-words';
  readonly paperId: string;
  readonly file: IngestedFile | null;
}

/** What all visits of one run share. */
export interface Desk {
  readonly store: Store;
  readonly file: SourcesFile;
  readonly runId: number;
  readonly round: number;
  readonly intake: Intake;
  readonly reading: Pick<IngestOptions, 'timeout' | 'memory'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly tell: (event: CollectEvent) => void;
  /** Papers read in this run that failed or were read in part. */
  readonly troubled: IngestedFile[];
}

export const timestampOf = (desk: Pick<Desk, 'now'>): string => new Date(desk.now()).toISOString();

export function tellTrouble(desk: Desk, source: string, { code, subject, message }: Trouble): void {
  desk.tell({ event: 'trouble', source, code, subject, message });
}
