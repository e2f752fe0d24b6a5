import { answers, main } from './kinds-of-field.ts';
import type { Reading } from './reading.ts';
import { namesTopics, withoutNumbers } from './themes-of-titles.ts';

/**
 * The reading of a prose plan in which the title over each record is what was found, where no slot says that: sections of one topic
 * each, answered under two labels or more (`Progress`, `Next steps`). Where most of what stands under the labels is listed,
 * each item of a list is an entry of its own, and the title no finding.
 */
export function withFindingsOfTitles(reading: Reading): Reading {
  const { region, assigned } = reading;
  const { records, slots } = region;
  if (records.length < leastRecords || assigned.some(({ field }) => main.includes(field))) return reading;
  const own = slots.findIndex(
    (slot, index) => assigned[index]?.field === 'none' && namesTopics(slot) && isOwn(slot.values),
  );
  const answering = slots.filter(
    ({ kind }, index) =>
      kind === 'label' &&
      answers.includes(assigned[index]?.field ?? 'none') &&
      (assigned[index]?.probability ?? 0) >= sure,
  );
  if (own < 0 || answering.length < leastLabels || isListed(reading)) return reading;
  return {
    ...reading,
    region: { ...region, slots: slots.map((slot, index) => (index === own ? withoutNumbers(slot) : slot)) },
    assigned: assigned.map((one, index) => (index === own ? { ...one, field: 'finding' } : one)),
  };
}

const leastRecords = 3;
const leastLabels = 2;
const sure = 0.9;

/** True where each record has a title of its own. */
function isOwn(values: readonly ({ readonly text: string } | null)[]): boolean {
  return new Set(values.map((value) => value?.text)).size === values.length && !values.includes(null);
}

function isListed({ region }: Reading): boolean {
  const parts = region.records.flatMap(({ labelled }) => labelled.flatMap((one) => one.parts));
  const listed = parts.filter(({ places }) => places.some(({ path }) => path.startsWith('l')));
  return listed.length > parts.length / 2;
}
