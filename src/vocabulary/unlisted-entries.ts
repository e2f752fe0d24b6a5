import { planLines } from './plan-lines.ts';
import { finished } from './statuses.ts';

/** What papers say of the entries of a plan that they do not show. On folded text. */

const shown = '(?:shown|listed|included|reported|presented|provided|set out|displayed|repeated|detailed)';
const shows = `(?:shows?|lists?|includes?|reports?|covers?|sets out|${shown})`;
const leftOut = `(?:no longer ${shown}|not ${shown}|omitted|left out|removed|excluded|archived|taken (?:off|out))`;
const change = '(?:chang(?:e|es|ed)|updates?|updated|moved|movement|progress(?:ed)?)';

/** "All activities have been delivered except for one", "The remaining two actions have been completed". */
export const restIsDone: readonly RegExp[] = [
  new RegExp(
    `\\b(?:all|every)\\b.{0,80}\\b${planLines}\\b.{0,80}\\b(?:has|have|had|are|were|is)\\b.{0,20}\\b${finished}\\b(?:.{0,40}\\b(?:except|apart from|other than|with the exception|bar)\\b)?`,
  ),
  new RegExp(
    `\\b(?:other|remaining)\\b.{0,20}\\b${planLines}\\b.{0,10}\\b(?:has|have|are|were)\\b.{0,20}\\b${finished}\\b`,
  ),
  new RegExp(`\\b${finished} ${planLines}\\b.{0,30}\\b${leftOut}\\b`),
  new RegExp(`\\b${planLines} (?:that|which) (?:have been|has been|are|is|were) ${finished}\\b.{0,30}\\b${leftOut}\\b`),
  new RegExp(`\\b${planLines}\\b.{0,20}\\bnot ${shown}\\b.{0,40}\\b(?:has|have|are|were)\\b.{0,20}\\b${finished}\\b`),
  new RegExp(`\\bonly\\b.{0,20}\\b(?:outstanding|open|live|incomplete|active) ${planLines}\\b.{0,40}\\b${shown}\\b`),
  new RegExp(`\\b${shows}\\b.{0,20}\\b(?:outstanding|open|live|incomplete|active) ${planLines} only\\b`),
];

/** "Only actions whose position has changed are shown", "All other actions remain as last reported". */
export const restIsUnchanged: readonly RegExp[] = [
  new RegExp(`\\bonly\\b.{0,30}\\b(?:${planLines}|those)\\b.{0,60}\\b${change}\\b.{0,60}\\b${shown}\\b`),
  new RegExp(`\\b(?:only ${shows}|${shows}\\b.{0,20}\\bonly)\\b.{0,60}\\b${change}\\b`),
  /\b(?:other|others|remaining|rest|remainder)\b.{0,60}\b(?:remain|remains|stands?|are|is|continues?)\b.{0,30}\b(?:unchanged|(?:as|the same as)(?: was| were)? (?:last|previously|before)|as before|no change)/,
  new RegExp(
    `\\b${planLines}\\b.{0,20}\\b(?:not ${shown}|unlisted)\\b.{0,40}\\b(?:unchanged|no change|not changed|as (?:last|previously))`,
  ),
  /\bno (?:change|movement|update)s?\b.{0,20}\b(?:to|on|in|for)\b.{0,12}\b(?:other|remaining|rest|remainder)\b/,
  new RegExp(`\\b${planLines}\\b.{0,30}\\b(?:no|without|not been)\\b.{0,20}\\b${change}\\b.{0,60}\\b${leftOut}\\b`),
  /\bexceptions only\b|\b(?:on an? exceptions? basis|exception report)\b|\b(?:is|are|reports?|reported|presented) by exception\b/,
];

/** What is promised, wished or said of another time says nothing of this paper's list. */
export const notNow = /\b(?:will|would|should|could|may|might|until|once|when|if)\b/;
