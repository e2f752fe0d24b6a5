import type { Random } from '../../test/support/random.ts';
import { dateStyles } from './dates.ts';
import type { GoldPaper } from './gold.ts';
import { type Block, heading, paragraph, plainTable } from './page.ts';
import type { Service } from './services.ts';
import { bodies, names, rolesBefore } from './words/sentences.ts';

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

/** What the top of a paper may say of it. */
interface Facts {
  readonly service: string;
  readonly title: string;
  readonly body: string;
  readonly date: string;
  readonly weekday: string;
  readonly venue: string;
  readonly author: string;
  readonly item: string;
}

/** A way of beginning a paper, and which of the facts it gives. */
interface Top {
  readonly says: readonly (keyof GoldPaper)[];
  readonly blocks: (facts: Facts) => readonly Block[];
}

const meeting = ['service', 'title', 'body', 'meetingDate'] as const;
const tops: readonly Top[] = [
  {
    says: meeting,
    blocks: ({ service, title, body, date, author }) => [
      paragraph(service, true),
      heading(1, title),
      paragraph(`Report to: ${body}`),
      paragraph(`Date: ${date}`),
      paragraph(`Report of: ${author}`),
    ],
  },
  {
    says: meeting,
    blocks: ({ service, title, body, date, author }) => [
      heading(1, title),
      paragraph(service),
      plainTable(
        [
          ['Report to:', body],
          ['Date:', date],
          ['Report of:', author],
        ],
        false,
      ),
    ],
  },
  {
    says: meeting,
    blocks: ({ service, title, body, date }) => [
      paragraph(service, true),
      paragraph(`${body} – ${date}`),
      heading(1, title),
    ],
  },
  { says: ['service', 'title'], blocks: ({ service, title }) => [heading(1, title), paragraph(service)] },
  {
    says: meeting,
    blocks: ({ service, title, body, date }) => [
      paragraph(body, true),
      paragraph(`Meeting to be held on ${date}`),
      heading(1, title),
      paragraph(`Report of the Chief Fire Officer, ${service}`),
    ],
  },
  {
    says: meeting,
    blocks: ({ service, title, body, weekday, venue }) => [
      paragraph(`${body} held on ${weekday} at ${venue}`),
      heading(1, title),
      paragraph(`Presented by ${service}`),
    ],
  },
  {
    says: meeting,
    blocks: ({ service, title, body, date, venue }) => [
      heading(1, title),
      plainTable(
        [
          ['Meeting', 'Date', 'Venue'],
          [body, date, venue],
        ],
        true,
      ),
      paragraph(service),
    ],
  },
  {
    says: [...meeting, 'agendaItem'],
    blocks: ({ service, title, body, date, item }) => [
      paragraph(`Agenda item ${item}`, true),
      paragraph(`${service}`),
      paragraph(`Report to the ${body}, ${date}`),
      heading(1, title),
    ],
  },
  {
    says: meeting,
    blocks: ({ service, title, body, weekday, venue }) => [
      paragraph(service, true),
      paragraph(body),
      paragraph(`Date: ${weekday}`),
      paragraph('Time: 10.30 am'),
      paragraph(`Venue: ${venue}`),
      heading(1, title),
    ],
  },
];

const venues = ['the Guildhall', 'County Hall', 'Service Headquarters', 'the Civic Centre', 'Committee Room 2'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The top of a paper, and what it says of the paper itself. */
export function drawFront(random: Random, setting: Setting): { blocks: readonly Block[]; paper: GoldPaper } {
  const { service, body, title } = setting;
  const day = setting.meeting;
  const date = random.pick([dateStyles.dayLong, dateStyles.ordinal])(day);
  const item = String(random.whole(3, 14));
  const { says, blocks } = random.pick(tops);
  const all = { service: service.name, title, body, meetingDate: date.start, agendaItem: item };
  const said = Object.fromEntries(Object.entries(all).filter(([name]) => says.includes(name as keyof GoldPaper)));
  const facts = {
    ...all,
    item,
    date: date.raw,
    weekday: `${weekdays[day.getUTCDay()]}, ${date.raw}`,
    venue: random.pick(venues),
    author: `${random.pick(names)}, ${random.pick(rolesBefore).replace(/ of$/, '')}`,
  };
  return { blocks: blocks(facts), paper: said };
}
