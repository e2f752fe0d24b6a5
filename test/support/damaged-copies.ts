import type { Random } from './random.ts';

export type Mutation = 'cut' | 'hole' | 'doubled' | 'swapped' | 'flipped' | 'inserted';

/** A file that was damaged, and how. */
export interface Mutant {
  readonly how: Mutation;
  readonly bytes: Buffer;
}

const pieces = [
  '<',
  '"',
  '<!--',
  '<table>',
  '</td>',
  '<script>',
  '\u0000',
  '|',
  '\t',
  '&',
  ']]>',
  'PK\u0003\u0004',
  '<td title="',
];

/** Damages a file as transfers, disks and editors do. */
export function mutantOf(bytes: Buffer, random: Random): Mutant {
  const how = random.pick(['cut', 'hole', 'doubled', 'swapped', 'flipped', 'inserted'] as const);
  const [a = 0, b = 0, c = 0] = [1, 2, 3].map(() => random.whole(0, bytes.length - 1)).sort((x, y) => x - y);
  const part = (from: number, to?: number) => bytes.subarray(from, to);
  switch (how) {
    case 'cut':
      return { how, bytes: part(0, Math.max(1, b)) };
    case 'hole':
      return { how, bytes: Buffer.concat([part(0, a), part(Math.min(b, a + 2000))]) };
    case 'doubled':
      return { how, bytes: Buffer.concat([part(0, b), part(a)]) };
    case 'swapped':
      return { how, bytes: Buffer.concat([part(0, a), part(b, c), part(a, b), part(c)]) };
    case 'flipped': {
      const copy = Buffer.from(bytes);
      for (let count = 0; count < 8; count += 1) copy[random.whole(0, copy.length - 1)] = random.whole(0, 255);
      return { how, bytes: copy };
    }
    case 'inserted':
      return { how, bytes: Buffer.concat([part(0, a), Buffer.from(random.pick(pieces)), part(a)]) };
  }
}
