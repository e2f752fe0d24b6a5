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

const askedOfService =
  '(?:service|authority|brigade|constabulary|force|chiefofficer|officers|staff|you)(?:should|must|needsto|needto)';

/** Who inspects, an inspection, what it found, or a plan of improvement. "Action plan" is no part of it: everybody has one. */
export const namingLetters =
  /hmic|majestysinspect|inspectorate|inspectors|inspection|areas?forimprovement|causes?(?:of|for)concern|peel|improvement(?:action|delivery)?plan/;

/**
 * What no plan that follows an inspection does without, on its page or one before it: that, or what is asked of the service.
 * Audits, indicators and risks have owners, dates and states as plans have, but seldom this.
 */
export const answerLetters = new RegExp(`${namingLetters.source}|${askedOfService}`);

/** Pages before a page of a plan that may say whom it answers. */
export const answeredWithin = 2;

/** What is asked of a service, and who asks. */
const asked =
  '(?:service|authority|brigade|constabulary|force|chiefofficer|you)(?:should|must|needsto|needto)|inspect(?:ors|orate)(?:said|asked|found|told|w|h)|hmicfrs(?:said|asked|found)|toldus|concerned|recommend(?:ation|ed)';

/**
 * What pages of plans say more often than a service's other papers, each with its points for each time that a page says
 * it, up to so many times. The points are a logistic regression's, rounded, over drawn pages with and without a plan.
 */
export const pageSigns: readonly (readonly [letters: RegExp, points: number, most: number])[] = [
  [new RegExp(asked, 'g'), 4, 3],
  [/areas?forimprovement|causes?(?:of|for)concern/g, 1, 3],
  [/ensure|makesure|improve|strengthen/g, 3, 3],
  [/develop|deliver|introduce|implement|embed|establish|review|train/g, 2, 3],
  [/action/g, 1, 3],
  [/progress|update|sofar|nextsteps?|whatnext|news|comment|position/g, 2, 3],
  [/complete|closed|finished|achieved|discharged/g, 1, 3],
  [
    /ontrack|ontarget|onschedule|oncourse|inprogress|not(?:yet)?(?:started|begun)|yettostart|tobestarted|ongoing|underway|overdue|behind|slipp|delayed|outstanding|onhold|deferred/g,
    6,
    3,
  ],
  [/officer|manager|commander|director|headof|chief|adviser/g, 1, 2],
  [/due|target|timescale|deadline|bywhen|completionby|finish(?!ed)/g, 3, 3],
  [/january|february|march|april|june|july|august|september|october|november|december/g, 2, 2],
  [/hasbeen|havebeen|hasnow|wehave|willbe|wewill/g, 2, 3],
];

/** What the page before or after says beside a plan, and its points, once each. */
export const neighbourSigns: readonly (readonly [letters: RegExp, points: number])[] = [
  [/hmic|majestysinspector|inspectorate|inspection|inspectors|peel/, 1],
  [new RegExp(asked), 2],
];

/** Kinds of `pageSigns` on a page that a plan is likely to stand on. */
export const leastPageKinds = 5;
/**
 * Points that a page has which a plan is likely to stand on, and where its paper has to report on a plan by its title and terms
 * too; a page of few letters as many fewer, down to half of them.
 */
export const likelyPoints = 26;
export const leastLikelyPoints = 23;
/** Letters of a page that needs all points. */
export const fullPage = 600;
