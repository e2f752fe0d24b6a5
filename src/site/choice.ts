import type { Catalogue, FacetName } from './catalogue.ts';
import { facetNames } from './catalogue.ts';
import type { View } from './view.ts';

/** What a view leaves over. */
export interface Chosen {
  /** Places of the rows in the catalogue, in the view's order. */
  readonly places: readonly number[];
  /** For each facet how many rows each value would leave, all other choices held. */
  readonly counts: ReadonlyMap<FacetName, ReadonlyMap<string | null, number>>;
}

/** @param found numbers of the rows that hold the words looked for; null where none are */
export function chosenBy(catalogue: Catalogue, view: View, found: Uint32Array | null): Chosen {
  const { size, columns } = catalogue;
  const words = found === null ? null : maskOf(catalogue, found);
  const tests = facetNames.map((name) => {
    const { values, codes } = columns[name];
    const wanted = view.facets[name];
    return { codes, wanted: wanted === undefined ? null : values.map((value) => wanted.includes(value)) };
  });
  const counts = facetNames.map((name) => new Int32Array(columns[name].values.length));
  const { since } = view;
  const isRecent = since === null ? null : columns.changed.values.map((date) => (date ?? '') >= since);
  const isChosen = new Uint8Array(size);
  for (let place = 0; place < size; place++) {
    if (words !== null && words[place] === 0) continue;
    if (isRecent !== null && isRecent[columns.changed.codes[place] ?? -1] === false) continue;
    let missed = 0;
    let only = -1;
    for (let at = 0; at < tests.length && missed < 2; at++) {
      const test = tests[at];
      if (test?.wanted == null || test.wanted[test.codes[place] ?? -1] === true) continue;
      missed += 1;
      only = at;
    }
    if (missed === 0) isChosen[place] = 1;
    // A row that one facet alone leaves out counts among that facet's other values.
    for (let at = 0; at < tests.length; at++) {
      if (missed === 0 || (missed === 1 && at === only)) {
        const [own, code] = [counts[at], tests[at]?.codes[place]];
        if (own !== undefined && code !== undefined) own[code] = (own[code] ?? 0) + 1;
      }
    }
  }
  const places = Array.from(catalogue.order(view.sort).filter((place) => isChosen[place] === 1));
  const named = facetNames.map((name, at) => {
    const own = columns[name].values.map((value, code) => [value, counts[at]?.[code] ?? 0] as const);
    return [name, new Map(own.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]))] as const;
  });
  return { places, counts: new Map(named) };
}

function maskOf({ size, places }: Catalogue, found: Uint32Array): Uint8Array {
  const mask = new Uint8Array(size);
  for (const number of found) {
    const place = places[number] ?? 0;
    if (place > 0) mask[place - 1] = 1;
  }
  return mask;
}
