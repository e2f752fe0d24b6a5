import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { endsAsBody } from '../../src/vocabulary/bodies.ts';
import {
  capitalsInText,
  keptAtEnd,
  keptSeveral,
  matterOfPlans,
  namedInText,
  ours,
  paperFirst,
  planInText,
  titleParting,
} from '../../src/vocabulary/plan-names.ts';
import { textsOf } from '../recognise/on-inspection.ts';
import { isPlanAlone, planName, withoutOwnersName } from '../recognise/plan-name.ts';
import { blockTitle } from '../recognise/sections.ts';
import { isAnyName } from './any-name.ts';
import type { Candidate, Found, NamedPaper, Sign } from './model.ts';
import { partsOfTitle, repeatedParts, speaksOfName } from './parts-of-title.ts';

/** The texts of a paper in which a name can return. */
export interface Told {
  /** Running text, but for lines that repeat the title. */
  readonly texts: readonly string[];
  readonly titles: readonly string[];
  readonly furniture: readonly string[];
}

const topBlocks = 12;
const shortest = 4;

/** Where the words of a paper can return that name its plan. */
export function toldIn({ title, blocks, furniture }: NamedPaper): Told {
  const whole = title === null ? null : foldPlain(title);
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' || block.kind === 'heading' ? [] : textsOf(block).map(({ text }) => text),
  );
  return {
    texts: texts.filter((text) => whole === null || !foldPlain(text).includes(whole)),
    titles: blocks.flatMap(titleOf).filter((text) => text !== whole),
    furniture: furniture.map(foldPlain),
  };
}

const titleOf = (block: Block): readonly string[] => {
  const text = block.kind === 'table' ? block.caption : (blockTitle(block)?.text ?? null);
  return text === null ? [] : [foldPlain(text)];
};

/** What the whole paper calls its plan, wherever an entry stands in it. */
export function namesOfPaper({ title, labelled, blocks }: NamedPaper, { texts }: Told): readonly Found[] {
  const own = title === null ? null : withoutOwnersName(title);
  const isTold = (words: string) => texts.some((text) => hasWords(text, words));
  const lines = blocks
    .slice(0, topBlocks)
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split(lineParting) : []));
  return [
    ...(labelled === null ? [] : [{ text: labelled, signs: ['labelled'] as const }]),
    ...(own === null ? [] : foundInTitle(own, isTold)),
    ...lines.filter((line) => planName(line) === line).map((text): Found => ({ text, signs: [] })),
    ...[namedInText, planInText]
      .flatMap((pattern) => namesIn(texts, pattern))
      .filter((name) => planName(name) !== null && matterOfPlans.test(name) && !isPlanAlone(name))
      .map(unsigned),
    ...namesIn(texts, capitalsInText)
      .filter((name) => matterOfPlans.test(name) && organisationNames(name).length === 0)
      .map(unsigned),
  ];
}

/** Longest title, in words, that is taken apart: the parts of one grow with the square of its words, and no name is as long. */
const longestParted = 60;

const foundInTitle = (title: string, isTold: (words: string) => boolean): readonly Found[] =>
  title.split(/\s+/).length > longestParted
    ? [{ text: title, signs: ['title'] }]
    : [...partsOfTitle(title), ...repeatedParts(title, isTold)];

const lineParting = /\s+[·|•>›–—-]\s+/u;
const unsigned = (text: string): Found => ({ text, signs: [] });
const namesIn = (texts: readonly string[], pattern: RegExp): readonly string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(({ groups }) => groups?.name ?? ''))),
];

function hasWords(text: string, words: string): boolean {
  const [whole, part] = [foldPlain(text), foldPlain(words)];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1))
    if (!letter.test(whole[at - 1] ?? ' ') && !letter.test(whole[at + part.length] ?? ' ')) return true;
  return false;
}

const letter = /[\p{L}\d]/u;

/** What was found, each once, with all that speaks for it. */
export function toCandidates(found: readonly Found[], signsAgain: SignsAgain): readonly Candidate[] {
  const tidied = found.map(({ text, signs }) => ({
    text: text.replace(/(?<![,:;\s–—-])[,:;\s–—-]+$/u, '').trim(),
    signs,
  }));
  const known = [...Map.groupBy(tidied, ({ text }) => foldPlain(text)).values()].flatMap((all) => {
    const { text = '' } = all.findLast(({ signs }) => signs.length > 0) ?? all[0] ?? {};
    const isGeneral = (isPlanAlone(text) && /^\p{Ll}/u.test(text)) || (!/\s/.test(text) && keptAtEnd.test(text));
    const isName = text.length >= shortest && !isGeneral && !(article.test(text) && isAnyName(text.slice(3)));
    return isName ? [{ text, signs: new Set<Sign>(all.flatMap(({ signs }) => signs)) }] : [];
  });
  return known.map(({ text, signs }) => ({
    text,
    signs: new Set([...signs, ...signsOfText(text, signs), ...signsAgain(text, isOver(signs))]),
  }));
}

/** No article stands before what any plan is called. */
const article = /^the\s/i;

const isOver = (signs: ReadonlySet<Sign>): boolean => signs.has('overAll') || signs.has('overSome');

function signsOfText(text: string, signs: ReadonlySet<Sign>): readonly Sign[] {
  const holds: readonly (readonly [Sign, boolean])[] = [
    ['readsAsPlan', planName(text) === text && !speaksOfName(text)],
    ['kept', keptAtEnd.test(text)],
    ['matter', matterOfPlans.test(text)],
    ['anyPlan', isAnyName(text) && !isOver(signs)],
    ['saysPaperFirst', text.split(titleParting).some((part) => paperFirst.test(part))],
    ['ofSeveral', keptSeveral.test(text)],
    ['ours', !signs.has('title') && ours.test(text)],
    ['body', !signs.has('title') && endsAsBody.test(text)],
  ];
  return holds.flatMap(([sign, isSo]) => (isSo ? [sign] : []));
}

/** What the other texts of a paper say of a name, which may be a title of the paper by itself. */
export type SignsAgain = (text: string, isTitle: boolean) => readonly Sign[];

/** Looks up where names return in a paper, each name once. */
export function signsAgainIn(told: Told): SignsAgain {
  const known = new Map<string, readonly Sign[]>();
  return (text, isTitle) => {
    const key = `${isTitle} ${text}`;
    const signs = known.get(key) ?? signsOfReturn(text, isTitle ? 1 : 0, told);
    known.set(key, signs);
    return signs;
  };
}

function signsOfReturn(text: string, own: number, { texts, titles, furniture }: Told): readonly Sign[] {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const asName = new RegExp(`(?:^|\\b(?:the|our|its|this)\\s+|[,;:(·]\\s*)${escaped}(?![\\p{L}\\d])`, 'iu');
  const isWithin = (whole: string) => {
    const at = whole.indexOf(text);
    return at > 0 && /[\p{Ll},]\s$/u.test(whole.slice(0, at));
  };
  const isCapital = /\p{Lu}/u.test(text.slice(1));
  const folded = foldPlain(text);
  return [
    ...(texts.some((one) => asName.test(one)) ? (['againInText'] as const) : []),
    ...(isCapital && texts.some(isWithin) ? (['againInCapitals'] as const) : []),
    ...(titles.filter((one) => one.includes(folded)).length > own ? (['againInTitles'] as const) : []),
    ...(furniture.some((one) => one.includes(folded)) ? (['againOnPages'] as const) : []),
  ];
}
