import { mostOf } from '../../src/lib/extremes.ts';
import { foldWords } from '../../src/lib/fold.ts';
import { rememberByObject, rememberByText } from '../../src/lib/remember.ts';
import { findDates, isWholeDate } from '../../src/normalise/dates.ts';
import { isPillar } from '../../src/normalise/pillar.ts';
import { isRef } from '../../src/normalise/ref.ts';
import { isStatusWords } from '../../src/normalise/status.ts';
import { leadsToValue, ofSentence } from '../../src/vocabulary/small-words.ts';
import { isPeriod } from '../recognise/labels.ts';
import { couldBeLabel, knownLabel, labelKey, namesPost } from './kinds-of-text.ts';

/** A label within a text: where it begins, where what it says begins, and its words. */
export interface LabelAt {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** What parts it from its value. */
  readonly mark: ':' | '?' | '-' | ' ';
}

/** A colon or question mark that ends words, and a dash with blanks around it: what may part a label from its value. */
const mark = /[:?](?=\s|$)|(?<=\S)\s[-–—](?=\s)/gu;
/** Between two labels of one line, each with its value; no label goes over it. */
const separator = /\s[|•·]\s/gu;
const behindSeparators = (line: string): readonly number[] =>
  [...line.matchAll(separator)].map(({ index, 0: sign }) => index + sign.length);
const mostWords = 8;
/** `12 September 2023: …`: a month behind its day is no label of its own. */
const dayBefore = /(?:^|\s)\d{1,2}(?:st|nd|rd|th)?\s+$/;
const longestDay = 7;
/** A full stop that ends a sentence, and no short word: what stands before it is no part of the label (`May-24. Action status`). */
const overSentence = /\S{4}\.\s+\p{Lu}/u;
/** Of the runs of words that end at one mark within a line the longest counts that returns nearly as often as the most frequent. */
const nearlyAsOften = 0.9;

/**
 * The runs of words in one line that could be a label before a mark: those that begin the line, and those within it that
 * begin with a capital. Longest first.
 */
export const labelRuns: (line: string) => readonly (readonly LabelAt[])[] = rememberByText((line) => {
  const runs: LabelAt[][] = [];
  const words = [...line.matchAll(/\S+/g)].map(({ index }) => index);
  const separated = behindSeparators(line);
  let after = 0;
  let [before, parted] = [0, 0];
  for (const { index, 0: sign } of line.matchAll(mark)) {
    const dash = sign.trim() !== sign;
    const end = index + (sign === '?' ? 1 : 0);
    const found: LabelAt[] = [];
    while ((words[before] ?? index) < index) before += 1;
    while ((separated[parted] ?? line.length) <= index) after = Math.max(after, separated[parted++] ?? 0);
    for (const start of words.slice(Math.max(0, before - mostWords), before)) {
      const isFirst = start === words[0];
      if (start < after || (dash && !isFirst)) continue;
      const label = line.slice(start, end).trim();
      if (!isFirst && !/^["'“‘]?\p{Lu}/u.test(label)) continue;
      if (!isFirst && dayBefore.test(line.slice(Math.max(0, start - longestDay), start)) && isPeriod(label)) continue;
      // `Efficiency – Making best use of resources`: a pillar and its question.
      if (overSentence.test(label) || (dash && isPillar(label))) continue;
      if (couldBeLabel(dash ? label : `${label}:`))
        found.push({ from: start, to: index + sign.length, label, mark: dash ? '-' : sign === '?' ? '?' : ':' });
    }
    if (found.length > 0) runs.push(found);
    if (!dash) after = index + sign.length;
  }
  return runs;
});

/** A label set apart by type alone goes before a capital, a digit or a sign; it does not end in a word that leads on. */
const beforeValue = /^["'“‘(]?[\p{Lu}\p{N}£]/u;
const mostLeadWords = 7;

/** Facts told in short sentences, one after the other (`The lead officer is … The target date is …`). */
const sentenceEnd = /(?<=[\p{L}\d]{2}\.)\s+(?=\p{Lu})/u;
const longestFact = 14;

/** Words that begin a line before a value: a label, or only words that lead on to one (`In the hands of`). */
interface LeadRun extends LabelAt {
  readonly isLabel: boolean;
}

/** For each short sentence of a line the runs of words that it begins with and that could be the label of what follows. */
const leadRunsOf = rememberByText((line): readonly (readonly LeadRun[])[] => {
  const sentences = line.split(sentenceEnd);
  if (!sentences.every((sentence) => sentence.split(' ').length <= longestFact)) return [leadRuns(line)];
  let after = 0;
  return sentences.map((sentence) => {
    const at = line.indexOf(sentence, after);
    after = at + sentence.length;
    return leadRuns(sentence).map((run) => ({ ...run, from: run.from + at, to: run.to + at }));
  });
});

/** `Recommendation 4`, `Quarter 3`: words and a number that go together. */
const isNumbered = (label: string, next: string): boolean =>
  /^\d+[:.)]?$/.test(next) || isRef(`${label} ${next}`) || isPeriod(`${label} ${next}`);

/** The runs of words that begin a line and could be set apart from a value by type alone, longest first. */
function leadRuns(line: string): readonly LeadRun[] {
  const words = line.trim().split(/\s+/);
  const [fact = line] = line.split(separator);
  const isPost = fact.trim().split(/\s+/).length <= mostWords && namesPost(fact) && !ofSentence.test(fact);
  const isWhole = isPost || isStatusWords(line) || isWholeDate(line);
  const found: LeadRun[] = [];
  for (let count = 1; count <= Math.min(mostLeadWords, words.length - 1); count++) {
    const label = words.slice(0, count).join(' ');
    const next = words[count] ?? '';
    if (!beforeValue.test(next) || /[:?.,;]$/.test(label) || isWholeDate(words.slice(count - 1).join(' '))) continue;
    if (/\d$/.test(label) || (isNumbered(label, next) && !isWholeDate(words.slice(count).join(' ')))) continue;
    if (isWhole && !knownLabel(label, isPost ? 0.9 : 0.5)) continue;
    if (!/^\p{Lu}/u.test(label) || !couldBeLabel(label) || namesPost(label)) continue;
    const isLabel =
      !leadsToValue.test(label) || (knownLabel(label, 0.5) && !found.some((shorter) => knownLabel(shorter.label, 0.5)));
    found.push({ from: 0, to: line.indexOf(next, label.length), label, mark: ' ', isLabel });
  }
  return found.toReversed();
}

/** How often each run of words could be a label in the given lines; a line counts once for each. */
export function countRuns(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const keys = new Set([
      ...labelRuns(line).flatMap((runs) => runs.flatMap(({ label }) => [labelKey(label), undatedKey(label)])),
      ...leadRunsOf(line).flatMap((runs) => runs.map(({ label }) => leadKey(label))),
      ...stoppedRuns(line).flatMap(({ label }) => [labelKey(label), stoppedKey(label)]),
    ]);
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * The labels within a line: of the runs that end at one mark, all words from the front of the line where they return, else the
 * longest that returns in the paper nearly as often as any of them; at the front of a line also what the vocabulary knows.
 */
export function labelsInLine(line: string, counts: ReadonlyMap<string, number>): readonly LabelAt[] {
  const barred = barredLabels(line);
  if (barred.length > 0) return barred;
  const sentences = stoppedLabels(line, counts) ?? [];
  if (sentences.length > 1) return sentences;
  const found: LabelAt[] = [];
  for (const runs of labelRuns(line)) {
    const count = ({ label, from }: LabelAt) => {
      const own = counts.get(labelKey(label)) ?? 0;
      const isFirst = line.slice(0, from).trim() === '';
      return isFirst || !/^[\p{L} –-]*\d/u.test(label) ? Math.max(own, counts.get(undatedKey(label)) ?? 0) : own;
    };
    const most = Math.max(...runs.map(count));
    const isLine = ({ from }: LabelAt) => line.slice(0, from).trim() === '';
    const best =
      runs.find(
        (run) =>
          !isStray(run.label, count(run), counts) &&
          count(run) >= 2 &&
          ((isLine(run) && !beginsInStatus(run, runs, counts)) || count(run) >= nearlyAsOften * most),
      ) ?? runs.find((run) => isLine(run) && knownLabel(run.label, 0.9));
    if (best !== undefined) found.push(best);
  }
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return stoppedLabels(line, counts) ?? leadLabels(line, counts);
  return [
    ...leadLabels(line.slice(0, first.from).trimEnd(), counts),
    ...found,
    ...leadLabels(line.slice(last.to), counts, true).map((lead) => ({
      ...lead,
      from: lead.from + last.to,
      to: lead.to + last.to,
    })),
  ];
}

/** `Getting there When: …`: words stand before a shorter label that ends at the same mark, as statuses do in other lines. */
const beginsInStatus = (
  { from, label }: LabelAt,
  runs: readonly LabelAt[],
  counts: ReadonlyMap<string, number>,
): boolean =>
  runs.some(
    (other) =>
      other.from > from &&
      ratedLabels(counts).has(labelKey(other.label)) &&
      label
        .slice(0, other.from - from)
        .trim()
        .split(/\s+/).length <= longestStatus,
  );
const longestStatus = 3;

/** The labels that return more often than they do right behind a status, and stand behind one. */
const ratedLabels = rememberByObject(
  (counts: ReadonlyMap<string, number>): ReadonlySet<string> =>
    new Set(
      [...counts].flatMap(([key, count]) => {
        const words = key.split(' ');
        return words.slice(1).flatMap((_, at) => {
          const label = words.slice(at + 1).join(' ');
          const isRated = (counts.get(label) ?? 0) > count && isStatusWords(words.slice(0, at + 1).join(' '));
          return isRated ? [label] : [];
        });
      }),
    ),
);

/** A line that bars part into labels each with its value, of which the vocabulary knows one: all of them are labels, though they do not return. */
function barredLabels(line: string): readonly LabelAt[] {
  const starts = [0, ...behindSeparators(line)];
  const runs = labelRuns(line).flat();
  const beforeColons = Map.groupBy(
    runs.filter(({ mark: sign }) => sign === ':'),
    ({ from }) => from,
  );
  const found = starts.flatMap((start) => beforeColons.get(start)?.[0] ?? []);
  // `Draw all maps anew Lead: … | Due: …`: the label is the end of what stands before the first mark.
  const isLed = (run: LabelAt) =>
    !knownLabel(run.label, 0.9) &&
    runs.some(({ from, to, label }) => to === run.to && from > run.from && knownLabel(label, 0.9));
  const isWhole = starts.length > 1 && found.length === starts.length && !found.some(isLed);
  return isWhole && found.some(({ label }) => knownLabel(label, 0.9)) ? found : [];
}

/** Words that begin a line or a sentence, are set off by a full stop and return before other words (`Progress so far. Crews were told.`). */
const stopped = /(?<=^(?:\d{1,3}(?:\.\d+)*[.)]?\s+)?|[.!?]\s+)(?<label>\p{Lu}[^.:?!]{2,60})\.\s+(?=[\p{Lu}\d£"“‘])/gu;
const longestStopped = 5;

const stoppedRuns = rememberByText((line): readonly LabelAt[] =>
  [...line.matchAll(stopped)].flatMap(({ 0: all, index, groups }) => {
    const label = groups?.label ?? '';
    const isLabel = label.split(' ').length <= longestStopped && couldBeLabel(label) && !namesPost(label);
    return isLabel ? [{ from: index, to: index + all.length, label, mark: ' ' as const }] : [];
  }),
);

/**
 * Such words are labels where several return in one text as often as any do in the paper, and at the front of a line where they return
 * and the vocabulary knows them: any short sentence can return.
 */
function stoppedLabels(line: string, counts: ReadonlyMap<string, number>): readonly LabelAt[] | null {
  const runs = stoppedRuns(line);
  const count = ({ label }: LabelAt) => counts.get(stoppedKey(label)) ?? 0;
  const often = runs.filter((run) => count(run) >= Math.max(leastStopped, leastOfStopped * mostStopped(counts)));
  if (often.length > 1 && isNumber(line.slice(0, often[0]?.from))) return often;
  const [first] = runs;
  if (first === undefined || !isNumber(line.slice(0, first.from))) return null;
  const isOneOfSeveral = often.includes(first) && severalStopped(counts);
  return isOneOfSeveral || (count(first) >= 2 && knownLabel(first.label, 0.9)) ? [first] : null;
}

/** The known labels set off by full stops that return within lines whose first label is set off so in bold (`Progress. … Next. …`). */
export const stoppedWithin = (line: string, counts: ReadonlyMap<string, number>): readonly LabelAt[] =>
  stoppedRuns(line).filter(
    ({ label, from }) => from > 0 && (counts.get(stoppedKey(label)) ?? 0) >= 2 && knownLabel(label, leastWithin),
  );

const leastWithin = 0.8;

/** Nothing, or the reference that a line begins with. */
const isNumber = (text: string): boolean => /^[\d.)\s]*$/.test(text) || isRef(text);

const leastStopped = 3;
const leastOfStopped = 0.6;
const stoppedKey = (label: string): string => `${labelKey(label)}.`;
/** True where several short sentences return as often as any: the labels of paragraphs (`What has happened. …`, `What is left. …`). */
const severalStopped = rememberByObject((counts: ReadonlyMap<string, number>): boolean => {
  const least = Math.max(leastStopped, leastOfStopped * mostStopped(counts));
  return [...counts].filter(([key, count]) => key.endsWith('.') && count >= least).length > 1;
});
const mostStopped = rememberByObject((counts: ReadonlyMap<string, number>): number =>
  mostOf([...counts], ([key, count]) => (key.endsWith('.') ? count : 0)),
);

/** A label without the date in it (`Update (May 2024)` is `Update` of another time); its own words where it has none. */
const undatedKey: (label: string) => string = rememberByText((label) => {
  const key = labelKey(label);
  const [date] = findDates(key);
  const bare = date === undefined ? key : foldWords(key.replace(date.words, ' '));
  return bare === '' ? key : bare;
});

/** The key under which words that begin a line before a value are counted. */
export const leadKey = (label: string): string => `${labelKey(label)} …`;

/**
 * The words that begin a line and return at the front of most records' lines, each time before other words: all that such lines
 * have in common, and no more.
 */
function leadLabels(line: string, counts: ReadonlyMap<string, number>, afterLabel = false): readonly LabelAt[] {
  const count = ({ label }: LabelAt) => counts.get(leadKey(label)) ?? 0;
  const found = leadRunsOf(line).map((all) => {
    const runs = all.filter((run) => count(run) >= Math.max(leastLead, leastOfLead * mostFrequent(counts)));
    const most = Math.max(0, ...runs.map(count));
    return runs.filter((run) => run.isLabel && count(run) >= nearlyAsOften * most).slice(0, 1);
  });
  return found[0]?.length === 0 && !afterLabel ? [] : found.flat().filter(({ from }) => !afterLabel || from > 0);
}

const leastLead = 3;
const leastOfLead = 0.6;

/** Dates that begin lines are labels only where they return in most records; else they are the lines' own. */
function isStray(label: string, count: number, counts: ReadonlyMap<string, number>): boolean {
  return findDates(label).length > 0 && count < leastOfDate * mostFrequent(counts);
}

const leastOfDate = 0.5;
const mostFrequent = rememberByObject((counts: ReadonlyMap<string, number>): number =>
  Math.max(
    0,
    mostOf([...counts.values()], (count) => count),
  ),
);
