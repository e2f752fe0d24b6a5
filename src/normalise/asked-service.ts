import { foldPlain } from '../lib/fold.ts';
import { serviceEnding } from '../vocabulary/names-around.ts';
import { isServiceNamed } from './named.ts';
import { codedOrganisations, officialName, registeredName } from './service.ts';

/** One service that a person means, or the several that their words fit; of none that is known, no names. */
export type AskedService = { readonly name: string } | { readonly names: readonly string[] };

const fullName = new RegExp(`\\p{L}\\s+${serviceEnding}$`, 'iu');

/**
 * Which service a person means: its name however written, a part of it, its code or its abbreviation, as filters take
 * them; a fire service before a force. A service that is not known yet is named in full.
 * @param known the names of services that papers are stored of
 */
export function askedService(words: string, known: readonly string[]): AskedService {
  const whole = officialName(words);
  if (registeredName(words) !== null || known.includes(whole)) return { name: whole };
  const unregistered = known.filter((name) => registeredName(name) === null);
  const fitting = [
    [...named('fire', words), ...unregistered.filter((name) => isServiceNamed(name, words))],
    named('police', words),
  ].find((names) => names.length > 0);
  if (fitting === undefined) return fullName.test(words) ? { name: whole } : { names: [] };
  const [first, ...others] = fitting;
  return first !== undefined && others.length === 0 ? { name: first } : { names: fitting };
}

const named = (wanted: 'fire' | 'police', words: string): readonly string[] =>
  codedOrganisations
    .filter(
      ({ kind, name, abbreviations }) =>
        kind === wanted &&
        (isServiceNamed(name, words) || abbreviations.some((short) => foldPlain(short) === foldPlain(words))),
    )
    .map(({ name }) => name);

/** Names and short names of the services and forces, for a guess at what was meant. */
export const serviceWords: readonly string[] = codedOrganisations.flatMap(({ name, short }) => [name, short]);
