/** The part of `natural` that is taken here by path: its index also loads database drivers. */
declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  /** 0 to 1: how many pairs of letters two texts share. */
  export default function DiceCoefficient(a: string, b: string): number;
}
