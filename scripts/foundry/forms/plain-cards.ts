import type { Design } from '../design.ts';
import { type Block, heading, type Line, line, paragraph } from '../page.ts';
import type { Group, Plan } from '../plan.ts';
import { barOf, factsBar, nameWithRef, type Parted, partedOf } from './facts.ts';
import { type Form, ofSingle, type Placed, wordsOf } from './place.ts';
import { blocksOf } from './texts.ts';

/** Cards whose texts stand without labels: badges, a title, a paragraph, a foot with post and date. */
export const plainCards: Form = (groups, plan, design) => {
  const cards = groups.map((group) => cardOf(partedOf(ofSingle(group, plan)), design));
  if (design.variant !== 5) return cards;
  const pairs = cards.flatMap((_, index) => (index % 2 === 0 ? [cards.slice(index, index + 2)] : []));
  return pairs.map((pair): Block => ({ kind: 'columns', columns: pair.map((card) => [card]) }));
};

function cardOf(parted: Parted, design: Design): Block {
  const inTitle = design.look % 4 === 1;
  const badges = badgesOf(inTitle ? { ...parted, ref: undefined } : parted, design);
  const title = inTitle ? nameWithRef(parted, ': ') : wordsOfName(parted);
  const told = parted.progress === undefined ? [] : blocksOf(parted.progress.value.lines);
  const body = [...told, ...footOf(parted, design)];
  if (design.variant === 2) return { kind: 'fold', title, blocks: [...badges, ...body] };
  const head = design.labelBold ? paragraph(title, true) : heading(3, title);
  const above = design.variant % 2 === 0 || design.variant === 5;
  return { kind: 'card', blocks: above ? [...badges, head, ...body] : [head, ...badges, ...body] };
}

const wordsOfName = ({ name }: Parted) => (name === undefined ? '' : wordsOf(name));
const isSign = ({ slot }: Placed) => slot.key === 'status' || slot.key === 'rag';

/** Status and reference as signs beside each other. */
function badgesOf({ ref, facts }: Parted, design: Design): readonly Block[] {
  const signs = [...facts.filter(isSign), ...(ref === undefined ? [] : [ref])];
  const ordered = design.look % 2 === 0 ? signs : signs.toReversed();
  const items = ordered.map((one): Line => line(wordsOf(one), design.look === 2));
  const web = barOf(items, design).web === 'list' ? 'list' : 'spans';
  return items.length === 0 ? [] : [{ ...barOf(items, design), web }];
}

/** Post and date without labels: beside each other or on two lines, now and then with words that lead them in. */
function footOf({ facts }: Parted, design: Design): readonly Block[] {
  const shown = facts.filter((one) => !isSign(one)).toSorted((a, b) => rank(a) - rank(b));
  const words = (one: Placed) => {
    const { key } = one.slot;
    const lead = (key === 'lead' || key === 'due') && design.look % 3 === 1 ? `${design.leadWords[key]} ` : '';
    return `${lead}${wordsOf(one)}`;
  };
  if (design.look % 6 === 5) return shown.map((one) => paragraph(words(one)));
  return shown.length === 0
    ? []
    : [
        barOf(
          shown.map((one) => line(words(one))),
          design,
        ),
      ];
}

/** Posts come before dates. */
const rank = ({ slot }: Placed) => (slot.key === 'lead' ? 0 : 1);

/** What is under way under one heading, what is done under another. */
export const lanes: Form = (groups, plan, design) => {
  const names = plan.scheme.standings.map((standing) => plan.scheme.print(standing).text);
  return lanesBy('status', names, groups, plan, design);
};

/** A heading for each month or quarter, and under it what is due by then. */
export const quarterLanes: Form = (groups, plan, design) => {
  const startOf = (group: Group) => group.actions[0]?.get('due')?.truth.timescale?.start ?? '9999';
  const ordered = groups.toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
  const names = [...new Set(ordered.map((group) => laneOf('due', group)))];
  return lanesBy('due', names, ordered, plan, design);
};

const laneOf = (key: 'status' | 'due', { actions: [action] }: Group): string =>
  action
    ?.get(key)
    ?.lines.map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ') ?? '';

function lanesBy(
  key: 'status' | 'due',
  names: readonly string[],
  groups: readonly Group[],
  plan: Plan,
  design: Design,
): readonly Block[] {
  const all = names.map((name): readonly Block[] => {
    const own = groups.filter((group) => laneOf(key, group) === name);
    return [
      heading(design.look % 2 === 0 ? 2 : 3, name === '' ? 'No date yet' : name),
      ...itemsOf(own, key, plan, design),
    ];
  });
  const shown = all.filter((blocks) => blocks.length > 1);
  return design.variant === 0 && shown.length < 5 ? [{ kind: 'columns', columns: shown }] : shown.flat();
}

/** What stands in a lane: cards, or titles with what is said of them; the lane's own name is not said again. */
function itemsOf(groups: readonly Group[], key: string, plan: Plan, design: Design): readonly Block[] {
  const records = groups.map((group) => partedOf(ofSingle(group, plan).filter(({ slot }) => slot.key !== key)));
  if (design.variant < 2) return records.map((parted) => cardOf(parted, { ...design, variant: 0 }));
  return records.flatMap((parted): readonly Block[] => [
    design.variant < 4 ? paragraph(nameWithRef(parted, ': '), true) : heading(4, nameWithRef(parted, ' ')),
    ...(parted.progress === undefined ? [] : blocksOf(parted.progress.value.lines)),
    ...(design.look % 2 === 0 ? factsBar(parted.facts, design) : footOf(parted, design)),
    ...(design.look % 2 === 0 ? [] : badgesOf({ ...parted, ref: undefined }, design)),
  ]);
}
