import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const card = (ref: string, action: string) =>
  `<p>${ref}</p><p><b>${action}</b></p><p>Theme: Water</p><p>Lead: Head of Fleet</p><p>Due: May 2025</p>`;

test('titles that count what stands below them are the lanes of a board, whose title reads like a body', async () => {
  const { paper, entries } = await readHtml(
    `<h1>Inspection Action Board</h1><p>Each card is an action from our HMICFRS plan.</p><h2>To do (2)</h2>${card('W7', 'Test the hoses each year')}${card('W8', 'Print the maps again')}<h2>In hand (1)</h2>${card('W2', 'Train the boat crews')}<h2>Done (3)</h2>${card('W1', 'Paint the engines')}${card('W3', 'Count the helmets')}${card('W4', 'Mend the siren')}`,
  );
  expect(paper.title).toBe('Inspection Action Board');
  expect(entries.map(({ ref, status }) => [ref, status?.raw, status?.value])).toEqual([
    ['W7', 'To do', 'not_started'],
    ['W8', 'To do', 'not_started'],
    ['W2', 'In hand', 'in_progress'],
    ['W1', 'Done', 'complete'],
    ['W3', 'Done', 'complete'],
    ['W4', 'Done', 'complete'],
  ]);
});

test('numbers that count the titles themselves stay', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${['Hoses', 'Maps'].map((topic, at) => `<h2>${topic} (${at + 1})</h2><p><b>HMICFRS said:</b> The service should test its ${topic}.</p><p><b>Action:</b> Buy a rig for ${topic}</p><p><b>Lead:</b> Head of Fleet</p>`).join('')}`,
  );
  expect(entries.map(({ theme, ref }) => `${theme} ${ref}`)).toEqual([
    expect.stringMatching(/Hoses.*1/),
    expect.stringMatching(/Maps.*2/),
  ]);
});
