import { monthNames, seasons } from './months.ts';

/** What plans are called, and what a title says around a plan's name. */

/** What a plan is kept as; without such a word a name says of whom or what kind the paper is. */
const keptAs = '(?:plan|tracker|programme|schedule|log|register|monitor)';
export const namesWork = new RegExp(`\\b${keptAs}s?\\b`, 'i');

/** Words that name a plan. */
export const namesPlan =
  /\b(?:improvement|action|delivery|implementation|recovery|response|development|hmicfrs|inspection|transformation)s?\b[^.:]{0,40}?\b(?:plan|tracker|schedule|list|log|register|monitor)s?\b|\b(?:improvement|recovery) programme\b|\bplan\b(?= (?:for|on) )/i;

/** What a title says of the plan before it names it: `Progress under the …`, `Where we are with our …`, `Returns: …`. */
export const saidOfPlan =
  /^\s*(?:(?:progress|updates?|position|returns?|(?:[\p{L}’'-]+\s+){0,3}(?:report|briefing|bulletin|note|newsletter))\s*:|.{4,50}?\s(?:on|under|against|with|of|from|in)\s+(?:the|our)(?=\s.*\bplans?\b))\s*/iu;

/** Who asked for the plan, before its name and a colon: `HMICFRS: Fire Improvement Plan`. */
export const inspectorsBefore = /^(?:HMIC(?:FRS)?|HMI|PEEL):\s+(?=\p{Lu})/u;

/** What follows a plan's name in a heading: what the paper does with it, and when. */
export const edition = new RegExp(
  `\\b(?:progress|summary|review|proposals?|returns?|dashboard|period|note|update|updated|closure|status|position|monitoring|highlights?|exceptions?|interim|quarterly|monthly|annual|report|briefing|bulletin|sheets|as (?:at|of)|quarter|q[1-4]|appendix|${monthNames}|${[...seasons.keys()].join('|')})\\b`,
  'i',
);

/** Capitals before `Plan`, and an edition behind a dash: `Leadership and Inclusion Plan – progress update`. */
export const planOfEdition = new RegExp(
  `^(?:\\p{Lu}\\S*\\s+(?:(?:and|of|for|&)\\s+)?){1,6}Plan(?=\\s*[-–—:]\\s*[^:]{0,20}${edition.source})`,
  'u',
);

/** A plan's name, and what follows it. */
export const afterName = new RegExp(`(?:\\s*[-–—:,(]\\s*(?:[^\\s:]+\\s+){0,4}?)?\\s*${edition.source}.*$`, 'i');

/** What any plan is called, which tells it from no other. On folded text. */
export const planAlone =
  /^(?:(?:the|our) )?(?:improvement|action|delivery) (?:plan|tracker|schedule|list|log|register)s?$/;

/** A plan that inspectors gave rise to. */
export const improves = /\b(?:improve\w*|hmic(?:frs)?|inspection|peel)\b/i;

/** Any service has a delivery plan; one of these is made where something was found. */
export const answersFindings = /\b(?:action|recovery|response)\b/i;

/** Any town or program has a development plan or an implementation plan: those are ours where the paper speaks of a service. */
export const improvesOrActs = new RegExp(`${improves.source}|\\baction\\b`, 'i');

/** A plan that a sentence names: capitals or the inspectorate before the words of any plan. */
export const namedInText =
  /\b(?:the|our|its|this)\s+(?<name>(?:\p{Lu}[\p{L}\d&'’/-]*\s+){1,5}(?:(?:[Ii]mprovement|[Aa]ction|[Dd]elivery|[Rr]ecovery|[Rr]esponse)\s+)?[Pp]lan(?:\s+\d{4}(?:\s?[-–/]\s?\d{2,4}|\s+to\s+\d{4})?)?)\b/gu;

const years = '\\d{4}(?:\\s?[-–/]\\s?\\d{2,4}|\\s+to\\s+\\d{4})?';

/** A name that ends in what a plan is kept as, its years, or what it is for. */
export const keptAtEnd = new RegExp(
  `\\b(?:${keptAs}|list|roadmap|portfolio|ledger)s?(?:\\s+(?:${years}|(?:for|on|following|after|in response to)\\s.*))?$`,
  'i',
);

/** What a plan is kept as and its years, with more behind. */
export const keptWithin = new RegExp(
  `^(?<name>.*?\\b(?:${keptAs}|list|portfolio)s?(?:\\s+${years})?)\\s+(?!and\\b|&)(?<rest>\\S.*)$`,
  'i',
);

/** Several of what a plan is kept as. */
export const keptSeveral = /\b(?:plan|tracker|programme|log|list)s$/i;

/** Inspectors, what they find, or improvement. */
export const matterOfPlans =
  /\b(?:hmi(?:c(?:frs)?)?|inspect\w*|peel|areas? for improvement|causes? (?:of|for) concern|afis?|recommendations?|improve\w*|culture)\b/i;

/** A text that begins or ends in what a paper is, and when it was made. */
export const paperFirst = new RegExp(`^(?:${edition.source})`, 'i');
export const paperLast = new RegExp(`${edition.source}[\\s\\d/,–-]*$`, 'i');

/** An article, or whose the plan is, before a name of two words or more. */
export const articleWithin = /^(?<rest>.*?\b(?:the|our|its))\s+(?<name>\S+\s+\S.*)$/i;
export const ours = /^(?:our|the)\s/i;

/** What parts a title: a dash or bar between blanks, a colon, a bracket around its end. */
export const titleParting = /\s+[-–—|]\s+|:\s+|\s+\((?=[^()]*\)$)/g;

/** Words that link others, and end or begin no name. */
export const linkWord = /^(?:and|of|the|for|to|on|in|our|with|against|by|at|from|under|as|a)$/i;

/** Words in capitals behind an article within a sentence: `the Inspection Undertakings`. */
export const capitalsInText = /\b(?:the|our|its|this)\s+(?<name>(?:\p{Lu}[\p{L}&'’-]*\s+){1,5}\p{Lu}\p{L}+)\b/gu;

/** A plan that a sentence names by one capital: `our Cause of concern action plan`. */
export const planInText = new RegExp(
  `\\b(?:the|our|its|this)\\s+(?<name>\\p{Lu}[\\p{L}&'’-]*\\s+(?:(?:of|and|for)\\s+\\p{L}+\\s+)?(?:\\p{L}+\\s+){0,2}?(?:[Pp]lan|[Tt]racker|[Pp]rogramme)(?:\\s+${years})?)\\b`,
  'gu',
);

const ofInspection = '(?:the|our|fire|hmi|hmic|hmicfrs|peel|inspections?|inspectorate|reports?|round|\\d+)';

/** What leads to the inspection that a plan answers. On folded words. */
export const responseTo = /^(?:our )?response to (?:the )?/;

/** The inspection, its report or its year, and nothing that is done about it. On folded words. */
export const inspectionAlone = new RegExp(`^${ofInspection}(?: ${ofInspection})*$`);
