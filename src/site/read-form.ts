import { z } from 'zod';
import { UsageError } from '../model/errors.ts';
import { layoutForms, type TaughtLabel, type TaughtLayout, taughtFields } from '../model/taught.ts';

export const notOurs = (): UsageError => new UsageError('the form is not one of this site');

/** What a form says, in its shape. @throws UsageError where it has another */
export function readForm<Said>(shape: z.ZodType<Said>, values: unknown): Said {
  const read = shape.safeParse(values);
  if (!read.success) throw notOurs();
  return read.data;
}

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
 * @throws UsageError where the form is none of ours
 */
export function layoutOf(form: URLSearchParams): TaughtLayout {
  return {
    ...readForm(shape, { form: form.get('form'), isPlan: form.get('no-plan') === null }),
    labels: Array.from({ length: mostLabels }, (_, at) => at).flatMap((at) => labelAt(form, at)),
  };
}

function labelAt(form: URLSearchParams, at: number): readonly TaughtLabel[] {
  const [label, means] = [form.get(`label-${at}`), form.get(`means-${at}`) ?? ''];
  // A place without words stands for nothing where nobody says otherwise.
  if (label === null || (means === '' && label.startsWith('('))) return [];
  return [readForm(labelShape, { label, means: means === '' ? 'extra' : means })];
}
