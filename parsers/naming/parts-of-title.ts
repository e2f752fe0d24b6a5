import { foldWords } from '../../src/lib/fold.ts';
import { namesBody } from '../../src/vocabulary/bodies.ts';
import {
  articleWithin,
  edition,
  inspectionAlone,
  keptAtEnd,
  keptWithin,
  linkWord,
  matterOfPlans,
  paperFirst,
  paperLast,
  titleParting,
} from '../../src/vocabulary/plan-names.ts';
import { planName } from '../recognise/plan-name.ts';
import { isAnyName } from './any-name.ts';
import type { Found, OriginSign } from './model.ts';

/** A part of a title, and what the title has more. */
interface Part {
  readonly text: string;
  readonly rest: string;
  readonly isHead: boolean;
}

const shortest = 5;

/** What of a title may be the plan's name: the whole, what stands before and behind each sign in it, and these without what leads to a name or follows it. */
export function partsOfTitle(title: string): readonly Found[] {
  const sides = [...title.matchAll(titleParting)].flatMap((parting): readonly Part[] => {
    const head = title.slice(0, parting.index);
    const tail = title.slice(parting.index + parting[0].length).replace(/\)$/, '');
    return [
      { text: head, rest: tail, isHead: true },
      { text: tail, rest: head, isHead: false },
    ];
  });
  const whole: Part = { text: title, rest: '', isHead: false };
  const named = planName(title);
  const parts = [
    ...sides,
    ...[whole, ...sides].flatMap(withinPart),
    ...(named === null || named === title ? [] : [{ text: named, rest: title.replace(named, ' '), isHead: false }]),
  ];
  const last = sides.findLast(({ isHead }) => !isHead);
  const isPaper = last !== undefined && (isPaperAlone(last.text) || isNameFirst(last.rest, last.text));
  return [
    {
      text: title,
      signs: [
        'title',
        ...(isName(title) ? (['shortTitle'] as const) : []),
        ...(isPaper ? (['paperBehind'] as const) : []),
      ],
    },
    ...parts.map((part): Found => ({ text: part.text, signs: signsOfPart(part) })),
  ];
}

/** True for a title of a few words that is a name from end to end, and not what is said of one (`Closing the Action Plan`). */
function isName(title: string): boolean {
  const isShort = title.split(/\s+/).length <= shortest && !/[:–,]/u.test(title);
  return isShort && !speaksOfName(title) && !paperFirst.test(title) && !paperLast.test(title);
}

/** True for words about a name that is kept as a plan is: `Closing the Action Plan`. */
export function speaksOfName(text: string): boolean {
  const { rest = '', name = '' } = articleWithin.exec(text)?.groups ?? {};
  return (
    rest.includes(' ') && !/[:–—|]/u.test(text) && keptAtEnd.test(name) && !keptAtEnd.test(rest.replace(/\s\S+$/, ''))
  );
}

const saysNothing = (text: string): boolean => !keptAtEnd.test(text) && !matterOfPlans.test(text);

/** True for the end of a title that says what the paper is and nothing of a plan; whose the work is makes it more. */
const isPaperAlone = (text: string): boolean => saysPaper(text) && !/\bour\b/i.test(text) && saysNothing(text);

/**
 * True where a name is parted from words that say nothing of a plan: it is in capitals and they begin small, or it is kept as a plan
 * is: `Inspection Response – extract of tasks`, `Our action plan: how far we are`.
 */
const isNameFirst = (head: string, tail: string): boolean =>
  saysNothing(tail) &&
  !isAnyName(head) &&
  (keptAtEnd.test(head) || (/\s\p{Lu}\S*$/u.test(head) && /^\p{Ll}/u.test(tail)));

/** What stands behind an article in a part, and what stands before the words that follow a plan's noun. */
function withinPart({ text, rest }: Part): readonly Part[] {
  const behind = articleWithin.exec(text)?.groups;
  const before = keptWithin.exec(text)?.groups;
  return [behind, before].flatMap((found) =>
    found === undefined ? [] : [{ text: found.name ?? '', rest: `${rest} ${found.rest ?? ''}`, isHead: false }],
  );
}

function signsOfPart({ text, rest, isHead }: Part): readonly OriginSign[] {
  return [
    ...(saysPaper(rest) ? (['leavesPaper'] as const) : []),
    ...(namesBody.test(rest) ? (['leavesReaders'] as const) : []),
    ...(saysMatter(rest) ? (['leavesMatter'] as const) : []),
    ...(isHead && isNameFirst(text, rest) ? (['nameFirst'] as const) : []),
  ];
}

/** True for words that say only what a paper is and when it was made, or end so. */
const saysPaper = (rest: string): boolean => paperLast.test(rest.trim()) || wordsLeft(rest) === '';

/** True for words that name what a plan is about and more than the inspection. */
const saysMatter = (rest: string): boolean =>
  matterOfPlans.test(rest) && !inspectionAlone.test(foldWords(wordsLeft(rest)));

/** The words that say neither what a paper is nor when it was made, and link no others. */
function wordsLeft(rest: string): string {
  const words = rest.split(/[^\p{L}\d’'-]+/u).filter((word) => word !== '' && !linkWord.test(word));
  return words
    .join(' ')
    .replace(new RegExp(edition.source, 'gi'), ' ')
    .replace(/\bno\b|\d\S*/gi, '')
    .trim();
}

const leastWords = 2;

/** The longest runs of a title's words, of those that name what a plan is about, that a text has too. */
export function repeatedParts(title: string, isTold: (words: string) => boolean): readonly Found[] {
  const words = title.split(/\s+/);
  const found: string[] = [];
  for (let count = words.length - 1; count >= leastWords; count--)
    for (let from = 0; from + count <= words.length; from++) {
      const run = words.slice(from, from + count);
      const text = run
        .join(' ')
        .replace(/[:,–—-]+$/u, '')
        .trim();
      const isName = !linkWord.test(run[0] ?? '') && !linkWord.test(run.at(-1) ?? '') && /^[\p{L}\d]/u.test(text);
      if (!isName || /[:–—]/u.test(text) || !matterOfPlans.test(text) || found.some((one) => one.includes(text)))
        continue;
      if (isTold(text)) found.push(text);
    }
  return found.map((text) => ({ text, signs: ['repeated'] }));
}
