import { isStatusWords } from '../../src/normalise/status.ts';
import { cellLabelsApart } from './cell-labels.ts';
import { datedLinesApart } from './dated-lines.ts';
import { datesFirstApart } from './dates-first.ts';
import { isFact } from './kinds-of-text.ts';
import { labelsBeside } from './labels-beside.ts';
import { factsBelowApart, lastLinesApart, toldBelowApart } from './last-lines.ts';
import { commonWordsOff, leadOff } from './leads-off.ts';
import type { Region, Slot } from './model.ts';
import { isRefOfTitle, partOff } from './part-off.ts';
import { piecesApart } from './pieces.ts';
import { withoutQuotes } from './quoted.ts';
import { statusFirstApart } from './status-first.ts';
import { titleApart } from './title-parts.ts';
import { toldInPersonApart } from './told-in-person.ts';
import { pillarApart, refAbove, topicApart } from './topics-apart.ts';
import { namesApart } from './two-names.ts';

/** The region with slots that hold several things taken apart: references before titles, statuses behind them, labels in cells. */
export function regionToParts(region: Region): Region {
  // What stands below a question in an inspectors' report is theirs too: an answer has facts under labels of their own.
  const isForm = region.slots.filter(holdsFacts).length >= leastOfForm;
  const slots = region.slots.flatMap((slot) =>
    namesApart(slot)
      .flatMap(pillarApart)
      .flatMap(topicApart)
      .flatMap(refAbove)
      .flatMap((one) => (isForm ? toldBelowApart(one) : [one]))
      .flatMap(lastLinesApart)
      .flatMap(factsBelowApart)
      .flatMap(statusFirstApart)
      .flatMap(toldInPersonApart)
      .flatMap(datesFirstApart)
      .flatMap(datedLinesApart)
      .flatMap(cellLabelsApart)
      .flatMap(besideApart)
      .flatMap(piecesApart)
      .map(leadOff)
      .map(withoutQuotes)
      .map(commonWordsOff)
      .flatMap(titleApart),
  );
  const filled = numbersBelowRefs(slots).filter(({ values }) => values.some((value) => value !== null));
  return { ...region, slots: filled.filter((slot, index) => !repeatsRef(slot, filled.slice(0, index))) };
}

const leastOfForm = 2;

/** Titles whose numbers go on from the reference above them are named by these: `1.2 …` under `Cause of concern 1`. */
function numbersBelowRefs(slots: readonly Slot[]): readonly Slot[] {
  const above = slots.find(({ key }) => isRefOfTitle(key));
  if (above === undefined) return slots;
  const goesOn = ({ kind, key, values }: Slot) =>
    kind === 'title' &&
    !isRefOfTitle(key) &&
    values.every((value, record) => {
      const [, number] = numberOfPart.exec(value?.text ?? '') ?? [];
      return number !== undefined && number === /\d+(?=\D*$)/.exec(above.values[record]?.text ?? '')?.[0];
    });
  return slots.flatMap((slot) =>
    goesOn(slot)
      ? partOff(slot, 'ref', 1, (text) => {
          const part = numberOfPart.exec(text)?.[0].trim() ?? '';
          return { part, rest: text.replace(numberOfPart, '') };
        }).toReversed()
      : [slot],
  );
}
const numberOfPart = /^(\d{1,2})\.\d{1,2}\s+(?=\p{L})/u;

/** A label whose values are dates, statuses or posts. */
function holdsFacts({ kind, values }: Slot): boolean {
  const said = values.flatMap((value) => value?.text || []);
  return kind === 'label' && said.length > 0 && said.every((text) => isFact(text) || isStatusWords(text));
}

/** True for references at the front of texts that stand in the titles above them already: `Recommendation 1`, then `Recommendation 1: …`. */
const repeatsRef = (slot: Slot, before: readonly Slot[]): boolean =>
  isRefOfTitle(slot.key) &&
  before.some(
    ({ key, values }) =>
      isRefOfTitle(key) && values.every((value, record) => (value?.text ?? '') === (slot.values[record]?.text ?? '')),
  );

/** A slot under several labels side by side, every value of which is one value for each of them. */
function besideApart(slot: Slot): readonly Slot[] {
  if (slot.kind !== 'label') return [slot];
  const pairs = slot.values.map((value) => (value === null ? [] : labelsBeside(slot.label, value.text)));
  const [labels] = pairs.filter((one) => one !== null && one.length > 0);
  if (labels == null || pairs.includes(null)) return [slot];
  return labels.map(
    ([label], at): Slot => ({
      key: `${slot.key} ${at}`,
      kind: 'label',
      label,
      values: slot.values.map((value, index) =>
        value === null ? null : { ...value, text: pairs[index]?.[at]?.[1] ?? '' },
      ),
    }),
  );
}
