import type { Random } from '../../test/support/random.ts';

const heads = [
  'Harrow',
  'Ashen',
  'Thorn',
  'Wold',
  'Brack',
  'Elder',
  'Kestrel',
  'Marl',
  'Raven',
  'Sallow',
  'Tarn',
  'Whin',
  'Alder',
  'Copper',
  'Dun',
  'Fern',
  'Glen',
  'Hexen',
  'Kelder',
  'Oxen',
];
const tails = ['mere', 'shire', 'combe', 'wick', 'haven', 'dale', 'marsh', 'moor', 'holt', 'field', 'stead', 'minster'];
const kinds = ['Fire and Rescue Service', 'Fire & Rescue Service', 'County Fire and Rescue Service'];

/** A service that does not exist, and the initials it goes by. */
export interface Service {
  readonly name: string;
  readonly initials: string;
  readonly area: string;
}

export function drawService(random: Random): Service {
  const place = () => random.pick(heads) + random.pick(tails);
  const area = random.chance(0.25) ? `${place()} and ${place()}` : place();
  const kind = random.pick(kinds);
  const letters = `${area} ${kind}`
    .split(' ')
    .filter((word) => !/^(?:and|&)$/.test(word))
    .map((word) => word[0]);
  return { name: `${area} ${kind}`, initials: letters.join(''), area };
}
