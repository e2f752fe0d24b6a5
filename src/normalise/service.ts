import { foldPlain, foldWords, titleCased } from '../lib/fold.ts';
import { authorities } from '../vocabulary/authorities.ts';
import { forces } from '../vocabulary/forces.ts';
import {
  belonging,
  councilBefore,
  fireAtEnd,
  leadingWord,
  notAService,
  policeAtEnd,
  serviceByAnotherEnd,
  serviceEnding,
} from '../vocabulary/names-around.ts';
import type { Organisation } from '../vocabulary/organisation.ts';
import { services } from '../vocabulary/services.ts';

const register: readonly Organisation[] = [...services, ...forces];

/** An organisation of the register with its lasting code. */
export interface CodedOrganisation extends Organisation {
  readonly code: string;
  readonly kind: 'fire' | 'police';
}

/** The register, each with a code made of its kind and its short name, which stay: `fire-essex`, `police-kent`. */
export const codedOrganisations: readonly CodedOrganisation[] = register.map((organisation) => {
  const kind = services.includes(organisation) ? 'fire' : 'police';
  // Short names of forces are abbreviations.
  const { name, short } = organisation;
  const own = kind === 'fire' ? short : name.replace(/ (?:Police(?: Service)?|Constabulary)$/, '');
  const slug = foldPlain(own)
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return { ...organisation, kind, code: `${kind}-${slug}` };
});

/** A name folded so that `&` and `and`, `FRS` and `Fire and Rescue Service`, `Authority` and `Service` are one. */
function foldName(name: string): string {
  return foldWords(foldPlain(name).replace(/&/g, ' and '))
    .replace(/^the /, '')
    .replace(councilBefore, '')
    .replace(fireAtEnd, 'fire')
    .replace(policeAtEnd, 'police');
}

const byName: ReadonlyMap<string, Organisation> = new Map(
  register.flatMap((organisation) => {
    const fire = services.includes(organisation);
    return [organisation.name, `${organisation.short} ${fire ? 'Fire and Rescue Service' : 'Police'}`].map(
      (name) => [foldName(name), organisation] as const,
    );
  }),
);

/** Bounded, as no name has a longer word: else each of many letters would begin one that is followed to its end. */
const word = "(?:\\p{Lu}[\\p{L}'’-]{0,40})";
const link = '(?:\\s+(?:and|&|of|the|with|on)\\s+|\\s+)';
const namePattern = new RegExp(
  `(?<name>${word}(?:${link}${word}){0,5}?(?:\\s+County\\s+Council:)?\\s+${serviceEnding})\\b(?!\\s*,\\s*Fire\\b)(?!\\s+(?:and|&)\\s+Crime\\b)`,
  'gu',
);

/** `Penhallow and the Isles Fire and Rescue Service`, as a text of its own: within a sentence `and the` parts two names. */
const jointName = new RegExp(
  `^${word}(?:\\s${word}){0,2}\\s+(?:and|&)\\s+the\\s+${word}\\s+(?:${serviceEnding}|(?:Combined\\s+)?Fire(?:\\s+(?:and|&)\\s+Rescue)?\\s+Authority)$`,
  'u',
);

/** A service's or force's name in a text: the official one where the register has it, else as printed. */
export interface NamedOrganisation {
  readonly name: string;
  readonly registered: boolean;
  /** The words as they stand in the text. */
  readonly printed: string;
  /** Offset into the text. */
  readonly index: number;
}

const byAuthority: ReadonlyMap<string, string> = new Map(
  authorities.flatMap(({ name, service }) =>
    [name, ofPlace(name)].flatMap((each) => (each === null ? [] : [[foldAnd(each), service] as const])),
  ),
);

/** `Police, Fire and Crime Commissioner for Essex` is the `Essex Police, Fire and Crime Commissioner` too. */
function ofPlace(name: string): string | null {
  const [, office, place] = /^(.*Commissioner) for (.*)$/.exec(name) ?? [];
  return office === undefined ? null : `${place} ${office}`;
}

function foldAnd(name: string): string {
  return name
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

const authorityPattern = new RegExp(
  `\\b(?:${[...byAuthority.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(' and ', ' (?:and|&) ').replaceAll(' ', '\\s+'))
    .join('|')})\\b`,
  'gi',
);

/** The services and forces for which an authority, a commissioner or a mayor named in a text speaks. */
function authorityNames(text: string): readonly NamedOrganisation[] {
  return [...text.matchAll(authorityPattern)].flatMap(({ 0: printed, index }) => {
    const name = byAuthority.get(foldAnd(printed));
    return name === undefined ? [] : [{ name, registered: true, printed, index }];
  });
}

/** Every name of a fire and rescue service or police force in a text, and of the authorities that speak for one. */
export function organisationNames(text: string): readonly NamedOrganisation[] {
  if (jointName.test(text.trim()))
    return [{ name: text.trim(), registered: false, printed: text.trim(), index: text.indexOf(text.trim()) }];
  const spoken = authorityNames(text);
  const isApart = ({ index, printed }: NamedOrganisation) =>
    spoken.every((other) => index >= other.index + other.printed.length || other.index >= index + printed.length);
  return [...spoken, ...printedNames(text).filter(isApart)].sort((a, b) => a.index - b.index);
}

function printedNames(text: string): readonly NamedOrganisation[] {
  return [...titleCased(text).matchAll(namePattern)].flatMap((match): readonly NamedOrganisation[] => {
    const name = (match.groups?.name ?? '').replace(/\s+/g, ' ');
    const printed = text.slice(match.index, match.index + match[0].length);
    return longestRegistered(name, printed, match.index) ?? ownWords(name, printed, match.index);
  });
}

/** The longest end of the printed name that the register knows: a sentence's first word may stand before it. */
function longestRegistered(name: string, printed: string, index: number): readonly NamedOrganisation[] | null {
  const words = name.split(' ');
  for (let skip = 0; skip < words.length - 1; skip++) {
    const found = byName.get(foldName(words.slice(skip).join(' ')));
    if (found !== undefined)
      return [{ name: found.name, registered: true, printed, index: index + words.slice(0, skip).join(' ').length }];
  }
  return null;
}

function ownWords(name: string, printed: string, index: number): readonly NamedOrganisation[] {
  const own = name.replace(belonging, '').replace(leadingWord, '');
  if (notAService.test(own) || !/(Service|Brigade|Rescue|FRS|Police|Constabulary|Authority)$/.test(own)) return [];
  const line = printed.replace(/\s+/g, ' ');
  const words = line.replace(belonging, '').replace(leadingWord, '');
  return [{ name: words, registered: false, printed: words, index: index + line.length - words.length }];
}

/** The register's name of an organisation, whatever way it is written; null where the register does not have it. */
export const registeredName = (service: string): string | null => byName.get(foldName(service))?.name ?? null;

/**
 * The one name of an organisation: the register's, whatever way it is written (`&` or `and`, `FRS` in full), else its own
 * with `and` and in full; of an authority that of its service. Papers of one name are followed together.
 */
export const officialName = (service: string): string =>
  registeredName(service) ??
  service.replace(/\s*&\s*/g, ' and ').replace(serviceByAnotherEnd, ' Fire and Rescue Service');

/** True where two names differ only in how they call a fire service: `Brigade`, `Authority`, `Service`. */
export const mayBeOneService = (a: string, b: string): boolean => foldName(a) === foldName(b);

const byAbbreviation: ReadonlyMap<string, readonly string[]> = register.reduce((map, { name, abbreviations }) => {
  for (const short of abbreviations) map.set(short, [...(map.get(short) ?? []), name]);
  return map;
}, new Map<string, readonly string[]>());

/** Services whose abbreviation stands in a text; `shared` where several services use it. */
export function abbreviatedOrganisations(text: string): readonly { readonly name: string; readonly shared: boolean }[] {
  const found = new Set(text.match(/\b[A-Z][A-Z&]{2,6}\b/g) ?? []);
  return [...found].flatMap((short) => {
    const names = byAbbreviation.get(short) ?? [];
    return names.map((name) => ({ name, shared: names.length > 1 }));
  });
}

const places: ReadonlyMap<string, RegExp> = new Map(
  register.map(({ name, short, domains }) => {
    const words = [short.replace(/\s*&\s*/g, ' (?:and|&) '), ...domains.map((domain) => domain.replaceAll('.', '\\.'))];
    return [name, new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`)];
  }),
);

/** True where a text names the place of a service, or a web address of its own. */
export const namesPlaceOf = (service: string, text: string): boolean => places.get(service)?.test(text) === true;
