/** Words around the names of services and forces. */

/** Names of bodies and ranks that end like a service's but are none, and words that only begin a sentence. */
export const notAService =
  /^(National|Fire (?:and|&) Crime|Chief|The|Home|His|Her|Asian|Association|Local|Strategic|Performance|Our|All|Police|Deputy|Assistant|British|Inspectorate|English|HM|Majesty|Constabulary)\b/;

/** Words that only begin a sentence or a title before a name. */
export const leadingWord = /^(?:The|At|In|For|By|To|From|As|Of|With|And|Service|Force|Report|Update|Welcome|About)\s+/i;

/** What a name belongs to, with capitals of its own: `HMICFRS Improvement Plan of Norrland Fire and Rescue Service`. */
export const belonging =
  /^.*\b(?:plans?|reports?|updates?|inspections?|reviews?|responses?|boards?|committees?|panels?|members?|chair|officers?|constables?|commissioners?|improvements?|assessments?|progress|summary|strategy|business|statements?)\s+(?:of|for|by|from|at|to|in)\s+(?:the\s+)?/i;

/** Words before the name of another service than the paper's own. On folded text. */
export const neighbourWords =
  /\b(by|with|from|against|between|and|of|join(ed|ing)|neighbouring|partners?|including|such as|like|commissioned|visited|alongside)\s+(the\s+)?$/;

/** The name of a service, not of its authority. */
export const namesService = /\b(Service|Brigade|FRS)$/i;

/** What stands in some names of services and tells none from another: the council, the kind of service. On folded words. */
export const councilBefore = /\b(royal borough|county council|combined|city council|council) (?=fire)/;
export const fireAtEnd = /\bfire (and rescue )?(service|authority|brigade)$|\bfire and rescue$|\bfrs$/;
export const policeAtEnd = /\b(police( and crime commissioner| service)?|constabulary)$/;

/** What is said of the body that answers for a service, or of a service cut short, where the service's name says "Service". */
export const serviceByAnotherEnd =
  /(?:\s+combined)?\s+fire(?:\s+and\s+rescue)?\s+authority$|\s+fire\s+and\s+rescue$|\s+FRS$/i;

/** An end that only stands for `Fire and Rescue Service`. */
export const nameOfOtherEnd = /\s(?:FRS|Fire\s+(?:and|&)\s+Rescue\s+Authority)$/i;

/** How names of services and forces end: a pattern's source. */
export const serviceEnding =
  '(?:Fire\\s+(?:and|&)\\s+Rescue(?:\\s+(?:Service|Authority))?|Fire\\s+(?:Brigade|Service|Authority)|FRS|Police(?:\\s+Service)?|Constabulary)';
