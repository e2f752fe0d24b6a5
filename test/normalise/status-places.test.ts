import { describe, expect, test } from 'vitest';
import { statusInBrackets, statusInProgress } from '../../src/normalise/standing.ts';
import { statusValue } from '../../src/normalise/status.ts';
import { endsInStatus } from '../../src/vocabulary/statuses.ts';

/** Wordings of a status that mean nothing else, with what they mean. */
const wordings = [
  ['Not started', 'not_started'],
  ['Not yet started', 'not_started'],
  ['Not begun', 'not_started'],
  ['On track', 'in_progress'],
  ['On-track', 'in_progress'],
  ['On target', 'in_progress'],
  ['On schedule', 'in_progress'],
  ['Ahead of schedule', 'in_progress'],
  ['In progress', 'in_progress'],
  ['In-progress', 'in_progress'],
  ['Underway', 'in_progress'],
  ['Under way', 'in_progress'],
  ['Off track', 'delayed'],
  ['Behind schedule', 'delayed'],
  ['Behind target', 'delayed'],
  ['At risk', 'delayed'],
  ['Overdue', 'delayed'],
  ['Delayed', 'delayed'],
  ['Deferred', 'deferred'],
  ['Postponed', 'deferred'],
  ['Paused', 'deferred'],
  ['Suspended', 'deferred'],
  ['On hold', 'deferred'],
  ['Ongoing', 'ongoing'],
  ['On-going', 'ongoing'],
  ['Outstanding', 'outstanding'],
  ['Complete', 'complete'],
  ['Completed', 'complete'],
  ['Closed', 'closed'],
  ['Superseded', 'closed'],
] as const;

describe.each(wordings)('“%s” wherever a status can stand', (words, value) => {
  test.each([
    ['its own cell', statusValue(words)],
    ['the front of the progress, before a dash', statusInProgress(`${words} – the first drill was held in May`)?.value],
    ['the front of the progress, before a stop', statusInProgress(`${words}. The first drill was held in May`)?.value],
    ['the whole progress', statusInProgress(words)?.value],
    ['brackets at the end of the action', statusInBrackets(`Hold a drill (${words})`)?.value],
    ['the end of a title', statusValue(endsInStatus.exec(`Home visits ${words}`)?.groups?.status ?? '')],
    [
      'the end of a title, in square brackets',
      statusValue(endsInStatus.exec(`HOME VISITS [${words}]`)?.groups?.status ?? ''),
    ],
  ])('%s', (_, read) => {
    expect(read).toBe(value);
  });
});
