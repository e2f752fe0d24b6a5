/**
 * Loaded before a command (`--import`), so that it runs on another day: its clock is ahead by `SHIFTED_BY` milliseconds, or
 * behind. Time is all that is not as it is.
 */
const shift = Number(process.env.SHIFTED_BY ?? 0);
const Real = Date;

class Shifted extends Real {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...(given as [number]));
  }
  static override now(): number {
    return Real.now() + shift;
  }
}
globalThis.Date = Shifted as DateConstructor;
