/** How often: `once`, `3 times`. */
export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** The first few of some lines, and behind them how many more there are, where there are more. */
export const firstFew = (
  lines: readonly string[],
  most: number,
  more: (count: number) => string,
): readonly string[] => [...lines.slice(0, most), ...(lines.length > most ? [more(lines.length - most)] : [])];

/** A number with its noun: `1 paper`, `3 papers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
