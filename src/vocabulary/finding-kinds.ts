import type { FindingKind } from '../model/plan.ts';

/** How papers name the kinds of finding, folded to words, most telling first. */
export const kindWords: readonly (readonly [RegExp, FindingKind])[] = [
  [/\bcauses? (of|for) concern\b|\bcoc(?=\d|\b)/, 'cause_of_concern'],
  [/\bareas? for improvements?\b|\bafis?(?=\d|\b)/, 'area_for_improvement'],
  [/\brecommendations?\b|\brecs?(?=\d|\b)/, 'recommendation'],
];

/** A kind of finding and nothing else. On folded words. */
export const kindAlone = /^(?:causes? (?:of|for) concern|areas? for improvement|recommendations?|afis?|cocs?)$/;

/** `Cause of concern A: Culture`: a kind of finding, and what it is about. */
export const topicOfKind =
  /^(?<kind>(?:[Cc]auses? (?:of|for) [Cc]oncern|[Aa]reas? for [Ii]mprovement|[Rr]ecommendation)(?: [A-Z])?)\s*(?::|\s[-–—])\s*(?<topic>\p{L}(?!.*\b(?:[Pp]rogress|[Uu]pdate|[Pp]osition|[Ss]ummary|[Rr]eport)\b).+)$/u;

/** `AFI: the service should …`: the kind of what was found before its own words. */
export const kindBeforeFinding =
  /^(?<kind>AFI|CoC|areas? for improvement|causes? (?:of|for) concern|recommendation)\s*(?::|\s[-–—])\s*(?<finding>\p{L}.*)$/isu;

/** A title that begins with what kind of finding it is: `Cause of concern: Prevention`. */
export const kindFirst = /^(?:causes? (?:of|for) concern|areas? for improvement|recommendation)\b/i;
