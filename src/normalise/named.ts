import { foldPlain, foldWords } from '../lib/fold.ts';
import { rememberByText } from '../lib/remember.ts';
import { codedOrganisations, officialName } from './service.ts';

const fold = rememberByText((text: string) =>
  foldWords(foldPlain(text.normalize('NFD').replace(/\p{M}/gu, '')).replace(/&/g, ' and ')),
);
const official = rememberByText(officialName);
const codeOf = new Map(codedOrganisations.map(({ name, code }) => [name, code]));

/** The lasting code of a service or force by its official name; null where it is not known. */
export const serviceCodeOf = (name: string): string | null => codeOf.get(name) ?? null;

/**
 * True where a name has in it what is asked for, whatever the capitals, accents and signs: `&` is `and`. This is what every
 * command means by a plan, a lead or a service of that name.
 */
export const isNamed = (name: string, asked: string): boolean => fold(name).includes(fold(asked));

/** The same for services, which also have a lasting code (`fire-essex`) and other names that lead to the official one. */
export const isServiceNamed = (name: string, asked: string): boolean =>
  isNamed(name, asked) || codeOf.get(name) === asked.trim().toLowerCase() || official(asked) === name;
