import type { Box } from '../../../src/model/place.ts';
import type { Picture } from '../page/open.ts';

/** A picture turned about its middle, and the way back from it. */
export interface TurnedPicture {
  readonly picture: Picture;
  /** A box of the turned picture as the box around it in the picture before; pixels. */
  boxBack(box: Box): Box;
}

/**
 * Turns a picture against the clock. What comes into it from outside is white; it grows so that nothing is cut off.
 * @param degrees how far; quarter turns are exact
 */
export function turnPicture(picture: Picture, degrees: number): TurnedPicture {
  if (degrees === 0) return { picture, boxBack: (box) => box };
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const width = Math.round(Math.abs(picture.width * cos) + Math.abs(picture.height * sin));
  const height = Math.round(Math.abs(picture.width * sin) + Math.abs(picture.height * cos));
  const back = (x: number, y: number): readonly [x: number, y: number] => [
    (x - width / 2) * cos - (y - height / 2) * sin + picture.width / 2,
    (x - width / 2) * sin + (y - height / 2) * cos + picture.height / 2,
  ];
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [startX, startY] = back(0.5, y + 0.5);
    for (let x = 0; x < width; x++) {
      grey[y * width + x] = greyAt(picture, startX + x * cos - 0.5, startY + x * sin - 0.5);
    }
  }
  return {
    picture: { width, height, grey },
    boxBack: ([x0, y0, x1, y1]) => {
      const corners = [back(x0, y0), back(x1, y0), back(x1, y1), back(x0, y1)];
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    },
  };
}

/** Between four pixels by how near each is; white outside of the picture. */
function greyAt({ width, height, grey }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x + 1e-6), Math.floor(y + 1e-6)];
  if (left < -1 || top < -1 || left >= width || top >= height) return 255;
  const [right, low] = [x - left, y - top];
  const at = (px: number, py: number) =>
    px < 0 || py < 0 || px >= width || py >= height ? 255 : (grey[py * width + px] ?? 255);
  if (right < 1e-5 && low < 1e-5) return at(left, top);
  const above = at(left, top) * (1 - right) + at(left + 1, top) * right;
  const below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
  return Math.round(above * (1 - low) + below * low);
}
