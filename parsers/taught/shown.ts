import type { Document } from '../../src/model/document.ts';
import type { Place } from '../../src/model/place.ts';
import type { RawField } from '../../src/model/raw.ts';
import type { LayoutForm, ShownLayout, TaughtLayout } from '../../src/model/taught.ts';
import { bestFit } from '../../src/taught/marks.ts';
import { prepareDocument } from '../fields/around.ts';
import { type PaperAround, regionToEvidence } from '../fields/evidence.ts';
import { evidenceToDistribution, learnedWeights } from '../fields/model.ts';
import { regionToReading } from '../fields/reading.ts';
import { blocksToRegions } from '../records/index.ts';
import { namedIn } from './present.ts';
import { toldFields } from './read-taught.ts';
import { regionToShape, type Shape } from './shapes.ts';

const [samplesShown, likelyShown] = [2, 5];

/** Every table and form of a document, so that a person can say what each column or label stands for; the largest first. */
export function documentToShown(document: Document, taught: readonly TaughtLayout[]): readonly ShownLayout[] {
  const {
    document: { blocks },
    around,
  } = prepareDocument(document);
  const shapesBy = (named: readonly Pick<TaughtLayout, 'form' | 'labels'>[]) =>
    blocksToRegions(blocks, () => true, namedIn(blocks, named))
      .map(regionToShape)
      .filter((shape) => shape !== null);
  // A header row that nothing told is told once it is named.
  const headed = shapesBy(taught)
    .filter(({ isHeadedByFirst }) => isHeadedByFirst)
    .map(asNamed);
  return shapesBy([...taught, ...headed])
    .map((shape) => toShown(shape, around, taught))
    .toSorted((a, b) => b.records * b.labels.length - a.records * a.labels.length);
}

const asNamed = ({ form, labels }: Shape): { form: LayoutForm; labels: TaughtLayout['labels'] } => ({
  form,
  labels: labels.map((label) => ({ label, means: 'extra' })),
});

function toShown(shape: Shape, around: PaperAround, taught: readonly TaughtLayout[]): ShownLayout {
  const { form, labels, records, region } = shape;
  const layout = bestFit(taught, shape);
  const told = layout === null ? null : toldFields(shape, layout);
  const { assigned } = regionToReading(region, around);
  const likely = regionToEvidence(region, around).map((evidence) => likelyFields(evidence));
  return {
    form,
    records,
    isPlan: layout?.isPlan ?? true,
    isTaught: layout !== null,
    place: firstPlace(shape),
    labels: labels.map((label, index) => {
      const read = assigned[index]?.field ?? 'none';
      const means = told?.[index] ?? (read === 'none' ? null : read);
      const texts =
        region.slots[index]?.values.flatMap((value) => (value === null || value.text === '' ? [] : [value.text])) ?? [];
      return { label, means, likely: likely[index] ?? [], samples: [...new Set(texts)].slice(0, samplesShown) };
    }),
  };
}

function likelyFields(evidence: Parameters<typeof evidenceToDistribution>[0]): readonly RawField[] {
  return [...evidenceToDistribution(evidence, learnedWeights)]
    .toSorted((a, b) => b[1] - a[1])
    .flatMap(([field]) => (field === 'none' || field === 'extra' ? [] : [field]))
    .slice(0, likelyShown);
}

const firstPlace = ({ region }: Shape): Place | null =>
  region.slots.flatMap(({ values }) => values.flatMap((value) => value?.places ?? []))[0] ?? null;
