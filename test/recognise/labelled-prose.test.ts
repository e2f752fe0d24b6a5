import { describe, expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const hydrants = 'The service should check its hydrants each year.';
const schools = 'The service should visit its schools.';
const read = async (body: string) => (await readHtml(`<h1>Our plan</h1>${body}`)).entries;
const told = (lead: string, due: string, done = '') =>
  `<li>Owner: ${lead}</li><li>Due: ${due}</li><li>Status: On track</li>${done}`;

describe('actions without a label, below a finding', () => {
  const expected = [
    { finding: hydrants, action: 'Draw a map of all hydrants.', lead: 'Head of Water', progress: 'Half is drawn.' },
    { finding: hydrants, action: 'Buy ten keys.', lead: 'Stores Manager', progress: null },
    { finding: schools, action: 'Write to head teachers.', lead: 'Schools Officer', progress: null },
  ];

  test('items of a list over nested lists of labels', async () => {
    const entries = await read(
      `<h2>Recommendation 1</h2><p>${hydrants}</p><p>Our actions:</p><ol><li>Draw a map of all hydrants.<ul>${told('Head of Water', 'May 2025', '<li>Progress:<ul><li>Half is drawn.</li></ul></li>')}</ul></li><li>Buy ten keys.<ul>${told('Stores Manager', 'June 2025')}</ul></li></ol><h2>Recommendation 2</h2><p>${schools}</p><ol><li>Write to head teachers.<ul>${told('Schools Officer', 'July 2025')}</ul></li></ol>`,
    );
    expect(entries).toMatchObject(expected);
    expect(entries.map(({ ref, extra }) => [ref, extra])).toEqual([
      ['Recommendation 1', {}],
      ['Recommendation 1', {}],
      ['Recommendation 2', {}],
    ]);
  });

  test('titles over lists of labels, which are no themes of the finding after them', async () => {
    const entries = await read(
      `<h2>Cause of concern: Water</h2><h3>Recommendation 1</h3><p>${hydrants}</p><h4>Draw a map of all hydrants.</h4><ul>${told('Head of Water', 'May 2025', '<li>Progress: Half is drawn.</li>')}</ul><h4>Buy ten keys.</h4><ul>${told('Stores Manager', 'June 2025')}</ul><h3>Recommendation 2</h3><p>${schools}</p><p>Our actions:</p><ul><li>Write to head teachers.<ul>${told('Schools Officer', 'July 2025')}</ul></li></ul>`,
    );
    expect(entries).toMatchObject(expected);
    expect(entries.map(({ theme }) => theme)).toEqual(['Water', 'Water', 'Water']);
  });

  test('paragraphs over labels that come again', async () => {
    const labels = (lead: string) => `<p>Owner: ${lead}</p><p>Due: May 2025</p><p>Status: On track</p>`;
    const entries = await read(
      `<h2>Water</h2><p>Draw a map of all hydrants.</p>${labels('Head of Water')}<p>Buy ten keys.</p>${labels('Stores Manager')}`,
    );
    expect(entries).toMatchObject([
      { theme: 'Water', action: 'Draw a map of all hydrants.', lead: 'Head of Water' },
      { theme: 'Water', action: 'Buy ten keys.', lead: 'Stores Manager' },
    ]);
  });

  test('a theme over its own labels is none, nor is a bullet of the progress above the next label', async () => {
    const item = (theme: string, text: string) =>
      `<h2>${theme}</h2><p>Finding: ${text}</p><p>Progress:</p><ul><li>Maps were drawn.</li><li>Crews were told.</li></ul><p>Status: On track</p><p>Owner: Head of ${theme}</p>`;
    expect(await read(item('Water', hydrants) + item('Schools', schools))).toMatchObject([
      { theme: 'Water', finding: hydrants, action: null, progress: 'Maps were drawn.\nCrews were told.' },
      { theme: 'Schools', finding: schools, action: null, progress: 'Maps were drawn.\nCrews were told.' },
    ]);
  });
});

describe('labels that run on in one text', () => {
  const expected = [
    {
      ref: 'Action 1.1',
      finding: hydrants,
      theme: 'Water',
      action: 'Draw a map of all hydrants.',
      lead: 'Head of Water',
      timescale: { raw: '31/05/25' },
      status: { raw: 'On track' },
      updates: [{ text: 'A printer was found.' }, { text: 'The map is half drawn. Crews said: well done.' }],
    },
    { ref: 'Action 1.2', finding: hydrants, action: 'Buy ten keys.', lead: 'Stores Manager', progress: 'All bought.' },
  ];
  const first = [
    'Owner: Head of Water.',
    'Due: 31/05/25.',
    'Status: On track.',
    'Update (Nov 24): A printer was found.',
    'Update (Jan 25): The map is half drawn. Crews said: well done.',
  ];
  const second = ['Owner: Stores Manager.', 'Due: TBC.', 'Status: Completed.', 'Update: All bought.'];
  const paper = (action: (label: string, text: string, rest: readonly string[]) => string) =>
    read(
      `<h2>1. Water</h2><p>HMICFRS finding: ${hydrants}</p>${action('Action 1.1', 'Draw a map of all hydrants.', first)}${action('Action 1.2', 'Buy ten keys.', second)}`,
    );

  test('in one paragraph', async () => {
    const entries = await paper((label, text, rest) => `<p><b>${label}:</b> ${text} ${rest.join(' ')}</p>`);
    expect(entries).toMatchObject(expected);
  });

  test('each on a line of its own', async () => {
    const entries = await paper((label, text, rest) => `<p>${[`${label}: ${text}`, ...rest].join('<br>')}</p>`);
    expect(entries).toMatchObject(expected);
  });

  test('with the number of the action in a title', async () => {
    const entries = await paper((label, text, rest) => `<h4>${label}</h4><p>${text}</p><p>${rest.join(' ')}</p>`);
    expect(entries).toMatchObject(expected);
  });

  test('after an action without a label, in a list', async () => {
    const entries = await read(
      `<h2>Water</h2><ul><li>Draw a map. Owner: Head of Water. Due: May 2025. Status: On track.</li><li>Buy ten keys. Owner: Stores Manager. Due: June 2025. Status: Complete.</li></ul>`,
    );
    expect(entries).toMatchObject([
      { theme: 'Water', action: 'Draw a map.', lead: 'Head of Water', status: { raw: 'On track' } },
      { theme: 'Water', action: 'Buy ten keys.', lead: 'Stores Manager', status: { raw: 'Complete' } },
    ]);
  });
});

test('labels that end in a full stop, and a letter that is closed and signed', async () => {
  const part = (theme: string, text: string) =>
    `<h3>${theme}</h3><p><b>What inspectors said.</b> ${text}</p><p><b>Progress so far.</b> ${theme} is well in hand. Crews were told.</p><p><b>Lead.</b> Head of ${theme}</p><p><b>Next steps.</b> Report in May.</p>`;
  const { entries, issues } = await readHtml(
    `<h1>Briefing for members</h1><p>Dear member</p><h2>Effectiveness</h2>${part('Risk information', hydrants)}${part('Schools', schools)}<p>Yours sincerely</p><p>A. Rowan</p><p>Chief Fire Officer</p>`,
  );
  expect(entries).toMatchObject([
    {
      theme: 'Risk information',
      pillar: 'effectiveness',
      finding: hydrants,
      progress: 'Risk information is well in hand. Crews were told.',
      lead: 'Head of Risk information',
      future: 'Report in May.',
    },
    { theme: 'Schools', finding: schools, future: 'Report in May.' },
  ]);
  expect(issues.filter(({ code }) => code === 'layout/text-not-placed')).toEqual([]);
});

test('a post that ends in Lead is the value of its label, no label', async () => {
  const card = (lead: string) =>
    `<table><tr><td>Finding</td><td>${hydrants}</td></tr><tr><td>Owner</td><td>${lead}</td></tr><tr><td>Status</td><td>On track</td></tr></table>`;
  const entries = await read(`<h2>Water</h2>${card('Hydrants Lead')}<h2>Maps</h2>${card('Head of Maps')}`);
  expect(entries.map(({ lead }) => lead)).toEqual(['Hydrants Lead', 'Head of Maps']);
});

describe('cards without a table', () => {
  const card = (title: string, text: string, foot: string) =>
    `${title}<p>${text}</p><h3>What we are doing</h3><p>Draw maps.</p><h3>Latest position</h3><ul><li>Half are drawn.</li></ul>${foot}`;
  const foot = (lead: string) => `<p>Owner: ${lead}</p><p>Due: May 2025</p>`;
  const expected = [
    { ref: 'AFI-01', theme: 'Water', finding: hydrants, progress: 'Half are drawn.', lead: 'Head of Water' },
    { ref: 'AFI-02', theme: 'Young people', finding: schools, action: 'Draw maps.', lead: 'Schools Lead' },
  ];

  test('a plain line of reference, theme and status heads its own card', async () => {
    const entries = await read(
      `<h2>Effectiveness</h2>${card('<p>AFI-01 Water Complete</p>', hydrants, foot('Head of Water'))}${card('<p>AFI-02 Young people At risk</p>', schools, foot('Schools Lead'))}`,
    );
    expect(entries).toMatchObject(expected);
    expect(entries.map(({ status, pillar }) => [status?.raw, pillar])).toEqual([
      ['Complete', 'effectiveness'],
      ['At risk', 'effectiveness'],
    ]);
  });

  test('a status at the end of title after title, and labels side by side over their values', async () => {
    const beside = (values: string) => `<p>OWNER DUE</p><p>${values}</p>`;
    const { entries, issues } = await readHtml(
      `<h1>Our plan</h1>${card('<h2>AFI-01 Water Overdue</h2>', hydrants, beside('Head of Water 31 May 2025'))}${card('<h2>AFI-02 Young people Not started</h2>', schools, beside('Schools Lead Apr 2025'))}`,
    );
    expect(entries).toMatchObject(expected);
    expect(issues.filter(({ code }) => code === 'layout/text-not-placed')).toEqual([]);
    expect(entries.map(({ status, timescale }) => [status?.raw, timescale?.raw])).toEqual([
      ['Overdue', '31 May 2025'],
      ['Not started', 'Apr 2025'],
    ]);
  });

  test('a title that ends in such words alone among others keeps them', async () => {
    const part = (title: string, text: string) => card(`<h2>${title}</h2>`, text, foot('Head of Water'));
    const entries = await read(
      part('Hydrants Overdue', hydrants) + part('Schools', schools) + part('Risk information', hydrants),
    );
    expect(entries.map(({ theme, status }) => [theme, status])).toEqual([
      ['Hydrants Overdue', null],
      ['Schools', null],
      ['Risk information', null],
    ]);
  });
});

test('labels set as large as the title above them do not part its finding from it', async () => {
  const item = (theme: string, text: string) =>
    `<h2>${theme}</h2><h2>Area for improvement</h2><p>${text}</p><h2>Progress to date</h2><p>Maps were drawn.</p>`;
  const entries = await read(item('Water', hydrants) + item('Young people', schools));
  expect(entries.map(({ theme, finding }) => [theme, finding])).toEqual([
    ['Water', hydrants],
    ['Young people', schools],
  ]);
});

test('a pillar set as large as the findings below it is over all of them', async () => {
  const item = (ref: string, text: string) => `<p><b>${ref}: ${text}</b></p><p>Progress: Maps were drawn.</p>`;
  const entries = await read(
    `<p><b>Effectiveness</b></p>${item('AFI 1', hydrants)}${item('AFI 2', schools)}<p><b>People</b></p>${item('AFI 3', schools)}`,
  );
  expect(entries.map(({ ref, pillar }) => [ref, pillar])).toEqual([
    ['AFI 1', 'effectiveness'],
    ['AFI 2', 'effectiveness'],
    ['AFI 3', 'people'],
  ]);
});
