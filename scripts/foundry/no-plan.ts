import { addDays, dateStyles } from './dates.ts';
import { type Desk, dayFrom, type Kind, many, roleFor, topicAt } from './desk.ts';
import { looseKinds } from './no-plan-cards.ts';
import { type Block, cell, heading, line, paragraph, plainTable, type Table } from './page.ts';
import { boards, evidence, names, sources, stations } from './words/sentences.ts';
import { capitalised } from './words/write.ts';

/** Papers that committees see every month and that hold no plan: nothing is to be read in them. */

const numbers = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: true,
  items: items.map((item) => line(item)),
});
const bullets = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => line(item)),
});
const minutes: Kind = ({ random, setting, topics }) => [
  heading(2, `Minutes of the ${setting.body}`),
  paragraph(`Present: ${random.shuffle(names).slice(0, 5).join(', ')}`),
  paragraph(`Apologies: ${random.pick(names)}`),
  ...many(random, 4, 7, (index): readonly Block[] => {
    const { noun, product, team } = topicAt(topics, index);
    return [
      heading(3, `${index + 1}. ${capitalised(noun)}`),
      paragraph(
        `The ${team} team reported on the improvement plan. Members asked about ${product} and were told that it would come back to a later meeting.`,
      ),
      ...(random.chance(0.5)
        ? [paragraph('RESOLVED: That the report be noted.', random.chance(0.5))]
        : [paragraph('The committee noted the position and thanked officers for their work.')]),
    ];
  }).flat(),
  paragraph('The meeting closed at 12.25 pm.'),
];

const agenda: Kind = (desk) => {
  const { random, setting, topics } = desk;
  const items = [
    'Apologies for absence',
    'Declarations of interest',
    'Minutes of the last meeting',
    ...many(random, 3, 6, (index) => `${capitalised(topicAt(topics, index).noun)}: report of the Chief Fire Officer`),
    'HMICFRS improvement plan',
    'Date of next meeting',
  ];
  const table = plainTable(
    [
      ['Item no.', 'Agenda item', 'Details', 'Status'],
      ...items.map((item, index) => [
        String(index + 1),
        item,
        index > 2 ? 'Report attached' : 'Oral',
        random.pick(['For decision', 'For information', 'To note']),
      ]),
    ],
    true,
  );
  return [
    heading(2, 'Agenda'),
    paragraph(`${setting.body}, ${dayFrom(desk, 0)}, 10.00 am`),
    random.chance(0.5) ? table : numbers(items),
  ];
};

const statusKey: Kind = () => [
  heading(2, 'How to read the monitoring reports'),
  plainTable(
    [
      ['Colour', 'Meaning'],
      ['Red', 'Behind schedule and needs the attention of members'],
      ['Amber', 'Some delay but under control'],
      ['Green', 'On track'],
      ['Blue', 'Complete'],
    ],
    true,
  ),
  paragraph('Ratings are agreed by the programme board before each report is published.'),
];

const milestones: Kind = ({ random, topics }) => {
  const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const rows = many(random, 5, 9, (index) => [
    capitalised(topicAt(topics, index).product),
    ...months.map(() => (random.chance(0.2) ? random.pick(['X', '◆', '●']) : '')),
  ]);
  return [heading(2, 'Milestones for the year'), plainTable([['Milestone', ...months], ...rows], true)];
};

const contacts: Kind = ({ random, topics }) => {
  const rows = many(random, 4, 8, (index) => [
    random.pick(names),
    roleFor(random, topicAt(topics, index)),
    `01632 960${random.whole(100, 999)}`,
    `${topicAt(topics, index).team.toLowerCase().replaceAll(' ', '.')}@example.org`,
  ]);
  return [heading(2, 'Who to contact'), plainTable([['Name', 'Role', 'Telephone', 'E-mail'], ...rows], true)];
};

const implications: Kind = ({ random, setting, topics }) => [
  heading(2, 'Purpose'),
  paragraph(`To ask the ${setting.body} to approve ${topicAt(topics, 0).product}.`),
  heading(2, 'Recommendation'),
  paragraph(`That ${topicAt(topics, 0).product} be approved.`),
  ...['Financial', 'Legal', 'Equality', 'Environmental', 'Workforce'].flatMap((kind) => [
    heading(3, `${kind} implications`),
    paragraph(
      random.pick([
        'There are none.',
        'Costs will be met from the existing budget.',
        'An assessment has been completed and is available on request.',
        'The monitoring officer has been consulted.',
      ]),
    ),
  ]),
];

const guidance: Kind = ({ random, topics, setting }) => [
  heading(2, 'Guidance for report authors'),
  paragraph('This note tells authors how progress on inspections is to be reported.'),
  ...many(random, 4, 6, (index): readonly Block[] => [
    heading(
      3,
      random.pick(['Who it is for', 'When to use it', 'What to write', 'How it is checked', 'Where to send it']),
    ),
    paragraph(
      `Reports on ${topicAt(topics, index).noun} should say what has changed since the ${setting.body} last met. Keep to one page and avoid abbreviations.`,
    ),
  ]).flat(),
  heading(3, 'Checklist'),
  bullets([
    'Have you given an owner to each action?',
    'Is there a target date?',
    'Is the status right?',
    'Has the board seen it?',
  ]),
];

const contents: Kind = ({ random, topics }) => [
  heading(2, 'Contents'),
  plainTable(
    many(random, 8, 14, (index) => [`${index + 1}`, capitalised(topicAt(topics, index).noun), String(3 + index * 2)]),
    false,
  ),
];

const riskRegister: Kind = (desk) => {
  const { random, topics } = desk;
  const rows = many(random, 4, 8, (index) => [
    `SR0${index + 1}`,
    `Failure of ${topicAt(topics, index).noun}`,
    String(random.whole(1, 5)),
    String(random.whole(1, 5)),
    String(random.whole(4, 25)),
    `${capitalised(topicAt(topics, index).product)} in place`,
    roleFor(random, topicAt(topics, index)),
  ]);
  return [
    heading(2, 'Strategic risk register'),
    plainTable([['Ref', 'Risk', 'Likelihood', 'Impact', 'Score', 'Controls', 'Risk owner'], ...rows], true),
  ];
};

const budget: Kind = ({ random, topics }) => {
  const rows = many(random, 6, 10, (index) => [
    topicAt(topics, index).team,
    ...many(random, 3, 3, () => `${random.whole(20, 900)},${random.whole(100, 999)}`),
    `${random.whole(-9, 9)}%`,
  ]);
  return [
    heading(2, 'Revenue budget monitoring'),
    plainTable([['Department', 'Budget £', 'Forecast £', 'Actual £', 'Variance'], ...rows], true),
    paragraph('Pay awards are forecast to be settled in the second half of the year.'),
  ];
};

const performance: Kind = ({ random, topics }) => {
  const rows = many(random, 6, 10, (index) => [
    `PI ${index + 1}`,
    `Share of ${topicAt(topics, index).people} in date`,
    `${random.whole(80, 98)}%`,
    `${random.whole(60, 98)}%`,
    random.pick(['Green', 'Amber', 'Red']),
    random.pick(['↑', '↓', '→']),
  ]);
  return [
    heading(2, 'Performance indicators'),
    plainTable([['No.', 'Indicator', 'Target', 'Actual', 'RAG', 'Trend'], ...rows], true),
  ];
};

const forwardPlan: Kind = (desk) => {
  const { random, topics } = desk;
  const rows = many(random, 5, 9, (index) => [
    dayFrom(desk, 40 + 60 * index),
    capitalised(topicAt(topics, index).noun),
    random.pick(['Decision', 'Information', 'Scrutiny']),
    roleFor(random, topicAt(topics, index)),
  ]);
  return [
    heading(2, 'Forward plan of reports'),
    plainTable([['Meeting', 'Report', 'Purpose', 'Lead officer'], ...rows], true),
  ];
};

const attendance: Kind = (desk) => {
  const { random } = desk;
  const rows = random
    .shuffle(names)
    .map((name) => [name, ...many(random, 4, 4, () => random.pick(['✓', '✓', 'A', '–']))]);
  return [
    heading(2, 'Attendance of members'),
    plainTable(
      [
        [
          'Member',
          ...[0, 1, 2, 3].map((index) => dateStyles.monthShort(addDays(desk.setting.meeting, -90 * (3 - index))).raw),
        ],
        ...rows,
      ],
      true,
    ),
  ];
};

const glossary: Kind = ({ random, topics }) => [
  heading(2, 'Glossary'),
  {
    kind: 'definitions',
    items: many(
      random,
      6,
      10,
      (index) =>
        [
          capitalised(topicAt(topics, index).noun),
          [line(`What ${topicAt(topics, index).people} do to ${topicAt(topics, index).to}.`)],
        ] as const,
    ),
  },
];

const letter: Kind = ({ random, topics, setting }) => [
  paragraph(`Dear ${random.pick(['Chair', 'colleague', 'members'])},`),
  ...many(random, 3, 5, (index) =>
    paragraph(
      `You asked about ${topicAt(topics, index).noun}. ${random.pick(['I am glad to say that the picture is a good one.', 'We will write again once the inspectorate has visited.', 'The report before you says more.'])}`,
    ),
  ),
  paragraph(`Yours sincerely, ${random.pick(names)}, ${setting.service.name}`),
];

const grades: Kind = ({ random }) => {
  const questions = [
    'Understanding fire and risk',
    'Preventing fire and risk',
    'Public safety through fire regulation',
    'Responding to fires and emergencies',
    'Best use of resources',
    'Future affordability',
    'Promoting values and culture',
    'Right people, right skills',
  ];
  const grade = () => random.pick(['Good', 'Adequate', 'Requires improvement', 'Inadequate']);
  return [
    heading(2, 'Grades given by the inspectorate'),
    plainTable(
      [['Area', 'This inspection', 'Last inspection'], ...questions.map((question) => [question, grade(), grade()])],
      true,
    ),
    paragraph('The improvement plan will come to the next meeting.'),
  ];
};

const incidents: Kind = (desk) => {
  const { random } = desk;
  const rows = many(random, 6, 10, (index) => [
    dayFrom(desk, -7 * (index + 1)),
    random.pick(stations),
    random.pick(['House fire', 'Road traffic collision', 'Flooding', 'Animal rescue', 'Fire in the open']),
    String(random.whole(1, 9)),
    random.pick(['Closed', 'Under investigation']),
  ]);
  return [
    heading(2, 'Incidents of note'),
    plainTable([['Date', 'Station', 'Kind', 'Engines', 'Status'], ...rows], true),
  ];
};

const documents: Kind = (desk) => {
  const { random } = desk;
  const rows = many(random, 4, 8, () => [
    random.pick(evidence),
    random.pick(sources),
    dayFrom(desk, -random.whole(20, 500)),
    random.pick(['Final', 'Draft', 'Superseded']),
  ]);
  return [heading(2, 'Document control'), plainTable([['Document', 'Source', 'Date', 'State'], ...rows], true)];
};

const consultation: Kind = ({ random, topics }) => [
  heading(2, 'Questions and answers'),
  ...many(random, 4, 7, (index): readonly Block[] => {
    const { noun, product } = topicAt(topics, index);
    return [
      paragraph(`How will ${noun} be paid for?`, true),
      paragraph(
        `${capitalised(product)} is paid for from reserves. ${random.pick(['No decision has been taken.', 'A further report will follow.', 'Residents will be consulted.'])}`,
      ),
    ];
  }).flat(),
];

const ganttGrid: Kind = ({ random, topics }) => {
  const shades = many(random, 5, 8, (index) => [
    cell(capitalised(topicAt(topics, index).noun)),
    ...Array.from({ length: 8 }, () => (random.chance(0.3) ? cell('', { fill: '5B9BD5' }) : cell(''))),
  ]);
  const table: Table = {
    kind: 'table',
    rows: [
      [
        cell('Workstream', { header: true }),
        ...Array.from({ length: 8 }, (_, index) => cell(`Q${(index % 4) + 1}`, { header: true })),
      ],
      ...shades,
    ],
    headerRows: 1,
    ruling: 'all',
    stripe: null,
    headerFill: 'D9D9D9',
    splits: true,
    widths: [4, 1, 1, 1, 1, 1, 1, 1, 1],
  };
  return [heading(2, 'Programme at a glance'), table];
};

const governance: Kind = ({ random, writer, topics }) => [
  heading(2, 'Governance'),
  paragraph(`The plan is overseen by the ${random.pick(boards)}, which receives a report from each workstream.`),
  plainTable(
    [
      ['Board', 'Chair', 'Meets'],
      ...random
        .shuffle(boards)
        .slice(0, 5)
        .map((board) => [board, random.pick(names), random.pick(['Monthly', 'Quarterly'])]),
    ],
    true,
  ),
  paragraph(writer.sentence('summary', topicAt(topics, 1))),
];

/** Kinds of papers without a plan. */
export const noPlanKinds = {
  minutes,
  agenda,
  'status-key': statusKey,
  milestones,
  contacts,
  implications,
  guidance,
  contents,
  'risk-register': riskRegister,
  budget,
  performance,
  'forward-plan': forwardPlan,
  attendance,
  glossary,
  letter,
  grades,
  incidents,
  documents,
  questions: consultation,
  'gantt-grid': ganttGrid,
  governance,
  ...looseKinds,
} as const satisfies Readonly<Record<string, Kind>>;
export type NoPlanKind = keyof typeof noPlanKinds;

/** Kinds that stand beside a plan in the same paper, before or after it. */
const besidePlans: readonly NoPlanKind[] = [
  'milestones',
  'contacts',
  'risk-register',
  'budget',
  'performance',
  'forward-plan',
  'glossary',
  'grades',
  'gantt-grid',
  'governance',
  'contents',
  'news-cards',
  'staff',
  'events',
  'faq',
];

/** What now and then stands beside a plan, and is no part of it. */
export const drawBeside = (desk: Desk): readonly Block[] =>
  desk.random.chance(0.12) ? noPlanKinds[desk.random.pick(besidePlans)](desk) : [];

/** A paper of one to three such kinds. */
export function drawNoPlan(desk: Desk, kinds: readonly NoPlanKind[]): readonly Block[] {
  return kinds.flatMap((kind) => noPlanKinds[kind](desk));
}
