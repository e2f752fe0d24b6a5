import { type Teller, userName } from '../review/index.ts';
import { takes } from './options.ts';

/** The options by which a person says who says something, and why. */
export const byOption = { by: takes('NAME who says so (default: the user of this computer)') } as const;
export const tellerOptions = { why: takes('TEXT why'), ...byOption } as const;

export const tellerOf = ({ by, why }: { readonly by?: string; readonly why?: string }): Teller => ({
  who: by ?? userName(),
  why: why ?? null,
  now: new Date(),
});
