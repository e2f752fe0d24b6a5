import { foldWords } from '../lib/fold.ts';
import { rememberByText } from '../lib/remember.ts';
import type { SeenLayout, TaughtLayout } from '../model/taught.ts';
import { months, seasons } from '../vocabulary/months.ts';

const changing = new RegExp(
  `(?<![\\p{L}])(?:${[...months.keys(), ...seasons.keys()].join('|')}|q|qtr|quarter|fy)?(?:[ /&-]*\\p{N}+(?:st|nd|rd|th)?)+(?![\\p{L}])|(?<![\\p{L}])(?:${[...months.keys()].filter((name) => name !== 'may').join('|')})(?![\\p{L}])`,
  'gu',
);

/** Words by which a label is known in every paper of a layout: numbers, months and quarters change from paper to paper. */
export const labelMark: (label: string) => string = rememberByText((label) =>
  isWordless(label)
    ? label
    : foldWords(label)
        .replace(changing, '#')
        .replace(/#(?:\s*#)+/g, '#')
        .trim(),
);

/** A place without words of its own, as `TaughtLabel` names it. */
const isWordless = (label: string): boolean => /^\((?:title|text|column)\b[\w ]*\)$/.test(label);

/** The marks of labels in their order; one that stands twice is told apart by its number. */
export function labelsToMarks(labels: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return labels.map((label) => {
    const mark = labelMark(label);
    const count = (counts.get(mark) ?? 0) + 1;
    counts.set(mark, count);
    return count === 1 ? mark : `${mark} (${count})`;
  });
}

/** The marks that a layout is told by. */
export const ownMarks = (labels: readonly string[]): ReadonlySet<string> =>
  new Set(labelsToMarks(labels.filter((label) => !isWordless(label))).filter((mark) => mark !== ''));

/** What a taught layout is told by. */
type Told = Pick<TaughtLayout, 'form' | 'labels'>;

const marksOf = ({ labels }: Pick<Told, 'labels'>): ReadonlySet<string> => ownMarks(labels.map(({ label }) => label));

/** Of the columns, or of the labels, so many must be the same; forms leave out labels that have no value. */
const leastShared = { columns: 0.7, labels: 0.6 } as const;
/** One label alone is no layout. */
const leastLabels = 2;

/**
 * How well a table or form fits a taught layout.
 * @returns 0 where it is another layout, else the share of labels that both have
 */
export function fitOf(layout: Told, seen: Pick<SeenLayout, 'form' | 'labels'>): number {
  return layout.form === seen.form ? shareOf(layout.form, marksOf(layout), ownMarks(seen.labels)) : 0;
}

/** What is in both. */
export const common = (one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...one].filter((item) => other.has(item)));

/** The share of marks that two layouts of a form have both; 0 where that is too few. */
export function shareOf(form: TaughtLayout['form'], own: ReadonlySet<string>, seen: ReadonlySet<string>): number {
  const shared = common(own, seen).size;
  const share = shared / Math.max(own.size, form === 'columns' ? seen.size : shared);
  const whole = shared / Math.max(1, own.size, seen.size);
  return shared < leastLabels || share < leastShared[form] || whole < leastOfWhole ? 0 : whole;
}

/** A form may have labels more by which a reader was misled, but not as many again. */
const leastOfWhole = 0.5;

/** True where two layouts are told by the same labels, so that what is said of one is said of the other. */
export function isOfSameMarks(one: Told, other: Told): boolean {
  const [own, others] = [marksOf(one), marksOf(other)];
  return one.form === other.form && common(own, others).size === Math.max(own.size, others.size);
}

/** The layout, of those that are taught, that a table or form fits best; null where it fits none. */
export function bestFit<Layout extends TaughtLayout>(
  layouts: readonly Layout[],
  seen: Pick<SeenLayout, 'form' | 'labels'>,
): Layout | null {
  const [best] = layouts
    .map((layout) => ({ layout, fit: fitOf(layout, seen) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit);
  return best?.layout ?? null;
}
