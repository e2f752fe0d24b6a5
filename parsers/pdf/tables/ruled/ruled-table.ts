import type { Box } from '../../../../src/model/place.ts';
import type { Word } from '../../text/words.ts';
import type { Edges } from './edge.ts';
import type { Grid, GridCell } from './grid.ts';

/** A table as lines draw it, with the runs that stand in each cell. */
export interface RuledTable {
  readonly box: Box;
  readonly grid: Grid;
  /** The lines that draw it. */
  readonly edges: Edges;
  readonly cells: readonly (GridCell & { readonly runs: readonly Word[] })[];
}
