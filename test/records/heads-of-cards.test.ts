import { expect, test } from 'vitest';
import { htmlTable, readHtml } from '../support/read-html.ts';

const cards = [
  ['AFI 1', 'On track', 'Hoses and boats', 'The service should test its hoses each year.', 'Four stations have a rig.'],
  [
    'AFI 2',
    'At risk',
    'Hoses and boats',
    'The service should charge fairly for its boats.',
    'Fees are being compared.',
  ],
  ['AFI 3', 'Complete', 'Leave', 'The service should tell staff how it decides on leave.', 'The rules were published.'],
] as const;

test.each([
  ['in bold, the finding too', (ref: string, status: string) => `<p><b>${ref}</b></p><p>${status}</p>`, 'p'],
  ['in a lesser heading with the status', (ref: string, status: string) => `<h4>${ref} ${status}</h4>`, 'h3'],
])('a reference, a status and a topic over a finding are its own, the reference %s', async (_, head, tag) => {
  const body = cards.map(
    ([ref, status, topic, finding, told]) =>
      `${head(ref, status)}<p>${topic}</p><${tag}><b>${finding}</b></${tag}><p>Lead: Head of Stores</p><p>Latest position:</p><p>${told}</p>`,
  );
  const { entries } = await readHtml(`<h1>HMICFRS improvement plan</h1>${body.join('')}`);
  expect(entries.map(({ ref, status, theme, finding, action }) => [ref, status?.raw, theme, finding, action])).toEqual(
    cards.map(([ref, status, topic, finding]) => [ref, status, topic, finding, null]),
  );
});

test('a few words on a line above what is asked are its theme', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS improvement plan</h1>${htmlTable([
      ['Ref', 'Area for improvement', 'Progress', 'Owner'],
      ...cards.map(([ref, , topic, finding, told]) => [ref, `<b>${topic}</b><br>${finding}`, told, 'Head of Stores']),
    ])}`,
  );
  expect(entries.map(({ theme, finding }) => [theme, finding])).toEqual(
    cards.map(([, , topic, finding]) => [topic, finding]),
  );
});

test('milestones beside forms are no entries, and are told', async () => {
  const form = ([ref, status, , finding]: readonly string[]) =>
    `<h2>Highlight report: ${ref}</h2>${htmlTable(
      [
        [`<b>HMICFRS found</b>`, finding ?? ''],
        ['<b>Lead</b>', 'Head of Stores'],
        ['<b>Status</b>', status ?? ''],
      ],
      false,
    )}
     ${htmlTable([
       ['Milestone', 'Planned', 'State'],
       [`Rig ${ref} bought`, '30/09/2025', 'Complete'],
       [`Rig ${ref} in use`, '31/01/2026', 'Late'],
     ])}`;
  const { paper, entries, issues } = await readHtml(
    `<h1>Improvement programme – highlight reports</h1>${cards.map(form).join('')}`,
  );
  expect(entries.map(({ finding, action }) => [finding, action])).toEqual(
    cards.map(([, , , finding]) => [finding, null]),
  );
  expect(paper.title).toBe('Improvement programme – highlight reports');
  expect(issues.some(({ message }) => message.includes('Rig AFI 2 in use'))).toBe(true);
});

test('facts in one strip that only the room between them sets apart are each its own', async () => {
  const { entries } = await readHtml(
    `<style>.foot span{margin-right:22px}</style><h1>HMICFRS improvement plan</h1>${cards
      .map(
        ([ref, status, , finding, told]) =>
          `<h3>${ref}: ${finding}</h3><p>${told}</p><div class="foot"><span>Who: Head of Stores</span><span>Ready by: March 2026</span><span>Status: ${status}</span></div>`,
      )
      .join('')}`,
  );
  expect(entries.map(({ lead, timescale, status }) => [lead, timescale?.raw, status?.raw])).toEqual(
    cards.map(([, status]) => ['Head of Stores', 'March 2026', status]),
  );
});
