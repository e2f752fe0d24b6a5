import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const body = `<h1>HMICFRS improvement plan</h1>
<h3>AFI 2.1 The service should test its hoses each year</h3><p>Actions:</p>
<ul><li>Write a standard for hoses (Head of Hoses, complete)</li><li>Buy a rig for each station (Head of Stores, 31 July 2026)</li></ul>
<p>Update: nine of fourteen rigs were bought.</p>
<h3>AFI 2.2 The service should tell staff how it decides on leave</h3><p>Actions:</p>
<ul><li>Publish how leave is decided (Head of People, 30 April 2026)</li><li>Tell each watch of it (Training Manager, 31 October 2026)</li></ul>
<p>Update: the text was agreed with the unions.</p>`;

test('items below one label are its values, and the label below the last of them speaks of all', async () => {
  const { entries } = await readHtml(body);
  const told = (words: string) => entries.filter(({ progress }) => progress === words).map(({ action }) => action);
  expect(told('nine of fourteen rigs were bought.')).toEqual([
    'Write a standard for hoses',
    'Buy a rig for each station',
  ]);
  expect(told('the text was agreed with the unions.')).toEqual([
    'Publish how leave is decided',
    'Tell each watch of it',
  ]);
  expect(entries.map(({ ref, lead }) => [ref, lead])).toEqual([
    ['AFI 2.1', 'Head of Hoses'],
    ['AFI 2.1', 'Head of Stores'],
    ['AFI 2.2', 'Head of People'],
    ['AFI 2.2', 'Training Manager'],
  ]);
});

test('a rating is a fact: bullets below a line of labels that ends in one are told after it', async () => {
  const record = (ref: string, asks: string, rag: string, told: string) =>
    `<p><b>${ref}: ${asks}</b></p><p>Lead officer: Head of Hoses | Target date: March 2026 | RAG: ${rag}</p><ul><li>${told}</li></ul>`;
  const { entries, issues } = await readHtml(`<h1>HMICFRS improvement plan</h1>
    ${record('AFI 1', 'The service should test its hoses each year.', 'Amber', 'Two of four watches have a rig.')}
    ${record('AFI 2', 'The service should use its maps better.', 'Green', 'The first map is being drawn.')}
    ${record('AFI 3', 'The service should tell staff how it decides on leave.', 'Red', 'The rules were sent back.')}`);
  expect(entries.map(({ rag, progress }) => [rag?.value, progress])).toEqual([
    ['amber', 'Two of four watches have a rig.'],
    ['green', 'The first map is being drawn.'],
    ['red', 'The rules were sent back.'],
  ]);
  expect(issues.filter(({ code }) => code === 'layout/text-not-placed')).toEqual([]);
});
