/** A ruling line: `at` is its y and `from`/`to` its x where it lies flat, and the other way round where it stands. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The ruling lines of a page: those that lie flat and those that stand. */
export interface Edges {
  readonly flat: readonly Edge[];
  readonly upright: readonly Edge[];
}
