import type { Design } from '../design.ts';
import { type Cell, cell, type Line, type Row } from '../page.ts';
import type { Group, Plan } from '../plan.ts';
import { cellOf, type Form, isBlank, ofAction, ofGroup, plainLine, runIn } from './place.ts';
import { headsOf, labelsOf, tableOf, widthOf } from './tables.ts';

const headsOfActions = ['Our actions', 'What we are doing about it', 'Actions and progress'];

/** A row for each finding, and in one cell of it a small table or a numbered list of its actions. */
export const nestedRows: Form = (groups, plan, design) => {
  const kept = plan.slots.filter(({ level }) => level === 'group');
  const used = new Set(plan.slots.map(({ label }) => label));
  const head = headsOfActions.toSpliced(0, design.variant % 3).find((label) => !used.has(label)) ?? 'Actions in full';
  const heads = headsOf([...labelsOf(kept), head], design);
  const listed = design.variant % 2 === 0 && !plan.slots.some(({ key }) => key.startsWith('tick') || key === 'rag');
  const body = groups.map(
    (group): Row => [
      ...ofGroup(group, plan).map(({ value }) => cellOf(value)),
      listed ? { lines: numbered(group, plan, design) } : tableWithin(group, plan, design),
    ],
  );
  return [tableOf({ ...design, splits: true }, [heads, ...body], 1, [...kept.map(widthOf), 14])];
};

function tableWithin(group: Group, plan: Plan, design: Design): Cell {
  const slots = plan.slots.filter(({ level }) => level === 'action');
  const rows = group.actions.map((action): Row => ofAction(action, plan).map(({ value }) => cellOf(value)));
  const look = { ...design, stripe: null, ruling: design.ruling === 'none' ? ('rows' as const) : ('all' as const) };
  return { ...cell(''), table: tableOf(look, [headsOf(labelsOf(slots), design), ...rows], 1, slots.map(widthOf)) };
}

/** `1. Action`, and what is said of it on lines of its own. */
const numbered = (group: Group, plan: Plan, design: Design): readonly Line[] =>
  group.actions.flatMap((action, index) => {
    const shown = ofAction(action, plan).filter((one) => !isBlank(one));
    const name = shown.find(({ slot }) => slot.key === 'action');
    const others = shown.filter((one) => one !== name);
    return [
      plainLine(`${index + 1}. `, name),
      ...others.flatMap((one) => runIn(one, { labelBold: design.labelBold, labelOnOwnLine: false })),
    ];
  });
