import { addDays, dateStyles } from './dates.ts';
import { type Desk, dayFrom, type Kind, many, roleFor, topicAt } from './desk.ts';
import { type Bar, type Block, heading, type Line, line, paragraph } from './page.ts';
import { names, stations } from './words/sentences.ts';
import { capitalised } from './words/write.ts';

/**
 * What looks like a plan whose texts stand without labels, and is none: news, staff, events, projects, questions. Their
 * cards, dates, posts and statuses are drawn as those of plans are.
 */

const bar = (desk: Desk, texts: readonly string[]): Bar => ({
  kind: 'bar',
  items: texts.map((text) => line(text)),
  joint: desk.random.pick([' | ', ' · ']),
  web: desk.random.pick(['joined', 'spans', 'list'] as const),
});
const monthFrom = ({ setting }: Desk, days: number) => dateStyles.monthLong(addDays(setting.meeting, days)).raw;

const newsCards: Kind = (desk) => {
  const { random, topics } = desk;
  const cards = many(random, 3, 6, (index): Block => {
    const topic = topicAt(topics, index);
    const title = random.pick([
      `Crews at ${random.pick(stations)} open their doors`,
      `Award for the ${topic.team} team`,
      `New ${topic.team.toLowerCase()} vehicles arrive`,
      `Thank you to everyone who helped with ${topic.noun}`,
    ]);
    const facts = bar(desk, [
      random.pick(['News', 'Community', 'Our people', 'Safety']),
      dayFrom(desk, -9 * (index + 1)),
    ]);
    const text = paragraph(
      `${capitalised(topic.people)} met residents on Saturday and showed them how the service works. More than ${random.whole(40, 400)} people came.`,
    );
    const foot = bar(desk, [
      `${random.pick(names)}, ${roleFor(random, topic)}`,
      `${random.whole(2, 6)} minutes to read`,
    ]);
    const blocks = [facts, heading(3, title), text, ...(random.chance(0.5) ? [foot] : [])];
    return random.chance(0.8) ? { kind: 'card', blocks } : { kind: 'columns', columns: [blocks] };
  });
  return [heading(2, 'Latest news'), ...cards];
};

const staff: Kind = (desk) => {
  const { random, topics } = desk;
  const people = many(random, 4, 8, (index): readonly Block[] => {
    const topic = topicAt(topics, index);
    const since = bar(desk, [roleFor(random, topic), `In post since ${monthFrom(desk, -random.whole(100, 1500))}`]);
    return [
      heading(3, names[index % names.length] ?? ''),
      since,
      paragraph(`Leads the ${topic.team} team and is responsible for ${topic.noun}.`),
    ];
  });
  return [heading(2, 'Our leadership team'), ...people.map((blocks): Block => ({ kind: 'card', blocks }))];
};

const events: Kind = (desk) => {
  const { random, topics } = desk;
  return [
    heading(2, 'What is on'),
    ...many(random, 3, 5, (month): readonly Block[] => [
      heading(3, monthFrom(desk, 30 * (month + 1))),
      {
        kind: 'list',
        ordered: false,
        items: many(random, 1, 3, (index) => {
          const topic = topicAt(topics, month * 3 + index);
          const day = dayFrom(desk, 30 * (month + 1) + index);
          return line(`Open day on ${topic.noun} at ${random.pick(stations)} (${roleFor(random, topic)}, ${day})`);
        }),
      },
    ]).flat(),
  ];
};

/** Building and computer projects, which no inspection asked for. */
const projectLanes: Kind = (desk) => {
  const { random } = desk;
  const what = random.shuffle([
    'Roof of the training centre',
    'Car park at headquarters',
    'Telephone exchange',
    'Payroll system upgrade',
    'Heating at the workshops',
    'Solar panels',
    'Kitchen refit',
    'Museum website',
    'Christmas card',
  ]);
  const lane = (name: string, items: readonly string[]): readonly Block[] => [
    heading(3, name),
    ...items.flatMap((item): readonly Block[] => [
      paragraph(item, true),
      bar(desk, [random.pick(['Estates', 'Digital', 'Finance']), monthFrom(desk, random.whole(-200, 300))]),
    ]),
  ];
  return [
    heading(2, 'Estates and digital projects'),
    ...lane('To do', what.slice(0, 3)),
    ...lane('Doing', what.slice(3, 6)),
    ...lane('Done', what.slice(6)),
  ];
};

const faq: Kind = (desk) => {
  const { random, topics } = desk;
  return [
    heading(2, 'Frequently asked questions'),
    ...many(random, 4, 7, (index): Block => {
      const { noun, product, people } = topicAt(topics, index);
      const title = random.pick([
        `Who pays for ${noun}?`,
        `Where can I find out about ${noun}?`,
        `What is ${product}?`,
      ]);
      const text = `${capitalised(people)} can tell you more. ${random.pick(['Ring the number above.', 'A leaflet is sent on request.', 'The page is reviewed each year.'])}`;
      return { kind: 'fold', title, blocks: [paragraph(text)] };
    }),
  ];
};

/** Paragraphs that are numbered as those of a progress report are, and tell of a meeting's business. */
const numberedBusiness: Kind = ({ random, topics, setting }) => {
  const section = random.whole(2, 6);
  const texts = many(random, 5, 9, (index) => {
    const { noun, team } = topicAt(topics, index);
    return random.pick([
      `Members of the ${setting.body} visited the ${team} team in the spring.`,
      `The budget for ${noun} was set in February and has not changed.`,
      `The ${team} team is based at ${random.pick(stations)}.`,
    ]);
  });
  return [
    heading(2, `${section}. Background`),
    ...texts.map((text, index) => paragraph(`${section}.${index + 1} ${text}`)),
  ];
};

/** Bullets within bullets that end in brackets: who sits where, and since when. */
const memberships: Kind = (desk) => {
  const { random, topics } = desk;
  const items = many(random, 3, 5, (index): readonly Line[] => [
    line(`${topicAt(topics, index).team} working group`),
    ...many(
      random,
      2,
      3,
      (): Line => ({
        ...line(
          `${random.pick(names)} (${roleFor(random, topicAt(topics, index))}, since ${monthFrom(desk, -random.whole(60, 900))})`,
        ),
        depth: 1,
      }),
    ),
  ]).flat();
  return [heading(2, 'Membership of groups'), { kind: 'list', ordered: false, items }];
};

/** Kinds that look like plans whose texts have no labels. */
export const looseKinds = {
  'news-cards': newsCards,
  staff,
  events,
  'project-lanes': projectLanes,
  faq,
  'numbered-business': numberedBusiness,
  memberships,
} as const satisfies Readonly<Record<string, Kind>>;
