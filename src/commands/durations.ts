import { UsageError } from '../model/errors.ts';

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * A time like `90m`, `36h`, `2d` or `1w`, in milliseconds.
 * @throws UsageError where it is none
 */
export function durationOf(option: string, text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)([mhdw])$/.exec(text.trim()) ?? [];
  const length = units[unit];
  if (length === undefined) throw new UsageError(`${option} takes a time like 36h or 2d, not "${text}"`);
  return Number(number) * length;
}

/** The same for people: whole days from two on, else hours or minutes. */
export function inWords(milliseconds: number): string {
  const [days, hours, minutes] = [86_400_000, 3_600_000, 60_000].map((unit) => Math.floor(milliseconds / unit)) as [
    number,
    number,
    number,
  ];
  if (days >= 2) return `${days} days`;
  return hours >= 2 ? `${hours} hours` : `${minutes} minutes`;
}
