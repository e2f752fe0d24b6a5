import type { Design, Slot, SlotKey } from '../design.ts';
import { type Block, type Cell, type Line, plainText } from '../page.ts';
import { blank, type Group, type Plan, type Value, type Values } from '../plan.ts';

/** A label with what stands under it, ready to be laid out in any form. */
export interface Placed {
  readonly slot: Slot;
  readonly value: Value;
}

/** Lays out the groups of one part of a plan. */
export type Form = (groups: readonly Group[], plan: Plan, design: Design) => readonly Block[];

export const valueAt = (values: Values, key: SlotKey): Value => values.get(key) ?? blank;

/** What is said of a finding once. */
export const ofGroup = ({ values }: Group, { slots }: Plan): readonly Placed[] =>
  slots.filter(({ level }) => level === 'group').map((slot) => ({ slot, value: valueAt(values, slot.key) }));

/** What is said of one action. */
export const ofAction = (values: Values, { slots }: Plan): readonly Placed[] =>
  slots.filter(({ level }) => level === 'action').map((slot) => ({ slot, value: valueAt(values, slot.key) }));

/** All that is said of a finding that has one action, in the order of the plan's places. */
export const ofSingle = ({ values, actions }: Group, { slots }: Plan): readonly Placed[] =>
  slots.map((slot) => ({
    slot,
    value: valueAt(slot.level === 'group' ? values : (actions[0] ?? new Map()), slot.key),
  }));

export const isBlank = ({ value }: Placed): boolean => value.lines.length === 0 && value.fill === undefined;
export const wordsOf = ({ value }: Placed): string => value.lines.map(plainText).join(' ');
export const cellOf = ({ lines, fill }: Value, more: Omit<Cell, 'lines'> = {}): Cell => ({
  lines,
  ...(fill === undefined ? {} : { fill }),
  ...more,
});

/** Words before those of a value, on one line. */
export const plainLine = (before: string, placed: Placed | undefined): Line => ({
  runs: [{ text: `${before}${placed === undefined ? '' : wordsOf(placed)}` }],
});

/** `Label:`, or the label alone where it ends in a mark of its own. */
export const withColon = (label: string): string => (/[?:.]$/.test(label) ? label : `${label}:`);

/** The label before the first line of the value, on the same line or, in the same paragraph, over it. */
export function runIn(
  { slot, value }: Placed,
  { labelBold, labelOnOwnLine }: Pick<Design, 'labelBold' | 'labelOnOwnLine'>,
): readonly Line[] {
  const words = labelOnOwnLine && labelBold ? slot.label : withColon(slot.label);
  const label = slot.label === '' ? [] : [{ text: words, ...(labelBold ? { bold: true } : {}) }];
  const [first, ...rest] = value.lines;
  if (first === undefined) return [{ runs: label }];
  if (first.bullet) return [{ runs: label }, ...value.lines];
  return [
    {
      runs: label.length === 0 ? first.runs : [...label, { text: `${labelOnOwnLine ? '\n' : ' '}${plainText(first)}` }],
    },
    ...rest,
  ];
}

/** The title of a record: its reference, its finding or both; null where neither may stand as one. */
export interface Titled {
  readonly title: string | null;
  readonly rest: readonly Placed[];
}

/**
 * Takes the title off a record's places. `which`: 0 the reference, 1 reference and finding, 2 the finding, else none. A
 * finding in a few words stands alone only with its reference or its label: without them it would be a mere theme.
 */
export function titled(placed: readonly Placed[], which: number, { findings, refStyle }: Design): Titled {
  const ref = placed.find(({ slot }) => slot.key === 'ref');
  const finding = placed.find(({ slot }) => slot.key === 'finding');
  const without = (...taken: readonly (Placed | undefined)[]) => placed.filter((one) => !taken.includes(one));
  const bare = ref !== undefined && /^\d+$/.test(wordsOf(ref));
  if (which === 0 && ref !== undefined && !bare) return { title: wordsOf(ref), rest: without(ref) };
  if (which <= 1 && ref !== undefined && finding !== undefined) {
    return { title: `${wordsOf(ref)}${bare ? '. ' : ': '}${wordsOf(finding)}`, rest: without(ref, finding) };
  }
  if (which <= 2 && finding !== undefined && ref === undefined) {
    const alone = findings !== 'titled' || refStyle === 'front';
    const label = alone ? '' : `${withColon(finding.slot.label)} `;
    return { title: `${label}${wordsOf(finding)}`, rest: without(finding) };
  }
  return { title: null, rest: placed };
}
