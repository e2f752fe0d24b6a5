import { expect, test } from 'vitest';
import type { PageContent } from '../../parsers/pdf/page/page-content.ts';
import { stripFurniture } from '../../parsers/pdf/text/furniture.ts';
import { withRows } from '../../parsers/pdf/text/words.ts';
import { page, words } from '../support/page.ts';

const body = (number: number) => [
  ...words(`Text of page ${number} that says something of its own`, 50, 130),
  ...words('and goes on', 50, 142),
];

const strip = (pages: readonly PageContent[]) => stripFurniture(pages.map(withRows));
const furnitureOf = (pages: readonly PageContent[]) => strip(pages).furniture.map(({ text }) => text);

test('running headers and page numbers are told by repetition, each with its places', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page(
      [
        ...words('Fenmarsh Fire Authority', 50, 40),
        ...body(number),
        ...words(`Improvement plan Page ${number} of 4`, 50, 800),
      ],
      { number },
    ),
  );
  const { furniture, pages: stripped } = strip(pages);
  expect(furniture.map(({ text, places }) => [text, places.map((place) => place.page)])).toEqual([
    ['Fenmarsh Fire Authority', [1, 2, 3, 4]],
    ['Improvement plan Page 1 of 4', [1, 2, 3, 4]],
  ]);
  expect(stripped[1]?.runs.map(({ text }) => text).join(' ')).toBe(
    'Text of page 2 that says something of its own and goes on',
  );
});

test('on one page only a page number is furniture', () => {
  expect(furnitureOf([page([...words('Fenmarsh', 50, 40), ...body(1), ...words('1', 290, 810)])])).toEqual(['1']);
});

test('on two pages what both begin with is kept unless it stands aside in small print', () => {
  const both = (header: ReturnType<typeof words>) =>
    [1, 2].map((number) => page([...header, ...body(number)], { number }));
  expect(furnitureOf(both(words('Recommendation', 50, 116, { bold: true })))).toEqual([]);
  expect(furnitureOf(both(words('Fenmarsh Fire Authority', 50, 40, { size: 8 })))).toEqual(['Fenmarsh Fire Authority']);
  expect(furnitureOf(both(words('Fenmarsh', 270, 40, { bold: true })))).toEqual(['Fenmarsh']);
});

test('on two pages a running header in the middle may be larger than a sheet that was scaled to fit, but no title', () => {
  const both = (header: ReturnType<typeof words>, title: number) =>
    [1, 2].map((number) =>
      page([...header, ...words('Plan for the year', 50, 90, { size: title }), ...body(number)], { number }),
    );
  const header = words('Fenmarsh Fire Authority', 220, 40, { size: 12 });
  expect(furnitureOf(both(header, 15))).toEqual(['Fenmarsh Fire Authority']);
  expect(furnitureOf(both(header, 11))).toEqual([]);
});

test('a protective marking at a page’s edge is furniture, however it is set and on however few pages', () => {
  const marked = (marking: string) => [
    page([...words(marking, 260, 40, { bold: true, size: 12 }), ...body(1)], { number: 1 }),
    page([...words(marking, 260, 40, { bold: true, size: 12 }), ...body(2)], { number: 2 }),
  ];
  expect(furnitureOf(marked('OFFICIAL'))).toEqual(['OFFICIAL']);
  expect(furnitureOf(marked('OFFICIAL – SENSITIVE').slice(0, 1))).toEqual(['OFFICIAL – SENSITIVE']);
  expect(furnitureOf(marked('Official response'))).toEqual([]);
});

test('a protective marking at a page’s edge is furniture, on one page too', () => {
  const marked = (marking: string) =>
    furnitureOf([page([...words(marking, 250, 30, { bold: true, size: 14 }), ...body(1)])]);
  expect(marked('OFFICIAL – SENSITIVE')).toEqual(['OFFICIAL – SENSITIVE']);
  expect(marked('Official response')).toEqual([]);
});

test('titles that count their own parts are no page numbers, but counts of all pages are', () => {
  const counted = (title: (number: number) => string) =>
    [1, 2, 3, 4].map((number) => page([...words(title(number), 50, 40), ...body(number)], { number }));
  expect(
    furnitureOf(counted((number) => `${number < 3 ? 'Water' : 'Schools'} (${number < 3 ? number : number - 2} of 2)`)),
  ).toEqual([]);
  expect(furnitureOf(counted((number) => `Fenmarsh plan (${number} of 4)`))).toEqual(['Fenmarsh plan (1 of 4)']);
});

test('numbered headings at the top of each page are no page numbers', () => {
  const pages = [3, 7, 12].map((reference, index) =>
    page([...words(`Recommendation ${reference}`, 50, 116, { size: 14, bold: true }), ...body(index + 1)], {
      number: index + 1,
    }),
  );
  expect(furnitureOf(pages)).toEqual([]);
});

test('headings that count with the pages are none, as they are larger than the text', () => {
  const counted = (size: number) =>
    [1, 2, 3, 4].map((number) =>
      page([...words(`AFI ${number}`, 50, 40, { size }), ...body(number)], { number: number + 1 }),
    );
  expect(furnitureOf(counted(18))).toEqual([]);
  expect(furnitureOf(counted(8))).toEqual(['AFI 1']);
});

test('the header row of a table without lines that goes on over pages is kept', () => {
  const pages = [1, 2, 3].map((number) =>
    page(
      [
        ...['Ref', 'Action', 'Progress', 'Due'].flatMap((text, index) => words(text, 50 + index * 120, 60)),
        ...[0, 1, 2].flatMap((row) =>
          ['ES1', 'Do it', 'Done so far', 'May 2024'].flatMap((text, index) =>
            words(text, 50 + index * 120, 85 + row * 20),
          ),
        ),
      ],
      { number },
    ),
  );
  expect(furnitureOf(pages)).toEqual([]);
});

test('what the file marks as an artifact at the edge is furniture, also on one page', () => {
  const stamp = words('Classification: open', 50, 30, { artifact: true });
  expect(furnitureOf([page([...stamp, ...body(1)])])).toEqual(['Classification: open']);
});

test('the header of a table is no furniture where the rows under it begin below the edge of the page', () => {
  const pages = [1, 2, 3].map((number) =>
    page(
      [
        ...['Ref', 'Action', 'Progress', 'Due'].flatMap((text, index) => words(text, 50 + index * 120, 112)),
        ...words(`Part ${number} of what was done`, 290, 128),
        ...words('and what comes next', 290, 140),
      ],
      { number },
    ),
  );
  expect(furnitureOf(pages)).toEqual([]);
});

test('the numbers of agenda items on page after page count no pages', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page([...words(`Agenda item ${number + 2}`, 50, 40), ...body(number), ...words(`Page ${number}`, 50, 800)], {
      number,
    }),
  );
  expect(furnitureOf(pages)).toEqual(['Page 1']);
});

test('an item of the agenda with the number of its page is furniture; items on pages of their own are none', () => {
  const both = (line: (number: number) => string) =>
    [1, 2].map((number) => page([...body(number), ...words(line(number), 250, 800)], { number }));
  expect(furnitureOf(both((number) => `Item 11 – page ${number}`))).toEqual(['Item 11 – page 1']);
  expect(furnitureOf(both((number) => `Item ${number}`))).toEqual([]);
});
