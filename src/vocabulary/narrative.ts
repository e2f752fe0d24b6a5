import type { SingleField } from '../model/raw.ts';
import { finished, outstandingStatus } from './statuses.ts';

/** What a sentence above a list says its items are, most telling first. On folded text. */
export const leadIns: readonly (readonly [RegExp, SingleField])[] = [
  [
    /\b(left to (deliver|do|complete)|outstanding|remain(s|ing)?\b(?! (committed|in place))|yet to be (completed|delivered|done)|still (to be|to|being)|not yet (been )?(completed|delivered))\b/,
    'action',
  ],
  [
    /\b(next steps|planned (next|for)|future (activit|action|work)|going forward|forthcoming|coming (months|quarter)|will (now )?(be|focus|include))\b/,
    'future',
  ],
  [
    /\brecommendations?\b.*\b(below|follow(s|ing)|outlined|set out|listed|are|were)\b|\b(actions|activities) (to be|that will|we will|planned|required)\b/,
    'action',
  ],
];

/** Words above a list that say its items are not done yet: the status of each of them. */
export const outstandingWords = new RegExp(`\\b(?:${outstandingStatus}|not yet (?:been )?${finished})(?!\\w)`, 'i');

/** Words above a list that say its items are done. */
export const deliveredWords = new RegExp(
  `\\b(?:have|has) (?:now |all )?been (?:fully )?${finished}(?!\\w)|\\b${finished} (?:actions|activities|items)\\b`,
  'i',
);

/** A title whose items are still to come. */
export const nextStepsTitle =
  /^(?:next steps|future (?:activity|actions|work|plans)|planned (?:activity|actions|work)|looking ahead|what(?:'s| is| happens) next|forward look|the way forward|way forward)$/i;

/** Words below a list that say its items end without being finished. */
export const closingWords =
  /\b((?:is|are|be|been|being)? ?(?:rolled|moved|absorbed|subsumed|transferred|incorporated|merged) into (?:business as usual|bau\b|the [\w -]{3,40} plan)|(?:these|this|they|it)(?: actions?| items?| activit(?:y|ies))? (?:is|are|will be|has been|have been) (?:now |formally )?closed|become business as usual|no longer (?:be )?(?:required|pursued|progressed))/i;

/** What a list's items come from, where the sentence above names it. */
export const originWords =
  /\b(peer (?:review|challenge)|internal audit|external audit|self[- ]assessment|staff survey|gap analysis|debrief|thematic review)\b/i;
