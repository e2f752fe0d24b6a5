import type { Design } from '../design.ts';
import { type Block, heading, type Line, paragraph, plainText, type Run } from '../page.ts';
import type { Group, Plan } from '../plan.ts';
import { type Form, isBlank, ofAction, ofGroup, ofSingle, type Placed, runIn, titled, withColon } from './place.ts';

/** Lines as blocks of their own: neighbours with bullets are one list. */
export function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (!line.bullet) blocks.push({ kind: 'paragraph', line });
    else if (last?.kind !== 'list') blocks.push({ kind: 'list', ordered: false, items: [line] });
    else blocks.splice(-1, 1, { ...last, items: last.items.concat(line) });
  }
  return blocks;
}

/** Texts say nothing where there is nothing to say: blanks are left out. */
export const filled = (placed: readonly Placed[]) => placed.filter((one) => !isBlank(one));

/** What is said of a finding, and then of each of its actions. */
function parts(
  group: Group,
  plan: Plan,
  { grouping }: Design,
): { head: readonly Placed[]; actions: readonly (readonly Placed[])[] } {
  if (grouping === 'single') return { head: ofSingle(group, plan), actions: [] };
  return { head: ofGroup(group, plan), actions: group.actions.map((action) => ofAction(action, plan)) };
}

/** A list of terms and what they stand for. */
export const definitions: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const { title, rest } = titled(ofSingle(group, plan), design.variant % 4, design);
    const items = filled(rest).map(({ slot, value }) => [slot.label, value.lines] as const);
    return [...(title === null ? [] : [heading(3, title)]), { kind: 'definitions', items }];
  });

/** A heading for each finding, labels as smaller headings or bold lines, texts under them. */
export const headingsParagraphs: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const { head, actions } = parts(group, plan, design);
    const { title, rest } = titled(head, design.variant % 3, design);
    const labelled = ({ slot, value }: Placed): readonly Block[] => [
      design.labelBold
        ? paragraph(design.variant > 2 ? withColon(slot.label) : slot.label, true)
        : heading(4, slot.label),
      ...blocksOf(value.lines),
    ];
    const texts = [filled(rest), ...actions.map(filled)].flat().flatMap(labelled);
    if (title !== null && design.variant === 4) return [{ kind: 'fold', title, blocks: texts }];
    return [...(title === null ? [] : [heading(3, title)]), ...texts];
  });

/** A heading for each finding and a bullet for each label. */
export const headingsBullets: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const { title, rest } = titled(ofSingle(group, plan), design.variant % 3, design);
    const items = filled(rest).map((one) => joined(runIn(one, design)));
    return [...(title === null ? [] : [heading(3, title)]), { kind: 'list', ordered: false, items }];
  });

/** A bullet for each action under its finding, and smaller bullets within it for what is said of it. */
export const nestedBullets: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const { title, rest } = titled(ofGroup(group, plan), 1, design);
    const items = group.actions.flatMap((values) => {
      const [first, ...others] = filled(ofAction(values, plan)).toSorted((a, b) => rankOf(a) - rankOf(b));
      if (first === undefined) return [];
      const small = others.map(
        (one): Line => ({ ...joined(runIn(one, { ...design, labelOnOwnLine: false })), depth: 1 }),
      );
      return [joined(first.value.lines), ...small];
    });
    return [
      ...(title === null ? [] : [heading(3, title)]),
      ...filled(rest).flatMap((one) => blocksOf(runIn(one, design))),
      { kind: 'list', ordered: false, items },
    ];
  });

/** The action itself stands first. */
const rankOf = ({ slot }: Placed) => (slot.key === 'action' ? 0 : 1);
const joined = (lines: readonly Line[]): Line => ({
  runs: lines.flatMap(({ runs }, index) => (index === 0 ? runs : [{ text: ' ' }, ...runs])),
});

/** Labels run on in one paragraph. */
export const runOn: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const { title, rest } = titled(ofSingle(group, plan), design.variant % 4, design);
    const shown = filled(rest);
    const runs = shown.flatMap((one, index): readonly Run[] => {
      const { runs: own } = joined(runIn(one, { ...design, labelOnOwnLine: false }));
      return index === shown.length - 1 ? own : [...own, { text: `${endOf(own, design)} ` }];
    });
    return [
      ...(title === null ? [] : [title.length > 90 ? paragraph(title, true) : heading(3, title)]),
      { kind: 'paragraph', line: { runs } },
    ];
  });

/** What parts a value from the next label: nothing, a full stop or a semicolon, as the writer's habit is. */
function endOf(runs: readonly Run[], { variant }: Design): string {
  const closed = /[.!?:]$/.test(runs.at(-1)?.text ?? '');
  return closed ? '' : (['', '.', ';'][variant % 3] ?? '');
}

/** A box for each finding: a title, short values as signs at its top, labels with their texts. */
export const cards: Form = (groups, plan, design) => {
  const boxes = groups.map((group): readonly Block[] => {
    const { head, actions } = parts(group, plan, design);
    const { title, rest } = titled(head, design.variant % 3, design);
    const body = ({ slot, value }: Placed): readonly Block[] =>
      design.variant < 3 || slot.key === 'status'
        ? blocksOf(runIn({ slot, value }, design))
        : [paragraph(slot.label, true), ...blocksOf(value.lines)];
    return [
      ...(title === null ? [] : [design.labelBold ? paragraph(title, true) : heading(3, title)]),
      ...filled(rest).flatMap(body),
      ...actions.flatMap((action) => filled(action).flatMap(body)),
    ];
  });
  if (design.variant % 2 === 0) return boxes.map((blocks) => ({ kind: 'card', blocks }));
  return boxes.map((blocks) => ({
    kind: 'table',
    rows: [[{ lines: blocks.flatMap(linesOf) }]],
    headerRows: 0,
    ruling: 'frame',
    stripe: null,
    headerFill: null,
    splits: design.splits,
    widths: [1],
  }));
};

function linesOf(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return [block.line];
  if (block.kind === 'heading') return [{ runs: [{ text: block.text, bold: true }] }];
  return block.kind === 'list' ? block.items.map((item) => ({ ...item, bullet: true })) : [];
}

/** Nothing but `Label: value`, a line each, with nothing to set labels off. */
export const plain: Form = (groups, plan, design) =>
  groups.flatMap((group) =>
    filled(ofSingle(group, plan)).flatMap((one): readonly Block[] =>
      design.variant < 4
        ? blocksOf(runIn(one, { labelBold: false, labelOnOwnLine: false }))
        : [paragraph(withColon(one.slot.label)), ...one.value.lines.map((line): Block => paragraph(plainText(line)))],
    ),
  );
