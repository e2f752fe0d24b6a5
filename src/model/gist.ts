/** What can name an entry, as far as it is known. */
export interface Nameable {
  readonly action?: string | null;
  readonly finding?: string | null;
  readonly progress?: string | null;
  readonly updates?: readonly { readonly text: string }[];
  readonly summary?: string | null;
  readonly theme?: string | null;
}

/** The words that name an entry: its action, else its finding, else what else is said; null where nothing is. */
export const gistOf = (entry: Nameable): string | null => told(entry)[0]?.[1] ?? null;

/** What these words are; null where there are none. */
export const gistField = (entry: Nameable): string | null => told(entry)[0]?.[0] ?? null;

const told = ({ action, finding, progress, updates, summary, theme }: Nameable) =>
  Object.entries({ action, finding, progress, update: updates?.[0]?.text, summary, theme }).filter(
    ([, words]) => words != null,
  );

/** What an entry is called of which none of these is known. */
export const withoutWords = 'An entry without words';

/** The words that name an entry, or that it has none. */
export const calledOf = (entry: Nameable): string => gistOf(entry) ?? withoutWords;
