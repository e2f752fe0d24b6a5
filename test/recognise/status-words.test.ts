import { describe, expect, test } from 'vitest';
import type { StatusValue } from '../../src/model/plan.ts';
import { readHtml } from '../support/read-html.ts';

/** How papers say a status, and what it means. */
const wordings: Readonly<Record<Exclude<StatusValue, 'not_applicable'>, readonly string[]>> = {
  not_started: [
    'Not started',
    'Not yet started',
    'Not begun',
    'Not yet due',
    'Yet to start',
    'Awaiting allocation',
    'To be started',
  ],
  in_progress: [
    'On track',
    'On-track',
    'On target',
    'On schedule',
    'Ahead of schedule',
    'In progress',
    'In-progress',
    'Underway',
    'Under way',
    'Pending sign off',
    'In hand',
    'In development',
    'In delivery',
    'Progressing',
    'Started',
    'Nearing completion',
  ],
  delayed: [
    'Off track',
    'Off target',
    'Not on track',
    'Behind schedule',
    'Behind target',
    'At risk',
    'Overdue',
    'Delayed',
    'Slipped',
  ],
  deferred: ['Deferred', 'Postponed', 'Paused', 'Suspended', 'On hold', 'Stalled'],
  ongoing: ['Ongoing', 'On-going', 'Continuous'],
  outstanding: ['Outstanding', 'Left to deliver'],
  complete: ['Complete', 'Completed', 'Delivered', 'Implemented', 'Signed off', 'Embedded', 'Achieved'],
  closed: ['Closed', 'Superseded', 'No longer required', 'Discharged', 'Withdrawn', 'Business as usual'],
};

/** Words that may be a title's own where no sign parts them from it: `The training that we delivered`. */
const partOfTitles = new Set([
  ...['To be started', 'In hand', 'In development', 'In delivery', 'Progressing', 'Started', 'Nearing completion'],
  ...['Continuous', 'Left to deliver', 'Delivered', 'Implemented', 'Signed off', 'Embedded', 'Achieved'],
  ...['Discharged', 'Withdrawn', 'Business as usual'],
]);

interface Item {
  readonly words: string;
  readonly value: string;
  /** A place with a name of its own, by which the entry is found again. */
  readonly town: string;
}

const towns = ['North', 'South', 'East', 'West', 'Upper', 'Lower', 'Nether', 'Little'].flatMap((front) =>
  ['wick', 'ham', 'thorpe', 'ford', 'ley', 'mere', 'combe', 'stow'].map((back) => `${front}${back}`),
);
const items: readonly Item[] = Object.entries(wordings)
  .flatMap(([value, all]) => all.map((words) => ({ words, value })))
  .map((item, index) => ({ ...item, town: towns[index] ?? '' }));

const asked = (town: string) => `The service should make sure that crews at ${town} train.`;
const action = (town: string) => `Hold a drill with the crews of ${town} each spring`;
const held = (town: string) => `The first drill was held at ${town} in May.`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table border="1">${[heads, ...rows]
    .map(
      (row, index) => `<tr>${row.map((cell) => (index === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`,
    )
    .join('')}</table>`;
const rows = (
  all: readonly Item[],
  head: string,
  own: (item: Item) => string,
  does = ({ town }: Item) => action(town),
) =>
  table(
    ['Area for improvement', 'Action', head, 'Lead'],
    all.map((item) => [asked(item.town), does(item), own(item), 'Head of Risk']),
  );
const sections = (all: readonly Item[], title: (item: Item) => string, below = '') =>
  all
    .map(
      (item) =>
        `<h3>${title(item)}</h3>${below.replace('…', item.words)}<p>${asked(item.town)}</p><p>Progress: ${held(item.town)}</p>`,
    )
    .join('');
const inPart = (all: readonly Item[], title: (item: Item) => string) =>
  all
    .map(
      (item) =>
        `<h2>${title(item)}</h2>${rows([item, { ...item, town: 'Midmarsh' }], 'Progress', (one) => held(one.town))}`,
    )
    .join('');
const each = (all: readonly Item[], show: (item: Item, index: number) => string, sign = '') => all.map(show).join(sign);
const colours = ['Amber', 'Blue', 'Green', 'Grey'];

/** Every place in which a status can stand, as a paper with an entry for each wording. */
const places: Readonly<Record<string, (all: readonly Item[]) => string>> = {
  'a status cell': (all) => rows(all, 'Status', ({ words }) => words),
  'a date cell': (all) => rows(all, 'Timescale', ({ words }) => words),
  'the front of the progress, before a dash': (all) =>
    rows(all, 'Progress', ({ words, town }) => `${words} – ${held(town)}`),
  'the front of the progress, before a stop': (all) =>
    rows(all, 'Progress', ({ words, town }) => `${words}. ${held(town)}`),
  'a sentence of the progress': (all) =>
    rows(all, 'Progress', ({ words, town }) => `${held(town)} This action is now ${words.toLowerCase()}.`),
  'brackets at the end of the action': (all) =>
    rows(
      all,
      'Progress',
      ({ town }) => held(town),
      ({ words, town }) => `${action(town)} (${words})`,
    ),
  'a label': (all) =>
    each(
      all,
      ({ words, town }, index) =>
        `<h3>Area for improvement ${index + 1}</h3><p>${asked(town)}</p><p>Action: ${action(town)}</p><p>Status: ${words}</p><p>Progress: ${held(town)}</p>`,
    ),
  'a line of facts': (all) =>
    each(
      all,
      ({ words, town }) =>
        `<h3>${asked(town)}</h3><p>Head of Risk · ${words} · March 2025</p><p>${held(town)} The second follows in the autumn.</p>`,
    ),
  'a badge': (all) => sections(all, ({ town }) => action(town), '<p>…</p>'),
  'a badge above a list of labels': (all) =>
    each(
      all,
      ({ words, town }) =>
        `<h3>${action(town)}</h3><p>${words}</p><dl><dt>HMICFRS said</dt><dd>${asked(town)}</dd><dt>Progress</dt><dd>${held(town)}</dd></dl>`,
    ),
  'the end of a title, behind a dash': (all) => sections(all, ({ words, town }) => `Drills at ${town} – ${words}`),
  'the end of a title': (all) => sections(all, ({ words, town }) => `Drills at ${town} ${words}`),
  'the end of a title, in square brackets': (all) =>
    sections(all, ({ words, town }) => `DRILLS AT ${town.toUpperCase()} [${words}]`),
  'the heading of a part, behind what it holds': (all) =>
    inPart(all, ({ words }) => `Appendix A – Actions ${words.toLowerCase()}`),
  'the heading of a part, before what it holds': (all) => inPart(all, ({ words }) => `${words} actions`),
  'a sentence above a list': (all) =>
    each(
      all,
      ({ words, town }) =>
        `<h3>Drills</h3><p>The following actions are ${words.toLowerCase()}:</p><ul><li>${action(town)}</li><li>Buy hoses for ${town}</li></ul>`,
    ),
  'a key of codes': (all) =>
    `<p>Key: ${each(all, ({ words }, index) => `S${index + 1} = ${words}`, '; ')}</p>${rows(all, 'Status', (item) => `S${all.indexOf(item) + 1}`)}`,
};

/** Where no sign parts a status from the words before it, or only one that the title may have set itself. */
const unmarked = new Set(['the end of a title', 'the end of a title, in square brackets']);

const paper = (body: string) =>
  readHtml(`<h1>Thornbeck Fire and Rescue Service</h1><h2>HMICFRS Improvement Plan</h2><p>12 June 2024</p>${body}`);

/** Of each wording what it was read as, where that is not what it means. */
async function misread(all: readonly Item[], body: string): Promise<readonly string[]> {
  const { entries } = await paper(body);
  return all.flatMap(({ words, value, town }) => {
    const entry = entries.find((one) => JSON.stringify(one).toLowerCase().includes(town.toLowerCase()));
    const read = entry === undefined ? 'no entry' : (entry.status?.value ?? 'no status');
    return read === value ? [] : [`${words}: ${read}`];
  });
}

describe('every wording of a status means the same in every place', () => {
  test.each(Object.entries(places))('%s', async (place, show) => {
    const all = unmarked.has(place) ? items.filter(({ words }) => !partOfTitles.has(words)) : items;
    expect(await misread(all, show(all))).toEqual([]);
  });

  test('a key of colours', async () => {
    const wrong: string[] = [];
    for (let from = 0; from < items.length; from += colours.length) {
      const all = items.slice(from, from + colours.length);
      const key = each(all, ({ words }, index) => `${colours[index]} = ${words}`, '; ');
      wrong.push(
        ...(await misread(all, `<p>Key: ${key}</p>${rows(all, 'RAG', (item) => colours[all.indexOf(item)] ?? '')}`)),
      );
    }
    expect(wrong).toEqual([]);
  });

  test('words that may be a title’s own are left to it', async () => {
    const all = items.filter(({ words }) => partOfTitles.has(words));
    const { entries } = await paper(sections(all, ({ words, town }) => `Drills at ${town} ${words}`));
    expect(entries.map(({ status }) => status).filter((status) => status !== null)).toEqual([]);
  });
});
