import type { Block } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';

/** Where blocks stand in the paper, whatever shape they have been given since. */
export const rootsOf = (blocks: readonly Block[], indexes: ReadonlySet<number>): ReadonlySet<string> =>
  new Set([...indexes].flatMap((index) => blocks[index]?.places.map(rootOf) ?? []));

/** True for a block that stands at one of these. */
export const isOfRoots = (block: Block | undefined, roots: ReadonlySet<string>): boolean =>
  block?.places.some((place) => roots.has(rootOf(place))) ?? false;

const rootOf = ({ path }: Place): string => path.split('/')[0] ?? '';
