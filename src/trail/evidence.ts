import type { Features, TextField } from './features.ts';
import { contained, likeness, type Weight } from './likeness.ts';

/**
 * How much speaks for two entries being one, after Fellegi and Sunter, "A Theory for Record Linkage" (1969): every
 * field that can be compared adds its weight, the natural logarithm of how much likelier its agreement (or lack of it)
 * is for one entry in two papers than for two entries. What agrees with many entries of the two papers alike tells
 * less: the weight of an agreement is lowered by the logarithm of the number of pairs that share it.
 */
export interface Evidence {
  readonly score: number;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly name: Name;
  /** 0 to 1. */
  readonly agreement: number;
  readonly weight: number;
}

type Name = TextField | 'label' | 'words' | 'ref' | 'lead' | 'due' | 'place';

/** Agreement (0 to 1) and the weight it has, as a line through points in rising order of agreement. */
type Curve = readonly (readonly [agreement: number, weight: number])[];

const line = (...points: Curve): Curve => points;

const curves: Readonly<Record<Name, Curve>> = {
  finding: line([0, -4], [0.2, -3], [0.4, -0.5], [0.6, 2.5], [0.8, 4.5], [1, 5.5]),
  action: line([0, -5], [0.2, -3.5], [0.35, -1], [0.5, 1.5], [0.65, 3.5], [0.8, 5], [1, 6]),
  progress: line([0, -0.8], [0.2, 0], [0.4, 1.5], [0.6, 4], [0.8, 6], [1, 7]),
  summary: line([0, -1], [0.3, 0], [0.7, 2], [1, 3]),
  future: line([0, -0.4], [0.3, 0], [0.6, 2], [1, 3.5]),
  theme: line([0, -0.6], [0.5, 0.5], [1, 1.5]),
  label: line([0, 0], [0.5, 0], [0.9, 2.5], [1, 5.5]),
  words: line([0, -2], [0.15, -0.5], [0.3, 0.5], [0.5, 2], [0.8, 3]),
  ref: line([0, -0.8], [0.5, 0.4], [1, 1.8]),
  lead: line([0, -0.4], [1, 0.5]),
  due: line([0, -0.3], [1, 1]),
  place: line([0, -0.6], [0.75, 0], [1, 0.4]),
};

/** The line through a curve's points. */
function weigh(curve: Curve, agreement: number): number {
  let before = curve[0] ?? [0, 0];
  for (const point of curve) {
    if (agreement <= point[0]) {
      const span = point[0] - before[0];
      return span === 0 ? point[1] : before[1] + ((point[1] - before[1]) * (agreement - before[0])) / span;
    }
    before = point;
  }
  return before[1];
}

/** Agreement of one pair in one field, or null where it cannot be compared. */
type Compare = (a: Features, b: Features, weight: Weight) => number | null;

const alike =
  (field: TextField): Compare =>
  (a, b, weight) => {
    const [x, y] = [a.bags[field], b.bags[field]];
    return x.stems.size === 0 || y.stems.size === 0 ? null : likeness(x, y, weight);
  };

const equal =
  (field: 'lead' | 'due'): Compare =>
  (a, b) =>
    a[field] === '' || b[field] === '' ? null : Number(a[field] === b[field]);

const namesItself = (x: Features) => x.bags.finding.stems.size > 0 || x.bags.action.stems.size > 0;

const compares: Readonly<Record<Name, Compare>> = {
  finding: alike('finding'),
  action: alike('action'),
  /** A later progress often contains the earlier one; a shortened one is contained in it. */
  progress: (a, b, weight) => {
    const [x, y] = [a.bags.progress, b.bags.progress];
    if (x.stems.size === 0 || y.stems.size === 0) return null;
    const share = Math.min(x.weight, y.weight) / Math.max(x.weight, y.weight);
    const inside = Math.max(contained(x, y, weight), contained(y, x, weight));
    return inside * Math.min(1, 0.6 + share);
  },
  summary: alike('summary'),
  future: alike('future'),
  theme: alike('theme'),
  /** Prose papers: the label before one entry ("Reverse mentoring") stands in the words of the other. */
  label: (a, b, weight) => {
    if (namesItself(a) || namesItself(b)) return null;
    const [x, y] = [a.bags.theme, b.bags.theme];
    return x.stems.size === 0 && y.stems.size === 0
      ? null
      : Math.max(contained(x, b.all, weight), contained(y, a.all, weight));
  },
  words: (a, b, weight) => (a.all.stems.size === 0 || b.all.stems.size === 0 ? null : likeness(a.all, b.all, weight)),
  ref: (a, b) => {
    if (a.ref === '' || b.ref === '') return null;
    if (a.ref === b.ref) return 1;
    return a.refNumber !== '' && a.refNumber === b.refNumber ? 0.5 : 0;
  },
  lead: equal('lead'),
  due: equal('due'),
  place: (a, b) => 1 - (a.rank - b.rank) ** 2,
};

const names = Object.keys(curves) as readonly Name[];
const steps = 20;

/** For each pair how many pairs of its row and column agree as well as it does or better, itself left out. */
function rivals(table: readonly (readonly (number | null)[])[], columns: number): readonly (readonly number[])[] {
  const step = (agreement: number) => Math.max(0, Math.floor(agreement * steps + 1e-9));
  const count = () => new Uint32Array(steps + 2);
  const ofRow = table.map(count);
  const ofColumn = Array.from({ length: columns }, count);
  table.forEach((row, i) => {
    row.forEach((agreement, j) => {
      if (agreement === null) return;
      for (let s = step(agreement); s >= 0; s -= 1) {
        for (const counts of [ofRow[i], ofColumn[j]]) if (counts !== undefined) counts[s] = (counts[s] ?? 0) + 1;
      }
    });
  });
  return table.map((row, i) =>
    row.map((agreement, j) => {
      if (agreement === null) return 0;
      const s = step(agreement);
      return (ofRow[i]?.[s] ?? 1) + (ofColumn[j]?.[s] ?? 1) - 2;
    }),
  );
}

/** How strongly a field's agreement counts beside others that agree for the same reason. */
const undiscounted: ReadonlySet<Name> = new Set(['place']);

/**
 * Weighs every pair of known threads (rows) and lines of a new edition (columns).
 * @returns for each row and column the evidence
 */
export function weighPairs(
  rows: readonly Features[],
  columns: readonly Features[],
  weight: Weight,
): readonly (readonly Evidence[])[] {
  const parts: Part[][][] = rows.map(() => columns.map(() => []));
  for (const name of names) {
    const table = rows.map((a) => columns.map((b) => compares[name](a, b, weight)));
    const others = rivals(table, columns.length);
    table.forEach((row, i) => {
      row.forEach((agreement, j) => {
        if (agreement === null) return;
        const full = weigh(curves[name], agreement);
        const lowered = full - Math.log1p(others[i]?.[j] ?? 0);
        parts[i]?.[j]?.push({
          name,
          agreement,
          weight: full <= 0 || undiscounted.has(name) ? full : Math.max(0, lowered),
        });
      });
    });
  }
  return parts.map((row) =>
    row.map((list) => ({ score: list.reduce((sum, part) => sum + part.weight, 0), parts: list })),
  );
}

const spoken: Readonly<Record<Name, string>> = {
  finding: 'finding',
  action: 'action',
  progress: 'progress text',
  summary: 'summary',
  future: 'future activity',
  theme: 'theme',
  label: 'label found in the other text',
  words: 'words over all',
  ref: 'reference',
  lead: 'lead',
  due: 'date',
  place: 'place in the plan',
};

/** What speaks for and against, the weightiest first, for a person. */
export const reasonsOf = ({ parts }: Evidence): readonly string[] =>
  parts
    .filter((part) => Math.abs(part.weight) >= 0.3)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(
      (part) =>
        `${spoken[part.name]} ${Math.round(100 * part.agreement)} % alike (${part.weight > 0 ? '+' : ''}${part.weight.toFixed(1)})`,
    );
