import type { Slot } from './model.ts';

/** So many of a slot's values are quoted where a paper quotes what stands there. */
const most = 0.6;
const quoted = /^(?:“(?<curly>[^“”]+)”|"(?<straight>[^"]+)"|‘(?<single>[^‘]+)’)\.?$/su;

/** What is quoted value after value (`You wrote: “The service should …”`), without the marks around it, which are the paper's own. */
export function withoutQuotes(slot: Slot): Slot {
  const said = slot.values.filter((value) => value !== null && value.text !== '');
  const inQuotes = said.filter((value) => value !== null && quoted.test(value.text));
  if (inQuotes.length < 2 || inQuotes.length < most * said.length) return slot;
  return {
    ...slot,
    values: slot.values.map((value) => {
      const { curly, straight, single } = quoted.exec(value?.text ?? '')?.groups ?? {};
      const inner = curly ?? straight ?? single;
      return value === null || inner === undefined ? value : { ...value, text: inner.trim() };
    }),
  };
}
