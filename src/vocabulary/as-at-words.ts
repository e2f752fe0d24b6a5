/** What papers say of the day that their figures and words are as of. */

/** Words between which a data date stands: what the paper's figures and words are as of. On folded text. */
export const asAtWords =
  /\b(updated?|refresh(ed)?|last (updated|reviewed)|(position|status|data|figures|correct|accurate|information|progress|performance)( (is|are|was|were|shown|given|reported|stated|set out|below|here|in this (report|paper|plan|update)))* (as )?(at|of|to|on)( the)?( end of)?|as (at|of|on)( the)?( end of)?|up to( the)?( end of)?|(position|statement) at|report(ing)? period|(quarter|month|year|period) end(ed|ing))\b[^.]{0,12}$/;

/** What is said of a plan as it was on a day, in any order of words; the day follows `dayOfState`. On folded text. */
export const stateWords =
  /\b(?:position|status|state|stands?|stood|true|figures?|data|percentages?|returns?|views?|comments|open|progress|updates?|updated|reviewed|changed|checked|extract(?:ed|s)?|refreshed|written|printed|photographed|drawn up|reads?|as (?:they|it|things|we|matters) (?:was|were|stood|are|stand)|data cut|snapshot|where (?:we|things|it) (?:(?:are|is|was|were)\b|(?:have|had|has) got to)|(?:period|months?|quarter) to)\b/;
export const dayOfState =
  /(?:\b(?:at|on|to|of|for|in)(?: the)?(?: end of(?: (?:q|quarter )[1-4])?)?|\b(?:position|status|extracted|updated|refreshed|reviewed(?: by [^.:;]{3,40})?|checked|(?:extract|report) run|data cut)) ?[:(]? ?$/;

/** What stands in another clause of a sentence says nothing of the day: `the actions by which it will be met and how each stood on …`. */
export const partsClauses = /[,;:] |\b(?:and|but|which) /;

/** Sentences on what happened on a day say nothing of the plan's state then. */
export const otherDays =
  /\b(?:inspected|inspection (?:of|in|on)|published|report of|visit(?:ed)?|meeting|approved|agreed|adopted|revisit|letter (?:of|dated)|will|due|since|minutes|graded|presented|reported to|submitted|taken to|next)\b/;

/** Outside the front only words that can mean nothing else name the data's date. */
export const plainAsAtWords =
  /\b(last (updated|reviewed|changed|checked)|(position|status|data|figures|correct|accurate)\b.{0,20}\bas (at|of|on)|up to( the)?( end of)?)\b[^.]{0,20}$/;

/** `Next update: April 2025` says when more will be known. On folded text. */
export const nextUpdate = /\bnext (?:update|review|report|position|refresh)\b[^.]{0,12}$/;

/** What stands between the two days of a period. */
export const toEnd = /^\s*(?:to|until|[-–—])\s*$/i;

/** What stands before the date in the period of a line: a pattern's source. */
export const beforePeriod =
  '(?:(?:updated?|progress|review(?:ed)?):?\\s+|(?:update |position )?as at\\s+|position at\\s+)?';
