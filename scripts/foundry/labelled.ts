import type { Random } from '../../test/support/random.ts';
import type { Grouping, RecordForm, Slot, SlotKey } from './design.ts';
import { tabular } from './tabular.ts';
import { type ForeignKey, foreignBank, isSetAside, type LabelKey, labelBank } from './words/labels.ts';
import type { Split } from './words/write.ts';

/** Columns and signs that some papers leave without a label. */
const unlabelled: ReadonlySet<SlotKey> = new Set(['ref', 'status', 'rag', 'lead', 'due']);

const groupKeys: ReadonlySet<SlotKey> = new Set(['ref', 'finding', 'summary', 'pillar', 'theme']);

/**
 * Gives each place its label, all different within a paper; `initials` are the service's own, by which it heads its answers.
 * Papers for training get no label that is set aside.
 */
export function labelled(
  random: Random,
  split: Split,
  initials: string,
  keys: readonly SlotKey[],
  form: RecordForm,
  grouping: Grouping,
): readonly Slot[] {
  const used = new Set<string>();
  const leadOfGroup = grouping !== 'single' && form !== 'bands' && form !== 'matrix' && random.chance(0.3);
  const answer = !keys.includes('action') && random.chance(0.2);
  const bare =
    tabular.has(form) && random.chance(0.08)
      ? random.pick([...unlabelled])
      : form === 'cards' && random.chance(0.25)
        ? 'status'
        : null;
  return keys.map((key) => {
    if (key === bare) return { key, label: '', level: groupKeys.has(key) ? 'group' : 'action', setAside: false };
    const { label, setAside } = drawLabel(random, split, bankFor(random, key, answer, keys, form), used);
    used.add(label);
    const group = groupKeys.has(key) || (key === 'lead' && leadOfGroup);
    return { key, label: label.replace('{S}', initials), level: group ? 'group' : 'action', setAside };
  });
}

/** Colours are now and then headed as statuses, and statuses as colours; an answer is headed by who gives it. */
function bankFor(
  random: Random,
  key: SlotKey,
  answer: boolean,
  keys: readonly SlotKey[],
  form: RecordForm,
): SlotKey | 'response' | 'cause' {
  if (key === 'summary' && form === 'causes') return 'cause';
  if (key === 'progress' && answer) return 'response';
  const both = keys.includes('status') && keys.includes('rag');
  if (key === 'rag' && !both && random.chance(0.15)) return 'status';
  return key === 'status' && !both && random.chance(0.1) ? 'rag' : key;
}

const shortMonths = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const tickLabels = ['Not started', 'In progress', 'Complete'];

function drawLabel(
  random: Random,
  split: Split,
  key: SlotKey | 'response' | 'cause',
  used: ReadonlySet<string>,
): { label: string; setAside: boolean } {
  const [kind = '', number = '0'] = key.split('-');
  if (kind === 'grid') return { label: shortMonths[Number(number)] ?? '', setAside: false };
  if (kind === 'tick' && key !== 'tick') return { label: tickLabels[Number(number)] ?? '', setAside: false };
  if (kind === 'period') return { label: '', setAside: false };
  const bank: readonly string[] = key in labelBank ? labelBank[key as LabelKey] : foreignBank[key as ForeignKey];
  const indexes = [...bank.keys()].filter((index) => !used.has(bank[index] ?? ''));
  const known = indexes.filter((index) => !isSetAside(index));
  const apart = indexes.filter(isSetAside);
  const index = random.pick(split === 'held-out' && apart.length > 0 && random.chance(0.35) ? apart : known);
  return { label: bank[index] ?? '', setAside: isSetAside(index) };
}
