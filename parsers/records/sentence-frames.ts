import { mostOf } from '../../src/lib/extremes.ts';
import { isPost, type PieceKind, pieceKind } from './pieces.ts';

/** A fact told within a sentence: what it is, the words that tell it, and those that lead to it or on from it. */
export interface ToldFact {
  readonly kind: PieceKind;
  readonly label: string;
  readonly text: string;
}

/** Words that return from record to record in one kind of sentence, with a gap for each fact between them. */
export interface SentenceFrame {
  readonly runs: readonly (readonly string[])[];
  readonly beginsAtStart: boolean;
  readonly endsAtEnd: boolean;
  /** What stands in each gap. */
  readonly kinds: readonly PieceKind[];
  /** The words that lead to each gap, or on from it at the front of a sentence. */
  readonly labels: readonly string[];
  /** True where most records are told so. */
  readonly isMain: boolean;
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** A sentence, and the number of the paragraph that it stands in. */
export interface SentenceOf {
  readonly paragraph: number;
  readonly text: string;
}

/** A label before a colon needs no frame. */
const isSentence = /^(?!.*\p{L}:\s).*[.!]$/su;
/** So many words in a row show that two sentences are told alike. */
const leastRun = 3;
const longestSentence = 36;
const longestFact = 12;
/** A post with its department and who holds it can be longer than other facts. */
const kindOfFact = (text: string): PieceKind | null =>
  /^\d+$/.test(text) ? null : (pieceKind(text) ?? (isPost(text) ? 'post' : null));

/** Words of a status that no list knows. */
const longestWords = 4;
/** A word is the frame's where so many of the sentences that are told alike have it; numbers are those of dates. */
const mostly = 0.6;
const fewestOfOther = 2;
/** Sentences of one kind of fact alone can return by chance (`The contract was delayed while the police …`). */
const fewestKinds = 2;
/** A long paper shows its frames in its first sentences. */
const mostLookedAt = 1500;
/** Sentences that are tried as the pattern of others. */
const mostTries = 24;

/**
 * The frames in which sentences tell facts (`I hold the … answerable for this. It is due by … and is …`): words that return, and between
 * them dates, posts and statuses. The main ones have a sentence in so many paragraphs; others, of fewer, stand beside these.
 */
export function sentencesToFrames(sentences: readonly SentenceOf[], least: number): readonly SentenceFrame[] {
  const all = sentences.map(({ paragraph, text }) => ({ paragraph, tokens: tokensOf(text), text }));
  const short = all
    .filter(({ text, tokens }) => isSentence.test(text) && tokens.length <= longestSentence)
    .slice(0, mostLookedAt);
  const returning = returningRuns(short, least);
  const main = framesOf(
    short,
    short.filter(({ tokens }) => runsOf(tokens).some((run) => returning.has(run))),
    least,
  );
  if (new Set(main.frames.flatMap(({ kinds }) => kinds)).size < fewestKinds) return [];
  const beside = new Set(
    short
      .filter(({ text }) => main.frames.some((frame) => factsIn(text, frame) !== null))
      .map(({ paragraph }) => paragraph),
  );
  const left = main.left.filter(({ paragraph }) => beside.has(paragraph));
  return [...main.frames.map((frame) => ({ ...frame, isMain: true })), ...framesOf(left, left, fewestOfOther).frames];
}

/** The frames that sentences have, tried one after another as the pattern of those left. */
function framesOf(all: readonly Tokened[], patterns: readonly Tokened[], least: number) {
  const frames: SentenceFrame[] = [];
  let left = all;
  let tries = 0;
  for (const pivot of patterns) {
    if (!left.includes(pivot)) continue;
    if (++tries > mostTries) break;
    const frame = frameOf(pivot, left, least);
    if (frame === null) continue;
    frames.push(frame);
    left = left.filter(({ text }) => factsIn(text, frame) === null);
  }
  return { frames, left };
}

/** The facts that a sentence tells in a frame; null where it is told otherwise. */
export function factsIn(sentence: string, frame: SentenceFrame): readonly ToldFact[] | null {
  const gaps = isSentence.test(sentence) ? gapsOf(sentence, tokensOf(sentence), frame) : null;
  if (gaps === null || gaps.some(({ text }) => text === '' || text.split(' ').length > longestFact)) return null;
  const facts = gaps.map(({ text, label }, at): ToldFact => ({ kind: frame.kinds[at] ?? 'status', label, text }));
  return facts.every(({ kind, text }) => kindOfFact(text) === kind || text.split(' ').length <= longestWords)
    ? facts
    : null;
}

/** The fact in which a sentence ends that no frame fits (`As I write it is not started.`), with the words before it. */
export function factAtEnd(sentence: string): ToldFact | null {
  const words = sentence.replace(/[.!?]$/, '').split(' ');
  if (words.length > longestFact) return null;
  for (let from = 1; from < words.length; from++) {
    const text = words.slice(from).join(' ');
    const kind = pieceKind(text);
    if (kind !== null) return { kind, label: words.slice(0, from).join(' '), text };
  }
  return null;
}

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{N}'’/&-]+|[^\s\p{L}\p{N}]/gu)].map(({ index, 0: word }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }));

const isWord = ({ word }: Token): boolean => /[\p{L}\p{N}]/u.test(word);

/** Each so many words in a row of a sentence. */
function runsOf(tokens: readonly Token[]): readonly string[] {
  const words = tokens.filter(isWord).map(({ word }) => word);
  return words.slice(leastRun - 1).map((_, at) => words.slice(at, at + leastRun).join(' '));
}

/** The runs of words that sentences of so many records have. */
function returningRuns(
  sentences: readonly { readonly paragraph: number; readonly tokens: readonly Token[] }[],
  least: number,
): ReadonlySet<string> {
  const paragraphs = new Map<string, Set<number>>();
  for (const { paragraph, tokens } of sentences)
    for (const run of runsOf(tokens)) paragraphs.set(run, (paragraphs.get(run) ?? new Set()).add(paragraph));
  return new Set([...paragraphs].filter(([, own]) => own.size >= least).map(([run]) => run));
}

type Bare = Pick<SentenceFrame, 'runs' | 'beginsAtStart' | 'endsAtEnd'>;
type Tokened = SentenceOf & { readonly tokens: readonly Token[] };

/** The frame of the sentences that are told as one is; null where they tell no facts, or too few of them do. */
function frameOf(pivot: Tokened, all: readonly Tokened[], least: number): SentenceFrame | null {
  const own = new Set(runsOf(pivot.tokens));
  const alike = all.filter((one) => one !== pivot && runsOf(one.tokens).some((run) => own.has(run)));
  if (new Set([pivot, ...alike].map(({ paragraph }) => paragraph)).size < least) return null;
  const counts = pivot.tokens.map(() => 0);
  for (const { tokens } of alike)
    for (const at of commonTokens(pivot.tokens, tokens)) counts[at] = (counts[at] ?? 0) + 1;
  const bare = toRuns(
    pivot.tokens,
    counts.map((count, at) => count >= mostly * alike.length && !/\d/.test(pivot.tokens[at]?.word ?? '')),
  );
  if (bare === null) return null;
  const members = [pivot, ...alike].flatMap(({ paragraph, text, tokens }) => {
    const gaps = gapsOf(text, tokens, bare);
    return gaps === null ? [] : [{ paragraph, gaps: gaps.map((gap) => gap.text) }];
  });
  const kinds = kindsOf(
    members.map(({ gaps }) => gaps),
    least === fewestOfOther,
  );
  if (kinds === null || new Set(kinds).size < kinds.length) return null;
  const labels = labelsApart(gapsOf(pivot.text, pivot.tokens, bare)?.map(({ label }) => label) ?? [], kinds);
  return new Set(members.map(({ paragraph }) => paragraph)).size < least
    ? null
    : { ...bare, kinds, labels, isMain: false };
}

/** A fact and a date with the same words between them: the first has those up to a comma or before the last, the date the others (`… is in charge, due by …`). */
function labelsApart(labels: readonly string[], kinds: readonly PieceKind[]): readonly string[] {
  const [first = '', second, ...others] = labels;
  if (first !== second || kinds[1] !== 'date') return labels;
  const { head = '', rest = first } = /^(?<head>[^,]+),\s+(?<rest>.+)$|$/.exec(first)?.groups ?? {};
  const cut = first.lastIndexOf(' ');
  return head === '' ? [first.slice(0, Math.max(cut, 0)), first.slice(cut + 1), ...others] : [head, rest, ...others];
}

/**
 * What stands in each gap of most sentences; a few words that no list knows are a status beside a date or a post.
 * @param isBeside true for a sentence that stands beside others that tell facts for sure
 */
function kindsOf(all: readonly (readonly string[])[], isBeside: boolean): readonly PieceKind[] | null {
  const known = (all[0] ?? []).map((_, at): PieceKind | null => {
    const kinds = all.map((gaps) => kindOfFact(gaps[at] ?? ''));
    const counts = [...Map.groupBy(kinds, (kind) => kind)].toSorted(([, a], [, b]) => b.length - a.length);
    return counts.find(([kind, own]) => kind !== null && own.length >= mostly * all.length)?.[0] ?? null;
  });
  const areShort = (at: number) => mostOf(all, (gaps) => (gaps[at] ?? '').split(' ').length) <= longestWords;
  const kinds = known.map((kind, at) => kind ?? (areShort(at) ? 'status' : null));
  const isTold = isBeside || known.some((kind) => kind !== null);
  return isTold && kinds.every((kind) => kind !== null) ? kinds : null;
}

/** The stretches of common words: a single one only at a sentence's start or end, where it is no chance. */
function toRuns(tokens: readonly Token[], common: readonly boolean[]): Bare | null {
  const runs: { from: number; words: string[] }[] = [];
  tokens.forEach(({ word }, at) => {
    if (!common[at]) return;
    if (common[at - 1]) runs.at(-1)?.words.push(word);
    else runs.push({ from: at, words: [word] });
  });
  const kept = runs
    .map(({ from, words }) => {
      const isOver = words.at(-1) === 'the';
      return { from, words: isOver ? words.slice(0, -1) : words, isOver };
    })
    .filter(
      ({ from, words }) =>
        words.length > 1 || (words.length > 0 && (from === 0 || from + words.length === tokens.length)),
    );
  const beginsAtStart = kept[0]?.from === 0;
  const last = kept.at(-1);
  const endsAtEnd = last !== undefined && last.from + last.words.length === tokens.length;
  const gaps = kept.length - 1 + (beginsAtStart ? 0 : 1) + (endsAtEnd ? 0 : 1);
  // `The owner is the …` tells who; a post by itself is a fact.
  return gaps < 1 || kept.some(({ words, isOver }) => isPost(words.join(' ')) && !(isOver && words.length > 2))
    ? null
    : { runs: kept.map(({ words }) => words), beginsAtStart, endsAtEnd };
}

/** The texts between the runs of a frame, in order, with the words that lead to each; null where the sentence lacks a run. */
function gapsOf(
  text: string,
  tokens: readonly Token[],
  { runs, beginsAtStart, endsAtEnd }: Bare,
): readonly { readonly text: string; readonly label: string }[] | null {
  const places: { readonly from: number; readonly to: number }[] = [];
  let after = 0;
  for (const [at, run] of runs.entries()) {
    const isLast = endsAtEnd && at === runs.length - 1;
    const from = isLast ? tokens.length - run.length : startOf(run, tokens, after);
    const isHere = from >= after && run.every((word, index) => tokens[from + index]?.word === word);
    if (!isHere || (at === 0 && beginsAtStart && from !== 0)) return null;
    places.push({ from, to: from + run.length });
    after = from + run.length;
  }
  const stops = [
    ...(beginsAtStart ? [] : [{ from: 0, to: 0 }]),
    ...places,
    ...(endsAtEnd ? [] : [{ from: tokens.length, to: tokens.length }]),
  ];
  const between = (from: number, to: number) =>
    from >= to ? '' : text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? text.length);
  return stops.slice(1).map((next, at) => {
    const stop = stops[at] ?? next;
    const before = between(stop.from, stop.to);
    return {
      text: between(stop.to, next.from)
        .replace(/^the /i, '')
        .replace(/[\s,;:.]+$/, ''),
      label: (before === '' ? between(next.from, next.to) : before).replace(/^[\s,;:.]+|[\s,;:.]+$/g, ''),
    };
  });
}

function startOf(run: readonly string[], tokens: readonly Token[], after: number): number {
  for (let from = after; from + run.length <= tokens.length; from++)
    if (run.every((word, index) => tokens[from + index]?.word === word)) return from;
  return -1;
}

/** The places in the first of two sentences of their longest common subsequence of words and signs. */
function commonTokens(a: readonly Token[], b: readonly Token[]): readonly number[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i]?.word === b[j]?.word
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const places: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.word === b[j]?.word) {
      places.push(i++);
      j++;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return places;
}
