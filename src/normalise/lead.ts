/**
 * A lead as printed: one role, whatever commas or "and" it has; only markup left in the cell and a label before it go.
 * @returns null where nothing is left (`.`, `-`)
 */
export function readLead(raw: string): string | null {
  const text = raw
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/^\s*(strategic lead|lead officer|responsible (lead|officer)|lead|owner)\s*:\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}
