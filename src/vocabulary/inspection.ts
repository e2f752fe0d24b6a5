/** Who is inspected and by whom, and what an inspection leads to: one of these stands in every paper on it. */
export const inspected =
  /\b(?:hmic(?:frs)?|inspect(?:ions?|orate|ors?)|fire|police|constabulary|brigade|force|peel|improvement plan|areas? for improvement|causes? of concern|afis?)\b/i;

/** The inspectorate's own words: no other paper of a service has them. */
export const inspectorate =
  /\b(?:hmic(?:frs)?|majesty['’]s (?:chief )?inspector|inspectorate|inspectors|inspections?|peel|areas? for improvement|causes? of concern|afis?)\b/i;

/** A plan, or what is kept of what inspectors found, as a title names it; every committee keeps a log of its actions. */
export const planOfImprovement =
  /\bplans?\b|\bimprov(?:ements?|ing)\b|\b(?:action|recovery|response) (?:tracker|programme)\b/i;

/** Plans that every service has of its own, inspected or not, by law or by custom. */
export const plansOfServices =
  /\b(?:annual|corporate|business|strategic|community (?:safety|risk)|integrated risk|risk management|medium[- ]term|crmp|irmp|police and crime)\b[^.:]*\bplans?\b/i;

/** What a service does before inspectors come. */
export const beforeInspection =
  /\b(?:prepar\w+|getting ready|readiness|upcoming|forthcoming|(?:our|the) next inspection)\b/i;

/** Those who inspect, by name: their words are quoted where a plan answers them. */
export const inspectors = /\b(?:hmic(?:frs)?|majesty['’]s (?:chief )?inspector|inspectorate|inspectors)\b/i;

/** Auditors find and recommend too. */
export const auditors = /\baudit(?:ors?)?\b/i;
