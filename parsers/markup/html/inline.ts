import { foldSpace } from '../../../src/lib/text.ts';
import { monthNames } from '../../../src/vocabulary/months.ts';
import { cleanText } from '../clean.ts';
import {
  attribute,
  childrenOf,
  type Element,
  elementsOf,
  isBlockElement,
  isElement,
  isText,
  isUnread,
  type Node,
  parentOf,
} from '../dom.ts';
import { isNoteMark, lettersBefore, raisedText, withoutNoteMarks } from '../note-marks.ts';
import { listLabels } from './labels.ts';
import type { Styles } from './styles.ts';

/** Marks in the running text (characters that no text has): the end of a block, the end of a line at a `<br>`, bold from here, bold up to here. */
const hardEnd = '\ufdd0';
const softEnd = '\ufdd1';
const boldStart = '\ufdd2';
const boldEnd = '\ufdd3';
/** Around words that are raised above the line. */
const raisedStart = '\ufdd4';
const raisedEnd = '\ufdd5';
const raisedPart = /\ufdd4([^\ufdd5]*)\ufdd5/g;
const marks = /[\ufdd0-\ufdd5]/g;
const leadingEnds = /^[\s\ufdd0\ufdd1]+/;
const boldPart = /\ufdd2[^\ufdd3]*\ufdd3/g;
const boldFront = /^\s*(?:\ufdd2[^\ufdd3]*\ufdd3\s*)+/;

/** One line as read; `bold` where all of its letters and digits are, `lead` for the words in bold before others that are not. */
export interface Line {
  readonly text: string;
  readonly bold: boolean;
  readonly lead?: string;
}

/**
 * The text of nodes as a reader sees it, one line for each paragraph, list item, nested table row or `<br>`; empty
 * lines left out. A `<br>` inside a sentence ends no line. What is hidden, deleted or struck through has no
 * text; list numbers that the
 * page makes are given, bullets are not.
 */
export function linesOf(nodes: readonly Node[], styles: Styles): readonly Line[] {
  const marked = markedTexts(nodes, styles);
  return marked
    .split(hardEnd)
    .flatMap((part) => joinSoftLines(part.split(softEnd)))
    .flatMap(boldLabelsApart)
    .map(settleRaised)
    .map((line) => {
      const text = withoutNoteMarks(foldSpace(line.replace(marks, '')));
      const bold = line.includes(boldStart) && !/[\p{L}\p{N}]/u.test(line.replace(boldPart, ''));
      return { text, bold, ...(bold ? {} : leadOf(line)) };
    })
    .filter((line) => line.text !== '');
}

/** `Lead officer Head of Fleet Target May 2025 RAG Amber`, of which every other few words are in bold: a line for each label and its value. */
function boldLabelsApart(line: string): readonly string[] {
  const pairs = [...line.matchAll(boldThenPlain)].map(([pair, label = '', value = '']) => ({ pair, label, value }));
  const areFacts =
    pairs.length >= fewestPairs &&
    pairs.map(({ pair }) => pair).join('') === line.trimStart() &&
    pairs.every(({ label, value }) => labelAlone.test(label.trim()) && factAlone.test(value.trim()));
  return areFacts ? pairs.map(({ pair }) => pair) : [line];
}

const boldThenPlain = /\ufdd2([^\ufdd3]*)\ufdd3([^\ufdd2]*)/g;
const fewestPairs = 3;
/** Few words that begin as a label does and end in no sign; what parts a label from its value shows it without any type. */
const labelAlone = /^\p{Lu}[\p{L}\p{N}/&’'-]*(?:\s[\p{L}\p{N}/&’'-]+){0,4}$/u;
const factAlone = /^[\p{Lu}\p{N}£]\S*(?:\s\S+){0,7}$/u;

/** The words in bold at the front of a line. */
function leadOf(line: string): Pick<Line, 'lead'> {
  const [front = ''] = boldFront.exec(line) ?? [];
  const lead = foldSpace(front.replace(marks, ''));
  return lead === '' ? {} : { lead };
}

/** Nodes as one line. */
export const lineOf = (nodes: readonly Node[], styles: Styles): string => joinedLine(nodes, styles).text;

/** Nodes as one line with the words in bold at its front: a first line all in bold is set off from those below it. */
export function joinedLine(nodes: readonly Node[], styles: Styles): Pick<Line, 'text' | 'lead'> {
  const lines = linesOf(nodes, styles);
  const [first, ...rest] = lines;
  const lead = first?.bold === true && rest.some(({ bold }) => !bold) ? first.text : first?.lead;
  return { text: lines.map((line) => line.text).join(' '), ...(lead === undefined ? {} : { lead }) };
}

/** Joins lines of one paragraph where a line break stands within a sentence. */
function joinSoftLines(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let end = '';
  for (const line of lines) {
    const last = joined.at(-1);
    const words = foldSpace(line.replace(marks, ''));
    const isOne = last !== undefined && goesOn(end, words);
    if (isOne) joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
    end = (isOne ? `${end} ${words}` : words).trimEnd().slice(-longestDay);
  }
  return joined;
}

/** Letters at the end of a line that show whether it goes on: those of a weekday and a day. */
const longestDay = 40;

const goesOn = (line: string, next: string): boolean =>
  line !== '' &&
  (line.endsWith(',') ||
    (/^\p{Ll}/u.test(next) && !/[.:;!?]$/.test(line)) ||
    (endsInDay.test(line) && beginsWithMonth.test(next)));

/** `Monday, 14th` above `July 2025`: one date. */
const endsInDay = /day,? \d{1,2}(?:st|nd|rd|th)?$|\b\d{1,2}(?:st|nd|rd|th)$/i;
const beginsWithMonth = new RegExp(`^(?:${monthNames})\\b,? (?:19|20)\\d\\d\\b`, 'i');

function markedText(node: Node, styles: Styles): string {
  if (isText(node)) {
    const parent = parentOf(node);
    const text = cleanText(node.data).replace(marks, '');
    if (text.trim() === '' || (parent !== null && styles.struck(parent))) return ' ';
    const lined =
      parent !== null && styles.keepsLines(parent) ? text.replace(/\n/g, softEnd) : text.replace(/\s+/g, ' ');
    return parent !== null && styles.bold(parent) ? `${boldStart}${lined}${boldEnd}` : lined;
  }
  if (!isElement(node) || isUnread(node) || node.name === 'del' || styles.hidden(node)) return '';
  if (attribute(node, 'role') === 'checkbox') return `${isChecked(node) ? '☒' : '☐'}${childText(node, styles)}`;
  switch (node.name) {
    case 'br':
      return softEnd;
    case 'hr':
      return hardEnd;
    case 'input':
      return checkbox(node);
    case 'sup':
      return raised(node, styles);
    case 'q':
      return `“${childText(node, styles)}”`;
    case 'tr':
      return `${hardEnd}${elementsOf(node)
        .map((cell) => lineOf(childrenOf(cell), styles))
        .join(' ')}${hardEnd}`;
    case 'ol':
      return orderedText(node, styles);
    default:
      return isBlockElement(node) ? `${hardEnd}${childText(node, styles)}${hardEnd}` : inlineText(node, styles);
  }
}

/** An inline element's text, apart from its neighbours where its style sets it apart from them. */
function inlineText(element: Element, styles: Styles): string {
  const text = childText(element, styles);
  const outline = styles.outline(element);
  if (outline === 'words' || element.name === 'a') return text;
  return outline === 'lines' ? `${softEnd}${text}${softEnd}` : ` ${text} `;
}

const childText = (element: Element, styles: Styles): string => markedTexts(childrenOf(element), styles);

const markedTexts = (nodes: readonly Node[], styles: Styles): string =>
  nodes
    .map((node) => markedText(node, styles))
    .join(areItems(nodes, styles) ? hardEnd : areBoxes(nodes) ? softEnd : '');

/** True for all that stands in an element whose style sets it apart. */
function areItems(nodes: readonly Node[], styles: Styles): boolean {
  const [first] = nodes;
  const parent = first === undefined ? null : parentOf(first);
  return parent !== null && nodes.length > 1 && nodes.every(isElement) && styles.setsApart(parent);
}

/**
 * True where nodes are nothing but spans with classes of their own, without a blank between: boxes that a style sheet sets apart,
 * as the facts at the foot of a card. A word processor's spans stand among text.
 */
function areBoxes(nodes: readonly Node[]): boolean {
  return (
    nodes.length > 1 &&
    nodes.every((node) => isElement(node) && node.name === 'span' && /^(?!Mso|\w+E$)./.test(attribute(node, 'class')))
  );
}

/** Raised words: none where a link makes them a note mark, around it or inside it. */
function raised(element: Element, styles: Styles): string {
  const parent = parentOf(element);
  const links = [...elementsOf(element), ...(parent === null ? [] : [parent])];
  const leads = links.some(({ name, attribs }) => name === 'a' && /^#./.test(attribs.href ?? ''));
  const words = childText(element, styles);
  return leads && isNoteMark('x', words.replace(marks, '')) ? '' : `${raisedStart}${words}${raisedEnd}`;
}

/** Takes out what is raised and leads to a note; powers stay. */
const settleRaised = (line: string): string =>
  line.replace(raisedPart, (_, words: string, at: number) =>
    isNoteMark(line.slice(Math.max(0, at - lettersBefore), at).replace(marks, ''), words.replace(marks, ''))
      ? ''
      : raisedText(words),
  );

function orderedText(list: Element, styles: Styles): string {
  const labels = listLabels(list);
  return childrenOf(list)
    .map((child) => {
      const label = isElement(child) ? labels.get(child) : undefined;
      const text = markedText(child, styles);
      return label === undefined ? text : `${hardEnd}${label} ${text.replace(leadingEnds, '')}`;
    })
    .join('');
}

/** A tick box as Word prints it; every other control is the page's, not the paper's. */
function checkbox(input: Element): string {
  if (attribute(input, 'type').toLowerCase() !== 'checkbox') return '';
  return isChecked(input) ? '☒' : '☐';
}

const isChecked = (box: Element): boolean => 'checked' in box.attribs || attribute(box, 'aria-checked') === 'true';

/** The text nodes that a reader sees something of. */
export function* shownText(nodes: readonly Node[], styles: Styles): Generator<Node> {
  for (const node of nodes) {
    if (isText(node)) {
      const parent = parentOf(node);
      if (node.data.trim() !== '' && (parent === null || !styles.struck(parent))) yield node;
    } else if (isElement(node) && !isUnread(node) && node.name !== 'del' && !styles.hidden(node)) {
      yield* shownText(childrenOf(node), styles);
    }
  }
}
