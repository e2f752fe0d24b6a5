import { findDates } from '../../src/normalise/dates.ts';
import type { Slot } from '../records/model.ts';
import { isForeign } from './label-features.ts';
import { type Features, meanLength } from './value-features.ts';

/** Values of more words than this on average are texts, of which a record has few. */
const leastText = 5;
const most = 4;

interface Kind {
  readonly name: string;
  readonly holds: (features: Features, slot: Slot) => boolean;
}

const share = (features: Features, name: string) => features.get(`value: ${name}`) ?? 0;

/** Kinds of slot of which a record can have several, so that which of them one is says much. */
const kinds: readonly Kind[] = [
  { name: 'text', holds: (_, slot) => meanLength(slot) > leastText },
  { name: 'date', holds: (features) => share(features, 'date') > 0.5 },
  {
    name: 'post',
    holds: (features) => share(features, 'post') + share(features, 'person') > 0.5 && share(features, 'status') < 0.5,
  },
  {
    name: 'status',
    holds: (features) => share(features, 'status') + share(features, 'rating') + share(features, 'legend') > 0.5,
  },
  { name: 'asking', holds: (features) => share(features, 'asks') > 0.4 },
  { name: 'title', holds: (_, slot) => slot.kind === 'title' },
];

/** What other slots of the records can show, so that a text without a label stands among the facts of a plan or alone. */
const neighbours = ['date', 'post', 'status', 'reference', 'percent', 'asks', 'done', 'to come'] as const;

/**
 * How each slot stands to the others of its records: where it comes, which of the texts, dates, posts and statuses it is,
 * whether it comes before or after what is asked for, how its dates lie.
 * @param own the features of each slot's values
 * @param paperDate the paper's own date (ISO 8601), null where it is not known
 */
export function relationsOf(
  slots: readonly Slot[],
  own: readonly Features[],
  paperDate: string | null,
): readonly Features[] {
  const members = kinds.map(({ holds }) =>
    slots.flatMap((slot, index) => (holds(own[index] ?? new Map(), slot) ? [index] : [])),
  );
  const [texts = [], dates = [], , , asking = []] = members;
  const lengths = texts.map((index) => meanLength(slots[index] as Slot));
  const times = dates.map((index) => meanTime(slots[index] as Slot));
  return slots.map((slot, index) => {
    const features = new Map<string, number>([[`kind: ${slot.kind}`, 1]]);
    const set = (name: string, weight = 1) => features.set(name, weight);
    set('place', index / Math.max(1, slots.length - 1));
    if (index === 0) set('place: first');
    if (index === slots.length - 1) set('place: last');
    kinds.forEach(({ name }, kind) => {
      const all = members[kind] ?? [];
      const rank = all.indexOf(index);
      if (rank < 0) return;
      set(`${name}: ${Math.min(rank + 1, most)} of ${Math.min(all.length, most)}`);
      if (all.length > 1)
        set(rank === 0 ? `${name}: first` : rank === all.length - 1 ? `${name}: last` : `${name}: between`);
      if (all.length === 1) set(`${name}: only`);
    });
    const unnamed = slot.label === '' ? ` ${slot.kind}` : '';
    for (const name of neighbours)
      if (own.some((features, other) => other !== index && share(features, name) > 0.5))
        set(`beside ${name}:${unnamed}`);
    const foreign = slots.filter(({ label }) => isForeign(label)).length;
    if (foreign > 0) set('beside foreign', foreign / slots.length);
    if (foreign > 1) set('beside several foreign');
    const textRank = texts.indexOf(index);
    if (textRank >= 0 && texts.length > 1) {
      if (lengths[textRank] === Math.max(...lengths)) set('text: longest');
      if (lengths[textRank] === Math.min(...lengths)) set('text: shortest');
    }
    if (asking.length === 0) set('asking: nowhere');
    else if (!asking.includes(index)) set(index < (asking[0] ?? 0) ? 'asking: after this' : 'asking: before this');
    const before = texts.filter((text) => text < index).length;
    set(`after ${Math.min(before, most)} texts`);
    if (textRank >= 0 && asking.length > 0 && !asking.includes(index))
      set(
        `text after asking: ${Math.min(most, texts.filter((text) => text > (asking.at(-1) ?? 0) && text < index).length + 1)}`,
      );
    const timeRank = dates.indexOf(index);
    const time = times[timeRank];
    if (time != null) {
      const known = times.filter((one) => one !== null);
      if (known.length > 1 && time === Math.max(...known)) set('date: latest');
      if (known.length > 1 && time === Math.min(...known)) set('date: earliest');
      if (paperDate !== null) set('date: gone by', goneBy(slot, paperDate));
    }
    return features;
  });
}

function meanTime(slot: Slot): number | null {
  const times = slot.values.flatMap((value) =>
    findDates(value?.text ?? '')
      .slice(0, 1)
      .map(({ span }) => Date.parse(span.end)),
  );
  return times.length === 0 ? null : times.reduce((sum, one) => sum + one, 0) / times.length;
}

function goneBy(slot: Slot, paperDate: string): number {
  const ends = slot.values.flatMap((value) =>
    findDates(value?.text ?? '')
      .slice(0, 1)
      .map(({ span }) => span.end),
  );
  return ends.length === 0 ? 0 : ends.filter((end) => end < paperDate).length / ends.length;
}
