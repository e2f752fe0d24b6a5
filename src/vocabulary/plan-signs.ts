import { plainStatusLetters } from './statuses.ts';

/**
 * What stands on the pages of plans, for telling cheaply which pages have none: letters alone, run together, lower case,
 * as they are drawn on a page.
 */

/** Who inspects; who is inspected, and what is said of inspections and asked for by them: each with its points. */
export const planSigns: readonly (readonly [letters: RegExp, points: number])[] = [
  [/hmic|majestysinspectorate|inspectorateofconstabulary/, 3],
  [
    /fire(?:and|n)?rescue|fireauthority|fire(?:and\w{0,12})?services?|firebrigade|chieffireofficer|policeandcrime|constabulary/,
    2,
  ],
  [/police/, 1],
  [/areas?forimprovement|causes?(?:of|for)concern/, 2],
  [/inspect(?:ion|orate|or)/, 1],
  [/peel/, 1],
  [/recommendation/, 1],
  [/improvement(?:action|delivery)?plan|actionplan/, 1],
  [/(?:service|force|brigade|authority|constabulary|officers|staff)should/, 1],
];

/** Points that the pages around any plan have. */
export const leastPoints = 3;

/** What is said of each action of a plan, by kind. */
export const actionLetters: readonly RegExp[] = [
  /action|recommend|improve|concern|finding|should/,
  /progress|update|position|evidence|comment|activity|outcome|milestone|summary/,
  new RegExp(`status|green|amber|${plainStatusLetters}`),
  /lead|owner|responsib|officer|manager|commander|director|head/,
  /due|target|timescale|deadline|bywhen|quarter|january|february|march|april|june|july|august|september|october|november|december/,
];

/** Kinds of it that stand near each other in any plan. */
export const leastKinds = 2;
