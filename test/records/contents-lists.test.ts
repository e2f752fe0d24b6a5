import { expect, test } from 'vitest';
import { contentsLists } from '../../parsers/records/contents-lists.ts';
import type { Block } from '../../src/model/document.ts';

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text, places: [] });
const line = (text: string): Block => ({ kind: 'paragraph', text, bold: false, places: [] });
const list = (...items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((text) => ({ text, label: null, level: 0, places: [] })),
  places: [],
});

test('a list of the titles below it, and lines with their pages, are contents', () => {
  const titles = [heading('Water'), line('All tested.'), heading('Drivers'), line('All trained.')];
  expect([...contentsLists([list('Water', 'Drivers'), ...titles])]).toEqual([0]);
  expect([...contentsLists([line('Water ...... 3'), line('Drivers ...... 4'), ...titles])]).toEqual([0, 1]);
  expect([...contentsLists([...titles, list('Water', 'Drivers')])]).toEqual([]);
});

test('what stands plainly in record after record is a value, though a title below says the same', () => {
  const card = (topic: string) => [heading(topic), line('Prevention'), line('In progress')];
  expect([
    ...contentsLists([...card('Visits'), ...card('Alarms'), heading('Prevention'), heading('In progress')]),
  ]).toEqual([]);
});
