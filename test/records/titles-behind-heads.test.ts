import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const card = (ref: string, state: string, finding: string, action: string, lead: string) =>
  `<section><p>${ref} Area for improvement ${state}</p><p>${finding}</p><h3>${action}</h3><p><b>So far</b></p><p>The first half of it is done.</p><p><b>Answerable</b></p><p>${lead}</p></section>`;

test('a card that begins with its reference, its state and its finding has its title below these', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1><h2>Our cards</h2>${card('R1', 'On track', 'The service should test its hoses.', 'Buy a rig for the north of the county', 'Fleet Manager')}${card('R2', 'Off track', 'The service should print its maps.', 'Ask a printer in each district to bid', 'Head of Estates')}${card('R3', 'On track', 'The service should count its engines.', 'Walk round each station with its crew', 'Fleet Manager')}<h2>What happens next</h2><p>The Board meets again in May.</p>`,
  );
  expect(entries.map(({ ref, finding, action, status, lead }) => [ref, finding, action, status?.raw, lead])).toEqual([
    ['R1', 'The service should test its hoses.', 'Buy a rig for the north of the county', 'On track', 'Fleet Manager'],
    [
      'R2',
      'The service should print its maps.',
      'Ask a printer in each district to bid',
      'Off track',
      'Head of Estates',
    ],
    [
      'R3',
      'The service should count its engines.',
      'Walk round each station with its crew',
      'On track',
      'Fleet Manager',
    ],
  ]);
});

test('texts below the labels of every card, the last too, stay where they are', async () => {
  const noted = (action: string, note: string) =>
    `<h3>${action}</h3><p><b>So far:</b> The first half of it is done.</p><p><b>Target date:</b> May 2026</p><p><b>Lead:</b> Fleet Manager</p><p>${note}</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1><p>Three steps.</p>${noted('Buy a rig for the north of the county', 'The makers have been asked to paint it in the colours of the county.')}${noted('Ask a printer in each district to bid', 'Three of the four have written back and asked for more time.')}${noted('Walk round each station with its crew', 'The crews have asked for a second walk in the summer.')}`,
  );
  expect(entries.map(({ action }) => action)).toEqual([
    'Buy a rig for the north of the county',
    'Ask a printer in each district to bid',
    'Walk round each station with its crew',
  ]);
});

test('a heading with a label and a value over other headings holds for all below it', async () => {
  const step = (action: string) =>
    `<h3>${action}</h3><p>It has begun well.</p><p><b>Where we are:</b> On track</p><p><b>Looked after by:</b> Fleet Manager</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1><h2>To be done by: Spring 2025</h2>${step('Buy a rig for the north of the county')}${step('Test each hose')}<h2>To be done by: Autumn 2025</h2>${step('Ask a printer in each district to bid')}`,
  );
  expect(entries.map(({ action, timescale }) => [action, timescale?.raw])).toEqual([
    ['Buy a rig for the north of the county', 'Spring 2025'],
    ['Test each hose', 'Spring 2025'],
    ['Ask a printer in each district to bid', 'Autumn 2025'],
  ]);
});
