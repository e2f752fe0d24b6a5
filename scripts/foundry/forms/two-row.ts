import { cell, type Row } from '../page.ts';
import { cellOf, type Form, isBlank, ofSingle, runIn } from './place.ts';
import { headsOf, labelsOf, tableOf, widthOf } from './tables.ts';

/**
 * Records of two rows: facts in the first, and across the whole width below them what is told, with its own label before
 * it, with a second row of the table's head, or with none.
 */
export const twoRow: Form = (groups, plan, design) => {
  const told = plan.slots.find(({ key }) => key === 'progress');
  const slots = plan.slots.filter((slot) => slot !== told);
  const wide = { columnSpan: slots.length };
  const [runsIn, heads] = [design.variant % 3 === 1, design.variant % 3 === 2];
  const top: readonly Row[] = [
    headsOf(labelsOf(slots), design),
    ...(heads && told !== undefined ? [headsOf([told.label], design).map((one) => ({ ...one, ...wide }))] : []),
  ];
  const body = groups.flatMap((group): readonly Row[] => {
    const placed = ofSingle(group, plan);
    const comment = placed.find(({ slot }) => slot === told);
    const facts = placed.filter((one) => one !== comment).map(({ value }) => cellOf(value));
    if (comment === undefined) return [facts];
    if (isBlank(comment)) return design.variant < 3 ? [facts] : [facts, [cell('', wide)]];
    const look = { labelBold: design.labelBold, labelOnOwnLine: false };
    return [facts, [{ lines: runsIn ? runIn(comment, look) : comment.value.lines, ...wide }]];
  });
  return [tableOf(design, [...top, ...body], top.length, slots.map(widthOf))];
};
