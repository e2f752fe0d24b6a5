import type { Rgb } from '../../../src/model/document.ts';

export const black: Rgb = [0, 0, 0];

/** pdf.js's `#rrggbb` (or three numbers) as red, green and blue; black where it is neither. */
export function readColour(value: unknown, ...rest: readonly unknown[]): Rgb {
  if (typeof value === 'string' && /^#[0-9a-f]{6}/i.test(value)) {
    const number = Number.parseInt(value.slice(1, 7), 16);
    return [number >> 16, (number >> 8) & 255, number & 255];
  }
  const [green, blue] = rest;
  if (typeof value === 'number' && typeof green === 'number' && typeof blue === 'number') return [value, green, blue];
  return black;
}

/** A see-through colour as it looks on white paper. `alpha` 1 is opaque. */
export function onWhite(colour: Rgb, alpha: number): Rgb {
  if (alpha >= 1) return colour;
  const [red, green, blue] = colour.map((part) => Math.round(part * alpha + 255 * (1 - alpha)));
  return [red ?? 255, green ?? 255, blue ?? 255];
}

/** The mean of several colours; null for none. */
export function meanColour(colours: readonly Rgb[]): Rgb | null {
  if (colours.length === 0) return null;
  const part = (index: 0 | 1 | 2) =>
    Math.round(colours.reduce((sum, colour) => sum + colour[index], 0) / colours.length);
  return [part(0), part(1), part(2)];
}
