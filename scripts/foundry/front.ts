import type { Random } from '../../test/support/random.ts';
import { dateStyles } from './dates.ts';
import type { GoldPaper } from './gold.ts';
import { type Block, cell, heading, line, paragraph, type Table } from './page.ts';
import type { Service } from './services.ts';
import type { KeyLine } from './statuses.ts';
import { boards, bodies, names, rolesBefore } from './words/sentences.ts';

/** A table that is no plan. */
export const plainTable = (rows: readonly (readonly string[])[], headed: boolean): Table => ({
  kind: 'table',
  rows: rows.map((row, index) => row.map((text) => cell(text, headed && index === 0 ? { header: true } : {}))),
  headerRows: headed ? 1 : 0,
  ruling: 'all',
  stripe: null,
  headerFill: headed ? 'E7E6E6' : null,
  splits: true,
  widths: (rows[0] ?? []).map(() => 1),
});

/** What a paper is about, for words around a plan. */
export interface Setting {
  readonly service: Service;
  readonly meeting: Date;
  readonly body: string;
  readonly title: string;
}

const titles = [
  'HMICFRS improvement plan: progress report',
  'Inspection action plan update',
  'Progress against areas for improvement',
  'HMICFRS inspection: findings and progress',
  'Improvement plan monitoring report',
  'Response to the HMICFRS inspection',
  'HMICFRS action plan',
  'Update on inspection recommendations',
];

const titlesWithoutPlan = [
  'Chief Fire Officer’s report',
  'Business of the committee',
  'Corporate monitoring report',
  'Papers for members',
  'Service delivery report',
];

/** Papers without a plan are now and then headed as if they had one: the plan is another paper of the same item. */
export function drawSetting(random: Random, service: Service, meeting: Date, noPlan: boolean): Setting {
  const body = random.pick(bodies);
  return {
    service,
    meeting,
    body: body === 'Fire Authority' ? `${service.area} Fire Authority` : body,
    title: random.pick(noPlan && random.chance(0.7) ? titlesWithoutPlan : titles),
  };
}

/** The top of a paper, and what it says of the paper itself. */
export function drawFront(random: Random, setting: Setting): { blocks: readonly Block[]; paper: GoldPaper } {
  const { service, meeting, body, title } = setting;
  const date = random.pick([dateStyles.dayLong, dateStyles.ordinal])(meeting);
  const author = `${random.pick(names)}, ${random.pick(rolesBefore).replace(/ of$/, '')}`;
  const paper = { service: service.name, title, body, meetingDate: date.start };
  const labelled = [
    ['Report to', body],
    ['Date', date.raw],
    ['Subject', title],
    ['Report of', author],
  ] as const;
  switch (random.whole(0, 4)) {
    case 0:
      return {
        paper,
        blocks: [
          paragraph(service.name, true),
          heading(1, title),
          ...labelled.filter(([label]) => label !== 'Subject').map(([label, value]) => paragraph(`${label}: ${value}`)),
        ],
      };
    case 1:
      return {
        paper,
        blocks: [
          heading(1, title),
          paragraph(service.name),
          plainTable(
            labelled.filter(([label]) => label !== 'Subject').map(([label, value]) => [`${label}:`, value]),
            false,
          ),
        ],
      };
    case 2:
      return { paper, blocks: [paragraph(service.name, true), paragraph(`${body} – ${date.raw}`), heading(1, title)] };
    case 3: {
      const { meetingDate: _none, body: _no, ...rest } = paper;
      return { paper: rest, blocks: [heading(1, title), paragraph(service.name)] };
    }
    default:
      return {
        paper,
        blocks: [
          paragraph(`${body}`, true),
          paragraph(`Meeting to be held on ${date.raw}`),
          heading(1, title),
          paragraph(`Report of the Chief Fire Officer, ${service.name}`),
        ],
      };
  }
}

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
