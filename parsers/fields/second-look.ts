import type { Region } from '../records/model.ts';
import type { Assigned } from './assign.ts';
import { betweenFindingAndProgress, bodiesLeadNothing, ownOfSharedFinding, postsAlone } from './by-place.ts';
import { foundInRows, heldOver, overFindings, topicsOfCauses, topicsOverFindings } from './held-over.ts';
import { namedStatus, namedTexts, ownStatus, ratedByColour, ratesNothing, toldOfStatus } from './how-it-stands.ts';
import type { Distribution } from './model.ts';
import { ownRefs, refsBesideTexts } from './own-refs.ts';
import { toldToDo } from './told-to-do.ts';
import { aboveFindings, besideRefs, namedPillar, pillarsAmongTopics, sharedTopic } from './topics.ts';
import { comesNext, instructed, plannedAction, withSubject } from './what-is-done.ts';
import {
  aboutFinding,
  askedFor,
  askedOfService,
  foundByInspectors,
  foundOnce,
  namedFinding,
  withoutStrays,
} from './what-was-found.ts';

/** What the slots of a region say of each other once each has its field, in this order. */
const looks: readonly ((
  region: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
) => readonly Assigned[])[] = [
  namedFinding,
  askedOfService,
  askedFor,
  ownRefs,
  refsBesideTexts,
  foundOnce,
  foundInRows,
  topicsOfCauses,
  topicsOverFindings,
  heldOver,
  overFindings,
  namedPillar,
  pillarsAmongTopics,
  sharedTopic,
  namedStatus,
  ownStatus,
  ratedByColour,
  ratesNothing,
  bodiesLeadNothing,
  postsAlone,
  betweenFindingAndProgress,
  ownOfSharedFinding,
  plannedAction,
  comesNext,
  toldToDo,
  toldOfStatus,
  foundByInspectors,
  namedTexts,
  withSubject,
  instructed,
  besideRefs,
  aboveFindings,
  aboutFinding,
  withoutStrays,
];

/** The fields of a region's slots, looked at again as a whole. */
export const lookedAtAgain = (
  region: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] => looks.reduce((before, look) => look(region, before, told), assigned);

/** The fields with what the records are about, where only what its values show told that there are answers. */
export const withSubjects = (
  region: Region,
  assigned: readonly Assigned[],
  told: readonly Distribution[],
): readonly Assigned[] => instructed(region, withSubject(region, assigned, told));
