import { cellLabelsApart } from './cell-labels.ts';
import { datedLinesApart } from './dated-lines.ts';
import { labelsBeside } from './labels-beside.ts';
import { lastLinesApart } from './last-lines.ts';
import { commonWordsOff, leadOff } from './leads-off.ts';
import type { Region, Slot } from './model.ts';
import { piecesApart } from './pieces.ts';
import { withoutQuotes } from './quoted.ts';
import { titleApart } from './title-parts.ts';
import { pillarApart, topicApart } from './topics-apart.ts';
import { namesApart } from './two-names.ts';

/** The region with slots that hold several things taken apart: references before titles, statuses behind them, labels in cells. */
export function regionToParts(region: Region): Region {
  const slots = region.slots.flatMap((slot) =>
    namesApart(slot)
      .flatMap(pillarApart)
      .flatMap(topicApart)
      .flatMap(lastLinesApart)
      .flatMap(datedLinesApart)
      .flatMap(cellLabelsApart)
      .flatMap(besideApart)
      .flatMap(piecesApart)
      .map(leadOff)
      .map(withoutQuotes)
      .map(commonWordsOff)
      .flatMap(titleApart),
  );
  return { ...region, slots: slots.filter(({ values }) => values.some((value) => value !== null)) };
}

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
