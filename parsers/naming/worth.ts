import type { Sign } from './model.ts';

/**
 * What each sign is worth, as papers weigh them whose plans people named. Only a sum tells which of a paper's words are the
 * plan's name.
 */
export const worth: Readonly<Record<Sign, number>> = {
  labelled: 4,
  title: 1.6,
  shortTitle: 1.8,
  paperBehind: -0.7,
  repeated: 0.6,
  leavesPaper: 0.2,
  leavesReaders: 0.4,
  leavesMatter: -1,
  nameFirst: 1,
  overAll: 1.2,
  overSome: 1.3,
  nearest: 2.4,
  annex: 0.9,
  besidePlan: 0.9,
  besideAnnex: 0.5,
  readsAsPlan: 2,
  kept: 1.4,
  matter: 1.6,
  anyPlan: -1.7,
  saysPaperFirst: -1.6,
  ofSeveral: -1.5,
  ours: -2.1,
  body: -1,
  againInTitles: 1,
  againOnPages: 0.4,
  againInCapitals: 0.6,
  againInText: 0.6,
};
