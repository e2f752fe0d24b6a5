import { isDatedLine } from '../../src/normalise/updates.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Slot } from './model.ts';
import { partOff } from './part-off.ts';
import { isLineOfFacts } from './pieces.ts';

/** So many of a label's values end in the lines of a log. */
const most = 0.6;
const sure = 0.9;

/** The dated lines that stand below what is under a label that tells of no progress: a log without a label of its own. A date with a status beside it and no more is no line of a log. */
export function datedLinesApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'label' || (labelScores(slot.label).get('progress') ?? 0) >= sure) return [slot];
  const [rest = slot, log] = partOff(slot, 'log', most, linesOfLog);
  return log === undefined ? [slot] : [rest, { ...log, kind: 'text', label: '' }];
}

function linesOfLog(text: string): { readonly part: string; readonly rest: string } | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => isDatedLine(line) && !isLineOfFacts({ text: line, places: [], fill: null }));
  if (first < 1) return null;
  return { part: lines.slice(first).join('\n'), rest: lines.slice(0, first).join('\n') };
}
