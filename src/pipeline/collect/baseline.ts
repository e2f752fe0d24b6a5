import type { Source } from '../../collect/source.ts';
import type { Visit } from '../../model/collected.ts';
import { baselineOf, isFirstVisit, writeTelling } from '../../store/index.ts';
import { type Desk, timestampOf } from './desk.ts';
import { baselineTelling } from './news.ts';

/** At the end of the first visit to a source: tells once what it has, and that this is no news. */
export function noteBaseline(desk: Desk, { name, address }: Source, { outcome }: Visit): void {
  if (outcome === 'failed' || !isFirstVisit(desk.store, name)) return;
  const baseline = baselineOf(desk.store, name);
  if (baseline.papers === 0) return;
  desk.store.write(() => writeTelling(desk.store, baselineTelling(name, address, baseline), timestampOf(desk)));
}
