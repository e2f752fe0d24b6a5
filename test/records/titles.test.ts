import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const read = async (body: string) => (await readHtml(`<h1>HMICFRS action plan</h1>${body}`)).entries;

test('numbers before titles that are put under their statuses are their own, and the statuses hold below them', async () => {
  const task = (number: number, title: string, post: string) => `<p><b>${number}. ${title}</b></p><p>${post}</p>`;
  const entries = await read(
    `<h3>Under way</h3>${task(3, 'Write a rota for testers', 'Head of Hoses')}${task(1, 'Buy a rig for hoses', 'Head of Fleet')}<h3>Complete</h3>${task(4, 'Print the maps again', 'Head of Maps')}${task(2, 'Train the boat crews', 'Head of Boats')}`,
  );
  expect(entries.map(({ ref, action, status, lead }) => [ref, action, status?.value, lead])).toEqual([
    ['3', 'Write a rota for testers', 'in_progress', 'Head of Hoses'],
    ['1', 'Buy a rig for hoses', 'in_progress', 'Head of Fleet'],
    ['4', 'Print the maps again', 'complete', 'Head of Maps'],
    ['2', 'Train the boat crews', 'complete', 'Head of Boats'],
  ]);
});

test('a post and a date in brackets at the end of bullet after bullet are who leads it and by when', async () => {
  const finding = (text: string, ...actions: readonly string[]) =>
    `<p><b>${text}</b></p><ul>${actions.map((action) => `<li>${action}</li>`).join('')}</ul>`;
  const entries = await read(
    finding(
      'The service should test its hoses each year.',
      'Buy a rig that tests eight hoses at once (Head of Fleet, June 2025)',
      'Train two testers at each station by June (Head of Skills, June 2025)',
    ) +
      finding(
        'The service should keep its maps up to date.',
        'Print the maps of every risk site again (Head of Maps, July 2025)',
      ) +
      finding(
        'The service should record each visit.',
        'Give every crew a tablet with the new form (Head of Digital, June 2025)',
        'Check a tenth of the records each month (Head of Prevention, June 2025)',
      ),
  );
  expect(
    entries.map(({ finding: said, action, lead, timescale }) => [
      said?.split(' ').at(-1),
      action,
      lead,
      timescale?.raw,
    ]),
  ).toEqual([
    ['year.', 'Buy a rig that tests eight hoses at once', 'Head of Fleet', 'June 2025'],
    ['year.', 'Train two testers at each station by June', 'Head of Skills', 'June 2025'],
    ['date.', 'Print the maps of every risk site again', 'Head of Maps', 'July 2025'],
    ['visit.', 'Give every crew a tablet with the new form', 'Head of Digital', 'June 2025'],
    ['visit.', 'Check a tenth of the records each month', 'Head of Prevention', 'June 2025'],
  ]);
});

test('items of a flex box stand apart: a label at the foot of a card does not run into the value before it', async () => {
  const card = (ref: string, post: string, due: string) =>
    `<div><h3>${ref} Hoses</h3><p>The service should test its hoses.</p><div style="display:flex"><span><b>Lead</b> ${post}</span><span><b>Due</b> ${due}</span></div></div>`;
  const entries = await read(
    card('AFI 1', 'Head of Hoses', 'May 2025') +
      card('AFI 2', 'Head of Maps', 'June 2025') +
      card('AFI 3', 'Head of Boats', 'July 2025'),
  );
  expect(entries.map(({ lead, timescale }) => [lead, timescale?.raw])).toEqual([
    ['Head of Hoses', 'May 2025'],
    ['Head of Maps', 'June 2025'],
    ['Head of Boats', 'July 2025'],
  ]);
});

test('statuses that return as headings below the heading of each plan hold for what stands below them', async () => {
  const answer = (ref: string, about: string, post: string, due: string) =>
    `<h4>${ref} - The service should ${about}.</h4><p>${post}</p><p>${due}</p>`;
  const entries = await read(
    `<h2>People improvement plan</h2><h3>Partly implemented</h3>${answer('HM1', 'plan its specialist posts', 'Head of Hoses', 'May 2025')}${answer('HM2', 'explain promotions', 'Head of Maps', 'June 2025')}
     <h3>Implemented</h3>${answer('HM3', 'record every appraisal', 'Head of Fleet', 'May 2024')}
     <h2>Fleet improvement plan</h2><h3>Partly implemented</h3>${answer('HM4', 'train its boat crews', 'Head of Boats', 'July 2025')}
     <h3>Implemented</h3>${answer('HM5', 'inspect its older boats', 'Head of Boats', 'March 2024')}${answer('HM6', 'replace its oldest engine', 'Head of Fleet', 'April 2024')}`,
  );
  expect(entries.map(({ plan, ref, status, lead }) => [plan, ref, status?.value, lead])).toEqual([
    ['People improvement plan', 'HM1', 'in_progress', 'Head of Hoses'],
    ['People improvement plan', 'HM2', 'in_progress', 'Head of Maps'],
    ['People improvement plan', 'HM3', 'complete', 'Head of Fleet'],
    ['Fleet improvement plan', 'HM4', 'in_progress', 'Head of Boats'],
    ['Fleet improvement plan', 'HM5', 'complete', 'Head of Boats'],
    ['Fleet improvement plan', 'HM6', 'complete', 'Head of Fleet'],
  ]);
});

test('a sentence before each of several tables under one header is the finding of its rows', async () => {
  const part = (finding: string, action: string) =>
    `<p>${finding}</p><table><tr><th>What we will do</th><th>Progress so far</th><th>Status</th></tr><tr><td>${action}</td><td>Begun in May.</td><td>On track</td></tr></table>`;
  const entries = await read(
    part('The service should test its hoses each year.', 'Buy a rig') +
      part('The service should keep its maps up to date.', 'Print the maps') +
      part('The service should train its boat crews.', 'Book the courses'),
  );
  expect(entries.map(({ finding, action }) => [finding, action])).toEqual([
    ['The service should test its hoses each year.', 'Buy a rig'],
    ['The service should keep its maps up to date.', 'Print the maps'],
    ['The service should train its boat crews.', 'Book the courses'],
  ]);
});

test('sections of a topic each, answered in paragraphs under two labels, are entries of which the topic is the finding', async () => {
  const section = (topic: string, ...progress: readonly string[]) =>
    `<h3>${topic}</h3><p><b>Progress</b></p>${progress.join('')}<p><b>Next steps</b></p><p>More on ${topic.toLowerCase()} will be done in May 2026.</p>`;
  const said = (words: string) =>
    section('Hoses and pumps', `<p>${words} with the rig.</p>`, '<p>Two testers were trained.</p>') +
    section('Maps of risk', '<p>The maps were printed again for each engine.</p>') +
    section('Boats', '<p>Courses for all crews were held on the lake.</p>');
  const entries = await read(said('All hoses were tested'));
  expect(entries.map(({ finding, progress }) => [finding, progress?.split('\n').length])).toEqual([
    ['Hoses and pumps', 2],
    ['Maps of risk', 1],
    ['Boats', 1],
  ]);
});
