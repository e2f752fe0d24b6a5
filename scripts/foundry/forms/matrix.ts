import type { Design } from '../design.ts';
import { type Cell, cell, type Line, line, type Row } from '../page.ts';
import type { Plan, Values } from '../plan.ts';
import { type Form, isBlank, ofAction, ofGroup, runIn, valueAt, wordsOf } from './place.ts';
import { tableOf } from './tables.ts';

/** A row for each finding, a column for each date, and in each cell the actions that are due by then with who does them. */
export const matrix: Form = (groups, plan, design) => {
  const dues = groups.flatMap(({ actions }) => actions.map((action) => valueAt(action, 'due')));
  const dates = [
    ...new Map(dues.map((due) => [due.truth.timescale?.raw ?? '', due.truth.timescale?.start ?? ''])).entries(),
  ]
    .toSorted(([, a], [, b]) => a.localeCompare(b))
    .map(([raw]) => raw);
  const lead = design.look % 3 === 0 ? '' : (['By ', 'Due ', 'To be done by '][design.variant % 3] ?? '');
  const label = plan.slots.find(({ key }) => key === (design.variant < 3 ? 'theme' : 'finding'))?.label ?? 'Subject';
  const heads: Row = [label, ...dates.map((raw) => `${lead}${raw}`)].map((text) => cell(text, { header: true }));
  const body = groups.map(
    (group): Row => [
      {
        lines: ofGroup(group, plan)
          .filter((one) => !isBlank(one))
          .map((one): Line => line(wordsOf(one), one.slot.key !== 'finding')),
      },
      ...dates.map(
        (raw): Cell => ({
          lines: group.actions
            .filter((action) => valueAt(action, 'due').truth.timescale?.raw === raw)
            .flatMap((action) => linesOf(action, plan, design)),
        }),
      ),
    ],
  );
  return [tableOf(design, [heads, ...body], 1, [3, ...dates.map(() => 4)])];
};

/** An action, and below it who does it and how it goes. */
const linesOf = (action: Values, plan: Plan, design: Design): readonly Line[] => {
  const shown = ofAction(action, plan).filter((one) => !isBlank(one) && one.slot.key !== 'due');
  return shown.flatMap((one) => (one.slot.key === 'action' ? one.value.lines : runIn(one, design)));
};
