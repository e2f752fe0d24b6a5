import { leadLabel } from '../vocabulary/value-words.ts';

/**
 * A lead as printed: one role, whatever commas or "and" it has; only markup left in the cell and a label before it go.
 * @returns null where nothing is left (`.`, `-`)
 */
export function readLead(raw: string): string | null {
  const text = raw
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(leadLabel, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}
