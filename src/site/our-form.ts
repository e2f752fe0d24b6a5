import type { z } from 'zod';
import { UsageError } from '../model/errors.ts';

export const notOurs = (): UsageError => new UsageError('the form is not one of this site');

/** What a form says, in its shape. @throws UsageError where it has another */
export function readForm<Said>(shape: z.ZodType<Said>, values: unknown): Said {
  const read = shape.safeParse(values);
  if (!read.success) throw notOurs();
  return read.data;
}
