import type { Random } from '../../test/support/random.ts';
import type { Setting } from './front.ts';
import { type Block, cell, heading, line, paragraph, plainTable } from './page.ts';
import type { KeyLine } from './statuses.ts';
import { boards, names } from './words/sentences.ts';

/** What stands around a plan in a paper: sections of a cover report, and the plan's own key. */

type Section = (random: Random, setting: Setting) => readonly Block[];

const sections: Readonly<Record<'before' | 'after', readonly Section[]>> = {
  before: [
    (random, { service }) => [
      heading(2, 'Purpose of report'),
      paragraph(
        `To inform members of progress that ${service.name} has made since the ${random.pick(['last meeting', 'inspection report was published', 'previous quarter'])}.`,
      ),
    ],
    (_, { body }) => [
      heading(2, 'Recommendation'),
      paragraph(`That the ${body} notes the progress set out in this report.`),
    ],
    (random) => [
      heading(2, 'Recommendations'),
      paragraph('Members are asked to:'),
      {
        kind: 'list',
        ordered: true,
        items: [
          line('note the contents of the report; and'),
          line(
            `agree that the next report comes to the meeting in ${random.pick(['March', 'June', 'September', 'December'])}.`,
          ),
        ],
      },
    ],
    (random) => [
      heading(2, 'Background'),
      paragraph(
        `The inspectorate visited in ${random.whole(2020, 2024)} and published its report the next spring. It graded the service across eleven areas and set out where it wished to see improvement.`,
      ),
      paragraph(
        `Progress is overseen by the ${random.pick(boards)}, which meets every ${random.pick(['month', 'quarter', 'six weeks'])}.`,
      ),
    ],
    (random) => [
      paragraph(
        `Of the actions in the plan, ${random.whole(5, 12)} are complete and ${random.whole(3, 9)} are in progress.`,
      ),
    ],
    (random) => [
      heading(2, 'Executive summary'),
      paragraph(
        `Good progress has been made. ${random.pick(['Two', 'Three', 'Four'])} matters need the attention of members and are shown in the plan that follows.`,
      ),
    ],
    (random) => [
      plainTable(
        [
          ['Pillar', 'Grade'],
          ['Effectiveness', random.pick(['Good', 'Adequate'])],
          ['Efficiency', random.pick(['Good', 'Requires improvement'])],
          ['People', random.pick(['Requires improvement', 'Inadequate'])],
        ],
        true,
      ),
    ],
  ],
  after: [
    () => [
      heading(2, 'Financial implications'),
      paragraph(
        'There are no financial implications arising from this report. Costs of delivery are met from existing budgets.',
      ),
    ],
    () => [
      heading(2, 'Equality implications'),
      paragraph('An equality impact assessment has been carried out for each policy that the plan changes.'),
    ],
    (random) => [
      heading(2, 'Risk management implications'),
      plainTable(
        [
          ['Risk', 'Likelihood', 'Impact', 'Control'],
          [
            'Loss of public confidence',
            String(random.whole(1, 5)),
            String(random.whole(1, 5)),
            'Regular reports in public',
          ],
          ['Lack of capacity', String(random.whole(1, 5)), String(random.whole(1, 5)), 'Programme office in place'],
        ],
        true,
      ),
    ],
    (random) => [
      heading(2, 'Contact officer'),
      paragraph(`${random.pick(names)}, telephone 01632 960${random.whole(100, 999)}`),
    ],
    () => [
      heading(2, 'Conclusion'),
      paragraph('The service remains committed to delivering every part of its plan and will go on reporting openly.'),
    ],
    (random) => [
      heading(2, 'Background papers'),
      {
        kind: 'list',
        ordered: false,
        items: [line(`Inspection report ${random.whole(2019, 2024)}`), line('Community risk management plan')],
      },
    ],
    (random) => [
      heading(2, 'Implications'),
      plainTable(
        [
          ['Legal', 'None arising directly from this report.'],
          ['Staffing', 'Contained within the plan.'],
          ['Environment', random.pick(['None.', 'Neutral.'])],
        ],
        false,
      ),
    ],
    () => [
      paragraph('This document will be reviewed at each meeting of the board until all of its actions are complete.'),
    ],
  ],
};

export function drawSections(random: Random, where: 'before' | 'after', setting: Setting): readonly Block[] {
  const count = random.pick(where === 'before' ? [0, 0, 1, 2, 3] : [0, 0, 1, 2]);
  return random
    .shuffle(sections[where])
    .slice(0, count)
    .flatMap((section) => section(random, setting));
}

/** A paper's own key of statuses, in one of the forms that keys have. */
export function keyBlocks(random: Random, key: readonly KeyLine[]): readonly Block[] {
  const filled = key.some(({ fill }) => fill !== undefined);
  const form = filled ? random.pick([0, 0, 3]) : random.whole(0, 3);
  const sign = ({ sign: words, fill }: KeyLine) => cell(words, fill === undefined ? {} : { fill });
  const look = { kind: 'table', headerRows: 0, ruling: 'all', stripe: null, headerFill: null, splits: true } as const;
  if (form === 1)
    return [
      paragraph('Key:'),
      { kind: 'list', ordered: false, items: key.map(({ sign: words, meaning }) => line(`${words} – ${meaning}`)) },
    ];
  if (form === 2)
    return [paragraph(`Key: ${key.map(({ sign: words, meaning }) => `${words} = ${meaning}`).join('; ')}`)];
  if (form === 3) {
    const pairs = key.flatMap((_, index) => (index % 2 === 0 ? [key.slice(index, index + 2)] : []));
    const rows = pairs.map((pair) => [
      ...pair.flatMap((one) => [sign(one), cell(one.meaning)]),
      ...(pair.length === 1 ? [cell(''), cell('')] : []),
    ]);
    return [paragraph('Key to status'), { ...look, rows, widths: [1, 3, 1, 3] }];
  }
  return [paragraph('Key', true), { ...look, rows: key.map((one) => [sign(one), cell(one.meaning)]), widths: [1, 4] }];
}
