import { foldPlain } from '../../src/lib/fold.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import { readPercent } from '../../src/normalise/percent.ts';
import { ragFromWords } from '../../src/normalise/rag.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';
import { factSeparator, leadsToDate } from '../../src/vocabulary/timescale-words.ts';
import { person } from '../../src/vocabulary/value-words.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Slot, TextValue } from './model.ts';

/** What a short piece of a line is by itself. */
export type PieceKind = 'date' | 'status' | 'percent' | 'rag' | 'post';
const kinds: readonly PieceKind[] = ['post', 'date', 'status', 'percent', 'rag'];

/** So many of a slot's values are made of such pieces where they are slots of their own. */
const most = 0.7;
const longestPiece = 8;
/** Words of a status that stands before a post. */
const longestStatus = 4;

/**
 * A slot whose values are lines of facts without labels (`Head of Prevention · March 2026`, `Complete Head of Data`), taken
 * apart into a slot for each kind of fact; the slot alone where its values are something else.
 */
export function piecesApart(slot: Slot): readonly Slot[] {
  return factsAtEnd(slot).flatMap((one) =>
    one.kind === 'title' || (one.kind === 'column' && !namesTwo.test(one.label)) ? [one] : lineOfFacts(one),
  );
}

/** `Who and when` over `Head of Fleet, May 2025`. */
const namesTwo = /\s(?:and|&)\s|\s?\/\s?/i;

/** `Order four engines (Head of Fleet, June 2025, on track)`, value after value: the words, and their facts by themselves. */
function factsAtEnd(slot: Slot): readonly Slot[] {
  const several = slot.values.filter((value) => value !== null && bracketed(value) !== null && !isNameAndPost(value));
  const filled = slot.values.filter((value) => value !== null && value.text !== '');
  if (filled.length < 2 || several.length < most * filled.length) return [slot];
  const split = slot.values.map((value) => (value === null ? null : bracketed(value, 1)));
  return [
    { ...slot, values: slot.values.map((value, index) => split[index]?.words ?? value) },
    ...kinds.flatMap((kind): readonly Slot[] => {
      const values = split.map((one) => one?.facts?.get(kind) ?? null);
      return values.some((value) => value !== null)
        ? [{ key: `${slot.key} ${kind}`, kind: 'text', label: '', values }]
        : [];
    }),
  ];
}

/** `Ann Marsh (Station Manager)`: who somebody is stands in the brackets. */
const isNameAndPost = ({ text }: TextValue): boolean => person.test(text.replace(/\s?\([^()]*\)$/, ''));

/** A text and its facts in brackets behind it; null where there are fewer facts than `least`, or something else. */
function bracketed(
  value: TextValue,
  least = 2,
): { readonly words: TextValue; readonly facts: ReturnType<typeof valueToPieces> } | null {
  const { head, status } = statusBehind(value.text);
  if (!/[)\]]\.?$/.test(head)) return null;
  const { words, inner } = /^(?<words>.+?)\s*[([](?<inner>[^()[\]]+)[)\]]\.?$/su.exec(head)?.groups ?? {};
  if (words === undefined || inner === undefined) return null;
  const facts = listToPieces({ ...value, text: inner }, status === null ? least : 1);
  if (facts === null || (status !== null && facts.has('status'))) return null;
  const own = status === null ? [] : [['status', { ...value, text: status }] as const];
  return { words: { ...value, text: words }, facts: new Map([...facts, ...own]) };
}

/** `… (Ann Marsh, May 2025) – Complete`: what stands behind the brackets where it is a status. */
function statusBehind(text: string): { readonly head: string; readonly status: string | null } {
  const { head, status } = /^(?<head>.+[)\]])\s*[–—:-]\s+(?<status>[^()[\]]{3,30})$/su.exec(text)?.groups ?? {};
  return head !== undefined && status !== undefined && isStatusWords(status)
    ? { head, status }
    : { head: text, status: null };
}

const longestEnd = 4;
const leastEnds = 3;
/** Items that end in one of a few texts in brackets are rated by them; where nearly each has its own, it is a part of the words. */
const mostEnds = 0.7;

/** The short text in brackets that a line ends in; null where it ends in none. */
export const endInBrackets = (text: string): string | null => {
  const { end } = /\s\((?<end>[^()]+)\)\.?$/su.exec(text)?.groups ?? {};
  return end === undefined || end.split(/\s+/).length > longestEnd ? null : foldPlain(end);
};

/** The short text in square brackets that a line begins with; null where it begins with none. */
export const startInBrackets = (text: string): string | null => {
  const { start } = /^\[(?<start>[^\][]{1,20})\]\s+\S/u.exec(text)?.groups ?? {};
  return start === undefined ? null : foldPlain(start);
};

/**
 * The texts in brackets in which items of lists end, or with which they begin, where these are a few that return: each such item is a record
 * of its own.
 */
export function returningBrackets(items: readonly string[], of: (item: string) => string | null): ReadonlySet<string> {
  const found = items.flatMap((item) => of(item) ?? []);
  const own = new Set(found);
  return found.length >= leastEnds && own.size <= mostEnds * found.length && own.size > 1 ? own : new Set();
}

/** True for a line that ends in its facts in brackets. */
export const endsInFacts = (text: string): boolean => bracketed({ text, places: [], fill: null }) !== null;

/** True for a line that ends in several facts in brackets. */
export const endsInSeveralFacts = (text: string): boolean =>
  (bracketed({ text, places: [], fill: null })?.facts?.size ?? 0) > 1;

/** What parts facts of which one may be a post: a slash with blanks around it too. */
const betweenFacts = /\s*[;,|·]\s*|\s+\/\s+/;

/** The facts of a list, and behind the last a colon and a status: `Head of Fleet, May 2025: Complete`. */
function factsOf(list: string): readonly string[] {
  const { head = list, status } = /^(?<head>.+?):\s+(?<status>[^:]{3,30})$/su.exec(list)?.groups ?? {};
  const isRated = status !== undefined && isStatusWords(status);
  return [...(isRated ? head : list).split(betweenFacts), ...(isRated ? [status] : [])];
}

/** Facts parted by commas, which a post may hold too (`Paused, Nia Penrose, Group Manager, Control`): what is no other fact is the post. */
function listToPieces(value: TextValue, least = 2): ReadonlyMap<PieceKind, TextValue> | null {
  const pieces = new Map<PieceKind, TextValue>();
  const post: string[] = [];
  for (const text of factsOf(value.text)) {
    const kind = pieceKind(text.replace(leadsToDate, ''));
    const before = kind === 'status' && !pieces.has('date') ? pieces.get(kind) : undefined;
    if (kind === null || kind === 'post') post.push(text);
    // Of two states the first stands where the date would: `[Head of Policy; Ongoing; continuing]`.
    else if (before !== undefined) {
      pieces.set('date', before);
      pieces.set('status', { ...value, text });
    } else if (pieces.has(kind)) return null;
    else pieces.set(kind, { ...value, text: text.replace(leadsToDate, '') });
  }
  if (post.length === 0) return pieces.size >= least ? pieces : null;
  const whole =
    value.text.slice(value.text.indexOf(post[0] ?? ''), value.text.lastIndexOf(post.at(-1) ?? '')) + post.at(-1);
  if (!isPost(whole) && !person.test(whole)) return null;
  return pieces.set('post', { ...value, text: whole });
}

/** True for the key of a slot of facts that were parted off a text or line. */
export const isPieceOf = (key: string): boolean => kinds.some((kind) => key.endsWith(` ${kind}`));

/** True for the key of a slot of posts that stand with other facts in one line. */
export const isPostOfFacts = (key: string): boolean => key.endsWith(' post');

/** True for a line of two facts or more and nothing else. */
export const isLineOfFacts = (value: TextValue): boolean => (valueToPieces(value)?.size ?? 0) > 1;

/** True where a slot's label stands for facts of one kind: these keep it (`Lead: Head of Fleet – all due by May 2025`). */
const names = ({ kind, label }: Slot, piece: PieceKind): boolean =>
  kind === 'label' && (labelScores(label).get(fieldOf[piece]) ?? 0) >= sureOfLabel;
const sureOfLabel = 0.9;
const fieldOf = { date: 'timescale', status: 'status', percent: 'percent', rag: 'rag', post: 'lead' } as const;

/** A line of facts taken apart. */
function lineOfFacts(slot: Slot): readonly Slot[] {
  const parts = slot.values.map((value) => (value === null ? null : valueToPieces(value)));
  const filled = slot.values.filter((value) => value !== null && value.text !== '');
  const split = parts.filter((one) => one !== null);
  const several = split.filter((pieces) => pieces.size > 1);
  if (filled.length < 2 || split.length < most * filled.length || several.length < most * filled.length) return [slot];
  const rest = slot.values.map((value, index) => (parts[index] === null ? value : null));
  return [
    ...(rest.some((value) => value !== null) ? [{ ...slot, values: rest }] : []),
    ...kinds.flatMap((kind): readonly Slot[] => {
      const values = parts.map((pieces) => pieces?.get(kind) ?? null);
      const own = names(slot, kind) ? { kind: slot.kind, label: slot.label } : { kind: 'text' as const, label: '' };
      return values.some((value) => value !== null) ? [{ key: `${slot.key} ${kind}`, ...own, values }] : [];
    }),
  ];
}

function valueToPieces(value: TextValue): ReadonlyMap<PieceKind, TextValue> | null {
  const parted = textToPieces(value.text);
  const pieces = parted === null ? null : new Map([...parted].map(([kind, text]) => [kind, { ...value, text }]));
  const listed = isSentence.test(value.text) ? null : listToPieces(value);
  return (listed?.size ?? 0) > (pieces?.size ?? 0) ? listed : pieces;
}

const isSentence = /[.!?]$/;

/** The pieces of a line by what each is; null where one of them is none of these or two are alike. */
const textToPieces = rememberByText((line): ReadonlyMap<PieceKind, string> | null => {
  const pieces = new Map<PieceKind, string>();
  for (const text of piecesOf(line)) {
    const kind = pieceKind(text);
    if (kind === null || pieces.has(kind)) return null;
    pieces.set(kind, text);
  }
  return pieces.size === 0 ? null : pieces;
});

function piecesOf(text: string): readonly string[] {
  const pieces = text.split(factSeparator).filter((piece) => piece !== '');
  return pieces.flatMap((piece) => statusThenPost(piece) ?? [piece.replace(leadsToDate, '')]);
}

/** `On target Group Manager Risk`: a status before a post, with nothing between. */
function statusThenPost(piece: string): readonly string[] | null {
  if (!isPost(piece)) return null;
  const words = piece.split(' ');
  if (words.length > longestStatus + longestPiece) return null;
  for (let count = Math.min(longestStatus, words.length - 1); count > 0; count--) {
    const [head, rest] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    if (isStatusWords(head) && /^\p{Lu}/u.test(rest) && isPost(rest) && !isPost(head)) return [head, rest];
  }
  return null;
}

/** True for the words of a post that no full stop ends. */
export const isPost = (text: string): boolean => rolePhrase.test(foldPlain(text)) && !/[.!?]$/.test(text);

export function pieceKind(text: string): PieceKind | null {
  if (text.split(/\s+/).length > longestPiece) return null;
  if (readPercent(foldPlain(text)) !== null) return 'percent';
  if (readTimescale(text).start !== null || noDateWords.has(foldPlain(text))) return 'date';
  if (isPost(text)) return 'post';
  if (isStatusWords(text)) return 'status';
  return ragFromWords(text) === null ? null : 'rag';
}
