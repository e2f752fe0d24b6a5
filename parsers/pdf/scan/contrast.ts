import type { Picture } from '../page/open.ts';

/** Points: the squares in which the ground of a page is looked at, and the least field of another ground. */
const square = 2;
const leastWide = 24;
const leastHigh = 6;
/** Grey below which a square belongs to a dark ground rather than to white paper with letters on it. */
const darkGround = 150;
/** Share of a dark field that is dark: letters fill less of the box around them. */
const leastFilled = 0.6;

/** Boxes in pixels: left and top in it, right and bottom out of it. */
interface Field {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A field of one shade that is not the paper's white; `grey` is its ground's. */
export interface Ground extends Field {
  readonly grey: number;
}

/**
 * A picture with dark letters on white everywhere: fields of a dark ground, as of header rows, are given a white one and
 * their letters turned dark where they were light.
 * @param scale pixels to a point
 */
export function lightenGrounds(
  picture: Picture,
  scale: number,
): { readonly picture: Picture; readonly grounds: readonly Ground[] } {
  const fields = darkFields(picture, scale);
  if (fields.length === 0) return { picture, grounds: [] };
  const grey = picture.grey.slice();
  const grounds = fields.map((field): Ground => ({ ...field, grey: lightenField(picture, grey, field) }));
  return { picture: { ...picture, grey }, grounds };
}

/** Greys of a pale ground, and by how much those of one square, and of neighbouring ones, differ. */
const palestGround = 246;
const unevenness = 10;
/** Share of its box that plain squares of a pale ground fill; letters stand on the others. */
const leastPlain = 0.4;
/** Share of the page from which one ground is the paper's own. */
const wholePaper = 0.4;

/** Pale fields, as of shaded rows and coloured cells, told by the squares of them on which no letter stands. */
export function paleGrounds(picture: Picture, scale: number): readonly Ground[] {
  const { width, height, grey } = picture;
  const side = Math.max(1, Math.round(square * scale));
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)];
  const tones = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let [darkest, lightest] = [255, 0];
      for (let y = row * side; y < (row + 1) * side; y++) {
        for (let x = column * side; x < (column + 1) * side; x++) {
          const value = grey[y * width + x] ?? 255;
          darkest = Math.min(darkest, value);
          lightest = Math.max(lightest, value);
        }
      }
      const plain = lightest - darkest <= unevenness && lightest <= palestGround && darkest >= darkGround;
      tones[row * columns + column] = plain ? darkest : 0;
    }
  }
  return components(tones, columns, rows)
    .filter(({ box, size }) => {
      const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
      const large = wide * square >= leastWide && high * square >= leastHigh;
      return large && size >= leastPlain * wide * high && size < wholePaper * columns * rows;
    })
    .map(({ box, tone }) => grownOver(picture, { ...inPixels(box, side, picture), grey: tone }));
}

/** Shares of the pixels beside a field that are its ground, and that are lighter, where it goes on there under letters. */
const leastGround = 0.25;
const mostLight = 0.1;

/** A field with what it lost to letters at its edges: it reaches as far as its ground does. */
function grownOver({ width, height, grey }: Picture, ground: Ground): Ground {
  const goesOn = (x0: number, y0: number, x1: number, y1: number): boolean => {
    if (x0 < 0 || y0 < 0 || x1 > width || y1 > height) return false;
    let [same, lighter, all] = [0, 0, 0];
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const value = grey[y * width + x] ?? 255;
        all += 1;
        if (value > ground.grey + unevenness) lighter += 1;
        else if (value >= ground.grey - unevenness) same += 1;
      }
    }
    return same >= leastGround * all && lighter <= mostLight * all;
  };
  let { x0, y0, x1, y1 } = ground;
  while (goesOn(x0 - 1, y0, x0, y1)) x0 -= 1;
  while (goesOn(x1, y0, x1 + 1, y1)) x1 += 1;
  while (goesOn(x0, y0 - 1, x1, y0)) y0 -= 1;
  while (goesOn(x0, y1, x1, y1 + 1)) y1 += 1;
  return { ...ground, x0, y0, x1, y1 };
}

/**
 * A picture with the pale grounds white: what is darker or lighter than its ground stays as far from white as it was from
 * the ground, so that letters are dark, and the ruling lines at the edge of a field are no part of it.
 */
export function levelGrounds(picture: Picture, grounds: readonly Ground[]): Picture {
  if (grounds.length === 0) return picture;
  const { width, grey: before } = picture;
  const grey = before.slice();
  for (const { x0, y0, x1, y1, grey: ground } of grounds) {
    for (let y = y0; y < y1; y++) {
      for (let at = y * width + x0; at < y * width + x1; at++) {
        const off = (before[at] ?? 255) - ground;
        const depth = Math.max(0, Math.abs(off) - unevenness) / (off < 0 ? ground : 255 - ground);
        grey[at] = Math.max(0, Math.round(255 * (1 - depth)));
      }
    }
  }
  return { ...picture, grey };
}

/** Rectangles of squares that are dark all over. */
function darkFields({ width, height, grey }: Picture, scale: number): readonly Field[] {
  const side = Math.max(1, Math.round(square * scale));
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)];
  const tones = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let y = row * side; y < (row + 1) * side; y++) {
        for (let x = column * side; x < (column + 1) * side; x++) sum += grey[y * width + x] ?? 255;
      }
      tones[row * columns + column] = sum / (side * side) < darkGround ? 1 : 0;
    }
  }
  return components(tones, columns, rows)
    .filter(({ box, size }) => {
      const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
      return wide * square >= leastWide && high * square >= leastHigh && size >= leastFilled * wide * high;
    })
    .map(({ box }) => inPixels(box, side, { width, height }));
}

const inPixels = (box: Field, side: number, { width, height }: Pick<Picture, 'width' | 'height'>): Field => ({
  x0: box.x0 * side,
  y0: box.y0 * side,
  x1: Math.min(width, box.x1 * side),
  y1: Math.min(height, box.y1 * side),
});

/**
 * Squares of about one tone that touch, without strips one square wide: those are ruling lines that lead into a field.
 * @param tones 0 for a square that belongs to none
 */
function components(
  tones: Uint8Array,
  columns: number,
  rows: number,
): readonly { readonly box: Field; readonly size: number; readonly tone: number }[] {
  const toneAt = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < columns && row < rows ? (tones[row * columns + column] ?? 0) : 0;
  const thick = new Uint8Array(tones.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const wide = toneAt(column - 1, row) > 0 || toneAt(column + 1, row) > 0;
      const high = toneAt(column, row - 1) > 0 || toneAt(column, row + 1) > 0;
      if (wide && high) thick[row * columns + column] = toneAt(column, row);
    }
  }
  const found: { readonly box: Field; readonly size: number; readonly tone: number }[] = [];
  for (let start = 0; start < thick.length; start++) {
    const tone = thick[start] ?? 0;
    if (tone === 0) continue;
    const waiting = [start];
    thick[start] = 0;
    let box = { x0: columns, y0: rows, x1: 0, y1: 0 };
    let size = 0;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [column, row] = [at % columns, Math.floor(at / columns)];
      size += 1;
      box = {
        x0: Math.min(box.x0, column),
        y0: Math.min(box.y0, row),
        x1: Math.max(box.x1, column + 1),
        y1: Math.max(box.y1, row + 1),
      };
      for (const next of [at - columns, at + columns, column > 0 ? at - 1 : -1, column + 1 < columns ? at + 1 : -1]) {
        const beside = thick[next] ?? 0;
        if (beside === 0 || Math.abs(beside - tone) > unevenness) continue;
        thick[next] = 0;
        waiting.push(next);
      }
    }
    found.push({ box, size, tone });
  }
  return found;
}

/** Pixels around a field in which its ground fades into the paper. */
const fade = 3;

/**
 * Gives a field a white ground and black letters.
 * @returns the grey that its ground had
 */
function lightenField({ width, height, grey: before }: Picture, grey: Uint8Array, field: Field): number {
  const counts = new Uint32Array(256);
  for (let y = field.y0; y < field.y1; y++) {
    for (let x = field.x0; x < field.x1; x++) {
      const value = before[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const ground = quantile(counts, 0.5);
  const [darkest, lightest] = [quantile(counts, 0.02), quantile(counts, 0.98)];
  const lightLetters = lightest - ground >= ground - darkest;
  const ink = lightLetters ? lightest : darkest;
  const span = Math.max(1, Math.abs(ink - ground));
  for (let y = Math.max(0, field.y0 - fade); y < Math.min(height, field.y1 + fade); y++) {
    for (let x = Math.max(0, field.x0 - fade); x < Math.min(width, field.x1 + fade); x++) {
      const at = y * width + x;
      const inside = y >= field.y0 && y < field.y1 && x >= field.x0 && x < field.x1;
      const towards = lightLetters ? (before[at] ?? 255) - ground : ground - (before[at] ?? 255);
      grey[at] = inside ? Math.round(255 - (255 * Math.min(span, Math.max(0, towards))) / span) : 255;
    }
  }
  return ground;
}

/** The grey below which a share of the pixels lies. */
function quantile(counts: Uint32Array, share: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += counts[value] ?? 0;
    if (below >= share * all) return value;
  }
  return 255;
}

/** Grey from here down is ink, however pale; and what the darkest of a letter is at least where it needs no help. */
const palest = 225;
const darkEnough = 110;
/** The grey that the darkest of a pale letter is given. */
const blackened = 30;
/** Square points: less is dust, and more is a ground. */
const dust = 0.7;
const largestLetter = 400;

/**
 * A picture whose pale letters are as dark as others: ink that touches is one letter, told by its darkest pixel.
 * @param scale pixels to a point
 */
export function darkenPale({ width, height, grey: before }: Picture, scale: number): Picture {
  const grey = before.slice();
  const seen = new Uint8Array(before.length);
  for (let start = 0; start < before.length; start++) {
    if (seen[start] === 1 || (before[start] ?? 255) >= palest) continue;
    const letter = [start];
    seen[start] = 1;
    let darkest = 255;
    for (let index = 0; index < letter.length; index++) {
      const at = letter[index] ?? 0;
      darkest = Math.min(darkest, before[at] ?? 255);
      const x = at % width;
      for (const next of [at - width, at + width, x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1]) {
        if (next < 0 || next >= width * height || seen[next] === 1 || (before[next] ?? 255) >= palest) continue;
        seen[next] = 1;
        letter.push(next);
      }
    }
    const area = letter.length / scale ** 2;
    if (darkest < darkEnough || area < dust || area > largestLetter) continue;
    const times = (255 - blackened) / (255 - darkest);
    for (const at of letter) grey[at] = Math.max(0, Math.round(255 - (255 - (before[at] ?? 255)) * times));
  }
  return { width, height, grey };
}
