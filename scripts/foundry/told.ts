import type { Random } from '../../test/support/random.ts';
import type { Design, RecordForm, SlotKey } from './design.ts';
import type { StatusStyle } from './statuses.ts';

/**
 * Forms that no table of findings and no list of labels shows: letters that tell each matter in paragraphs, registers set on
 * a typewriter, actions under the dates by which they are due, strips of months with notes, dashboards whose labels are only bold.
 */
export const toldForms = [
  'letter',
  'register',
  'matrix',
  'strips',
  'dashboard',
] as const satisfies readonly RecordForm[];
export type ToldForm = (typeof toldForms)[number];

export const isTold = (form: RecordForm): form is ToldForm => toldForms.some((one) => one === form);

export const toldStatuses: Readonly<Record<ToldForm, readonly StatusStyle[]>> = {
  letter: ['words', 'words', 'free', 'none'],
  register: ['words', 'free', 'free', 'codes', 'rag-words', 'none'],
  matrix: ['words', 'free', 'free', 'rag-words'],
  strips: ['words', 'free', 'free', 'rag-words', 'none'],
  dashboard: ['words', 'free', 'percent', 'rag-words'],
};

/** Which places a record has, in the order in which they are printed. */
export function drawToldKeys(random: Random, form: ToldForm, status: StatusStyle, ownRef: boolean): SlotKey[] {
  const maybe = (probability: number, ...keys: readonly SlotKey[]) => (random.chance(probability) ? keys : []);
  const ref = ownRef ? (['ref'] as const) : [];
  const standing = status === 'none' ? [] : [keyOf(status)];
  const theme = maybe(form === 'strips' || form === 'dashboard' ? 0.7 : 0.5, 'theme');
  switch (form) {
    case 'matrix':
      return [...ref, ...theme, 'finding', 'action', 'due', 'lead', ...standing];
    case 'letter':
      return [
        ...ref,
        ...theme,
        'finding',
        ...maybe(0.5, 'action'),
        'progress',
        ...maybe(0.7, 'future'),
        'lead',
        'due',
        ...standing,
      ];
    default: {
      const facts = random.shuffle<SlotKey>(['lead', 'due', ...standing]);
      const told = form === 'strips' ? [] : maybe(0.4, 'future');
      return [...ref, ...theme, 'finding', ...maybe(0.8, 'action'), 'progress', ...told, ...facts];
    }
  }
}

const keyOf = (status: StatusStyle): SlotKey =>
  status === 'percent' ? 'percent' : status === 'rag-words' ? 'rag' : 'status';

/** How letters number what they answer. Every fourth is set aside for measuring, as it is in every bank of words. */
export const refsOfLetters = ['Recommendation {w}', 'Recommendation {n}', 'AFI {n}', 'Finding {n}', '{n}'];

/** Days from the meeting to the dates that head the columns of a matrix. */
export const daysOfMatrix = [-40, 80, 210];

export const monthsOfStrip = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
/** True where a strip shows quarters. */
export const quarterly = ({ look }: Design): boolean => look % 4 === 3;

/** Facts as letters tell them: `{lead}`, `{due}` and `{status}` stand for what varies. */
export const factSentences = {
  lead: [
    'I hold {lead} answerable for this.',
    '{lead} is seeing to it.',
    'It is in the hands of {lead}.',
    'The person to ask about this is {lead}.',
    'I have asked {lead} to see it through.',
    'This falls to {lead}.',
    '{lead} leads on it for us.',
  ],
  both: [
    'It is due by {due} and is {status}.',
    'We expect to finish by {due}, and as I write it is {status}.',
    'The date is {due}; the work is {status}.',
    'It ought to be done by {due}. Today it is {status}.',
    'We aim for {due} and are {status}.',
    'The date that we set is {due}, and I count this as {status}.',
  ],
  due: [
    'It is due by {due}.',
    'We expect to have finished by {due}.',
    'The date that we have set is {due}.',
    'It ought to be done by {due}.',
    'Our date for it is {due}.',
  ],
  status: [
    'It is {status}.',
    'The work is {status}.',
    'As I write it is {status}.',
    'Today it is {status}.',
    'I count it as {status}.',
  ],
} as const;
