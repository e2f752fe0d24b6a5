/** A fire and rescue service or police force as the inspectorate names it. */
export interface Organisation {
  readonly name: string;
  readonly short: string;
  readonly abbreviations: readonly string[];
  readonly domains: readonly string[];
  /** Of a fire and rescue service: who answers for it. */
  readonly governance?: string;
}
