import type { RawField } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { labelScores } from '../recognise/labels.ts';
import type { Slot } from './model.ts';

/** `Lead and timescale` over cells of two lines each: two names of two fields, each with its own line. */
export function namesApart(slot: Slot): readonly Slot[] {
  const names = slot.label.split(/\s*(?:\/|&|\band\b)\s*/i);
  const [first = '', second = ''] = names;
  const fields = [first, second].map((name) => [...labelScores(name)].filter(([, score]) => score >= sureOfName));
  const areTwo = fields.every((one) => one.length === 1) && fields[0]?.[0]?.[0] !== fields[1]?.[0]?.[0];
  const filled = slot.values.flatMap((value) => (value === null || value.text === '' ? [] : [value.text.split('\n')]));
  const twoLines = filled.filter((lines) => lines.length === 2).length;
  if (
    names.length !== 2 ||
    !areTwo ||
    twoLines < leastLines * filled.length ||
    filled.some((lines) => lines.length > 2)
  )
    return [slot];
  return [first, second].map(
    (label, at): Slot => ({
      ...slot,
      key: `${slot.key} ${at}`,
      label,
      values: slot.values.map((value) => {
        const lines = value?.text.split('\n') ?? [];
        const own = lines.length === 2 ? lines[at] : isOfName(lines[0] ?? '', fields[at]?.[0]?.[0]) ? lines[0] : '';
        return value === null || own === undefined || own === '' ? null : { ...value, text: own };
      }),
    }),
  );
}

const sureOfName = 0.9;
/** So many of the cells have a line for each name. */
const leastLines = 0.6;

/** A line alone in such a cell is a date's where it holds one, and any other field's where it holds none. */
const isOfName = (line: string, field: RawField | undefined): boolean =>
  findDates(line).length > 0 ? field === 'timescale' : field !== 'timescale';
