import { splitLabel } from '../recognise/labels.ts';
import { oneLineFields } from './section-event.ts';

/** A part of a line: a text, and where it has a label that the vocabulary does not know, that label and its value. */
export interface LinePart {
  readonly text: string;
  readonly unknown: { readonly label: string; readonly rest: string } | null;
}

/** A line of several labels is short. */
const mostWords = 40;

/**
 * The parts of a line in which short labels stand one after the other with their values: `Target: 1 April 2024 Status: At
 * risk`, `Lead: Head of Risk | Sponsor board: People | Due: May 2024`. Any other line is one part.
 */
export function labelsInLine(text: string): readonly LinePart[] {
  if (text.split(/\s+/).length > mostWords) return [known(text)];
  return barredParts(text) ?? wordedParts(text) ?? [known(text)];
}

/**
 * The sentences of a text in which labels that we know stand one after the other, each with its value: `Action 1: Write a
 * plan. Owner: Head of Risk. Due: May 2024. Update: The plan was written.`; what stands before the first label is first.
 */
export function sentencesByLabel(text: string): readonly string[] {
  const starts = [...text.matchAll(labelAfterSentence)].map(({ index }) => index);
  const known = [0, ...starts.filter((start) => splitLabel(text.slice(start)) !== null)];
  return known.map((start, at) => text.slice(start, known[at + 1]).trim());
}

const labelAfterSentence = /(?<=[.!?;)\]"”’]\s+)\p{Lu}[^.:;!?\n]{1,40}(?=:\s)/gu;

/** Parts between bars: each has a label of its own, and two of them at least one that we know. */
function barredParts(text: string): readonly LinePart[] | null {
  const parts = text.split(/\s*[|¦·•]\s*/u).filter((part) => part !== '');
  const labelled = parts.map((part) => (isShort(part) ? known(part) : unknownLabel(part)));
  const told = labelled.filter((part) => part !== null);
  return parts.length > 1 && told.length === parts.length && parts.filter(isShort).length > 1 ? told : null;
}

/** Parts that only their labels' own words begin, all of which we know. */
function wordedParts(text: string): readonly LinePart[] | null {
  if (!isShort(text)) return null;
  const parts = text.split(/\s*[|;]\s*|\s+(?=\p{Lu}[\p{L} ]{2,24}:\s)/u);
  return parts.every(isShort) ? parts.map(known) : null;
}

const known = (text: string): LinePart => ({ text, unknown: null });

const isShort = (part: string) => oneLineFields.has(splitLabel(part)?.field ?? 'extra');

function unknownLabel(text: string): LinePart | null {
  const { label, rest } = /^(?<label>\p{Lu}[^:]{1,40}):\s+(?<rest>\S.*)$/u.exec(text)?.groups ?? {};
  return label === undefined || rest === undefined ? null : { text, unknown: { label, rest } };
}
