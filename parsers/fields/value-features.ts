import { foldPlain } from '../../src/lib/fold.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import type { Rgb } from '../../src/model/document.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { readPercent } from '../../src/normalise/percent.ts';
import { kindOf, pillarOf } from '../../src/normalise/pillar.ts';
import { ragFromColour, ragFromWords } from '../../src/normalise/rag.ts';
import { endsInNumber, isRef, splitRef } from '../../src/normalise/ref.ts';
import { isStatusWords, type Legend } from '../../src/normalise/status.ts';
import {
  askPhrase,
  findingPhrase,
  foundPhrase,
  intentionPhrase,
  progressPhrase,
  rolePhrase,
} from '../../src/vocabulary/phrases.ts';
import { ofSentence } from '../../src/vocabulary/small-words.ts';
import { noDateWords } from '../../src/vocabulary/statuses.ts';
import {
  closedAnswer,
  ensures,
  firstPerson,
  isToCome,
  money,
  past,
  perfect,
  person,
  stillToDo,
  thirdPerson,
} from '../../src/vocabulary/value-words.ts';
import { withoutStop } from '../records/kinds-of-text.ts';
import type { Slot, TextValue } from '../records/model.ts';

/** Named pieces of evidence, each 0 to 1 where it is a share; what is absent is 0. */
export type Features = ReadonlyMap<string, number>;

/** Longer values are prose: a date, a status or a post in them is not what they are for. */
const longestValue = 12;
const words = (text: string): number => text.split(/\s+/).length;
const short = (folded: string): boolean => folded.split(' ').length <= longestValue;

type Test = readonly [name: string, test: (plain: string, printed: string) => boolean];

/** What a single value can show of what it is. `plain` is folded, `printed` as the paper has it. */
const tests: readonly Test[] = [
  ['date', (plain) => short(plain) && (noDateWords.has(plain) || hasWholeDate(plain))],
  ['date in words', (plain) => !short(plain) && findDates(plain).length > 0],
  ['full day', (plain) => short(plain) && findDates(plain).some(({ span }) => span.precision === 'day')],
  ['status', (plain) => isStatusWords(plain)],
  ['rating', (plain) => ragFromWords(plain) !== null],
  ['number', (plain) => /^[\d.,]+$/.test(plain)],
  ['percent', (plain) => /%|per cent/.test(plain) && readPercent(plain) !== null],
  ['money', (plain) => money.test(plain) && short(plain)],
  ['reference', (_, printed) => isRef(printed)],
  ['reference first', (_, printed) => splitRef(printed) !== null],
  ['ends in number', (_, printed) => endsInNumber(printed)],
  ['post', (plain) => short(plain) && rolePhrase.test(plain) && !/[.!?]$/.test(plain) && !ofSentence.test(plain)],
  ['person', (_, printed) => person.test(printed)],
  ['asks', (plain) => !short(plain) && askPhrase.test(plain)],
  ['finds', (plain) => findingPhrase.test(plain) || foundPhrase.test(plain)],
  ['verb first', (plain) => intentionPhrase.test(plain)],
  ['ensure first', (plain) => ensures.test(plain)],
  ['done', (plain) => words(plain) > 3 && progressPhrase.test(plain)],
  ['perfect', (plain) => perfect.test(plain)],
  ['past', (plain) => words(plain) > 3 && past.test(plain)],
  ['to come', (plain) => isToCome.test(plain)],
  ['not yet', (plain) => stillToDo.test(plain)],
  ['we', (plain) => firstPerson.test(plain)],
  ['third person', (plain) => thirdPerson.test(plain)],
  ['lines', (_, printed) => printed.includes('\n')],
  [
    'dated line',
    (plain) => words(plain) > 4 && /^(?:update )?\(?\d{1,2}[/. ]\w+[/. ]\d{2,4}|^\w{3,9} 20\d\d\s?[:–-]/.test(plain),
  ],
  ['full stop', (_, printed) => /[.!]$/.test(printed.trim())],
  ['closed answer', (plain) => closedAnswer.test(plain)],
  ['tick', (_, printed) => /^[✓✔☑✅√●•■xX✗✘☒☐]$/u.test(printed.trim())],
  ['capitals', (_, printed) => /\p{Lu}{3,}/u.test(printed) && !/\p{Ll}/u.test(printed)],
  ['pillar', (plain) => short(plain) && pillarOf(plain) !== null],
  ['kind', (plain) => short(plain) && kindOf(plain) !== null],
  ['address', (plain) => /https?:|www\.|@|\.(?:pdf|docx?|xlsx?)\b/.test(plain)],
  ['sign', (plain) => !/[\p{L}\p{N}]/u.test(plain)],
  ['1 word', (plain) => words(plain) === 1],
  ['2 to 4 words', (plain) => words(plain) > 1 && words(plain) <= 4],
  ['5 to 9 words', (plain) => words(plain) > 4 && words(plain) <= 9],
  ['10 to 20 words', (plain) => words(plain) > 9 && words(plain) <= 20],
  ['over 20 words', (plain) => words(plain) > 20],
];

/** A text folded, and the tests that it passes: the same few words stand in a column over and over. */
const textShows = rememberByText((text) => {
  const printed = withoutStop(text.trim());
  const plain = foldPlain(printed);
  return { plain, passed: tests.flatMap(([name, test]) => (test(plain, printed) ? [name] : [])) };
});

/** What all values of a slot show together: the share of them that passes each test, and how they vary. */
export function valuesToFeatures({ values }: Slot, legend: Legend): Features {
  const features = new Map<string, number>();
  const present = values.filter((value) => value !== null);
  const written = present.filter(({ text }) => text !== '');
  const set = (name: string, share: number) => {
    if (share > 0) features.set(`value: ${name}`, share);
  };
  set('blank', 1 - written.length / Math.max(1, values.length));
  set(
    'painted alone',
    present.filter(({ text, fill }) => text === '' && fill !== null).length / Math.max(1, present.length),
  );
  set('colours', new Set(present.flatMap(rating)).size > 1 ? 1 : 0);
  if (written.length === 0) return features;
  const shown = written.map(({ text }) => textShows(text));
  const counts = new Map<string, number>();
  for (const { passed } of shown) for (const name of passed) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name] of tests) set(name, (counts.get(name) ?? 0) / shown.length);
  set('legend', shown.filter(({ plain }) => legend.has(plain)).length / shown.length);
  const distinct = new Set(shown.map(({ plain }) => plain)).size;
  set('distinct', (distinct - 1) / Math.max(1, shown.length - 1));
  set('all one', shown.length > 2 && distinct === 1 ? 1 : 0);
  set(
    'as above',
    values.filter((value, index) => index > 0 && value !== null && value.text === values[index - 1]?.text).length /
      values.length,
  );
  return features;
}

const rating = ({ fill }: TextValue): readonly string[] => (fill === null ? [] : colourName(fill));
const colourName = (fill: Rgb): readonly string[] => {
  const rag = ragFromColour(fill, 'fill');
  return rag === null ? [] : [rag.value];
};

/** A date that is what the value is for, and not one inside a sentence. */
function hasWholeDate(plain: string): boolean {
  const sentence = /[.!?]$/.test(plain);
  return findDates(plain).some(
    ({ span, words: own }) =>
      (span.precision !== 'year' || /^\d{4}$/.test(plain)) && !(sentence && words(plain) - words(own) > 2),
  );
}

/** The mean length of a slot's values in words. */
export function meanLength({ values }: Slot): number {
  const written = values.filter((value) => value !== null && value.text !== '');
  return written.reduce((sum, value) => sum + words(value?.text ?? ''), 0) / Math.max(1, written.length);
}
