import type { ComparedAnswer } from '../model/standing.ts';
import { paces, plansAsOf, type Store } from '../store/index.ts';

/**
 * Every finding of every service's plans with what is done about it.
 * @param date the day as of which, ISO 8601
 * @param today where the day is not past, every finding counts in its latest state, also one that nothing dates
 */
export function answers(store: Store, date: string, today: string): readonly ComparedAnswer[] {
  const paceOf = new Map(paces(store, { asOf: date }).map((pace) => [pace.threadId, pace]));
  const told = plansAsOf(store, date, { isNow: date >= today }).flatMap((entry) => {
    const { service, finding } = entry;
    if (service === null || finding === null) return [];
    const pace = paceOf.get(entry.threadId);
    const overdue = entry.daysLate !== null;
    const moved = {
      slipDays: pace?.slipDays ?? null,
      slips: pace?.slips ?? null,
      papersSinceProgress: pace?.papersSinceProgress ?? 0,
    };
    return [{ service, finding, entry: { ...entry, ...moved, overdue } }];
  });
  return [...Map.groupBy(told, ({ service, finding }) => `${service}\n${finding}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ service: first.service, finding: first.finding, entries: group.map(({ entry }) => entry) }];
  });
}
