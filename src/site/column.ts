/** What each row has of one thing, as numbers; each value stands once. */
export interface Column {
  readonly values: readonly (string | null)[];
  /** For each row the place of its value. */
  readonly codes: Int32Array;
}

/** @param valueAt the value of a row, by its place */
export function columnOf(size: number, valueAt: (place: number) => string | null): Column {
  const known = new Map<string | null, number>();
  const codes = new Int32Array(size);
  for (let place = 0; place < size; place++) codes[place] = codeOf(known, valueAt(place));
  return { values: [...known.keys()], codes };
}

/** The rows of several columns, one after another. */
export function joined(columns: readonly Column[]): Column {
  const known = new Map<string | null, number>();
  const codes = new Int32Array(columns.reduce((size, own) => size + own.codes.length, 0));
  let place = 0;
  for (const { values, codes: own } of columns) {
    const now = values.map((value) => codeOf(known, value));
    for (const code of own) codes[place++] = now[code] ?? 0;
  }
  return { values: [...known.keys()], codes };
}

function codeOf(known: Map<string | null, number>, value: string | null): number {
  const code = known.get(value) ?? known.size;
  known.set(value, code);
  return code;
}

export const valueAt = ({ values, codes }: Column, place: number): string | null => values[codes[place] ?? -1] ?? null;

/** How many rows have each value. */
export function countsOf({ values, codes }: Column): ReadonlyMap<string | null, number> {
  const counts = new Int32Array(values.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return new Map(values.map((value, code) => [value, counts[code] ?? 0]));
}

/** For each row where its value stands among all of them, sorted; null stands last either way. */
export function ranksOf({ values, codes }: Column, isLatestFirst: boolean): Float64Array {
  const sorted = values.filter((value) => value !== null).toSorted();
  const places = new Map(sorted.map((value, at) => [value, isLatestFirst ? sorted.length - at : at]));
  const ranks = values.map((value) => (value === null ? Number.POSITIVE_INFINITY : (places.get(value) ?? 0)));
  return Float64Array.from(codes, (code) => ranks[code] ?? 0);
}
