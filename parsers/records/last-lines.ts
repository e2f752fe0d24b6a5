import { asksOfService } from '../recognise/sections.ts';
import { isBadge } from './badges.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';
import { isLineOfFacts } from './pieces.ts';
import { statusFirst } from './status-first.ts';

/** So many of a label's or column's values end in a status or facts on a line of their own. */
const most = 0.8;

/**
 * The statuses that stand alone as the last line below what is under a label, as badges of a card do, are no part of it; nor are lines
 * of facts there (`Head of Fleet; May 2025; under way`), or what is told behind a status (`LATE - The supplier …`).
 */
export const lastLinesApart = (slot: Slot): readonly Slot[] =>
  slot.kind === 'label' || slot.kind === 'column' ? belowApart(slot, lastLine) : [slot];

/** What is told below what the inspectors asked under one label is no part of it. */
export const toldBelowApart = (slot: Slot): readonly Slot[] =>
  slot.kind === 'label' ? belowApart(slot, toldBelow) : [slot];

/** A line of facts below what stands under a label, and what is told below that (`The service should …`, `May 2025 – on track`, `Half of it is done.`), are no part of it. */
export function factsBelowApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'label') return [slot];
  const [rest = slot, below] = partOff(slot, 'facts', most, fromFacts);
  if (below === undefined) return [slot];
  const [facts = below, told] = partOff(below, 'told', most, behindFirst);
  return [rest, ...(told === undefined ? [] : [facts, told].map((one): Slot => ({ ...one, kind: 'text', label: '' })))];
}

/** True for the key of what is told below a line of facts. */
export const isToldBelowFacts = (key: string): boolean => key.endsWith(' told');

function fromFacts(text: string): { readonly part: string; readonly rest: string } | null {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => isLineOfFacts({ text: line, places: [], fill: null }));
  return at < 1 || at === lines.length - 1
    ? null
    : { part: lines.slice(at).join('\n'), rest: lines.slice(0, at).join('\n') };
}

function behindFirst(text: string): { readonly part: string; readonly rest: string } | null {
  const end = text.indexOf('\n');
  return end < 0 ? null : { part: text.slice(end + 1), rest: text.slice(0, end) };
}

function belowApart(slot: Slot, below: Parameters<typeof partOff>[3]): readonly Slot[] {
  const [rest = slot, lines] = partOff(slot, 'below', most, below);
  const distinct = new Set(lines?.values.map((value) => value?.text));
  return lines === undefined || distinct.size < 2 ? [slot] : [rest, { ...lines, kind: 'text', label: '' }];
}

/** What is told in paragraphs below the one that the inspectors asked: another thing, though no label stands over it. */
function toldBelow(text: string): { readonly part: string; readonly rest: string } | null {
  const [asked = '', ...others] = text.split('\n');
  const isTold = others.some(isSentence) && !others.some(asksOfService);
  return isTold && isSentence(asked) && asksOfService(asked) ? { part: others.join('\n'), rest: asked } : null;
}

const isSentence = (line: string): boolean => /[.!?]$/.test(line.trim()) && line.split(/\s+/).length >= leastSentence;
const leastSentence = 5;

function lastLine(text: string): { readonly part: string; readonly rest: string } | null {
  const end = text.lastIndexOf('\n');
  const part = text.slice(end + 1);
  const isOwn = isBadge(part) || isLineOfFacts({ text: part, places: [], fill: null }) || statusFirst(part) !== null;
  return end > 0 && isOwn ? { part, rest: text.slice(0, end) } : null;
}
