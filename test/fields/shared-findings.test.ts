import { expect, test } from 'vitest';
import { readHtml } from '../support/read-html.ts';

const facts = (state: string) =>
  `<p>Owner: Head of Fleet</p><p>Due: 17 January 2025</p><p>State: ${state}</p><p>Progress: It is being looked at in ${state.length} places.</p>`;

test('under a finding that stands once each text with a reference of its own is an action', async () => {
  const { entries } = await readHtml(
    `<h1>HMICFRS response plan</h1><p>AREA FOR IMPROVEMENT: AFI 2</p><p>The service should give the public clear words about risks.</p><p>AFI 2(i) Put a postcode look-up on the website.</p>${facts('Proceeding')}<p>AFI 2(ii) Take the profile to each of the town councils.</p>${facts('Late')}<p>AREA FOR IMPROVEMENT: AFI 5</p><p>The service should bring its oldest stations up to standard.</p><p>AFI 5(i) Survey all stations for damp.</p>${facts('Finished')}<p>AFI 5(ii) Rebuild the station at Cold Ash.</p>${facts('On hold')}`,
  );
  expect(entries.map(({ ref, finding, action }) => [ref, finding?.slice(0, 28), action])).toEqual([
    ['AFI 2(i)', 'The service should give the ', 'Put a postcode look-up on the website.'],
    ['AFI 2(ii)', 'The service should give the ', 'Take the profile to each of the town councils.'],
    ['AFI 5(i)', 'The service should bring its', 'Survey all stations for damp.'],
    ['AFI 5(ii)', 'The service should bring its', 'Rebuild the station at Cold Ash.'],
  ]);
});

test('titles of which most are no pillars are themes, and none of their words vanishes', async () => {
  const section = (topic: string, asked: string) =>
    `<h2>${topic}</h2><p><b>HMICFRS told us:</b> ${asked}</p><p><b>What we are doing:</b> We look at ${topic} each week</p><p><b>Target date:</b> May 2025</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${section('Prevention', 'We should test our hoses.')}${section('Response', 'We should print our maps.')}${section('People', 'We should train our crews.')}`,
  );
  expect(entries.map(({ theme }) => theme)).toEqual(['Prevention', 'Response', 'People']);
});

test('a word and a number that every record begins with is its reference', async () => {
  const section = (title: string, asked: string) =>
    `<h2>${title}</h2><h3>What did inspectors find?</h3><p>${asked}</p><h3>What are we going to do?</h3><p>We will buy what is missing at ${title.length} stations.</p><h3>Who is in charge of it?</h3><p>Head of Fleet</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS action plan</h1>${section('Area 1: High fires', 'The service does not test its hoses.')}${section('Area 2: Hotels', 'The service has too few officers.')}${section('Area 3: Fitness', 'Fitness tests had been missed.')}`,
  );
  expect(entries.map(({ ref, theme }) => [ref, theme])).toEqual([
    ['Area 1', 'High fires'],
    ['Area 2', 'Hotels'],
    ['Area 3', 'Fitness'],
  ]);
});

test('numbers of paragraphs are no words of theirs, however deep they count', async () => {
  const section = (ref: string, at: number, asked: string) =>
    `<h3>${ref}</h3><p>2.${at}.1 ${asked}</p><p>2.${at}.2 What has been done. A supplier was found for part ${at}.</p><p>2.${at}.3 Still to do. The rest of part ${at} comes next.</p><p>2.${at}.4 Completion expected: 31 January 2024. Status: On track. Officer responsible: Head of Fleet.</p>`;
  const { entries } = await readHtml(
    `<h1>HMICFRS recommendations</h1><h2>1. Summary</h2><p>1.1 This report tells Members what has been done.</p><h2>2. Action plan</h2>${section('Recommendation 3', 1, 'The service should test all of its hoses.')}${section('Recommendation 7', 2, 'The service should print all of its maps.')}`,
  );
  expect(entries.map(({ finding, progress, future }) => [finding, progress, future])).toEqual([
    ['The service should test all of its hoses.', 'A supplier was found for part 1.', 'The rest of part 1 comes next.'],
    ['The service should print all of its maps.', 'A supplier was found for part 2.', 'The rest of part 2 comes next.'],
  ]);
});
