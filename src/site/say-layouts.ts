import { counted } from '../lib/counted.ts';
import { UsageError } from '../model/errors.ts';
import { forgetLayout, keepLayouts, rereadLike, userName } from '../review/index.ts';
import type { Store } from '../store/index.ts';
import { readLayoutsFile } from '../taught/file.ts';

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
  throw new UsageError('the form is not one of this site');
}
