import type { Group } from '../plan.ts';
import { cellOf, type Form, ofSingle } from './place.ts';
import { headsOf, labelsOf, tableOf, widthOf } from './tables.ts';

/** A cause of concern beside all the recommendations that were made about it, a row for each of these. */
export const causes: Form = (groups, plan, design) => {
  const heads = headsOf(labelsOf(plan.slots), design);
  const body = groups.map((group, index) => {
    const first = causeOf(groups[index - 1]) !== causeOf(group);
    const rowSpan = groups.slice(index).findIndex((other) => causeOf(other) !== causeOf(group));
    const span = rowSpan === -1 ? groups.length - index : rowSpan;
    return ofSingle(group, plan).flatMap(({ slot, value }) => {
      if (slot.key !== 'summary') return [cellOf(value)];
      return first ? [cellOf(value, span > 1 ? { rowSpan: span } : {})] : [];
    });
  });
  return [tableOf(design, [heads, ...body], 1, plan.slots.map(widthOf))];
};

const causeOf = (group: Group | undefined) => group?.values.get('summary');
