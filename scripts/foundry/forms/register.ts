import type { Design } from '../design.ts';
import { type Block, plainText } from '../page.ts';
import type { Plan } from '../plan.ts';
import { type Form, isBlank, ofSingle, type Placed, wordsOf } from './place.ts';

const width = 72;

/** Records as they are typed: a title, labels in one column and their values in the next, a line of dashes between. */
export const register: Form = (groups, plan, design) => {
  const records = groups.map((group) =>
    recordOf(
      ofSingle(group, plan).filter((one) => !isBlank(one)),
      plan,
      design,
    ),
  );
  const rule = (design.look % 2 === 0 ? '-' : '=').repeat(width);
  const ruled = design.look % 3 !== 2;
  const lines = records.flatMap((record, index) => [
    ...(ruled ? [rule, ''] : index === 0 ? [] : ['']),
    ...record,
    ...(ruled ? [''] : []),
  ]);
  return [...keyOf(plan, design), { kind: 'typed', lines: [...lines, ...(ruled ? [rule] : [])] }];
};

/** What each mark means, where the paper's own words stand for how far something is. */
function keyOf({ scheme }: Plan, design: Design): readonly Block[] {
  if (scheme.key !== null || scheme.style === 'none' || design.look % 4 === 0) return [];
  const marks = scheme.standings.map((standing) => [scheme.print(standing).text, glosses[standing]] as const);
  const wide = Math.max(...marks.map(([mark]) => mark.length)) + 3;
  return [
    { kind: 'typed', lines: ['Marks used:', ...marks.map(([mark, gloss]) => `   ${mark.padEnd(wide)}${gloss}`)] },
  ];
}

const glosses = {
  not_started: 'nothing has been done as yet',
  in_progress: 'work goes on and should be ready by the date',
  delayed: 'the date has gone by or will be missed',
  deferred: 'put off for now',
  ongoing: 'work without an end',
  complete: 'finished, and seen by the head of assurance',
  closed: 'ended for another reason',
} as const;

function recordOf(placed: readonly Placed[], plan: Plan, design: Design): readonly string[] {
  const ref = placed.find(({ slot }) => slot.key === 'ref');
  const name = placed.find(({ slot }) => slot.key === 'theme') ?? placed.find(({ slot }) => slot.key === 'finding');
  const named = ref !== undefined || name?.slot.key === 'theme';
  const heads = named ? [ref, name].filter((one) => one !== undefined) : [];
  const shown = placed.filter((one) => !heads.includes(one));
  const title = heads.map((one) =>
    one.slot.key === 'theme' && design.variant % 2 === 0 ? wordsOf(one).toUpperCase() : wordsOf(one),
  );
  const labels = plan.slots.map(({ label }) => label.length);
  const column = Math.max(...labels) + (design.variant === 1 ? 6 : 3);
  const indent = design.variant % 3 === 0 ? '  ' : '';
  return [
    ...(heads.length === 0
      ? []
      : [
          ...wrapped(title.join(design.look % 2 === 0 ? '   ' : '  '), width),
          ...(design.variant % 2 === 0 ? [''] : []),
        ]),
    ...shown.flatMap((one) => linesOf(one, column, indent, design)),
  ];
}

/** The label, what leads from it to the value, and the value wrapped within its own column. */
function linesOf({ slot, value }: Placed, column: number, indent: string, { variant }: Design): readonly string[] {
  const label = slot.label.replace(/:$/, '');
  const head =
    [
      `${label.padEnd(column)}`,
      `${label} ${'.'.repeat(Math.max(3, column - label.length - 2))} `,
      `${label.padEnd(column)}: `,
      `${`${label}:`.padEnd(column)}`,
      `${label.padEnd(column)}`,
      `${label.padEnd(column)}: `,
    ][variant] ?? '';
  const begin = `${indent}${head}`;
  const lines = value.lines.flatMap((one) =>
    wrapped(`${one.bullet ? '- ' : ''}${plainText(one)}`, width - begin.length),
  );
  return lines.map((text, index) => `${index === 0 ? begin : ' '.repeat(begin.length)}${text}`);
}

function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    if (line !== '' && line.length + word.length + 1 > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
