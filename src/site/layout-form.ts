import { z } from 'zod';
import { UsageError } from '../model/errors.ts';
import { layoutForms, type TaughtLabel, type TaughtLayout, taughtFields } from '../model/taught.ts';
import { whyNoLayout } from '../taught/file.ts';

/** Places without words of their own. */
const placeNames: Readonly<Record<string, string>> = {
  '(title 0)': 'The title above it',
  '(title 0 ref)': 'The reference in the title above it',
  '(title 0 status)': 'The status in the title above it',
  '(title 1)': 'The title above that title',
  '(title above 0)': 'The title above several of them',
  '(text 0)': 'The text before the first label',
};

/** What a column or label is called; a place without words by where it stands. */
export const placeName = (label: string): string => placeNames[label] ?? label;

const shape = z.object({ form: z.enum(layoutForms), isPlan: z.boolean() });
const labelShape = z.object({ label: z.string().min(1).max(400), means: z.enum(taughtFields) });
const mostLabels = 80;

/**
 * The layout that a form says.
 * @throws UsageError where the form is none of ours, or says nothing that could be kept
 */
export function layoutOf(form: URLSearchParams): TaughtLayout {
  const read = shape.safeParse({ form: form.get('form'), isPlan: form.get('no-plan') === null });
  if (!read.success) throw new UsageError('the form is not one of this site');
  const layout = {
    ...read.data,
    labels: Array.from({ length: mostLabels }, (_, at) => at).flatMap((at) => labelAt(form, at)),
  };
  const why = whyNoLayout(layout);
  if (why !== null) throw new UsageError(why);
  return layout;
}

function labelAt(form: URLSearchParams, at: number): readonly TaughtLabel[] {
  const [label, means] = [form.get(`label-${at}`), form.get(`means-${at}`) ?? ''];
  // A place without words stands for nothing where nobody says otherwise.
  if (label === null || (means === '' && label.startsWith('('))) return [];
  const read = labelShape.safeParse({ label, means: means === '' ? 'extra' : means });
  if (!read.success) throw new UsageError('the form is not one of this site');
  return [read.data];
}
