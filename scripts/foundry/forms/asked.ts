import type { Design } from '../design.ts';
import { type Block, type Line, line, plainText } from '../page.ts';
import { capitalised } from '../words/write.ts';
import { nameWithRef, type Parted, partedOf } from './facts.ts';
import { type Form, ofAction, ofGroup, type Placed, runIn, withColon, wordsOf } from './place.ts';

/** What inspectors asked, and under it the actions as bullets, with their facts run in, nested or in brackets. */
export const askedBullets: Form = (groups, plan, design) => {
  const nested = design.variant % 2 === 0;
  const items = groups.map((group) => {
    const asked = partedOf(ofGroup(group, plan));
    const ofAll = asked.facts.flatMap((one) => runIn(one, design));
    const actions = group.actions.flatMap((action) => linesOf(partedOf(ofAction(action, plan)), design));
    return { asked: nameWithRef(asked, ': '), ofAll, actions };
  });
  if (nested) {
    const all = items.flatMap(({ asked, ofAll, actions }): readonly Line[] => [
      line(asked, design.labelBold),
      ...[...ofAll, ...actions].map((one): Line => ({ ...one, depth: one.depth === 1 ? 2 : 1 })),
    ]);
    return [{ kind: 'list', ordered: false, items: all }];
  }
  return items.flatMap(({ asked, ofAll, actions }): readonly Block[] => [
    { kind: 'paragraph', line: line(asked, true) },
    ...ofAll.map((one): Block => ({ kind: 'paragraph', line: one })),
    { kind: 'list', ordered: false, items: actions },
  ]);
};

/** An action and its facts: smaller bullets, words after it, or brackets at its end. */
function linesOf({ name, progress, facts }: Parted, design: Design): readonly Line[] {
  const action = name === undefined ? '' : wordsOf(name);
  const look = { labelBold: false, labelOnOwnLine: false };
  const told = progress === undefined ? [] : [line(`${withColon(progress.slot.label)} ${wordsOf(progress)}`)];
  const said = [...told, ...withTogether(facts, design).map((fact) => fact ?? { runs: [] })];
  if (design.look % 3 === 0) return [line(action), ...said.map((one): Line => ({ ...one, depth: 1 }))];
  if (design.look % 3 === 1) {
    const run = [line(action), ...said].map(plainText).map((text) => (/[.!?]$/.test(text) ? text : `${text}.`));
    return [line(run.join(' '))];
  }
  const brackets = facts.length === 0 ? '' : ` (${facts.map(wordsOf).join(', ')})`;
  const inner = progress === undefined ? [] : runIn(progress, look).map((one): Line => ({ runs: one.runs, depth: 1 }));
  return [line(`${action}${brackets}`), ...inner];
}

/** Facts with their labels; post and date now and then under one label: `With: Prevention Manager, by March 2026`. */
function withTogether(facts: readonly Placed[], design: Design): readonly Line[] {
  const lead = facts.find(({ slot }) => slot.key === 'lead');
  const due = facts.find(({ slot }) => slot.key === 'due');
  const dated = due?.value.truth.timescale !== undefined;
  const together = design.look % 2 === 0 && lead !== undefined && due !== undefined && dated;
  const alone = together ? facts.filter((one) => one !== lead && one !== due) : facts;
  const lines = alone.map((one) => line(`${capitalised(withColon(one.slot.label))} ${wordsOf(one)}`));
  return together ? [...lines, line(`${withColon(lead.slot.label)} ${wordsOf(lead)}, by ${wordsOf(due)}`)] : lines;
}
