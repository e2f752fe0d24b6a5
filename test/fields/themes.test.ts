import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const list = (...items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const lit = 'Lamps have been fitted at both gates.';
const sown = 'Grass was sown by the tower in May.';
const drained = 'The yard has been drained.';
const paved = 'The paths are now paved.';

/** A section with lists under two lines that return in each. */
const section = (title: string, done: readonly string[], left: readonly string[]) =>
  `<h3>${title}</h3><p>Since the last meeting we have:</p>${list(...done)}<p>Left to deliver:</p>${list(...left)}`;
const sections = section('Gates', [lit], ['Hang the gates.']) + section('Grounds', [sown, drained], ['Mend the wall.']);

test('items under labels that return by theme are entries of the theme; what is left to deliver is an action', async () => {
  const { entries } = await readHtml(
    `<h1>Grounds improvement plan: update</h1><h2>Background</h2><p>The plan is two years old.</p><h2>By theme</h2>${sections}<h2>Legal implications</h2><p>None.</p>`,
  );
  expect(entries.map(({ theme, progress, action, status }) => [theme, progress ?? action, status?.value])).toEqual([
    ['Gates', lit, undefined],
    ['Gates', 'Hang the gates.', 'outstanding'],
    ['Grounds', sown, undefined],
    ['Grounds', drained, undefined],
    ['Grounds', 'Mend the wall.', 'outstanding'],
  ]);
  expect(new Set(entries.map(({ plan }) => plan))).toEqual(new Set(['Grounds improvement plan']));
  expect(entries[0]?.confidence.progress).toBeGreaterThan(0.5);
});

test('the same sections below no plan’s title are none', async () => {
  const { entries } = await readHtml(`<h1>Grounds: news of the year</h1><h2>By theme</h2>${sections}`);
  expect(entries).toEqual([]);
});

test('lists alone under titles of themes are what has been done; what a theme is for says more of it', async () => {
  const themes = [
    ['1. Gates', [lit]],
    ['2. Grounds', [sown, drained]],
    ['3. Paths', [paved]],
  ] as const;
  const listed = await readHtml(
    `<h1>Grounds improvement plan</h1><h2>Background</h2><p>The plan is two years old.</p><h2>Update</h2>${themes.map(([title, items]) => `<h3>${title}</h3>${list(...items)}`).join('')}`,
  );
  expect(listed.entries.map(({ theme, progress }) => [theme, progress])).toEqual([
    ['Gates', lit],
    ['Grounds', sown],
    ['Grounds', drained],
    ['Paths', paved],
  ]);
  const told = await readHtml(
    `<h1>Grounds improvement plan</h1>${themes.map(([title, items]) => `<h3>${title}</h3><p>We want all to enjoy what is there.</p><h4>Progress to date</h4>${list(...items)}`).join('')}`,
  );
  expect(told.entries.map(({ summary, progress }) => [summary, progress])).toEqual(
    [lit, sown, drained, paved].map((text) => ['We want all to enjoy what is there.', text]),
  );
});

test('lists of what a plan stands for are no progress', async () => {
  const { entries } = await readHtml(
    `<h1>Grounds improvement plan</h1><h2>Background</h2><p>The plan is two years old.</p><h2>Aims</h2><h3>Gates</h3>${list('Open to all', 'Easy to find')}<h3>Grounds</h3>${list('Green in summer')}<h3>Paths</h3>${list('Safe at night')}`,
  );
  expect(entries).toEqual([]);
});

test('a title over what was asked and how it goes is its theme, but for one that says how far a part has come', async () => {
  const item = (title: string, ask: string, word: string) =>
    `<h2>${title}</h2><p>Area for improvement: ${ask}</p><p>Progress: The ${word} have been tested.</p><p>Status: On track</p>`;
  const asks = ['hoses', 'maps', 'boats'].map(
    (word) => `The service should test all of its ${word} once in each year.`,
  );
  const titled = (titles: readonly string[]) =>
    readHtml(
      `<h1>HMICFRS improvement plan</h1>${asks.map((ask, index) => item(titles[index] ?? '', ask, String(index + 4))).join('')}`,
    );
  const { entries } = await titled(['Water', 'Knowledge', 'Rivers']);
  expect(entries.map(({ theme, finding }) => [theme, finding])).toEqual(
    ['Water', 'Knowledge', 'Rivers'].map((title, index) => [title, asks[index]]),
  );
  const parts = await titled(['1. Open actions', '2. Actions on hold', '3. Completed actions']);
  expect(parts.entries.map(({ theme }) => theme)).toEqual([null, null, null]);
});

test('what is to come of the whole plan, under a title set as those of the themes, is of no theme', async () => {
  const { entries } = await readHtml(
    `<h1>Grounds improvement plan</h1><h2>Background</h2><p>The plan is two years old.</p><h2>Update</h2><h3>Gates</h3>${list(lit)}<h3>Grounds</h3>${list(sown, drained)}<h3>Paths</h3>${list(paved)}<h3>Next steps</h3>${list('Hang the gates.')}`,
  );
  expect(entries.map(({ theme, progress, future }) => [theme, progress ?? future])).toEqual([
    ['Gates', lit],
    ['Grounds', sown],
    ['Grounds', drained],
    ['Paths', paved],
    [null, 'Hang the gates.'],
  ]);
});

test('a line of facts below the text of each section holds for the section, and is no progress', async () => {
  const part = (title: string, said: string, facts: string) =>
    `<h2>${title}</h2><h3>Progress since March</h3><p>${said}</p><p>It will be looked at again.</p><p>${facts}</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${part('AFI 1: Lighting', lit, 'Head of Gates, due June 2025, on track')}${part('AFI 2: Drainage', drained, 'Head of Yards – May 2025 – Complete')}${part('AFI 3: Paths', paved, 'Head of Paths, due July 2025, delayed')}`,
  );
  expect(
    entries.map(({ ref, progress, lead, timescale, status }) => [ref, progress, lead, timescale?.start, status?.value]),
  ).toEqual([
    ['AFI 1', `${lit}\nIt will be looked at again.`, 'Head of Gates', '2025-06-01', 'in_progress'],
    ['AFI 2', `${drained}\nIt will be looked at again.`, 'Head of Yards', '2025-05-01', 'complete'],
    ['AFI 3', `${paved}\nIt will be looked at again.`, 'Head of Paths', '2025-07-01', 'delayed'],
  ]);
});

test('lists of what was done over what is left to deliver, where only the table at the top names the plan', async () => {
  const theme = (name: string, done: readonly string[], left: readonly string[]) =>
    `<h2>${name}</h2><ul>${done.map((item) => `<li>${item}</li>`).join('')}</ul><p>Key areas left to deliver:</p><ul>${left.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  const { entries } = await readHtml(
    `<table><tr><td><b>Meeting</b></td><td>Resources Board</td></tr><tr><td><b>Meeting date</b></td><td>24 March 2021</td></tr><tr><td><b>Subject</b></td><td>HMICFRS Improvement Plans</td></tr></table><p><b>BACKGROUND</b></p><p>The inspectorate visited in 2019.</p><p><b>PROGRESS – FEBRUARY 2021</b></p>${theme('Protection', ['A new programme has been launched and is in use.', 'Nineteen posts have been filled.'], ['Move the paper files', 'Agree a charging policy'])}${theme('Risk information', ['Tablets have been fitted to all engines.'], ['Link the hazard markers'])}`,
  );
  expect(
    entries.map(({ plan, theme: topic, progress, action, status }) => [plan, topic, progress ?? action, status?.value]),
  ).toEqual([
    ['HMICFRS Improvement Plans', 'Protection', 'A new programme has been launched and is in use.', undefined],
    ['HMICFRS Improvement Plans', 'Protection', 'Nineteen posts have been filled.', undefined],
    ['HMICFRS Improvement Plans', 'Protection', 'Move the paper files', 'outstanding'],
    ['HMICFRS Improvement Plans', 'Protection', 'Agree a charging policy', 'outstanding'],
    ['HMICFRS Improvement Plans', 'Risk information', 'Tablets have been fitted to all engines.', undefined],
    ['HMICFRS Improvement Plans', 'Risk information', 'Link the hazard markers', 'outstanding'],
  ]);
});
