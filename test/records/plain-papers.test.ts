import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentToExtraction } from '../../parsers/paper.ts';
import type { Entry } from '../../src/model/plan.ts';
import { htmlTable, readDocumentOf, readHtml } from '../support/read-html.ts';

const asked = [
  'The service should train its drivers.',
  'The service should test its hydrants.',
  'The service should listen to its staff.',
];
const topics = ['Driving', 'Water', 'Listening'];
const states = ['Delayed', 'Complete', 'On track'];
const acts = ['Book the hall at Marsh Lane', 'Tell every crew in the west', 'Buy two more lorries'];
const more = ['Write to the schools', 'Ask the council for maps', 'Hold a talk at each base'];
const done = ['Two courses were lost to snow.', 'All 412 are tested.', 'Six talks held, nine to go.'];

/** A paper typed as plain text. */
async function readTyped(text: string) {
  const bytes = new TextEncoder().encode(text);
  const file = {
    name: 'paper.txt',
    path: 'paper.txt',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return documentToExtraction(file, await readDocumentOf(text));
}

const told = (entries: readonly Entry[], ...fields: readonly (keyof Entry)[]) =>
  entries.map((entry) =>
    fields.map((field) => (field === 'status' || field === 'timescale' ? entry[field]?.raw : entry[field])),
  );

test('a status before what is told of it, with a stop, in each paragraph', async () => {
  const part = (finding: string, at: number) =>
    `<h3>${topics[at]}</h3><p><em>${finding}</em></p><p><b>${states[at]}.</b> ${done[at]}</p>`;
  const { entries } = await readHtml(`<h1>HMICFRS findings</h1>${asked.map(part).join('')}`);
  expect(told(entries, 'theme', 'finding', 'status', 'progress')).toEqual(
    asked.map((one, at) => [topics[at], one, states[at], done[at]]),
  );
});

test('a status in capitals before a dash begins a new text of a cell, typed', async () => {
  const part = (finding: string, at: number) =>
    `WM${at + 1}  ${finding}\n     ${states[at]?.toUpperCase()} - ${done[at]}\n`;
  const { entries } = await readTyped(`HMICFRS action plan\n\nDate: 3 March 2025\n\n${asked.map(part).join('\n')}`);
  expect(told(entries, 'ref', 'finding', 'status', 'progress')).toEqual(
    asked.map((one, at) => [`WM${at + 1}`, one, states[at]?.toUpperCase(), done[at]]),
  );
});

test('who and by when in brackets, and a status behind them, at the end of each action below its finding', async () => {
  const part = (finding: string, at: number) =>
    `<li>${finding}<ul><li>${acts[at]} (Ann Marsh, May 202${at + 4}) – ${states[at]}</li><li>${more[at]} (Tom Reed, June 202${at + 4}) – Not started</li></ul></li>`;
  const { entries } = await readHtml(`<h1>Findings and actions</h1><ul>${asked.map(part).join('')}</ul>`);
  expect(told(entries, 'finding', 'action', 'lead', 'timescale', 'status')).toEqual(
    asked.flatMap((one, at) => [
      [one, acts[at], 'Ann Marsh', `May 202${at + 4}`, states[at]],
      [one, more[at], 'Tom Reed', `June 202${at + 4}`, 'Not started'],
    ]),
  );
});

test('actions listed below a label, each with its facts in brackets, under finding after finding', async () => {
  const part = (finding: string, at: number) =>
    `Finding: ${finding}\n\nActions:\n  * ${acts[at]}. (Head of Fleet, May 2025)\n  * ${more[at]}. (Head of Water, June 2025)\n`;
  const { entries } = await readTyped(
    `Eastmere Fire and Rescue Service\n\nInspection actions\n\n${asked.map(part).join('\n')}`,
  );
  expect(told(entries, 'finding', 'action', 'lead', 'timescale')).toEqual(
    asked.flatMap((one, at) => [
      [one, `${acts[at]}.`, 'Head of Fleet', 'May 2025'],
      [one, `${more[at]}.`, 'Head of Water', 'June 2025'],
    ]),
  );
});

test('numbered actions with labels of their own below a labelled finding', async () => {
  const part = (finding: string, at: number) =>
    `<h2>Finding: ${finding}</h2>${[acts[at], more[at]].map((act, n) => `<p>${at + 1}.${n + 1} ${act}</p><p>Lead: Head of Fleet</p><p>Status: ${states[at]}</p>`).join('')}`;
  const { entries } = await readHtml(`<h1>HMICFRS action plan</h1>${asked.map(part).join('')}`);
  expect(told(entries, 'ref', 'finding', 'action', 'status')).toEqual(
    asked.flatMap((one, at) => [acts[at], more[at]].map((act, n) => [`${at + 1}.${n + 1}`, one, act, states[at]])),
  );
});

test('the last line over a typed paper is the title of its first record where those below are set over the same label', async () => {
  const part = (finding: string, at: number) =>
    `${topics[at]}\n\nFinding: ${finding}\n\nProgress: ${done[at]}\n\nStatus: ${states[at]}\n`;
  const { entries } = await readTyped(
    `Eastmere Fire and Rescue Service\n\nInspection findings\n\n${asked.map(part).join('\n')}`,
  );
  expect(told(entries, 'theme', 'finding', 'progress', 'status')).toEqual(
    asked.map((one, at) => [topics[at], one, done[at], states[at]]),
  );
});

test('each line between two rules of a typed table is a row where several fill every column', async () => {
  const rule = '+----+------------------------------------------+----------+';
  const row = (cells: readonly string[]) =>
    `| ${(cells[0] ?? '').padEnd(3)}| ${(cells[1] ?? '').padEnd(41)}| ${(cells[2] ?? '').padEnd(9)}|`;
  const { entries } = await readTyped(
    [
      'HMICFRS action plan',
      '',
      rule,
      row(['No', 'Area for improvement', 'Status']),
      rule,
      ...asked.map((one, at) => row([`A${at + 1}`, one, states[at] ?? ''])),
      rule,
    ].join('\n'),
  );
  expect(told(entries, 'ref', 'finding', 'status')).toEqual(asked.map((one, at) => [`A${at + 1}`, one, states[at]]));
});

test('labels far from their values may end in a stop, and a label that returns is no title of the paper', async () => {
  const part = (finding: string, at: number) =>
    `Item: ${at + 1}\n  Finding.   ${finding}\n  Task.      Book the hall\n  By.        May 202${at + 4}\n`;
  const { entries } = await readTyped(
    `EASTMERE FIRE AND RESCUE SERVICE\nINSPECTION ACTION PLAN\n\n${asked.map(part).join('\n')}`,
  );
  expect(told(entries, 'ref', 'finding', 'action', 'timescale')).toEqual(
    asked.map((one, at) => [String(at + 1), one, 'Book the hall', `May 202${at + 4}`]),
  );
});

test('what a list of findings has under a reference is the finding of each action with that reference', async () => {
  const findings = htmlTable([['Ref', 'Recommendation'], ...asked.map((one, at) => [`R${at + 1}`, one])]);
  const actions = htmlTable([
    ['Ref', 'Action', 'Lead', 'Status'],
    ...asked.flatMap((_, at) => [1, 2].map((n) => [`R${at + 1}`, `Book hall ${n}`, 'Head of Fleet', states[at] ?? ''])),
  ]);
  const { entries, issues } = await readHtml(
    `<h1>HMICFRS action plan</h1><h2>What was found</h2>${findings}<h2>What we do</h2>${actions}`,
  );
  expect(told(entries, 'ref', 'finding', 'action')).toEqual(
    asked.flatMap((one, at) => [1, 2].map((n) => [`R${at + 1}`, one, `Book hall ${n}`])),
  );
  expect(issues.filter(({ code }) => code === 'layout/text-not-placed')).toEqual([]);
});

test('statuses as titles of lists of what is to be done, and who does it in brackets', async () => {
  const list = (items: readonly string[]) =>
    `<ul>${items.map((item) => `<li>${item} (Head of Fleet)</li>`).join('')}</ul>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS delivery plan</h1><h2>Completed</h2>${list(['Book the hall', 'Tell every crew'])}<h2>On track</h2>${list(['Test all hydrants'])}`,
  );
  expect(told(entries, 'action', 'status', 'lead')).toEqual([
    ['Book the hall', 'Completed', 'Head of Fleet'],
    ['Tell every crew', 'Completed', 'Head of Fleet'],
    ['Test all hydrants', 'On track', 'Head of Fleet'],
  ]);
});

test('a form whose quarters stand over their values, between labels beside theirs', async () => {
  const form = (finding: string, at: number) =>
    `<table><tr><th>Ref</th><td>IP-${at + 1}</td><th>Due</th><td>May 2025</td></tr><tr><th>Finding</th><td colspan="3">${finding}</td></tr><tr><th colspan="2">Q1 2024/25</th><th colspan="2">Q2 2024/25</th></tr><tr><td colspan="2">Began with two crews.</td><td colspan="2">${done[at]}</td></tr><tr><th>Lead</th><td>Head of Fleet</td><th>Status</th><td>${states[at]}</td></tr></table>`;
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${asked.map(form).join('')}`);
  expect(told(entries, 'ref', 'finding', 'updates', 'lead', 'status')).toEqual(
    asked.map((one, at) => [
      `IP-${at + 1}`,
      one,
      [
        { period: 'Q1 2024/25', text: 'Began with two crews.' },
        { period: 'Q2 2024/25', text: done[at] },
      ],
      'Head of Fleet',
      states[at],
    ]),
  );
});

test('the caption of a form is the reference of its record', async () => {
  const form = (finding: string, at: number) =>
    `<table><caption>F${at + 1}</caption><tr><th>Finding</th><td>${finding}</td></tr><tr><th>Agreed action</th><td>Book the hall</td></tr><tr><th>Status</th><td>${states[at]}</td></tr></table>`;
  const { entries } = await readHtml(`<h1>Inspection follow-up</h1>${asked.map(form).join('')}`);
  expect(told(entries, 'ref', 'finding', 'status')).toEqual(asked.map((one, at) => [`F${at + 1}`, one, states[at]]));
});

test('a cause of concern’s topic in a heading right over the sentence that says what was found', async () => {
  const cause = (topic: string, sentence: string) =>
    `<h3>Cause of concern: ${topic}</h3><p>${sentence}</p>${htmlTable([
      ['Ref', 'Action', 'Progress', 'Status'],
      [`${topic[0]}C1`, 'Book the hall', 'The hall is booked for May.', 'Complete'],
      [`${topic[0]}C2`, 'Tell every crew', 'Half of them were told.', 'In progress'],
    ])}`;
  const sentences = [
    'Staff do not trust the ways that they have of reporting poor behaviour.',
    'People at high risk wait far too long for a visit to their home.',
  ];
  const { entries } = await readHtml(
    `<h1>Cause of concern action plan</h1>${cause('Values and culture', sentences[0] ?? '')}${cause('Prevention', sentences[1] ?? '')}`,
  );
  expect(told(entries, 'theme', 'finding')).toEqual(
    ['Values and culture', 'Prevention'].flatMap((topic, at) => [1, 2].map(() => [topic, sentences[at]])),
  );
});

test('a glossary, whose meanings spell its terms out, and tasks that a meeting gave are no plan', async () => {
  const glossary = await readTyped(
    'Eastmere Fire and Rescue Service\n\nGlossary\n\nAFI      Area for improvement. What HMICFRS thinks we could do better.\nBA       Breathing apparatus.\nCoC      Cause of concern. A failing found by HMICFRS.\nHFSV     Home fire safety visit.\nRAG      Red, amber, green. Shows progress in our action plan.\n',
  );
  expect(glossary.entries).toEqual([]);
  const minutes = await readHtml(
    `<h1>Minutes of a meeting of the Audit Committee</h1><p>Present: Councillors Dray and Lowe</p><h2>HMICFRS action plan</h2><p>The quarterly report was introduced. RESOLVED that it be noted.</p><h2>Matters to follow up</h2>${htmlTable(
      [
        ['Minute', 'What was asked', 'By whom', 'By'],
        ['24', 'Send Members the survey', 'Head of Fleet', 'May 2025'],
        ['25', 'Circulate the audit report', 'Treasurer', 'June 2025'],
      ],
    )}<p>The meeting closed at 11.40 am.</p>`,
  );
  expect(minutes.entries).toEqual([]);
});

test('columns for two meetings are updates of each, and one dated column beside what remains is the progress', async () => {
  const two = await readHtml(
    `<h1>HMICFRS action sheet</h1>${htmlTable([
      ['Action', 'February meeting', 'May meeting', 'Status'],
      ...done.map((so, at) => [acts[at] ?? '', `Nothing of ${topics[at]} yet.`, so, states[at] ?? '']),
    ])}`,
  );
  expect(two.entries.map(({ updates }) => updates.map(({ period }) => period))).toEqual(
    done.map(() => ['February meeting', 'May meeting']),
  );
  const one = await readHtml(
    `<h1>HMICFRS action plan</h1>${htmlTable([
      ['Recommendation', 'Position at 31 March 2024', 'What remains', 'Status'],
      ...asked.map((finding, at) => [finding, done[at] ?? '', `${more[at]}.`, states[at] ?? '']),
    ])}`,
  );
  expect(told(one.entries, 'progress', 'future')).toEqual(done.map((so, at) => [so, `${more[at]}.`]));
});

test('labelled lines right below a numbered finding that fills its line begin anew, typed', async () => {
  const part = (finding: string, at: number) =>
    `${at + 1}) AFI - ${finding}\nUpdate: ${done[at]}\nNext: ${more[at]}.\nOwner: Head of Fleet. Due: 30 May 2025. Status: ${states[at]}.\n`;
  const long = asked.map((one) => one.replace('.', ' in the west and in the valley.'));
  const { entries } = await readTyped(
    `Eastmere Fire and Rescue Service\n\nHMICFRS action plan\n\n${long.map(part).join('\n')}`,
  );
  expect(told(entries, 'finding', 'progress', 'status')).toEqual(long.map((one, at) => [one, done[at], states[at]]));
});

test('headings that are statuses, one of them with more words, over actions that end in what they answer', async () => {
  const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1><h2>Completed since the last meeting</h2>${list(['Book the hall (AFI 1)', 'Tell every crew (AFI 2)'])}<h2>In progress</h2>${list(['Buy two lorries (AFI 2)'])}<h2>Overdue</h2>${list(['Hold a talk at each base (AFI 3)'])}`,
  );
  expect(told(entries, 'ref', 'action', 'status')).toEqual([
    ['AFI 1', 'Book the hall', 'Completed since the last meeting'],
    ['AFI 2', 'Tell every crew', 'Completed since the last meeting'],
    ['AFI 2', 'Buy two lorries', 'In progress'],
    ['AFI 3', 'Hold a talk at each base', 'Overdue'],
  ]);
});

test('what was asked, what we have done and what we will do, sentence after sentence', async () => {
  const part = (finding: string, at: number) =>
    `<p><b>AFI ${at + 1}</b> – ${finding} We have seen to half of it in week ${at + 2}. We will see to the rest in week ${at + 9}. Lead: Head of Fleet. Status: ${states[at]}.</p>`;
  const { entries } = await readHtml(`<h1>HMICFRS action plan</h1>${asked.map(part).join('')}`);
  expect(told(entries, 'ref', 'finding', 'progress', 'future', 'status')).toEqual(
    asked.map((one, at) => [
      `AFI ${at + 1}`,
      one,
      `We have seen to half of it in week ${at + 2}.`,
      `We will see to the rest in week ${at + 9}.`,
      states[at],
    ]),
  );
});

test('posts over records lead them, and who and when of one column are two facts', async () => {
  const posts = ['Training Manager', 'Head of Water', 'HR Partner'];
  const part = (finding: string, at: number) =>
    `<h2>${posts[at]}</h2><p><b>AFI ${at + 1}</b> ${finding}<br>${done[at]}<br><i>Amber</i></p>`;
  const over = await readHtml(`<h1>Inspection action log</h1>${asked.map(part).join('')}`);
  expect(told(over.entries, 'theme', 'lead', 'finding')).toEqual(asked.map((one, at) => [null, posts[at], one]));
  const both = await readHtml(
    `<h1>HMICFRS action plan</h1>${htmlTable([
      ['Finding', 'We did', 'Who and when'],
      ...asked.map((one, at) => [one, done[at] ?? '', `${posts[at]}, May 202${at + 4}`]),
    ])}`,
  );
  expect(told(both.entries, 'lead', 'timescale')).toEqual(posts.map((post, at) => [post, `May 202${at + 4}`]));
});

test('labels in bold run on in one paragraph, each before its few words, without a sign between', async () => {
  const part = (finding: string, at: number) =>
    `<h2>${topics[at]}</h2><p><b>HMICFRS finding</b></p><p>${finding}</p><p><b>Response</b></p><p>${done[at]}</p><p><b>Lead officer</b> Head of Fleet <b>Target</b> May 202${at + 4} <b>RAG</b> Amber</p>`;
  const { entries } = await readHtml(`<h1>HMICFRS action plan</h1>${asked.slice(0, 2).map(part).join('')}`);
  expect(told(entries, 'finding', 'lead', 'timescale')).toEqual(
    asked.slice(0, 2).map((one, at) => [one, 'Head of Fleet', `May 202${at + 4}`]),
  );
  expect(entries.map(({ rag }) => rag?.raw)).toEqual(['Amber', 'Amber']);
});
