import { expect, test } from 'vitest';
import { titlesInColumns } from '../../parsers/recognise/titles-in-columns.ts';
import type { Block } from '../../src/model/document.ts';

const at = (x: number, y: number) => [{ path: `p${x}${y}`, page: 1, bbox: [x, y, x + 200, y + 10] as const }];
const title = (text: string, x: number, y: number): Block => ({ kind: 'heading', level: 3, text, places: at(x, y) });
const line = (text: string, x: number, y: number): Block => ({
  kind: 'paragraph',
  bold: false,
  text,
  places: at(x, y),
});
const texts = (blocks: readonly Block[]) => blocks.map((block) => ('text' in block ? block.text : ''));

test('a title goes right above the card that it heads where the end of the card beside is read after it', () => {
  const blocks = [
    title('Water', 50, 100),
    line('Draw maps.', 50, 120),
    title('Schools', 300, 100),
    line('Owner: Head of Water', 50, 140),
    line('Visit all schools.', 300, 120),
  ];
  expect(texts(titlesInColumns(blocks))).toEqual([
    'Water',
    'Draw maps.',
    'Owner: Head of Water',
    'Schools',
    'Visit all schools.',
  ]);
});

test('a title stays where nothing below it stands in its own width, or where another title comes first', () => {
  const lone = [title('Water', 50, 100), line('Note', 300, 120), title('Schools', 50, 200), line('Visit.', 50, 220)];
  expect(titlesInColumns(lone)).toEqual(lone);
});
