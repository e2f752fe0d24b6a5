import type { Design, Slot } from '../design.ts';
import { type Block, type Cell, cell, heading, paragraph, type Row, type Table } from '../page.ts';
import type { Group, Plan } from '../plan.ts';
import { capitalised } from '../words/write.ts';
import {
  cellOf,
  type Form,
  isBlank,
  ofAction,
  ofGroup,
  ofSingle,
  type Placed,
  runIn,
  titled,
  withColon,
  wordsOf,
} from './place.ts';

const wide: ReadonlySet<string> = new Set([
  'finding',
  'action',
  'progress',
  'future',
  'summary',
  'period-1',
  'period-2',
  'period-3',
]);
const narrow: ReadonlySet<string> = new Set(['ref', 'percent', 'score', 'count', 'arrow', 'rag', 'tick']);
export const widthOf = ({ key }: Slot) =>
  wide.has(key) ? 5 : key.startsWith('grid') ? 0.7 : narrow.has(key) ? 1.2 : 2;

/** A table in the paper's ruling and colours. */
export function tableOf(design: Design, rows: readonly Row[], headerRows: number, widths: readonly number[]): Table {
  const { ruling, stripe, headerFill, splits } = design;
  return { kind: 'table', rows, headerRows, ruling, stripe, headerFill, splits, widths };
}

export const labelsOf = (slots: readonly Slot[]) => slots.map(({ label }) => label);
export const headsOf = (labels: readonly string[], { headerFill, labelBold }: Design): Row =>
  labels.map((label) =>
    cell(label, {
      header: labelBold,
      bold: !labelBold,
      ...(headerFill !== null && /^[0-9C]/.test(headerFill) && headerFill < 'D' ? { ink: 'FFFFFF' } : {}),
    }),
  );

/** A row of the table for each action, the finding beside its actions in one of several ways. */
export const rows: Form = (groups, plan, design) => {
  const columns = plan.slots.length;
  const title = design.variant === 5 ? [[cell('Action plan', { bold: true, columnSpan: columns })]] : [];
  const heads = design.headers === 0 ? [] : [headsOf(labelsOf(plan.slots), design)];
  const over = design.headers === 2 ? [headsOver(plan.slots)] : [];
  const body = groups.flatMap((group, index): readonly Row[] => {
    const begins = group.pillar !== groups[index - 1]?.pillar;
    const ends = group.pillar !== groups[index + 1]?.pillar;
    return [
      ...(design.sections === 'pillar-bands' && begins ? [pillarBand(group, columns)] : []),
      ...group.actions.map((action, at) => rowOf(group, action, at, plan, design)),
      ...(design.sections === 'pillar-bands' && design.totals && ends ? [totalRow(groups, group.pillar, columns)] : []),
      ...(design.sections === 'pillar-bands-below' && ends ? [pillarBand(group, columns)] : []),
    ];
  });
  const total = design.totals ? [totalRow(groups, null, columns)] : [];
  const top = [...title, ...over, ...heads];
  return [tableOf(design, [...top, ...body, ...total], top.length, plan.slots.map(widthOf))];
};

const pillarBand = ({ pillar }: Group, columns: number): Row => [
  cell(capitalised(pillar), { bold: true, columnSpan: columns, fill: 'D9E2F3' }),
];

/** How many actions stand above: those of a pillar, or all. */
function totalRow(groups: readonly Group[], pillar: Group['pillar'] | null, columns: number): Row {
  const own = groups.filter((group) => pillar === null || group.pillar === pillar);
  const count = String(own.reduce((sum, { actions }) => sum + actions.length, 0));
  const words = pillar === null ? 'Total number of actions' : `Sub-total: ${pillar}`;
  return columns % 2 === 0
    ? [cell(`${words}: ${count}`, { bold: true, columnSpan: columns })]
    : [cell(words, { bold: true, columnSpan: columns - 1 }), cell(count, { bold: true })];
}

/** Labels over the labels: what inspectors said, and what the service makes of it. */
function headsOver(slots: readonly Slot[]): Row {
  const said = slots.findLastIndex(({ level, key }) => level === 'group' && key !== 'lead') + 1;
  const parts = [
    ['Inspection', said],
    ['Our plan', slots.length - said],
  ] as const;
  return parts.filter(([, span]) => span > 0).map(([text, columnSpan]) => cell(text, { header: true, columnSpan }));
}

function rowOf(
  group: Group,
  action: Group['actions'][number],
  index: number,
  { slots }: Plan,
  { grouping, rowHeads }: Design,
): Row {
  return slots.flatMap(({ key, level }, column): readonly Cell[] => {
    if (level === 'action') return [cellOf(action.get(key) ?? { lines: [], truth: {} })];
    const value = group.values.get(key) ?? { lines: [], truth: {} };
    const head = rowHeads && column === 0 ? { header: true } : {};
    const spanned = grouping === 'spans' && group.actions.length > 1 ? { rowSpan: group.actions.length } : {};
    if (index === 0) return [cellOf(value, { ...head, ...spanned })];
    if (grouping === 'spans') return [];
    return [grouping === 'blanks' ? cell('') : cellOf(value)];
  });
}

const togetherLabels = ['Our response', 'Response and progress', 'Position', 'What we are doing', 'Details', 'Update'];

/** Finding and answer beside each other, all that is said of the answer in one cell, label by label. */
export const cellLabels: Form = (groups, plan, design) => {
  const kept = plan.slots.filter(({ key }) => key === 'ref' || key === 'finding' || key === 'summary');
  const used = new Set(plan.slots.map(({ label }) => label));
  const together = togetherLabels.toSpliced(0, design.variant).find((label) => !used.has(label)) ?? 'Answer';
  const heads = headsOf([...labelsOf(kept), together], design);
  const body = groups.map((group): Row => {
    const placed = ofSingle(group, plan);
    const told = placed.filter((one) => !kept.includes(one.slot) && !isBlank(one));
    return [
      ...placed.filter(({ slot }) => kept.includes(slot)).map(({ value }) => cellOf(value)),
      { lines: told.flatMap((one) => runIn(one, design)) },
    ];
  });
  return [tableOf(design, [heads, ...body], 1, [...kept.map(widthOf), 8])];
};

/** The finding as a band over the rows of its actions. */
export const bands: Form = (groups, plan, design) => {
  const slots = plan.slots.filter(({ level }) => level === 'action');
  const whole = slots.length < 2 || design.variant % 3 !== 0;
  const body = groups.flatMap((group): readonly Row[] => [
    ...bandsOf(group, plan, design, slots.length, whole),
    ...group.actions.map((action) => ofAction(action, plan).map(({ value }) => cellOf(value))),
  ]);
  return [tableOf(design, [headsOf(labelsOf(slots), design), ...body], 1, slots.map(widthOf))];
};

function bandsOf(group: Group, plan: Plan, design: Design, columns: number, whole: boolean): readonly Row[] {
  const look = { bold: design.labelBold, ...(design.variant % 2 === 0 ? { fill: 'E7E6E6' } : {}) };
  const { title, rest } = titled(ofGroup(group, plan), 1, design);
  const ref = group.values.get('ref');
  const finding = group.values.get('finding');
  const first: Row =
    !whole && ref !== undefined && finding !== undefined
      ? [cellOf(ref, look), cellOf(finding, { ...look, columnSpan: columns - 1 })]
      : [cell(title ?? '', { ...look, columnSpan: columns })];
  const more = rest
    .filter((one) => !isBlank(one))
    .map((one): Row => [cell(`${withColon(one.slot.label)} ${wordsOf(one)}`, { columnSpan: columns })]);
  return [first, ...more];
}

/** A heading for each finding, and a small table of its actions under it. */
export const headingTables: Form = (groups, plan, design) => {
  const slots = plan.slots.filter(({ level }) => level === 'action');
  return groups.flatMap((group): readonly Block[] => {
    const { title, rest } = titled(ofGroup(group, plan), design.variant % 3, design);
    const body = group.actions.map((action) => ofAction(action, plan).map(({ value }) => cellOf(value)));
    return [
      ...(title === null
        ? []
        : [title.length > 160 || design.variant > 3 ? paragraph(title, true) : heading(3, title)]),
      ...rest
        .filter((one) => !isBlank(one))
        .map(
          (one): Block =>
            paragraph(
              design.variant === 2 && one.slot.key === 'finding'
                ? wordsOf(one)
                : `${withColon(one.slot.label)} ${wordsOf(one)}`,
            ),
        ),
      tableOf(design, [headsOf(labelsOf(slots), design), ...body], 1, slots.map(widthOf)),
    ];
  });
};

/** A table of label rows for each finding; its actions, where there are several, as rows under labels of their own. */
export const labelRows: Form = (groups, plan, design) => {
  const label = (words: string, more: Omit<Cell, 'lines'> = {}) =>
    cell(design.variant % 2 === 0 ? words : withColon(words), {
      ...(design.labelBold ? (design.variant % 3 === 0 ? { header: true } : { bold: true }) : {}),
      ...(design.headerFill === null || design.headerFill < 'D' ? {} : { fill: design.headerFill }),
      ...more,
    });
  const single = design.grouping === 'single';
  const actionSlots = plan.slots.filter(({ level }) => level === 'action');
  const columns = single ? 2 : Math.max(2, actionSlots.length);
  const blocks = groups.map((group) => {
    const { title, rest } = titled(
      single ? ofSingle(group, plan) : ofGroup(group, plan),
      design.variant < 2 ? 0 : 3,
      design,
    );
    const pairs = rest.map(
      ({ slot, value }): Row => [label(slot.label), cellOf(value, columns > 2 ? { columnSpan: columns - 1 } : {})],
    );
    const actions = single
      ? []
      : [
          actionSlots.map(({ label: words }) => label(words)),
          ...group.actions.map((action): Row => ofAction(action, plan).map(({ value }) => cellOf(value))),
        ];
    return { title, rows: [...pairs, ...actions] };
  });
  const widths = single ? [1, 3] : actionSlots.map(widthOf);
  const look = { ...design, stripe: null, headerFill: null };
  const joined = design.variant === 1 && single;
  if (joined) {
    return [
      tableOf(
        look,
        blocks.flatMap(({ title, rows: own }) => [
          ...(title === null ? [] : [[cell(title, { columnSpan: 2, bold: true, fill: 'D9E2F3' })]]),
          ...own,
        ]),
        0,
        widths,
      ),
    ];
  }
  return blocks.flatMap(({ title, rows: own }): readonly Block[] => [
    ...(title === null ? [] : [heading(3, title)]),
    tableOf(look, own, 0, widths),
  ]);
};

/** Findings beside each other, a few to a table, a row for each label. */
export const beside: Form = (groups, plan, design) => {
  const most = design.variant % 2 === 0 ? 2 : 3;
  const few = groups.flatMap((_, index) => (index % most === 0 ? [groups.slice(index, index + most)] : []));
  return few.map((some) => {
    const records = some.map((group) => ofSingle(group, plan));
    const body = plan.slots.map(
      ({ label }, index): Row => [
        cell(label, { header: true }),
        ...records.map((record) => cellOf(record[index]?.value ?? { lines: [], truth: {} })),
      ],
    );
    return tableOf({ ...design, stripe: null }, body, 0, [1, ...some.map(() => 2)]);
  });
};

const long: ReadonlySet<string> = new Set([...wide, 'measure', 'evidence']);

/** A table for each finding in which rows of labels stand over rows of values. */
export const overValues: Form = (groups, plan, design) => {
  const columns = design.variant % 2 === 0 ? 3 : 4;
  const label = (words: string, columnSpan: number): Cell =>
    cell(words, {
      bold: design.labelBold,
      ...(design.headerFill === null || design.headerFill < 'D' ? {} : { fill: design.headerFill }),
      ...(columnSpan > 1 ? { columnSpan } : {}),
    });
  const look = { ...design, stripe: null, headerFill: null };
  return groups.flatMap((group): readonly Block[] => {
    const { title, rest } = titled(ofSingle(group, plan), design.variant < 2 ? 0 : 3, design);
    const chunks = chunked(rest, columns);
    const body = chunks.flatMap((chunk): readonly Row[] => {
      const span = (index: number) => (index === chunk.length - 1 ? columns - chunk.length + 1 : 1);
      return [
        chunk.map(({ slot }, index) => label(slot.label, span(index))),
        chunk.map(({ value }, index) => cellOf(value, span(index) > 1 ? { columnSpan: span(index) } : {})),
      ];
    });
    return [
      ...(title === null ? [] : [heading(3, title)]),
      tableOf(
        look,
        body,
        0,
        Array.from({ length: columns }, () => 1),
      ),
    ];
  });
};

/** Long texts stand alone in a row; short values beside each other. */
function chunked(placed: readonly Placed[], columns: number): readonly (readonly Placed[])[] {
  const chunks: Placed[][] = [];
  for (const one of placed) {
    const last = chunks.at(-1);
    const short = (other: Placed) => !long.has(other.slot.key);
    if (last !== undefined && short(one) && last.length < columns && last.every(short)) last.push(one);
    else chunks.push([one]);
  }
  return chunks;
}
