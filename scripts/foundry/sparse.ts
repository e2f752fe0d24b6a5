import type { Random } from '../../test/support/random.ts';
import type { FindingKind, RecordForm, SlotKey } from './design.ts';
import type { StatusStyle } from './statuses.ts';
import type { ForeignKey } from './words/labels.ts';

/**
 * Forms in which some texts stand without labels: what they are is told by their place and their words alone. So such a
 * paper has only places that a person would know without a label, and findings that say what the service should do.
 */
export const sparseForms = [
  'facts-line',
  'plain-cards',
  'unlabelled-sections',
  'asked-bullets',
  'lanes',
  'quarter-lanes',
  'numbered-prose',
] as const satisfies readonly RecordForm[];
export type SparseForm = (typeof sparseForms)[number];

export const isSparse = (form: RecordForm): form is SparseForm => sparseForms.some((one) => one === form);

/** Statuses that tell what they are without a label; lanes are named by them. */
const statuses: Readonly<Record<SparseForm, readonly StatusStyle[]>> = {
  'facts-line': ['words', 'free', 'free', 'sentences', 'rag-words', 'percent', 'none'],
  'plain-cards': ['words', 'free', 'free', 'rag-words', 'none'],
  'unlabelled-sections': ['words', 'free', 'sentences', 'rag-words', 'percent', 'none'],
  'asked-bullets': ['words', 'free', 'free', 'none'],
  lanes: ['words', 'free', 'free'],
  'quarter-lanes': ['words', 'free', 'none'],
  'numbered-prose': ['words', 'free', 'none'],
};
export const sparseStatuses = (form: SparseForm): readonly StatusStyle[] => statuses[form];

export const sparseFindings: readonly FindingKind[] = ['should', 'should', 'should', 'stated'];

/** Forms in which actions may stand alone, without the findings they answer. */
const alone: Readonly<Partial<Record<SparseForm, number>>> = { 'plain-cards': 0.2, lanes: 0.5, 'quarter-lanes': 0.5 };

const shortForeign: readonly ForeignKey[] = ['level', 'forum', 'score', 'money', 'link', 'updated'];

/** Which places a record has: those that head it, what is told of it, and its facts. */
export function drawSparseKeys(random: Random, form: SparseForm, status: StatusStyle, ownRef: boolean): SlotKey[] {
  const maybe = (probability: number, ...keys: readonly SlotKey[]) => (random.chance(probability) ? keys : []);
  const single = random.chance(alone[form] ?? 0);
  const head: readonly SlotKey[] = [
    ...(ownRef ? (['ref'] as const) : []),
    ...(single ? [] : (['finding'] as const)),
    ...(single || form === 'asked-bullets' ? (['action'] as const) : []),
  ];
  const told = form === 'asked-bullets' || form.endsWith('lanes') ? maybe(0.5, 'progress') : (['progress'] as const);
  const later = form === 'facts-line' || form === 'unlabelled-sections' ? maybe(0.3, 'future') : [];
  const who = random.pick([['lead'], ['lead', 'due'], ['lead', 'due'], ['lead', 'due'], ['due']] as const);
  const facts: readonly SlotKey[] = [...who, ...sparseStatusKeys(status)];
  const foreign = form === 'facts-line' || form === 'unlabelled-sections' ? maybe(0.2, random.pick(shortForeign)) : [];
  const due = form === 'quarter-lanes' && !facts.includes('due') ? (['due'] as const) : [];
  return [...head, ...told, ...later, ...random.shuffle([...facts, ...due, ...foreign])];
}

function sparseStatusKeys(style: StatusStyle): readonly SlotKey[] {
  if (style === 'none') return [];
  if (style === 'percent') return ['percent'];
  return style === 'rag-words' ? ['rag'] : ['status'];
}

/** Words that lead in a post or a date at the foot of a card. Every fourth is set aside for measuring. */
export const leadWords = {
  lead: ['Owned by', 'Led by', 'With', 'Overseen by', 'Lead:', 'In the hands of', 'Owner:', 'Taken forward by'],
  due: ['Aiming for', 'Due', 'By', 'Expected in', 'Due by', 'Target:', 'Finish:', 'To be done by'],
} as const;
