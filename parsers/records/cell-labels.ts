import { rememberByText } from '../../src/lib/remember.ts';
import { findDates, isWholeDate } from '../../src/normalise/dates.ts';
import { isTimeOfYear } from '../../src/vocabulary/months.ts';
import { isPeriod } from '../recognise/labels.ts';
import { couldBeLabel, isFact, knownLabel, labelKey, withoutStop } from './kinds-of-text.ts';
import type { Slot, TextValue } from './model.ts';
import { countRuns, type LabelAt, labelsInLine } from './run-in-labels.ts';

/** So many of a column's cells have a label for it to be a slot of its own. */
const most = 0.6;
const mostDated = 0.9;

/** A column whose cells hold labels of their own (`Progress: … Next steps: …`): a slot for each label, and what stands before them. */
export function cellLabelsApart(slot: Slot): readonly Slot[] {
  if (slot.kind === 'title') return [slot];
  const filled = slot.values.filter((value) => value !== null && value.text !== '');
  const counts = countRuns(filled.flatMap((value) => value?.text.split('\n') ?? []));
  const lines = returningLines(filled.map((value) => value?.text ?? ''));
  const isForm = [...counts].some(
    ([key, count]) => count >= Math.max(2, most * filled.length) && knownLabel(key, 0.5) && findDates(key).length === 0,
  );
  const leastOfDate = isForm ? Math.max(2, mostDated * filled.length) : Number.POSITIVE_INFINITY;
  const partsOf = rememberByText((text) => textParts(text, counts, lines, leastOfDate));
  const parts = slot.values.map((value) => (value === null ? null : cellParts(value, partsOf(value.text))));
  const byKey = new Map<string, { readonly label: string; readonly isSure: boolean; count: number }>();
  for (const one of parts)
    for (const { key, label, isSure } of one?.labelled ?? []) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { label, count: 1, isSure });
      else known.count += 1;
    }
  const returning = [...byKey].filter(
    ([, { count, isSure }]) => isSure || (filled.length > 1 && count >= 2 && count >= most * filled.length),
  );
  if (returning.length === 0) return [slot];
  const keys = [...byKey.keys()];
  const rest = { ...slot, values: parts.map((one) => one?.before ?? null) };
  return [
    ...(rest.values.some((value) => value !== null) ? [rest] : []),
    ...keys.map(
      (key): Slot => ({
        key: `${slot.key} ${key}`,
        kind: 'label',
        label: byKey.get(key)?.label ?? key,
        values: parts.map((one) => one?.labelled.find((labelled) => labelled.key === key)?.value ?? null),
      }),
    ),
  ];
}

/** A date, or a month or quarter without its year: it begins a line of a log as well. */
const isTime = (label: string): boolean => findDates(label).length > 0 || isTimeOfYear.test(labelKey(label));

interface CellParts {
  readonly before: TextValue | null;
  readonly labelled: readonly (Omit<TextParts['labelled'][number], 'text'> & { readonly value: TextValue })[];
}

/** Lines that stand alone in most of the cells of a column: labels over the lines that follow. */
function returningLines(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of new Set(texts))
    for (const key of new Set(text.split('\n').slice(0, -1).filter(couldBeLabel).map(labelKey)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const cells = new Set(texts).size;
  return new Set([...counts].filter(([, count]) => count >= 2 && count >= most * cells).map(([key]) => key));
}

function cellParts(value: TextValue, { before, labelled }: TextParts): CellParts {
  return {
    before: before === null ? null : { ...value, text: before },
    labelled: labelled.map(({ text, ...label }) => ({ ...label, value: { ...value, text } })),
  };
}

interface TextParts {
  readonly before: string | null;
  readonly labelled: readonly {
    readonly key: string;
    readonly label: string;
    /** True for a known label in a line of its own, with a fact beside it, below other text: it is one though it does not return. */
    readonly isSure: boolean;
    readonly text: string;
  }[];
}

/** @param leastOfDate in so many cells a date alone returns where it is a label among others, and begins no line of a log */
function textParts(
  text: string,
  counts: ReadonlyMap<string, number>,
  lines: ReadonlySet<string>,
  leastOfDate: number,
): TextParts {
  const before: string[] = [];
  const labelled: { key: string; label: string; isSure: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (lines.has(labelKey(line))) {
      labelled.push({ key: labelKey(line), label: line.replace(/\s*:$/, '').trim(), isSure: false, lines: [] });
      continue;
    }
    const isBelow = before.length > 0 || labelled.length > 0;
    const isSure = ({ label, mark, to }: LabelAt) => isBelow && mark === ':' && isKnownFact(label, line.slice(to));
    const found = labelsInLine(line, counts).filter(
      (one) =>
        one.mark !== '-' &&
        (!isTime(one.label) || namesPeriod(one.label) || (counts.get(labelKey(one.label)) ?? 0) >= leastOfDate) &&
        ((counts.get(labelKey(one.label)) ?? 0) > 1 || isSure(one)),
    );
    const lead = line.slice(0, found[0]?.from ?? line.length).trim();
    if (lead !== '') (labelled.at(-1)?.lines ?? before).push(lead);
    found.forEach((one, index) => {
      const { label, to } = one;
      const said = line
        .slice(to, found[index + 1]?.from ?? line.length)
        .replace(/^\s*[:–—-]\s+/u, '')
        .trim();
      labelled.push({
        key: labelKey(label),
        label: label.replace(/\s*:$/, '').trim(),
        isSure: isSure(one),
        lines: said === '' ? [] : [said],
      });
    });
  }
  return {
    before: before.length === 0 ? null : before.join('\n'),
    labelled: labelled
      .filter(({ lines }) => lines.length > 0)
      .map(({ lines, ...label }) => ({ ...label, text: lines.join('\n') })),
  };
}

/** `Position at March 2024`, and no date alone, which begins a line of a log. */
const namesPeriod = (label: string): boolean =>
  isPeriod(label) && !isWholeDate(label) && !isTimeOfYear.test(labelKey(label));

/** True for a label that the vocabulary knows with nothing but a date, a status or a post behind it. */
const isKnownFact = (label: string, said: string): boolean =>
  knownLabel(label, 0.9) && isFact(withoutStop(said.trim()));
