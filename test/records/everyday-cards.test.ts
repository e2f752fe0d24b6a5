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
