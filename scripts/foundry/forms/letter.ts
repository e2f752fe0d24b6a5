import type { Design } from '../design.ts';
import { type Block, heading, type Line, line, paragraph, plainText, type Run } from '../page.ts';
import { factSentences } from '../told.ts';
import { isSetAside } from '../words/labels.ts';
import { names } from '../words/sentences.ts';
import { capitalised } from '../words/write.ts';
import { type Form, isBlank, ofSingle, type Placed, wordsOf } from './place.ts';

/** A letter that takes one finding after the other: what was found, what was done, and who will be done when told in sentences. */
export const letter: Form = (groups, plan, design) => [
  paragraph('Dear Councillor'),
  paragraph('You asked me to say where we stand on what the inspectors found. I take the matters one by one.'),
  ...groups.flatMap((group) =>
    recordOf(
      ofSingle(group, plan).filter((one) => !isBlank(one) && !/^[-–]$/.test(wordsOf(one))),
      design,
    ),
  ),
  paragraph('I should be glad to come and talk to members about any of this.'),
  paragraph('Yours sincerely'),
  paragraph('Chief Fire Officer'),
];

const factKeys: ReadonlySet<string> = new Set(['lead', 'due', 'status']);

function recordOf(placed: readonly Placed[], design: Design): readonly Block[] {
  const ref = placed.find(({ slot }) => slot.key === 'ref');
  const theme = placed.find(({ slot }) => slot.key === 'theme');
  const told = placed.filter(({ slot }) => !factKeys.has(slot.key) && slot.key !== 'ref' && slot.key !== 'theme');
  const facts = placed.filter(({ slot }) => factKeys.has(slot.key));
  const title = [ref, theme]
    .flatMap((one) => (one === undefined ? [] : [wordsOf(one)]))
    .join(design.look % 2 === 0 ? ': ' : ' - ');
  const asTitle = theme !== undefined || (ref !== undefined && !/^\d+$/.test(wordsOf(ref)) && design.look % 3 === 0);
  const number = asTitle || ref === undefined ? '' : `${wordsOf(ref)}. `;
  const texts = told.flatMap((one) => linesOf(one, design));
  const closing = labelsFacts(design)
    ? facts.flatMap((one) => linesOf(one, design))
    : [line(sentencesOf(facts, design))];
  const head = asTitle ? [heading(3, title)] : [];
  const all = [...texts, ...closing].map(
    (one, index): Line => (index === 0 ? { runs: [{ text: number }, ...one.runs] } : one),
  );
  if (!runsOn(design))
    return [
      ...head,
      ...all.filter((one) => plainText(one) !== '').map((one): Block => ({ kind: 'paragraph', line: one })),
    ];
  return [
    ...head,
    {
      kind: 'paragraph',
      line: { runs: all.flatMap(({ runs }, index): readonly Run[] => (index === 0 ? runs : [{ text: ' ' }, ...runs])) },
    },
  ];
}

/** All of a matter in one paragraph. */
const runsOn = ({ variant }: Design): boolean => variant % 3 === 2;
/** Facts have labels as the texts have, in place of sentences. */
const labelsFacts = ({ variant }: Design): boolean => variant === 2 || variant === 4;

/** `Label. Words`, `Label: words`: set off in italics or bold, or by the mark alone. The finding may be quoted after what leads it in. */
function linesOf({ slot, value }: Placed, design: Design): readonly Line[] {
  const [first, ...rest] = value.lines;
  if (first === undefined) return [];
  const mark = runsOn(design) || design.look % 3 === 0 ? ':' : '.';
  const label = /[?:.]$/.test(slot.label) ? slot.label : `${slot.label}${mark}`;
  const set = runsOn(design) ? {} : design.labelBold ? { bold: true } : { italic: true };
  const words = plainText(first);
  const quoted = slot.key === 'finding' && design.look % 4 === 1 ? `“${words}”` : words;
  return [{ runs: [{ text: label, ...set }, { text: ` ${/[.!?”]$/.test(quoted) ? quoted : `${quoted}.`}` }] }, ...rest];
}

/** Who answers for it, by when, and how it stands, as sentences. */
function sentencesOf(facts: readonly Placed[], design: Design): string {
  const at = (key: string) => facts.find(({ slot }) => slot.key === key);
  const [lead, due, status] = [at('lead'), at('due'), at('status')];
  const dated = due?.value.truth.timescale === undefined ? undefined : due;
  const kind =
    dated !== undefined && status !== undefined
      ? 'both'
      : dated !== undefined
        ? 'due'
        : status === undefined
          ? null
          : 'status';
  const words: Readonly<Record<string, string>> = {
    lead: lead === undefined ? '' : withArticle(wordsOf(lead)),
    due: dated === undefined ? '' : wordsOf(dated),
    status: status === undefined ? '' : lowered(wordsOf(status)),
  };
  const frames = [
    ...(lead === undefined ? [] : [chosen(factSentences.lead, design)]),
    ...(kind === null ? [] : [chosen(factSentences[kind], design)]),
  ];
  return frames
    .map((frame) => capitalised(frame.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')))
    .join(' ');
}

const chosen = (frames: readonly string[], { look, variant }: Design): string => {
  const own = frames.filter((_, index) => !isSetAside(index));
  return own[(look + variant) % own.length] ?? '';
};

/** A post has its article, a person none. */
const withArticle = (lead: string): string => (names.some((name) => lead.startsWith(name)) ? lead : `the ${lead}`);
const lowered = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
