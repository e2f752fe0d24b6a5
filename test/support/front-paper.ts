import { htmlTable, readHtml } from './read-html.ts';

/** A small plan, as a table of a web page. */
export const plan = htmlTable([
  ['Area for improvement', 'Action', 'Status'],
  ['The service should write a plan.', 'Write a plan', 'Complete'],
  ['The service should ask its staff.', 'Ask staff', 'In progress'],
]);

/** What a paper says of itself that has these lines between its title and its plan, and others behind the plan. */
export const paperOf = async (lines: string, behind = '') =>
  (await readHtml(`<h1>HMICFRS action plan</h1>${lines}${plan}${behind}`)).paper;
