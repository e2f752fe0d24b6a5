import { foldPlain } from '../../src/lib/fold.ts';
import type { Cell } from '../../src/model/document.ts';
import type { LabelledValue, RawEntry, RawField, RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { ragFromColour } from '../../src/normalise/rag.ts';
import { bareRef } from '../../src/normalise/ref.ts';
import { readTimescale } from '../../src/normalise/timescale.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';
import type { ColumnRole } from './columns.ts';
import { emptyEntry, withValue } from './draft.ts';
import { withLabelledLines } from './labelled-lines.ts';
import { labelField } from './labels.ts';
import { outlineHeads } from './outline.ts';
import { rowShades, standsOut } from './row-shades.ts';
import { cellValue, isNextItem, joinValues, runsOn } from './values.ts';

/** A data row: its cells by column. */
export type DataRow = readonly (Cell | null)[];

/** What marks a row as an entry of its own: a row without any of these can only continue the row above. */
const ownFields: readonly RawField[] = ['ref', 'timescale', 'status', 'rag', 'lead', 'percent'];
const mainFields: readonly RawField[] = ['finding', 'action'];

/**
 * Turns the data rows under one header into entries. A finding given once above several actions is repeated on each;
 * a blank action beside its own progress and date is another entry of the action above; a row that only continues
 * the row above is joined to it.
 */
export function rowsToEntries(rows: readonly DataRow[], roles: readonly ColumnRole[]): readonly RawEntry[] {
  const shades = rowShades(rows);
  const entries: RawEntry[] = [];
  let group: Readonly<Partial<Record<'finding' | 'theme' | 'ref' | 'summary' | 'pillar' | 'kind', RawValue>>> = {};
  const lines = rows.map((row) => withFirstDate(withLabelledLines(rowToEntry(row, roles))));
  const heads = outlineHeads(lines, roles);
  let headed: readonly LabelledValue[] = [];
  rows.forEach((row, index) => {
    const read = lines[index] ?? emptyEntry;
    const head = heads[index] ?? null;
    if (head !== null) {
      group = head.gives;
      headed = head.extra;
      return;
    }
    const previous = entries.at(-1);
    if (previous !== undefined && continues(read, previous, roles, row, rows[index - 1])) {
      entries[entries.length - 1] = continued(previous, read);
      const finding = entries.at(-1)?.fields.finding;
      if (finding !== undefined) group = { ...group, finding };
      return;
    }
    const { finding, theme, ref, summary, pillar, kind } = read.fields;
    if (finding !== undefined)
      group = given({ finding, ref, summary, theme: theme ?? group.theme, pillar: pillar ?? group.pillar, kind });
    else if (theme !== undefined || pillar !== undefined) group = given({ theme, pillar });
    else if (namesOther(ref, group.ref)) group = {};
    const action = read.fields.action === undefined && finding === undefined ? carried(previous, roles) : undefined;
    const fill = statusFill(row, roles) ?? shades[index] ?? blankRating(row, rows, roles);
    entries.push({
      ...read,
      extra: [...read.extra, ...headed],
      fill,
      fields: { ...group, ...(action === undefined ? {} : { action }), ...read.fields },
    });
  });
  return entries;
}

/** `Rec 12` in a row without a finding is not about the finding of `Rec 11` above it. */
function namesOther(ref: RawValue | undefined, above: RawValue | undefined): boolean {
  return (
    ref !== undefined && above !== undefined && kindOf(ref.text) !== null && bareRef(ref.text) !== bareRef(above.text)
  );
}

/** Leaves out what is undefined, so that it does not hide what stands above. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function rowToEntry(row: DataRow, roles: readonly ColumnRole[]): RawEntry {
  return roles.reduce((entry, { field, label, painted }, column) => {
    const cell = row[column] ?? null;
    if (cell !== null && column > 0 && row[column - 1] === cell) return entry;
    const value = cellValue(cell) ?? (painted === true ? swatch(cell, row) : null);
    return withValue(entry, field, label === '' ? `column ${column + 1}` : label, value);
  }, emptyEntry);
}

/** A rating's colour where it stands for words: as for a rating, by its number. */
function swatch(cell: Cell | null, row: DataRow): RawValue | null {
  const rag = cell === null || cell.fill === null ? null : ragFromColour(cell.fill, 'fill');
  return cell === null || rag === null || !standsOut(cell, row) ? null : { text: rag.raw, places: cell.places };
}

/** Where nothing stands under `Revised date`, the date under `Original date` still holds. */
function withFirstDate(entry: RawEntry): RawEntry {
  const { timescale } = entry.fields;
  if (timescale !== undefined && !noDateWords.has(foldPlain(timescale.text))) return entry;
  const first = entry.extra.find(({ label }) => labelField(label) === 'timescale' && !isStart.test(label));
  if (first === undefined || readTimescale(first.value.text).start === null) return entry;
  return { ...entry, fields: { ...entry.fields, timescale: first.value } };
}

const isStart = /\b(start|begin|commence)/i;

/** A blank action cell stands for the action above, where the table has a column of actions. */
function carried(previous: RawEntry | undefined, roles: readonly ColumnRole[]): RawValue | undefined {
  return roles.some(({ field }) => field === 'action') ? previous?.fields.action : undefined;
}

/** A row with nothing of its own but more text for the row above. */
function continues(
  read: RawEntry,
  previous: RawEntry,
  roles: readonly ColumnRole[],
  row: DataRow,
  rowAbove: DataRow | undefined,
): boolean {
  const has = (field: RawField) => roles.some((role) => role.field === field);
  if (!ownFields.some(has) && !mainFields.some((field) => has(field) && read.fields[field as 'finding'] === undefined))
    return false;
  if (ownFields.some((field) => read.fields[field as 'ref'] !== undefined && !spansDown(field, roles, row, rowAbove)))
    return false;
  const { finding, action } = read.fields;
  const cutFinding = finding !== undefined && runsOn(previous.fields.finding?.text ?? '.', finding.text);
  const before = previous.fields.action?.text ?? '.';
  const cutAction = action !== undefined && (runsOn(before, action.text) || isNextItem(before, action.text));
  const spanned = finding !== undefined && spansDown('finding', roles, row, rowAbove);
  return (finding === undefined || cutFinding || spanned) && (action === undefined || cutAction);
}

function spansDown(
  field: RawField,
  roles: readonly ColumnRole[],
  row: DataRow,
  rowAbove: DataRow | undefined,
): boolean {
  const column = roles.findIndex((role) => role.field === field);
  const cell = row[column];
  return cell !== null && cell !== undefined && rowAbove?.[column] === cell;
}

function continued(previous: RawEntry, more: RawEntry): RawEntry {
  const fields = { ...previous.fields };
  for (const field of ['finding', 'summary', 'action', 'progress', 'future'] as const) {
    const before = fields[field];
    const after = more.fields[field];
    if (after === undefined || before?.places === after.places) continue;
    const joined = joinValues(before, after);
    if (joined !== null) fields[field] = joined;
  }
  const updates = [...previous.updates];
  for (const update of more.updates) {
    const same = updates.findIndex(({ label }) => label === update.label);
    const before = updates[same];
    const joined = joinValues(before?.value, update.value);
    if (before !== undefined && joined !== null) updates[same] = { label: before.label, value: joined };
    else updates.push(update);
  }
  return { ...previous, fields, updates, extra: [...previous.extra, ...more.extra] };
}

/** The colour of the cell that carries the status, where it differs from the rest of its row but for other swatches. */
function statusFill(row: DataRow, roles: readonly ColumnRole[]): RawEntry['fill'] {
  for (const wanted of ['rag', 'status', 'timescale'] as const) {
    const column = roles.findIndex(({ field }) => field === wanted);
    const cell = row[column];
    if (cell === null || cell === undefined || cell.fill === null) continue;
    if (standsOut(cell, row)) return { colour: cell.fill, places: cell.places };
  }
  return null;
}

/** The white of a blank cell in a column of ratings that are painted alone: a rating where the paper's legend has white. */
function blankRating(row: DataRow, rows: readonly DataRow[], roles: readonly ColumnRole[]): RawEntry['fill'] {
  const column = roles.findIndex(({ field }) => field === 'rag');
  const isBlank = (cell: Cell | null | undefined): cell is Cell =>
    cell !== null && cell !== undefined && cell.text.trim() === '';
  const cell = row[column];
  const isPainted = rows.some((other) => isBlank(other[column]) && other[column]?.fill !== null);
  return isBlank(cell) && isPainted ? { colour: [255, 255, 255], places: cell.places } : null;
}
