import { expect, test } from 'vitest';
import { text } from '../../parsers/formats/text.ts';
import { documentToExtraction } from '../../parsers/paper.ts';
import type { Entry } from '../../src/model/plan.ts';
import { parseIn } from '../support/parse.ts';
import { htmlTable, readHtml } from '../support/read-html.ts';

const textFile = { name: 'paper.txt', path: 'paper.txt', bytes: new Uint8Array(), sha256: '0'.repeat(64) };
const readText = async (...lines: readonly string[]) =>
  documentToExtraction(textFile, await parseIn(text, lines.join('\n')));

const asked = ['test its hydrants', 'train its drivers', 'listen to its staff'].map(
  (what) => `The service should ${what}.`,
);
const actions = ['Walk every hydrant in the north', 'Hire two driving trainers', 'Hold four forums a year'];
const posts = ['Water Officer', 'Fleet Manager', 'Head of People'];
const dates = ['30 June 2025', '31 July 2025', '29 August 2025'];
const statuses = ['On track', 'Complete', 'Delayed'];
const told = ['Half of them were seen.', 'Both began in May.', 'The first had nine people at it.'];

const four = (entries: readonly Entry[]) =>
  entries.map(({ finding, action, timescale, status, lead }) => [finding, action, timescale?.raw, status?.raw, lead]);
const wanted = asked.map((one, at) => [one, actions[at], dates[at], statuses[at], posts[at]]);

test('what stands above a finding under its label and tells somebody to do something is the action', async () => {
  const form = (one: string, at: number) =>
    `<p><b>${actions[at]}</b></p><p>Finding: ${one}</p><p>Due: ${dates[at]}</p><p>Status: ${statuses[at]}</p><p>Owner: ${posts[at]}</p>`;
  const { entries } = await readHtml(`<h1>Fairness plan</h1>${asked.map(form).join('')}`);
  expect(four(entries)).toEqual(wanted);
});

test('facts above the label of a finding answer it, in brackets with a status behind them', async () => {
  const item = (at: number) => `<li>${actions[at]} (${posts[at]}; due ${dates[at]}) – <i>${statuses[at]}</i></li>`;
  const { entries } = await readHtml(
    `<h1>Response to HMICFRS: water and staff</h1><h3>Area for improvement</h3><p>${asked[0]}</p><ul>${item(0)}${item(1)}</ul><h3>Area for improvement</h3><p>${asked[2]}</p><ul>${item(2)}</ul>`,
  );
  expect(four(entries)).toEqual(wanted.map(([, ...facts], at) => [asked[at === 2 ? 2 : 0], ...facts]));
  expect(entries[0]?.plan).toBe('Response to HMICFRS: water and staff');
});

test('statuses set as headings over sentences, findings and facts below them', async () => {
  const record = (at: number, words: string) =>
    `<p>${words}<br><small>This answers the finding “${asked[at]}”</small><br><small>${posts[at]} | ${dates[at]}</small></p>`;
  const { entries } = await readHtml(
    `<h1>Fairness action plan</h1><p>Made after the HMICFRS inspection.</p><h2>Finished</h2>${record(0, 'Every station has a hydrant officer.')}${record(1, 'Every garage has a driving trainer.')}<h2>Being worked on</h2>${record(2, 'We are holding four forums.')}`,
  );
  expect(four(entries)).toEqual([
    [asked[0], 'Every station has a hydrant officer.', dates[0], 'Finished', posts[0]],
    [asked[1], 'Every garage has a driving trainer.', dates[1], 'Finished', posts[1]],
    [asked[2], 'We are holding four forums.', dates[2], 'Being worked on', posts[2]],
  ]);
});

test('rows that each name a record and tell of it under one label, statuses before what is told', async () => {
  const rows = asked.map((one, at) => [
    actions[at] ?? '',
    `Finding: ${one}<br>${statuses[at]}: ${told[at]}<br>${posts[at]}, by ${dates[at]}`,
  ]);
  const { entries } = await readHtml(`<h1>Response: our action plan</h1>${htmlTable(rows, false)}`);
  expect(four(entries)).toEqual(wanted);
  expect(entries.map(({ progress }) => progress)).toEqual(told);
});

test('a line of facts below what was asked, and what is told below that', async () => {
  const part = (one: string, at: number) =>
    `<h2>${['Effectiveness', 'Efficiency', 'People'][at]}</h2><ol><li><b>Area for improvement:</b> ${one}<ul><li>${dates[at]} – ${statuses[at]}</li><li>${told[at]}</li></ul></li></ol>`;
  const { entries } = await readHtml(`<h1>Areas for improvement: action plan</h1>${asked.map(part).join('')}`);
  expect(
    entries.map(({ finding, timescale, status, progress }) => [finding, timescale?.raw, status?.raw, progress]),
  ).toEqual(asked.map((one, at) => [one, dates[at], statuses[at], told[at]]));
});

test('a fact and a date with the same words between them in each sentence', async () => {
  const part = (one: string, at: number) =>
    `<h2>${['Water', 'Driving', 'Listening'][at]}</h2><p>The inspectors said: “${one}” The ${posts[at]} is in charge, and the date we set ourselves is ${dates[at]}.</p><p>What has happened: ${told[at]}</p>`;
  const { entries } = await readHtml(`<h1>What we do after our inspection</h1>${asked.map(part).join('')}`);
  expect(entries.map(({ finding, lead, timescale }) => [finding, lead, timescale?.raw])).toEqual(
    asked.map((one, at) => [one, posts[at], dates[at]]),
  );
});

test('a post and a date in a title over the rows that they hold for', async () => {
  const table = (at: number) =>
    `<h2>Lead: ${posts[at]} – all due by ${dates[at]}</h2>${htmlTable([
      ['Inspection finding', 'Action', 'Progress', 'Status'],
      [asked[at] ?? '', actions[at] ?? '', told[at] ?? '', statuses[at] ?? ''],
    ])}`;
  const { entries } = await readHtml(`<h1>Directorate improvement plan</h1>${[0, 1, 2].map(table).join('')}`);
  expect(four(entries)).toEqual(wanted);
});

test('findings with a reference each under a title are those of the rows below, and not the first of all', async () => {
  const { entries } = await readHtml(
    `<h1>Public contact action plan</h1><h2>What HMICFRS found</h2>${asked.map((one, at) => `<p>B${at + 1}: ${one}</p>`).join('')}<h2>What we are doing</h2>${htmlTable([['Ref', 'Action', 'Target', 'Status', 'Owner'], ...asked.map((_, at) => [`B${at + 1}`, actions[at] ?? '', dates[at] ?? '', statuses[at] ?? '', posts[at] ?? ''])])}`,
  );
  expect(four(entries)).toEqual(wanted);
});

test('one label over each of several lists of records is that of their items, whatever stands above it', async () => {
  const item = (at: number) =>
    `<li>${actions[at]}. Lead: ${posts[at]}. Due: ${dates[at]}. Status: ${statuses[at]}.</li>`;
  const { entries } = await readHtml(
    `<h1>Control action plan</h1><p>Larkfield Fire and Rescue Service</p><p>HMICFRS finding: ${asked[0]}</p><ul>${item(0)}${item(1)}</ul><p>HMICFRS finding: ${asked[2]}</p><ul>${item(2)}</ul>`,
  );
  expect(entries.map(({ finding, action, lead }) => [finding, action, lead])).toEqual([
    [asked[0], `${actions[0]}.`, posts[0]],
    [asked[0], `${actions[1]}.`, posts[1]],
    [asked[2], `${actions[2]}.`, posts[2]],
  ]);
});

test('a known label behind a full stop in a paragraph that begins with one in bold', async () => {
  const record = (one: string, at: number) =>
    `<p><b>Finding.</b> ${one}</p><p><b>Progress.</b> ${told[at]} <b>Next.</b> See ${at + 3} stations in autumn.</p><p><b>Status.</b> ${statuses[at]}</p>`;
  const { entries } = await readHtml(`<h1>Skills action plan</h1>${asked.map(record).join('')}`);
  expect(entries.map(({ progress, future }) => [progress, future])).toEqual(
    told.map((one, at) => [one, `See ${at + 3} stations in autumn.`]),
  );
});

test('a quarter before what is due then', async () => {
  const record = (one: string, at: number) =>
    `<h2>Q${at + 1} 2025/26 – ${actions[at]}</h2><p>Finding: ${one}</p><p>Status: ${statuses[at]} (${posts[at]})</p>`;
  const { entries } = await readHtml(`<h1>People action plan</h1>${asked.map(record).join('')}`);
  expect(four(entries)).toEqual(
    wanted.map(([finding, action, , ...facts], at) => [finding, action, `Q${at + 1} 2025/26`, ...facts]),
  );
});

test('text: a status in brackets and a date first, lines that begin small with words that return', async () => {
  const record = (one: string, at: number) => [
    `[${statuses[at]}] ${dates[at]}: ${actions[at]}`,
    `    for: ${posts[at]}`,
    `    because HMICFRS said: ${one}`,
    '',
  ];
  const { entries } = await readText(
    'Larkfield Fire and Rescue Service',
    'Buildings action plan',
    '',
    ...asked.flatMap(record),
  );
  expect(four(entries)).toEqual(wanted);
});

test('text: a label with its value in brackets on a line of its own', async () => {
  const record = (one: string, at: number) => [
    `* ${statuses[at]?.toUpperCase()} - ${actions[at]}`,
    `  (finding: ${one})`,
    `  ${posts[at]} / ${dates[at]}`,
    '',
  ];
  const { entries } = await readText(
    'Larkfield Fire and Rescue Service',
    'Leadership action plan',
    '',
    ...asked.flatMap(record),
  );
  expect(four(entries)).toEqual(
    wanted.map(([finding, action, date, status, lead]) => [finding, action, date, status?.toUpperCase(), lead]),
  );
});

test('text: numbered items with their facts in brackets below a finding with its own', async () => {
  const { entries } = await readText(
    'LARKFIELD FIRE AND RESCUE SERVICE',
    '',
    'Risk Information Action Plan',
    '',
    `Finding 1. ${asked[0]}`,
    '',
    `   1.1 ${actions[0]}. [${posts[0]}; ${dates[0]}]`,
    `   1.2 ${actions[1]}. [${posts[1]}; ${dates[1]}]`,
    '',
    `Finding 2. ${asked[2]}`,
    '',
    `   2.1 ${actions[2]}. [${posts[2]}; ${dates[2]}]`,
  );
  expect(entries.map(({ ref, finding, action, lead }) => [ref, finding, action, lead])).toEqual([
    ['1.1', asked[0], `${actions[0]}.`, posts[0]],
    ['1.2', asked[0], `${actions[1]}.`, posts[1]],
    ['2.1', asked[2], `${actions[2]}.`, posts[2]],
  ]);
});

test('text: findings marked as quoted between records whose last label is no fact', async () => {
  const record = (one: string, at: number) => [
    `> ${one}`,
    '',
    `Progress: ${told[at]}`,
    `Status: ${statuses[at]}`,
    `Lead: ${['Ann in stores', 'Workforce Planner', 'Bea at the yard'][at]}`,
    '',
  ];
  const { entries } = await readText(
    'Subject: Workforce action plan',
    '',
    'All,',
    '',
    'The findings of HMICFRS are marked.',
    '',
    ...asked.flatMap(record),
  );
  expect(entries.map(({ finding, progress }) => [finding, progress])).toEqual(asked.map((one, at) => [one, told[at]]));
});

test('text: a reference, who and when in one line over what was found', async () => {
  const record = (one: string, at: number) => [
    `P${at + 1}  Owner: ${posts[at]}   Due: ${dates[at]}`,
    '',
    `    Finding:  ${one}`,
    `    Progress: ${told[at]}`,
    '',
  ];
  const { entries } = await readText(
    'Larkfield Fire and Rescue Service',
    '',
    'Protection findings: action log',
    '-------------------------------',
    '',
    ...asked.flatMap(record),
  );
  expect(entries.map(({ ref, finding, timescale, lead }) => [ref, finding, timescale?.raw, lead])).toEqual(
    asked.map((one, at) => [`P${at + 1}`, one, dates[at], posts[at]]),
  );
});

test('a glossary whose terms are labels of plans gives no entry', async () => {
  const { entries } = await readText(
    'Larkfield Fire and Rescue Service',
    '',
    'Glossary of inspection words',
    '',
    'Action plan: a list of what we will do.',
    'Lead: the officer who owns an action.',
    'Status: how far the work has got.',
  );
  expect(entries).toEqual([]);
});
