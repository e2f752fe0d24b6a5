import type { Design } from '../design.ts';
import { type Block, cell, heading, type Table } from '../page.ts';
import { monthsOfStrip, quarterly } from '../told.ts';
import { factsBar } from './facts.ts';
import { type Form, isBlank, ofSingle, type Placed, runIn, wordsOf } from './place.ts';
import { tableOf } from './tables.ts';

const factKeys: ReadonlySet<string> = new Set(['lead', 'due', 'status', 'rag']);

/** For each finding a strip of months in which work goes on, and notes of what was done in some of them. */
export const strips: Form = (groups, plan, design) =>
  groups.flatMap((group, index): readonly Block[] => {
    const placed = ofSingle(group, plan).filter((one) => !isBlank(one));
    const heads = placed.filter(({ slot }) => slot.key === 'ref' || slot.key === 'theme');
    const title = heads.map(wordsOf).join(heads.length > 1 && /^\d+$/.test(wordsOf(heads[0] as Placed)) ? '. ' : ': ');
    const texts = placed.filter(({ slot }) => slot.key === 'finding' || slot.key === 'action');
    const notes = placed.find(({ slot }) => slot.key === 'progress')?.value.lines ?? [];
    const facts = factsBar(
      placed.filter(({ slot }) => factKeys.has(slot.key)),
      design,
    );
    const told: readonly Block[] =
      notes.length === 0
        ? []
        : [{ kind: 'list', ordered: design.look % 2 === 0, items: notes.map((one) => ({ runs: one.runs })) }];
    return [
      ...(title === '' ? [] : [heading(3, title)]),
      ...texts.flatMap((one) => runIn(one, design)).map((one): Block => ({ kind: 'paragraph', line: one })),
      ...(design.variant === 1 ? facts : []),
      stripOf(index, design),
      ...told,
      ...(design.variant === 1 ? [] : facts),
    ];
  });

/** The months of a year, or its quarters; those in which work goes on are painted or ticked. */
function stripOf(index: number, design: Design): Table {
  const heads = quarterly(design) ? ['Q1', 'Q2', 'Q3', 'Q4'] : monthsOfStrip;
  const first = (3 * index) % Math.max(2, heads.length - 4);
  const isOn = (at: number) => at >= first && at <= first + 2 + (index % 3);
  const marked = design.variant % 2 === 0;
  return tableOf(
    { ...design, stripe: null, ruling: 'all' },
    [
      heads.map((month) => cell(month, { header: true })),
      heads.map((_, at) => cell(isOn(at) && !marked ? 'X' : '', isOn(at) && marked ? { fill: '5B9BD5' } : {})),
    ],
    1,
    heads.map(() => 1),
  );
}
