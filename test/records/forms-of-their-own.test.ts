import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const findings = ['keep its maps up to date', 'test its hoses each year', 'charge fairly for its boats'].map(
  (finding) => `The service should ${finding}.`,
);
const steps = ['Draw all maps anew', 'Buy a pump for tests', 'Ask three owners of boats'];
const notes = ['Five maps were drawn.', 'A pump was hired.', 'Two owners were asked.'];
const posts = ['Head of Maps', 'Head of Hoses', 'Head of Boats'];
const states = ['On track', 'Delayed', 'Complete'];
const days = ['3 March 2031', '4 April 2031', '5 May 2031'];

const readPlan = (body: string) => readHtml(`<h1>HMICFRS improvement plan</h1>${body}`);
const each = (record: (at: number) => string) => findings.map((_, at) => record(at)).join('');
const cells = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;

test('a label of a form is no label for its painted value alone', async () => {
  const { entries } = await readPlan(
    each(
      (at) =>
        `<table border="1">${cells('Recommendation', findings[at] ?? '')}${cells('Action', steps[at] ?? '')}<tr><td>RAG</td><td style="background:#${['00b050', 'ff0000', 'ffc000'][at]}"></td></tr></table>`,
    ),
  );
  expect(entries.map(({ rag }) => rag?.value)).toEqual(['green', 'red', 'amber']);
});

test('the headings of a form that return are labels, though they are clauses and numbered as parts', async () => {
  const head = (text: string) => `<tr><td colspan="2" style="background:#eee"><b>${text}</b></td></tr>`;
  const wide = (text = '') => `<tr><td colspan="2">${text}</td></tr>`;
  const { entries } = await readPlan(
    each(
      (at) =>
        `<table border="1">${head('Part A. What the inspectors wrote in their report of us')}${wide(findings[at])}${head('Part B. What has been done up to the day on which this form was written')}${wide(notes[at])}${cells('Officer in charge', posts[at] ?? '')}${cells('State of the case', states[at] ?? '')}</table>`,
    ),
  );
  expect(entries.map(({ finding, progress, lead, status }) => [finding, progress, lead, status?.raw])).toEqual(
    findings.map((finding, at) => [finding, notes[at], posts[at], states[at]]),
  );
});

test('a word of a status among the labels of a form is one, and the count of the forms heads each', async () => {
  const { entries } = await readPlan(
    each(
      (at) =>
        `<table border="1">${cells(`Matter ${at + 1}`, `Standing: ${states[at]}`)}${cells('Raised', findings[at] ?? '')}${cells('Remedy', steps[at] ?? '')}${cells('Done', notes[at] ?? '')}${cells('Keeper', posts[at] ?? '')}</table>`,
    ),
  );
  expect(entries.map(({ finding, progress, status }) => [finding, progress, status?.raw])).toEqual(
    findings.map((finding, at) => [finding, notes[at], states[at]]),
  );
});

test('labels over values of which one names a date of completion stay labels', async () => {
  const { entries } = await readPlan(
    each(
      (at) =>
        `<h3>HM${at + 1}</h3><table border="1"><tr><td colspan="2">Finding</td></tr><tr><td colspan="2">${findings[at]}</td></tr>${cells('Deadline', 'Date completed')}${cells(days[at] ?? '', at === 2 ? '6 June 2031' : '')}<tr><td colspan="2">Progress</td></tr><tr><td colspan="2">${notes[at]}</td></tr></table>`,
    ),
  );
  expect(entries.map(({ timescale, status }) => [timescale?.raw, status])).toEqual(days.map((day) => [day, null]));
});

test('a date before a label that goes on in the same line is no part of the label', async () => {
  const { entries } = await readPlan(
    each(
      (at) =>
        `<h3>${at + 1}. ${findings[at]}</h3><p><b>Update:</b> ${notes[at]} <b>Due by:</b> ${['Jun-31', 'Apr-31', 'May-31'][at]} <b>Health:</b> ${['Amber', 'Blue', 'Red'][at]}</p>`,
    ),
  );
  expect(entries.map(({ timescale, rag }) => [timescale?.raw, rag?.value])).toEqual([
    ['Jun-31', 'amber'],
    ['Apr-31', 'blue'],
    ['May-31', 'red'],
  ]);
});

test('a status, or a line of facts, that ends what stands under a label is no part of it', async () => {
  const badges = await readPlan(
    each(
      (at) =>
        `<p><b>AFI ${at + 1}</b></p><p><b>Requirement</b></p><p>${findings[at]}</p><p>${states[at]}</p><p><b>Progress</b></p><p>${notes[at]}</p>`,
    ),
  );
  expect(badges.entries.map(({ finding, status }) => [finding, status?.raw])).toEqual(
    findings.map((finding, at) => [finding, states[at]]),
  );
  const facts = await readPlan(
    `<table border="1"><tr><th>Inspectors wrote</th><th>Our reply</th></tr>${each(
      (at) =>
        `<tr><td>${findings[at]}</td><td>We will do step ${at + 1}.<br>So far: ${notes[at]}<br>${posts[at]}; ${days[at]}; ${states[at]}</td></tr>`,
    )}</table>`,
  );
  expect(facts.entries.map(({ progress, lead, timescale }) => [progress, lead, timescale?.raw])).toEqual(
    notes.map((note, at) => [note, posts[at], days[at]]),
  );
});

test('a badge behind each title is its status, also where one of them is a word of the service’s own', async () => {
  const titles = [
    'Maps of the moor Done',
    'Hoses at stations Nearly there',
    'Boats on loan Stuck',
    'Rope in store Done',
  ];
  const { entries } = await readPlan(
    titles
      .map(
        (title, at) =>
          `<h3>${title}</h3><p>Inspectors said: Item ${at + 1} was not looked after.</p><p>We have: Crew ${at + 1} now looks after it.</p>`,
      )
      .join(''),
  );
  expect(entries.map(({ status }) => status?.raw)).toEqual(['Done', 'Nearly there', 'Stuck', 'Done']);
});

test('a title with its facts in brackets says all of an entry where nothing stands below it', async () => {
  const { entries } = await readPlan(
    `<ul>${each(
      (at) =>
        `<li>${at + 1}. ${findings[at]}<ul><li>${steps[at]} (${states[at]}, ${days[at]})${at === 1 ? '' : `<ul><li>Comments: ${notes[at]}</li></ul>`}</li></ul></li>`,
    )}</ul>`,
  );
  expect(entries.map(({ action, status, progress }) => [action, status?.raw, progress])).toEqual(
    steps.map((step, at) => [step, states[at], at === 1 ? null : notes[at]]),
  );
});

test('the rank of a deputy is no label of the post behind it', async () => {
  const { entries } = await readPlan(
    each(
      (at) =>
        `<p><b>2.${at + 1}: ${findings[at]}</b></p><p>${notes[at]}</p><p>Deputy Chief Fire Officer, ${['Works', 'Stores', 'Boats'][at]} • ${days[at]}</p>`,
    ),
  );
  expect(entries.map(({ lead }) => lead)).toEqual([
    'Deputy Chief Fire Officer, Works',
    'Deputy Chief Fire Officer, Stores',
    'Deputy Chief Fire Officer, Boats',
  ]);
});

test('lines of a log below what is under a label tell of the progress, whether set as text or as a table', async () => {
  const log = (at: number) =>
    at === 1
      ? `<table>${cells('2 February 2031', 'A pump was sought.')}${cells('9 March 2031', 'A pump was hired.')}</table>`
      : '<p>1 February 2031 Work was begun.</p><p>7 March 2031 Half of it is done.</p>';
  const { entries } = await readPlan(
    each(
      (at) =>
        `<h2>${['Maps', 'Hoses', 'Boats'][at]}</h2><p>Finding: ${findings[at]}</p><p>Action: ${steps[at]}</p>${log(at)}<p>Keeper: ${posts[at]}</p><p>State: ${states[at]}</p>`,
    ),
  );
  expect(entries.map(({ action, updates }) => [action, updates.map(({ period }) => period)])).toEqual([
    [steps[0], ['1 February 2031', '7 March 2031']],
    [steps[1], ['2 February 2031', '9 March 2031']],
    [steps[2], ['1 February 2031', '7 March 2031']],
  ]);
});

test('what a card is about is no label, though two cards are about the same', async () => {
  const topics = ['Resources', 'Culture', 'Resources'];
  const { entries } = await readPlan(
    each(
      (at) =>
        `<p><b>TF-0${at + 1}</b></p><p>${topics[at]}</p><h3>${findings[at]}</h3><p>We are doing: ${steps[at]}</p><p>Latest: ${notes[at]}</p><p>Owner: ${posts[at]}</p>`,
    ),
  );
  expect(entries.map(({ ref, finding, theme }) => [ref, finding, theme])).toEqual(
    findings.map((finding, at) => [`TF-0${at + 1}`, finding, topics[at]]),
  );
});

test('painted labels beside plain values are no header, though a value has the words of a label', async () => {
  const pair = (label: string, value: string, wide = false) =>
    `<td style="background:#e6ecf5">${label}</td><td${wide ? ' colspan="3"' : ''}>${value}</td>`;
  const { entries } = await readPlan(
    each(
      (at) =>
        `<table border="1"><tr>${pair('Reference', `IMP-0${at + 1}`)}${pair('Area', at === 1 ? 'Response' : 'Prevention')}</tr><tr>${pair('Recommendation', findings[at] ?? '', true)}</tr><tr>${pair('Action', steps[at] ?? '', true)}</tr><tr>${pair('Due date', days[at] ?? '')}${pair('Owner', posts[at] ?? '')}</tr></table>`,
    ),
  );
  expect(entries.map(({ ref, finding, lead }) => [ref, finding, lead])).toEqual(
    findings.map((finding, at) => [`IMP-0${at + 1}`, finding, posts[at]]),
  );
});
