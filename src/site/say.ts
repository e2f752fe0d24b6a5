import { z } from 'zod';
import { counted } from '../lib/counted.ts';
import { UsageError } from '../model/errors.ts';
import { entryFieldRows, type PaperField, paperFields } from '../model/fields.ts';
import {
  accept,
  correct,
  forgetLayout,
  keepLayouts,
  reject,
  rereadLike,
  type Target,
  type Teller,
  targetNamed,
  userName,
} from '../review/index.ts';
import { paperById, type Store } from '../store/index.ts';
import { readLayoutsFile } from '../taught/file.ts';
import { notOurs, readForm } from './read-form.ts';

const verdicts = ['accept', 'correct', 'reject', 'no-paper'] as const;
const shape = z.object({
  target: z.string().regex(/^[0-9a-f]{64}$|^[0-9a-f]{16}-e\d{3,}$/),
  verdict: z.enum(verdicts),
  why: z.string().max(2000),
});

/**
 * Says what a form says: all of it, or nothing where one part is wrong.
 * @returns what was said, in words
 * @throws UsageError where the form, or a value in it, is none
 */
export function sayForm(store: Store, form: URLSearchParams): string {
  const [target, said] = [form.get('target'), form.get('verdict')];
  const { target: name, verdict, why } = readForm(shape, { target, verdict: said, why: form.get('why') ?? '' });
  const teller: Teller = { who: userName(), now: new Date(), why: why.trim() === '' ? null : why.trim() };
  return store.write(() => {
    const target = targetNamed(store, name);
    if (verdict === 'no-paper') {
      reject(store, { ...target, entryId: null }, teller);
      return `${target.file} is no paper.`;
    }
    if (verdict === 'reject') {
      reject(store, target, teller);
      return target.entryId === null ? `${target.file} is no paper.` : 'It is no entry.';
    }
    const corrected =
      target.entryId === null ? paperValueSaid(store, target, form, teller) : valuesSaid(store, target, form, teller);
    if (verdict === 'correct' && corrected === 0)
      throw new UsageError('nothing was changed in the form, so nothing is corrected');
    if (verdict === 'accept') accept(store, target, null, teller);
    return corrected === 0
      ? 'All of it was read right.'
      : `${corrected === 1 ? 'One value' : `${corrected} values`} corrected.`;
  });
}

/** Browsers send lines' ends as CR LF; the paper's have none of that. */
const plain = (text: string | null): string => (text ?? '').replace(/\r\n?/g, '\n').trim();

/** The values that the form has otherwise than they were when it was shown. */
function valuesSaid(store: Store, target: Target, form: URLSearchParams, teller: Teller): number {
  const changed = entryFieldRows.filter(
    ([field]) => form.has(`set-${field}`) && plain(form.get(`set-${field}`)) !== plain(form.get(`was-${field}`)),
  );
  for (const [field] of changed) correct(store, target, field, plain(form.get(`set-${field}`)), teller);
  return changed.length;
}

function paperValueSaid(store: Store, target: Target, form: URLSearchParams, teller: Teller): number {
  const field = form.get('field') ?? '';
  if (!Object.hasOwn(paperFields, field)) throw new UsageError('the form names no field of a paper');
  const words = plain(form.get('words'));
  if (paperById(store, target.paperId)?.[field as PaperField] === words) return 0;
  correct(store, target, field as PaperField, words, teller);
  return 1;
}

/**
 * Keeps the layouts of a form, or forgets one, and reads the papers like them again.
 * @returns what was done, in words
 * @throws UsageError where the form, or the file in it, is none
 */
export async function sayOfLayouts(store: Store, form: URLSearchParams): Promise<string> {
  const layouts = changed(store, form);
  const { papers, changed: read, kept } = await rereadLike(store, layouts);
  const what =
    form.get('do') === 'forget' ? 'It is forgotten.' : `${counted(layouts.length, 'layout is', 'layouts are')} kept.`;
  const trouble =
    kept.length === 0
      ? ''
      : ` ${counted(kept.length, 'paper')} could not be read again: ${kept.map(({ file }) => file).join(', ')}.`;
  return `${what} ${counted(papers, 'paper')} read again, ${read.length} with another result.${trouble}`;
}

function changed(store: Store, form: URLSearchParams) {
  const by = { who: userName(), now: new Date() };
  const action = form.get('do');
  if (action === 'forget') return [forgetLayout(store, Number(form.get('id')), by)];
  if (action === 'keep' || action === 'import')
    return keepLayouts(store, readLayoutsFile(form.get('file') ?? '', 'the file'), by);
  throw notOurs();
}
