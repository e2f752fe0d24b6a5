import { printable } from '../lib/printable.ts';
import type { Correction } from '../model/correction.ts';
import { fieldTitle } from '../model/fields.ts';

/** One thing said, in a line. */
export function describe({ id, verdict, file, entryId, field, value, why, who, at, undone }: Correction): string {
  const of = entryId ?? file;
  const what = {
    corrected: `${fieldTitle(field ?? '')} is ${shown(value)}`,
    accepted: field === null ? 'was read right' : `${fieldTitle(field)} was read right`,
    rejected: entryId === null ? 'is no paper' : 'is no entry',
    forgotten: 'is taken out',
  }[verdict];
  const by = [`${who}, ${at.slice(0, 10)}`, why].filter(Boolean).join(': ');
  return printable(`${id}  ${of}  ${what} (${by})${undone === null ? '' : `, undone ${undone.slice(0, 10)}`}`);
}

function shown(value: unknown): string {
  if (value === null) return 'not said';
  if (typeof value !== 'object') return `“${value}”`;
  const undated = 'start' in value && value.start === null ? ', which is no date' : '';
  return 'raw' in value ? `“${value.raw}”${undated}` : JSON.stringify(value);
}
