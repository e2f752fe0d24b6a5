import type { Slot, TextValue } from './model.ts';

/** The slot without a part that most of its values have, and that part as a slot; the slot alone where they do not. */
export function partOff(
  slot: Slot,
  name: string,
  least: number,
  split: (text: string) => { readonly part: string; readonly rest: string } | null,
): readonly Slot[] {
  const splits = slot.values.map((value) => (value === null ? null : split(value.text)));
  const filled = slot.values.filter((value) => value !== null).length;
  const found = splits.filter((one) => one !== null);
  if (filled === 0 || found.length < least * filled) return [slot];
  if (filled > 1 && new Set(found.map(({ part }) => part)).size === 1 && name === 'ref') return [slot];
  const with_ = (pick: (index: number) => string | null): readonly (TextValue | null)[] =>
    slot.values.map((value, index) => {
      const text = pick(index);
      return value === null || text === null || text === '' ? null : { ...value, text };
    });
  return [
    { ...slot, values: with_((index) => splits[index]?.rest ?? slot.values[index]?.text ?? null) },
    { ...slot, key: `${slot.key} ${name}`, values: with_((index) => splits[index]?.part ?? null) },
  ];
}
