import { foldPlain, foldWords } from '../../src/lib/fold.ts';
import type { Block, Paragraph } from '../../src/model/document.ts';
import type { RawField, RawValue, SingleField } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { kindOf, pillarOf } from '../../src/normalise/pillar.ts';
import { refAtEnd, splitRef } from '../../src/normalise/ref.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { asksReaders, namesReaders } from '../../src/vocabulary/bodies.ts';
import { topicOfKind } from '../../src/vocabulary/finding-kinds.ts';
import { legendTitle } from '../../src/vocabulary/legend-words.ts';
import { askingSentence, findingPhrase } from '../../src/vocabulary/phrases.ts';
import { namesPillar } from '../../src/vocabulary/questions.ts';
import type { Context } from './draft.ts';
import { labelField, splitLabel } from './labels.ts';
import { statusOfPart } from './part-status.ts';
import { planName } from './plan-name.ts';
import { blockTitle, isStandardSection, isStatusAlone, statusOff, type Title } from './sections.ts';

interface Open {
  readonly title: Title;
  readonly gives: Context;
}

/** Fields that a labelled paragraph above a table gives to the table's entries. */
const givenByText: ReadonlySet<string> = new Set(['finding', 'summary', 'theme', 'pillar', 'lead', 'ref']);

/**
 * What stands above each block, from the headings it is under and the labelled paragraphs since the last one.
 * @returns one context per block, in the order of the blocks
 */
export function blocksToContexts(blocks: readonly Block[]): readonly Context[] {
  let open: readonly Open[] = [];
  let labelled: Context = {};
  let awaited: SingleField | null = null;
  return blocks.map((block, index) => {
    const title = blockTitle(block);
    const shown = block.kind === 'paragraph' ? badge(block, blocks[index - 1], blocks[index + 1]) : {};
    const gives = title === null ? {} : { ...titleContext(title), ...shown };
    if (title !== null) open = open.filter((other) => isPartOf(gives, other) || staysOpen(other, title, gives));
    const context: Context = Object.assign({}, ...open.map((above) => above.gives), title === null ? labelled : {});
    if (title !== null) {
      open = [...open, { title, gives }];
      awaited = awaitedField(title.text);
      labelled = isLabel(title.text) && awaited === null ? labelled : {};
    } else if (block.kind === 'paragraph') {
      labelled = {
        ...labelled,
        ...boldFinding(block, blocks[index + 1]),
        ...paragraphContext(block.text, block.places, isListed(block, blocks[index + 1]) ? null : awaited),
        ...shown,
      };
      awaited = null;
    } else if (block.kind === 'table') {
      labelled = {};
    }
    return context;
  });
}

/**
 * A title stays open above deeper ones, and where titles are set alike above those that can only stand below it: labels, and
 * findings below their pillar.
 */
function staysOpen(above: Open, title: Title, gives: Context): boolean {
  if (above.title.level !== title.level) return above.title.level < title.level;
  return isLabel(title.text) ? !isLabel(above.title.text) : isOfPart(gives, above);
}

const isLabel = (text: string) => labelField(text, 0.9) !== null;

/** A pillar's title, however large it is set, is a part of the plan whose title stands above. */
function isPartOf({ pillar, plan }: Context, above: Open): boolean {
  return pillar !== undefined && plan === undefined && above.gives.plan !== undefined;
}

/** A finding's title, though set alike, stands under the title of its plan or pillar: `2. Efficiency`, then `AFI 4 – …`. */
function isOfPart({ pillar, plan, ref, kind, finding }: Context, above: Open): boolean {
  const isFinding = finding !== undefined || kind !== undefined || kindOf(ref?.text ?? '') !== null;
  const isPart = above.gives.pillar !== undefined || above.gives.plan !== undefined;
  return isFinding && pillar === undefined && plan === undefined && isPart;
}

/** A sentence in bold that says what the service should do is the finding of the table below it. */
function boldFinding({ text, bold, places }: Paragraph, next: Block | undefined): Context {
  const heads = next?.kind === 'table' ? next.cells.filter(({ row }) => row === 0) : [];
  const isAnswered = heads.some((cell) => answers.has(labelField(cell.text) ?? 'extra'));
  return bold && isAnswered && askingSentence.test(text) ? { finding: { text, places } } : {};
}

/** A status alone between a title and the table of what it names is the status of that. */
function badge({ text, places }: Paragraph, before: Block | undefined, next: Block | undefined): Context {
  const isBetween = before !== undefined && blockTitle(before) !== null && next?.kind === 'table';
  return isBetween && isStatusAlone(text) ? { status: { text, places } } : {};
}

/** Columns of a table that answers a finding. */
const answers: ReadonlySet<RawField> = new Set(['action', 'progress', 'update', 'future']);

function awaitedField(label: string): SingleField | null {
  const field = labelField(label, 0.9);
  return field === 'finding' || field === 'summary' ? field : null;
}

/** True for the first of several texts with a reference each, of which none alone is found of what stands below them. */
const isListed = ({ text }: Paragraph, next: Block | undefined): boolean =>
  next !== undefined && 'text' in next && splitRef(text) !== null && splitRef(next.text) !== null;

function paragraphContext(text: string, places: RawValue['places'], awaited: SingleField | null): Context {
  const label = splitLabel(text);
  if (label !== null && label.rest !== '' && givenByText.has(label.field))
    return { [label.field]: { text: label.rest, places } };
  const named = splitRef(text);
  if (named !== null && kindOf(named.ref) !== null && findingPhrase.test(foldPlain(named.rest))) {
    return { ref: { text: named.ref, places }, finding: { text: named.rest, places } };
  }
  return awaited === null || asksReaders.test(text) ? {} : { [awaited]: { text, places } };
}

/** `Version 7, April 2023`: a line of a date and a word or two is no theme. */
function isDated(text: string): boolean {
  const [date] = findDates(text);
  return date !== undefined && foldWords(text).split(' ').length - foldWords(date.words).split(' ').length <= 2;
}

/** What a title gives to the entries below it: a plan's name, a reference, a pillar, a finding or a theme. */
export function titleContext(title: Title): Context {
  const { value } = title;
  const ofPart = statusOfPart(title.text);
  if (ofPart !== null) {
    const plan = planName(title.text.replace(lastPart, '')) ?? planName(ofPlan.exec(title.text)?.groups?.plan ?? '');
    const status = { text: ofPart, places: value.places };
    return plan === null ? { status } : { status, plan: { text: plan, places: value.places } };
  }
  const { text, status } = statusOff(title.text);
  const named = nameContext(text, title);
  const isNamed = named.ref !== undefined || named.finding !== undefined || named.theme !== undefined;
  return status === null || !isNamed ? named : { ...named, status: { text: status, places: value.places } };
}

/** `Completed actions from the Inspection Action Plan 2023`. */
const ofPlan = /\b(?:from|of|in) (?:the|our) (?<plan>\p{Lu}.*)$/u;

/** What stands behind the last colon or dash of a title. */
const lastPart = /\s*(?::|\s[-–—])\s[^:]*$/u;

function nameContext(text: string, title: Title): Context {
  const { value } = title;
  const plan = planName(text);
  if (plan !== null) return { plan: { text: plan, places: value.places } };
  if (isStandardSection(text) || legendTitle.test(text) || organisationNames(text).length > 0 || isStatusAlone(text))
    return {};
  const split = refAtEnd(text) ?? splitRef(text);
  const rest = split?.rest ?? text.replace(/^\s*\d+(\.\d+)*[.)]?\s+/, '');
  const at = (words: string): RawValue => ({ text: words, places: value.places });
  const ref: Context = split === null || /^\d+$/.test(split.ref) ? {} : { ref: at(split.ref) };
  if (findingPhrase.test(rest.toLowerCase()) && rest.split(' ').length > 5) return { ...ref, finding: at(rest) };
  if (pillarOf(rest) !== null)
    return { ...ref, pillar: at(rest), ...(namesPillar.test(rest) || title.level === 1 ? {} : { theme: at(rest) }) };
  const topic = topicOfKind.exec(rest)?.groups?.topic;
  if (topic !== undefined) return { ...ref, kind: at(rest), theme: at(topic) };
  if (kindOf(rest) !== null && foldWords(rest).split(' ').length <= 6) return { ...ref, kind: at(rest) };
  if (rest === '' || labelField(rest, 0.9) !== null || title.level === 1 || isDated(rest) || namesReaders.test(rest))
    return ref;
  return { ...ref, theme: at(rest) };
}
