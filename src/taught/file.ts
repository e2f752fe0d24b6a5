import { Document, isMap, isSeq } from 'yaml';
import { z } from 'zod';
import { readYaml, type YamlMistake } from '../lib/yaml-file.ts';
import type { RawField } from '../model/raw.ts';
import { layoutForms, type TaughtLayout, taughtFields } from '../model/taught.ts';
import { ownMarks } from './marks.ts';

const [longestLabel, mostLabels, mostLayouts] = [400, 80, 500];

const layoutShape = z.strictObject({
  form: z.enum(layoutForms),
  plan: z.boolean(),
  labels: z
    .array(z.strictObject({ label: z.string().min(1).max(longestLabel), means: z.enum(taughtFields) }))
    .min(2)
    .max(mostLabels),
});

const fileShape = z.strictObject({
  'boardtrail-layouts': z.literal(1),
  layouts: z.array(layoutShape).max(mostLayouts),
});

const head = ` What the columns and labels of layouts stand for, as people said, for "boardtrail layouts --import FILE".
 form: columns (a header row over columns) or labels (labels with their values). plan: false where it is no plan.
 A label is known by its words alone; numbers, months and quarters in it may be others.`;

/** Taught layouts as a file that a person can read, and `readLayoutsFile` too. */
export function layoutsToFile(layouts: readonly TaughtLayout[]): string {
  const document = new Document({
    'boardtrail-layouts': 1,
    layouts: layouts.map(({ form, isPlan, labels }) => ({
      form,
      plan: isPlan,
      labels: labels.map(({ label, means }) => ({ label, means })),
    })),
  });
  document.commentBefore = head;
  const lists = document.getIn(['layouts'], true);
  for (const layout of isSeq(lists) ? lists.items : []) {
    const labels = isMap(layout) ? layout.get('labels', true) : undefined;
    for (const label of isSeq(labels) ? labels.items : []) if (isMap(label)) label.flow = true;
  }
  return document.toString({ lineWidth: 0 });
}

/**
 * Reads a layouts file.
 * @param file its name, for messages
 * @throws UsageError that names every mistake with its line
 */
export function readLayoutsFile(text: string, file: string): readonly TaughtLayout[] {
  const read = readYaml(text, file, fileShape, ({ layouts }) => layouts.flatMap(mistakesOf));
  return read.layouts.map(({ form, plan, labels }) => ({ form, isPlan: plan, labels }));
}

function mistakesOf({ plan, labels }: z.infer<typeof layoutShape>, index: number): readonly YamlMistake[] {
  const why = whyNoLayout({ isPlan: plan, labels });
  return why === null ? [] : [{ path: ['layouts', index, 'labels'], message: why }];
}

/** What an entry must say something of. */
const subjects: readonly RawField[] = ['finding', 'action'];

/** Why a layout cannot be kept; null where it can. */
export function whyNoLayout({ isPlan, labels }: Pick<TaughtLayout, 'isPlan' | 'labels'>): string | null {
  if (ownMarks(labels.map(({ label }) => label)).size < 2)
    return 'a layout is known by at least two columns or labels with words of their own';
  if (isPlan && !labels.some(({ means }) => subjects.includes(means)))
    return 'one column or label at least must be a finding or an action, for an entry of a plan is one of these';
  return null;
}
