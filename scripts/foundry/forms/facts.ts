import type { Design } from '../design.ts';
import { type Bar, type Block, heading, type Line, paragraph, plainText, type Run } from '../page.ts';
import { type Form, ofSingle, type Placed, runIn, wordsOf } from './place.ts';
import { blocksOf, filled } from './texts.ts';

/** A record of which only some places are labelled: its name, what is told of it, and its facts. */
export interface Parted {
  readonly ref: Placed | undefined;
  /** The finding, or the action where it stands alone. */
  readonly name: Placed | undefined;
  readonly action: Placed | undefined;
  readonly progress: Placed | undefined;
  readonly future: Placed | undefined;
  readonly facts: readonly Placed[];
}

const noFacts: ReadonlySet<string> = new Set(['ref', 'finding', 'action', 'progress', 'future']);

export function partedOf(placed: readonly Placed[]): Parted {
  const shown = filled(placed);
  const at = (key: string) => shown.find(({ slot }) => slot.key === key);
  const finding = at('finding');
  const action = at('action');
  return {
    ref: at('ref'),
    name: finding ?? action,
    action: finding === undefined ? undefined : action,
    progress: at('progress'),
    future: at('future'),
    facts: shown.filter(({ slot }) => !noFacts.has(slot.key)),
  };
}

/** The name of a record with its reference before it, where it has one of its own. */
export function nameWithRef({ ref, name }: Parted, joint: string): string {
  const words = name === undefined ? '' : wordsOf(name);
  if (ref === undefined) return words;
  return /^\d+$/.test(wordsOf(ref)) ? `${wordsOf(ref)}. ${words}` : `${wordsOf(ref)}${joint}${words}`;
}

const joints = [' | ', ' · ', ' | ', ' • ', '  |  ', ' · '];
const webs = ['joined', 'joined', 'spans', 'list'] as const;

/** Short texts on one line, as the paper parts them. */
export const barOf = (items: readonly Line[], { look }: Design): Bar => ({
  kind: 'bar',
  items,
  joint: joints[look % joints.length] ?? ' | ',
  web: webs[look % webs.length] ?? 'joined',
});

/** `Label: value` for each fact, all on one line. */
export function factsBar(facts: readonly Placed[], design: Design): readonly Block[] {
  if (facts.length === 0) return [];
  const slanted = (runs: readonly Run[]) =>
    design.variant === 4 ? runs.map((run) => ({ ...run, italic: true })) : runs;
  const items = facts.map((one) => runIn(one, { labelBold: design.labelBold, labelOnOwnLine: false }));
  return [
    barOf(
      items.map(([first]): Line => ({ runs: slanted(first?.runs ?? []) })),
      design,
    ),
  ];
}

/** A heading, a line of labelled facts, and what is told without a label; facts now and then come last. */
export const factsLine: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const parted = partedOf(ofSingle(group, plan));
    const { ref, name, progress } = parted;
    const apart = ref !== undefined && name !== undefined && design.look % 3 === 0 && !/^\d+$/.test(wordsOf(ref));
    const head = apart
      ? [heading(3, wordsOf(ref)), paragraph(wordsOf(name))]
      : [heading(3, nameWithRef(parted, design.look % 2 === 0 ? ' – ' : ': '))];
    const told = [...(progress === undefined ? [] : blocksOf(progress.value.lines)), ...future(parted, design)];
    const facts = factsBar(parted.facts, design);
    return design.variant < 4 ? [...head, ...facts, ...told] : [...head, ...told, ...facts];
  });

const future = ({ future: one }: Parted, { labelBold }: Design): readonly Block[] =>
  one === undefined ? [] : blocksOf(runIn(one, { labelBold, labelOnOwnLine: false }));

/** A heading, the finding in italics or quoted, progress in plain paragraphs; only what follows has labels. */
export const unlabelledSections: Form = (groups, plan, design) =>
  groups.flatMap((group): readonly Block[] => {
    const parted = partedOf(ofSingle(group, plan));
    const { ref, name, progress, facts } = parted;
    const words = name === undefined ? '' : wordsOf(name);
    const headed = ref !== undefined && !/^\d+$/.test(wordsOf(ref));
    const said: Block = {
      kind: 'paragraph',
      line: {
        runs: [design.look % 3 === 0 && words.length > 70 ? { text: `“${words}”` } : { text: words, italic: true }],
      },
    };
    return [
      ...(headed ? [heading(3, wordsOf(ref)), said] : [heading(3, nameWithRef(parted, ' '))]),
      ...(progress === undefined ? [] : blocksOf(progress.value.lines)),
      ...future(parted, design),
      ...labelled(facts, design),
    ];
  });

/** Facts a paragraph each, or run on in one. */
function labelled(facts: readonly Placed[], { variant }: Design): readonly Block[] {
  const lines = facts.map((one) => runIn(one, { labelBold: true, labelOnOwnLine: false })[0] ?? { runs: [] });
  if (variant < 4) return lines.map((line) => ({ kind: 'paragraph', line }));
  const runs = lines.flatMap((line, index) => [
    ...line.runs,
    { text: index === lines.length - 1 || /[.!?]$/.test(plainText(line)) ? ' ' : '. ' },
  ]);
  return lines.length === 0 ? [] : [{ kind: 'paragraph', line: { runs: trimmed(runs) } }];
}

const trimmed = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run));
