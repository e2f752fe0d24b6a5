import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const asked = ['train its drivers', 'test its hydrants', 'listen to its staff', 'keep risk records up to date'].map(
  (what) => `The service should ${what}.`,
);
const topics = ['Driving', 'Water', 'Listening', 'Risk records'];

test('a list of contents makes no labels of the titles that it names', async () => {
  const part = (finding: string, at: number) =>
    `<h3>${topics[at]}</h3><h4>What was found</h4><p>${finding}</p><h4>What we did</h4><p>Began in week ${at + 1}.</p><p><b>Status:</b> In progress</p>`;
  const { entries } = await readHtml(
    `<h1>Our HMICFRS action plan</h1><h2>On this page</h2><ul>${topics.map((topic) => `<li>${topic}</li>`).join('')}</ul><h2>The work</h2>${asked.map(part).join('')}`,
  );
  expect(entries.map(({ theme, finding }) => [theme, finding])).toEqual(asked.map((one, at) => [topics[at], one]));
});

test('a colour between a card’s title and its finding rates it, and the title is what it is about', async () => {
  const colours = ['Green', 'Red', 'Amber', 'Green'];
  const card = (finding: string, at: number) =>
    `<div><p><b>IM-0${at + 1}</b></p><p><b>${topics[at]}</b></p><p>${colours[at]}</p><p>${finding}</p>${htmlTable(
      [
        ['Progress', `Crews have had ${at + 2} of nine talks.`],
        ['Owner', 'Head of Fleet'],
      ],
      false,
    )}</div>`;
  const { entries } = await readHtml(`<h1>Inspection improvement plan</h1>${asked.map(card).join('')}`);
  expect(entries.map(({ theme, rag, finding }) => [theme, rag?.raw, finding])).toEqual(
    asked.map((one, at) => [topics[at], colours[at], one]),
  );
});

test('a box for each label, over its text, side by side on a slide', async () => {
  const box = (label: string, text: string) =>
    `<table><tr><td style="background:#123"><b>${label}</b></td></tr><tr><td>${text}</td></tr></table>`;
  const slide = (finding: string, at: number) =>
    `<h2>AFI ${at + 1}</h2>${box('What HMICFRS said', finding)}${box('Progress so far', `Crews have had ${at + 2} of nine talks.`)}${at === 2 ? box('Risks', 'Overtime runs out.') : ''}${box('Owner', 'Head of Fleet')}`;
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${asked.map(slide).join('')}`);
  expect(entries.map(({ ref, finding, progress, lead }) => [ref, finding, progress, lead])).toEqual(
    asked.map((one, at) => [`AFI ${at + 1}`, one, `Crews have had ${at + 2} of nine talks.`, 'Head of Fleet']),
  );
  expect(entries[2]?.extra).toEqual({ Risks: 'Overtime runs out.' });
});

test('one word with another number over each record refers to it', async () => {
  const card = (finding: string, at: number) =>
    `<h3>Sheaf ${at + 1}</h3>${htmlTable(
      [
        ['What was found', finding],
        ['Action', `Do it in week ${at + 1}`],
        ['Status', 'In progress'],
      ],
      false,
    )}`;
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${asked.map(card).join('')}`);
  expect(entries.map(({ ref }) => ref)).toEqual(asked.map((_, at) => `Sheaf ${at + 1}`));
});

test('what repeats before a colon is no topic of prose: labelled lines without a finding or an action give no entries', async () => {
  const part = (topic: string, so: string) => `<h2>${topic}</h2><p>So far: ${so}</p><p>By: May 2025</p>`;
  const { entries, issues } = await readHtml(
    `<h1>HMICFRS action plan</h1>${part('Hydrants', 'half done')}${part('Drivers', 'two courses run')}<h2>Notes</h2><p>This plan is read each quarter.</p>`,
  );
  expect(entries).toEqual([]);
  expect(issues.map(({ code }) => code)).toContain('layout/no-entries');
});

test('items of a list that say what was found, done and is to come', async () => {
  const part = (topic: string, what: string) =>
    `<h2>${topic}</h2><ul><li>They said: the service should ${what}.</li><li>We have: tested half of it.</li><li>We will: see to the rest by May 2025.</li></ul>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${part('Water', 'test its hydrants')}${part('Drivers', 'train its drivers')}`,
  );
  expect(entries.map(({ finding, progress, future }) => [finding, progress, future])).toEqual(
    ['test its hydrants', 'train its drivers'].map((what) => [
      `the service should ${what}.`,
      'tested half of it.',
      'see to the rest by May 2025.',
    ]),
  );
});

test('items that begin with their topic in bold, behind a line of the paper’s own', async () => {
  const item = (topic: string, what: string) =>
    `<li><b>${topic}.</b> The service should ${what}. <i>Done so far:</i> half of it. <i>Due:</i> May 2025. <i>Lead:</i> Head of ${topic}.</li>`;
  const { entries } = await readHtml(
    `<h1>Response to the inspection</h1><p>Larkfield Fire and Rescue Service. Scrutiny Panel, 4 March 2025.</p><ol>${item('Water', 'test its hydrants')}${item('Fleet', 'train its drivers')}${item('People', 'listen to its staff')}</ol>`,
  );
  expect(entries.map(({ theme, finding }) => [theme, finding])).toEqual([
    ['Water', 'The service should test its hydrants.'],
    ['Fleet', 'The service should train its drivers.'],
    ['People', 'The service should listen to its staff.'],
  ]);
});

test('a reference in brackets at the end of a numbered title, a reference over actions that have their own', async () => {
  const card = (finding: string, at: number) =>
    `<h2>${at + 1}. ${topics[at]} (AFI ${at + 7})</h2><p>${finding}</p><p>Done: all of it</p><p>By: May 2025</p>`;
  const cards = await readHtml(`<h1>HMICFRS action plan</h1>${asked.map(card).join('')}`);
  expect(cards.entries.map(({ ref, theme }) => [ref, theme])).toEqual(topics.map((one, at) => [`AFI ${at + 7}`, one]));
  const part = (finding: string, at: number) =>
    `<h2>AFI ${at + 1} – ${topics[at]}</h2><p>${finding}</p>${htmlTable([
      ['No', 'Action', 'Owner', 'Status'],
      [`${at + 1}.1`, `Write to ${at + 2} stations`, 'Head of Fleet', 'Complete'],
      [`${at + 1}.2`, `Visit ${at + 2} stations`, 'Head of Water', 'In progress'],
    ])}`;
  const tables = await readHtml(`<h1>HMICFRS action plan</h1>${asked.map(part).join('')}`);
  expect(tables.entries.map(({ ref, kind }) => [ref, kind])).toEqual(
    topics.flatMap((_, at) => [1, 2].map((row) => [`${at + 1}.${row}`, 'area_for_improvement'])),
  );
});

test('columns of last time and this time are one update each', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${htmlTable([['Finding', 'Last time', 'This time', 'Due'], ...asked.map((one, at) => [one, `Crews at ${at + 2} stations were asked.`, `Crews at ${at + 4} stations have now replied to us.`, 'May 2025'])])}`,
  );
  expect(entries[0]?.updates.map(({ period }) => period)).toEqual(['Last time', 'This time']);
  expect(entries[0]?.progress).toBeNull();
});

test('a status alone above each table is that of its rows', async () => {
  const rows = (from: number) =>
    htmlTable([
      ['Finding', 'What we have done'],
      ...asked.slice(from, from + 2).map((one) => [one, 'Crews have been asked.']),
    ]);
  const { entries } = await readHtml(
    `<h1>Inspection findings</h1><p>The board sees this every six weeks.</p><p>Completed</p>${rows(0)}<p>In progress</p>${rows(2)}`,
  );
  expect(entries.map(({ status }) => status?.raw)).toEqual(['Completed', 'Completed', 'In progress', 'In progress']);
});

test('a label over a list of records is that of each item', async () => {
  const part = (topic: string, what: string) =>
    `<h2>${topic}</h2><p>They said: The service should ${what}.</p><ul>${['north', 'south'].map((where) => `<li>Take ${topic.toLowerCase()} to the ${where}. Now: in hand. With: Head of ${topic}.</li>`).join('')}</ul>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${part('Water', 'test its hydrants')}${part('Fleet', 'train its drivers')}`,
  );
  expect(entries.map(({ finding, action, lead }) => [finding, action, lead])).toEqual(
    ['Water', 'Fleet'].flatMap((topic) =>
      ['north', 'south'].map((where) => [
        `The service should ${topic === 'Water' ? 'test its hydrants' : 'train its drivers'}.`,
        `Take ${topic.toLowerCase()} to the ${where}.`,
        `Head of ${topic}`,
      ]),
    ),
  );
});

test('a topic that returns under another part of the plan is a title as the others are', async () => {
  const part = (topic: string, at: number) =>
    `<h3>${topic}</h3><p>Found: ${asked[at]}</p><p>Done: week ${at + 1} of ten</p><p>Lead: Head of ${topic}</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1><h2>Open</h2>${part('Water', 1)}${part('Driving', 0)}${part('Risk records', 3)}<h2>Put away</h2>${part('Water', 1)}${part('Listening', 2)}`,
  );
  expect(entries.map(({ theme }) => theme)).toEqual(['Water', 'Driving', 'Risk records', 'Water', 'Listening']);
});

test('a reference above a topic in one cell, a number with its word before what is asked', async () => {
  const cells = await readHtml(
    `<h1>HMICFRS action plan</h1>${htmlTable([['Area', 'What HMICFRS said', 'Action'], ...asked.map((one, at) => [`AFI ${at + 1}<br>${topics[at]}`, one, `Do it in week ${at + 1}`])])}`,
  );
  expect(cells.entries.map(({ ref, theme }) => [ref, theme])).toEqual(topics.map((one, at) => [`AFI ${at + 1}`, one]));
  const point = (at: number) =>
    `<p>Point ${at + 1}: ${asked[at]}</p><p>Progress: ${at + 3} stations have been asked.</p><p>Lead: Head of Fleet</p>`;
  const points = await readHtml(
    `<h1>HMICFRS plan</h1><h2>Open</h2>${point(0)}${point(1)}<h2>Closed</h2>${point(0)}${point(2)}`,
  );
  expect(points.entries.map(({ ref, finding }) => [ref, finding])).toEqual(
    [0, 1, 0, 2].map((at) => [`Point ${at + 1}`, asked[at]]),
  );
});

test('a day over references is when they are due and no topic', async () => {
  const item = (finding: string, at: number) =>
    `<h2>${['May', 'June', 'July', 'August'][at]} 2025</h2><p>HM${at + 1}: ${finding}</p><p>Progress: ${at + 3} stations have been asked.</p><p>Lead: Head of Fleet</p>`;
  const { entries } = await readHtml(`<h1>HMICFRS action plan</h1>${asked.map(item).join('')}`);
  expect(entries.map(({ ref, theme, timescale }) => [ref, theme, timescale?.raw])).toEqual(
    ['May', 'June', 'July', 'August'].map((month, at) => [`HM${at + 1}`, null, `${month} 2025`]),
  );
});

test('a month behind its day within a line is no label', async () => {
  const card = (finding: string, at: number) =>
    `<h2>${topics[at]}</h2><p>Found: ${finding}</p><p>Entries: 20 June 2025: Crews at ${at + 2} stations were asked. 12 September 2025: All of them have replied.</p><p>Lead: Head of Fleet</p>`;
  const { entries } = await readHtml(`<h1>HMICFRS action plan</h1>${asked.map(card).join('')}`);
  const told = entries.map(({ progress, updates, extra }) => JSON.stringify([progress, updates, extra]));
  expect(told).toHaveLength(4);
  for (const words of told) expect(words).toContain('All of them have replied');
  expect(entries.flatMap(({ extra }) => Object.keys(extra))).not.toContain('September 2025');
  expect(entries.flatMap(({ updates }) => updates.map(({ period }) => period))).not.toContain('September 2025');
});
