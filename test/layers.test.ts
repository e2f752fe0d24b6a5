import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The house from the ground up; boxes of one row never import each other. */
const rows: readonly (readonly string[])[] = [
  ['src/model'],
  ['src/lib'],
  ['src/vocabulary'],
  ['src/tables', 'src/normalise'],
  ['src/taught'],
  ['parsers/pdf/page'],
  ['parsers/pdf/text', 'parsers/pdf/scan'],
  ['parsers/pdf/pack', 'parsers/pdf/find', 'parsers/pdf/tables/cells', 'parsers/pdf/tables/ruled'],
  ['parsers/pdf/tables/spaced', 'parsers/pdf/tables/tagged'],
  ['parsers/pdf/tables/on-page'],
  ['parsers/pdf/tables/over-pages', 'parsers/pdf/flow', 'parsers/pdf/draw', 'parsers/markup'],
  ['parsers/pdf/typed'],
  ['parsers/pdf', 'parsers/recognise'],
  [
    'parsers/formats',
    'parsers/layouts',
    'parsers/front',
    'parsers/naming',
    'src/store',
    'src/trail',
    'src/export',
    'src/report',
    'src/collect',
  ],
  ['parsers/records'],
  ['parsers/fields'],
  ['parsers/taught'],
  ['parsers/plans.ts', 'src/shelf'],
  ['parsers/paper.ts'],
  ['parsers/pack-papers.ts'],
  ['parsers/index.ts'],
  ['src/pipeline'],
  ['src/review', 'src/queue'],
  ['src/site'],
  ['src/commands', 'src/index.ts'],
  ['src/cli.ts'],
];

const boxOf = (file: string) => rows.flat().find((box) => file === box || file.startsWith(`${box}/`));
const rowOf = (box: string) => rows.findIndex((row) => row.includes(box));
/** What is imported by more than its type. */
const valuePattern = /^(?:import|export)(?! type)[^;]*? from '(\.{1,2}\/[^']+)'/gm;
const importPattern = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

test('imports go down only', () => {
  const offences: string[] = [];
  const files = globSync('{src,parsers}/**/*.ts');
  let imports = 0;
  for (const file of files) {
    const box = boxOf(file);
    if (box === undefined) {
      offences.push(`${file} stands in no box of the house`);
      continue;
    }
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(importPattern)) {
      imports += 1;
      const targetFile = path.join(path.dirname(file), target);
      const targetBox = boxOf(targetFile);
      if (targetBox === undefined) offences.push(`${file} imports ${targetFile}, which stands in no box of the house`);
      else if (targetBox !== box && rowOf(targetBox) >= rowOf(box)) offences.push(`${file} imports ${targetFile}`);
    }
  }
  expect(offences).toEqual([]);
  // A pattern that finds nothing, or files that are not there, would be no offence either.
  expect([files.length > 400, imports > 3 * files.length]).toEqual([true, true]);
  const empty = rows.flat().filter((box) => !files.some((file) => boxOf(file) === box));
  expect(empty).toEqual([]);
});

test('no files import each other in a circle, but for types', () => {
  const importsOf = new Map(
    globSync('{src,parsers}/**/*.ts').map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(valuePattern)].map(([, to = '']) => path.join(path.dirname(file), to)),
    ]),
  );
  const cleared = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, above: readonly string[]): void => {
    if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(' > '));
    else if (!cleared.has(file)) {
      for (const to of importsOf.get(file) ?? []) visit(to, [...above, file]);
      cleared.add(file);
    }
  };
  for (const file of importsOf.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('of natural only the few modules that are used are loaded: its root loads clients of four databases', () => {
  const from = globSync('{src,parsers}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '(natural[^']*)'/g)].map(([, module]) => module),
  );
  expect(from.length).toBeGreaterThan(2);
  expect(from.filter((module) => !module?.startsWith('natural/lib/natural/'))).toEqual([]);
});

test('lists of words for a meaning stand in the vocabulary alone', () => {
  const list = /\p{Ll}{3,}(?:\|\p{Ll}{3,}){2,}/u;
  const holding = (pattern: string) => globSync(pattern).filter((file) => list.test(readFileSync(file, 'utf8')));
  expect(
    holding('{parsers/{front,recognise,records,fields,layouts,taught},src/{normalise,trail,tables}}/**/*.ts'),
  ).toEqual([]);
  expect(holding('src/vocabulary/*.ts').length).toBeGreaterThan(10);
});
