import type { Picture } from '../page/open.ts';

/** A difference of grey between neighbours from which an edge runs between them. */
const edge = 48;
/** So many edges are enough to tell a direction by. */
const mostEdges = 40_000;
/** Degrees: how far lines of text may lean, and the steps in which the best angle is looked for. */
const widest = 45;
const steps = [0.5, 0.1, 0.02];

/** Where edges between light and dark lie: `x` and `y` of each, in pixels. */
interface Edges {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** No edge is further from the picture's corner. */
  readonly reach: number;
}

/**
 * Degrees clockwise by which lines of text and ruling lines lean, from -45 to 45: turned back by so much, the edges of
 * letters and lines fall into the fewest rows and columns (projection profiles, after Postl 1986). What stands at a
 * quarter turn leans by nothing.
 */
export function skewOf(picture: Picture): number {
  const level = edgesOf(picture, 'level');
  const upright = edgesOf(picture, 'upright');
  const sharpness = (degrees: number): number => {
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    return concentration(level, -sin, cos) + concentration(upright, cos, sin);
  };
  let best = { degrees: 0, sharpness: sharpness(0) };
  let reach = widest;
  for (const step of steps) {
    const middle = best.degrees;
    for (let degrees = middle - reach; degrees <= middle + reach; degrees += step) {
      const own = sharpness(degrees);
      if (own > best.sharpness) best = { degrees, sharpness: own };
    }
    reach = step * 1.5;
  }
  return best.degrees;
}

/** Level edges part what lies above and below each other, upright ones what lies side by side. */
function edgesOf({ width, height, grey }: Picture, kind: 'level' | 'upright'): Edges {
  const beside = kind === 'level' ? width : 1;
  const found: number[] = [];
  const lines = Math.max(1, Math.floor(Math.min(width, height) / 700));
  for (let y = 0; y + 1 < height; y += kind === 'level' ? 1 : lines) {
    for (let x = 0; x + 1 < width; x += kind === 'level' ? lines : 1) {
      const at = y * width + x;
      if (Math.abs((grey[at] ?? 255) - (grey[at + beside] ?? 255)) >= edge) found.push(at);
    }
  }
  const every = Math.max(1, Math.ceil(found.length / mostEdges));
  const kept = found.filter((_, index) => (index * 7) % every === 0);
  return {
    x: Float32Array.from(kept, (at) => at % width),
    y: Float32Array.from(kept, (at) => Math.floor(at / width)),
    reach: Math.hypot(width, height),
  };
}

/** Pixels to a row of the profile. */
const rowDepth = 2;

/** How unevenly edges spread over rows of one direction: the mean of the rows' squares. */
function concentration({ x, y, reach }: Edges, byX: number, byY: number): number {
  if (x.length === 0) return 0;
  const offset = Math.ceil(reach / rowDepth) + 1;
  const rows = new Uint32Array(2 * offset + 1);
  for (let index = 0; index < x.length; index++) {
    const row = offset + Math.round(((x[index] ?? 0) * byX + (y[index] ?? 0) * byY) / rowDepth);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((squares, count) => squares + count * count, 0) / x.length;
}

/**
 * True where lines of text run from side to side rather than up and down: from one to the next the ink of a row changes
 * more than that of a column.
 * @param scale pixels to a point
 */
export function linesLieLevel({ width, height, grey }: Picture, scale: number): boolean {
  const deep = Math.max(1, Math.round(scale));
  const rows = new Float64Array(Math.ceil(height / deep));
  const columns = new Float64Array(Math.ceil(width / deep));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = 255 - (grey[y * width + x] ?? 255);
      if (ink < edge) continue;
      rows[Math.floor(y / deep)] = (rows[Math.floor(y / deep)] ?? 0) + ink;
      columns[Math.floor(x / deep)] = (columns[Math.floor(x / deep)] ?? 0) + ink;
    }
  }
  return changes(rows) >= changes(columns);
}

/** How much each part of a profile differs from the one before, for profiles of any length and strength. */
function changes(profile: Float64Array): number {
  const mean = profile.reduce((sum, part) => sum + part, 0) / profile.length;
  if (mean === 0) return 0;
  let squares = 0;
  for (let index = 1; index < profile.length; index++) {
    squares += (((profile[index] ?? 0) - (profile[index - 1] ?? 0)) / mean) ** 2;
  }
  return squares / profile.length;
}
