import type { Features, TextField } from './features.ts';
import { type Bag, contained, isEmpty, likeness, without } from './likeness.ts';

/*
 * How much speaks for two entries being one, after Fellegi and Sunter, "A Theory for Record Linkage" (1969): every
 * field that can be compared adds its weight, the natural logarithm of how much likelier its agreement (or lack of it)
 * is for one entry in two papers than for two entries. What agrees with many entries of the two papers alike tells
 * less: the weight of an agreement is lowered by the logarithm of the number of pairs that share it.
 */

/** Agreement (0 to 1) and the weight it has, as a line through points in rising order of agreement. */
type Curve = readonly (readonly [agreement: number, weight: number])[];

const line = (...points: Curve): Curve => points;

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

/** An entry among those of its paper. */
interface Compared extends Features {
  /** See `ownWords`. */
  readonly own: Bag | null;
}

/** Agreement of one pair in one field, or null where it cannot be compared. */
type Compare = (a: Compared, b: Compared) => number | null;

const alike =
  (field: TextField): Compare =>
  (a, b) => {
    const [x, y] = [a.bags[field], b.bags[field]];
    return isEmpty(x) || isEmpty(y) ? null : likeness(x, y);
  };

const equal =
  (field: 'lead' | 'due'): Compare =>
  (a, b) =>
    a[field] === '' || b[field] === '' ? null : Number(a[field] === b[field]);

const namesItself = (x: Features) => !isEmpty(x.bags.finding) || !isEmpty(x.bags.action);

/** What two entries can agree in. */
interface Ground {
  /** What it is called for a person. */
  readonly spoken: string;
  readonly curve: Curve;
  readonly compare: Compare;
}

const ground = (spoken: string, curve: Curve, compare: Compare): Ground => ({ spoken, curve, compare });

const place = ground('place in the plan', line([0, -0.6], [0.75, 0], [1, 0.4]), (a, b) => 1 - (a.rank - b.rank) ** 2);

const grounds: readonly Ground[] = [
  ground('finding', line([0, -4], [0.2, -3], [0.4, -0.5], [0.6, 2.5], [0.8, 4.5], [1, 5.5]), alike('finding')),
  ground('action', line([0, -5], [0.2, -3.5], [0.35, -1], [0.5, 1.5], [0.65, 3.5], [0.8, 5], [1, 6]), alike('action')),
  /** A later progress often contains the earlier one; a shortened one is contained in it. */
  ground('progress text', line([0, -0.8], [0.2, 0], [0.4, 1.5], [0.6, 4], [0.8, 6], [1, 7]), (a, b) => {
    const [x, y] = [a.bags.progress, b.bags.progress];
    if (isEmpty(x) || isEmpty(y)) return null;
    const share = Math.min(x.weight, y.weight) / Math.max(x.weight, y.weight);
    const inside = Math.max(contained(x, y), contained(y, x));
    return inside * Math.min(1, 0.6 + share);
  }),
  ground('summary', line([0, -1], [0.3, 0], [0.7, 2], [1, 3]), alike('summary')),
  ground('future activity', line([0, -0.4], [0.3, 0], [0.6, 2], [1, 3.5]), alike('future')),
  ground('theme', line([0, -0.6], [0.5, 0.5], [1, 1.5]), alike('theme')),
  /** Word for word the same, where it is long enough to be no common phrase. */
  ground('word for word', line([0, 0], [0.5, 3.5], [1, 8]), (a, b) => {
    const sameAction = a.action === b.action;
    if (sameAction && a.finding === b.finding && a.action.length + a.finding.length >= 20) return 1;
    return sameAction && a.action.length >= 30 ? 0.5 : null;
  }),
  /** The words by which an entry differs from the one most like it in its own paper must stand in the other. */
  ground('what tells it from its like', line([0, -3], [0.5, -1], [1, 0.5]), (a, b) => {
    const sides = [
      { own: a.own, other: b.bags.action },
      { own: b.own, other: a.bags.action },
    ];
    const shares = sides.flatMap(({ own, other }) => (own === null || isEmpty(other) ? [] : [contained(own, other)]));
    return shares.length === 0 ? null : Math.min(...shares);
  }),
  ground('numbers', line([0, -2.5], [0.5, -0.8], [1, 0.5]), ({ numbers: a }, { numbers: b }) => {
    const both = a.values().reduce((count, number) => count + Number(b.has(number)), 0);
    const all = a.size + b.size - both;
    return all === 0 ? null : both / all;
  }),
  /** What is finished is hardly ever begun again, and less often planned anew. */
  ground('finished before', line([0, -9], [1, -2]), (a, b) => {
    if (a.standing !== 'finished' || b.standing === null || b.standing === 'finished') return null;
    return b.standing === 'not begun' ? 0 : 1;
  }),
  /** Prose papers: the label before one entry ("Reverse mentoring") stands in the words of the other. */
  ground('label found in the other text', line([0, 0], [0.5, 0], [0.9, 2.5], [1, 5.5]), (a, b) => {
    if (namesItself(a) || namesItself(b)) return null;
    const [x, y] = [a.bags.theme, b.bags.theme];
    return isEmpty(x) && isEmpty(y) ? null : Math.max(contained(x, b.all), contained(y, a.all));
  }),
  ground('words over all', line([0, -2], [0.15, -0.5], [0.3, 0.5], [0.5, 2], [0.8, 3]), (a, b) =>
    isEmpty(a.all) || isEmpty(b.all) ? null : likeness(a.all, b.all),
  ),
  ground('reference', line([0, -0.8], [0.5, 0.4], [1, 1.8]), (a, b) => {
    if (a.ref === '' || b.ref === '') return null;
    if (a.ref === b.ref) return 1;
    return a.refNumber !== '' && a.refNumber === b.refNumber ? 0.5 : 0;
  }),
  ground('lead', line([0, -0.4], [1, 0.5]), equal('lead')),
  ground('date', line([0, -0.3], [1, 1]), equal('due')),
  place,
];

/** What every pair of a table of rows and columns agrees in, for one field; NaN where it cannot be compared. */
interface Agreements {
  readonly ground: Ground;
  readonly values: Float64Array;
  /** For each pair how many others of its row and column agree as well as it does or better. */
  readonly rivals: Uint16Array;
}

const steps = 20;
const stepOf = (agreement: number): number => Math.max(0, Math.floor(agreement * steps + 1e-9));

function agreementsOf(ground: Ground, rows: readonly Compared[], columns: readonly Compared[]): Agreements {
  const width = columns.length;
  const values = new Float64Array(rows.length * width);
  const ofRow = new Uint16Array(rows.length * (steps + 2));
  const ofColumn = new Uint16Array(width * (steps + 2));
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of columns.entries()) {
      const agreement = ground.compare(a, b) ?? Number.NaN;
      values[i * width + j] = agreement;
      if (Number.isNaN(agreement)) continue;
      const step = stepOf(agreement);
      ofRow[i * (steps + 2) + step] = (ofRow[i * (steps + 2) + step] ?? 0) + 1;
      ofColumn[j * (steps + 2) + step] = (ofColumn[j * (steps + 2) + step] ?? 0) + 1;
    }
  }
  for (const counts of [ofRow, ofColumn]) countFromAbove(counts);
  const rivals = values.map((agreement, at) => {
    if (Number.isNaN(agreement)) return 0;
    const [i, j, step] = [Math.floor(at / width), at % width, stepOf(agreement)];
    return (ofRow[i * (steps + 2) + step] ?? 1) + (ofColumn[j * (steps + 2) + step] ?? 1) - 2;
  });
  return { ground, values, rivals: Uint16Array.from(rivals) };
}

/** Turns how many agree to just each step into how many agree to it or better. */
function countFromAbove(counts: Uint16Array): void {
  for (let at = counts.length - 2; at >= 0; at -= 1) {
    if (at % (steps + 2) <= steps) counts[at] = (counts[at] ?? 0) + (counts[at + 1] ?? 0);
  }
}

function weightOf({ ground, values, rivals }: Agreements, at: number): number | null {
  const agreement = values[at] ?? Number.NaN;
  if (Number.isNaN(agreement)) return null;
  const full = weigh(ground.curve, agreement);
  // Where an entry stands tells no less for others standing near.
  return full <= 0 || ground === place ? full : Math.max(0, full - Math.log1p(rivals[at] ?? 0));
}

/** The weighed pairs of known threads (rows) and lines of a new edition (columns). */
export interface Weighing {
  /** The sum of the evidence. */
  readonly score: (row: number, column: number) => number;
  /** What speaks for and against, the weightiest first, for a person. */
  readonly reasons: (row: number, column: number) => readonly string[];
}

function amongOthers(entries: readonly Features[]): readonly Compared[] {
  const own = ownWords(entries);
  return entries.map((entry, at) => ({ ...entry, own: own[at] ?? null }));
}

export function weighPairs(rows: readonly Features[], columns: readonly Features[]): Weighing {
  const width = columns.length;
  const [before, after] = [rows, columns].map(amongOthers);
  const fields = grounds.map((ground) => agreementsOf(ground, before ?? [], after ?? []));
  const scores = new Float64Array(rows.length * width);
  for (const field of fields) {
    for (const at of scores.keys()) scores[at] = (scores[at] ?? 0) + (weightOf(field, at) ?? 0);
  }
  return {
    score: (row, column) => scores[row * width + column] ?? 0,
    reasons: (row, column) =>
      fields
        .map((field) => {
          const at = row * width + column;
          return { spoken: field.ground.spoken, agreement: field.values[at] ?? 0, weight: weightOf(field, at) ?? 0 };
        })
        .filter(({ weight }) => Math.abs(weight) >= 0.3)
        .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .map(({ spoken, agreement, weight }) => {
          const sign = weight > 0 ? '+' : '';
          return `${spoken} ${Math.round(100 * agreement)} % alike (${sign}${weight.toFixed(1)})`;
        }),
  };
}

/** From so much alike on two actions of one paper are siblings: one for each watch, station or quarter. */
const siblingLikeness = 0.6;

/**
 * For each entry of a paper the words of its action that the entry most like it there has not: what tells it from its
 * siblings. Null where it has none, or says just the same.
 */
function ownWords(entries: readonly Features[]): readonly (Bag | null)[] {
  return entries.map(({ bags: { action } }, at) => {
    let nearest: Bag | null = null;
    let most = siblingLikeness;
    for (const [other, { bags }] of entries.entries()) {
      const alike = other === at || isEmpty(action) ? 0 : likeness(action, bags.action);
      if (alike < most) continue;
      [nearest, most] = [bags.action, alike];
    }
    const own = nearest === null ? null : without(action, nearest);
    return own === null || isEmpty(own) ? null : own;
  });
}
