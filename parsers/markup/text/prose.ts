import { joinWrapped, type PaperWords } from '../../../src/lib/hyphens.ts';
import { beginsSmall } from '../../../src/tables/continuation.ts';
import { afterBullet, splitLabel } from '../bullets.ts';
import {
  isCapitalHeading,
  isLabelLike,
  isLabelLine,
  isRuleLine,
  isTitleLike,
  markedHeading,
  underlineLevel,
} from './headings.ts';
import { endsSentence, type TextLine } from './lines.ts';
import { isFull, lettersNear, type Wrap } from './wrap.ts';

/** Lines that belong together, and what they are by their form alone. */
export interface Piece {
  readonly kind: 'text' | 'item' | 'heading';
  readonly lines: readonly TextLine[];
  /** Heading: its level where the text marks it, else null. Item: blanks before its marker. */
  readonly level: number | null;
  /** Item: its number or letter as printed, null for a bullet. */
  readonly label: string | null;
  /** Empty lines before the piece. */
  readonly gap: number;
  /** True for a heading that comes again and again: what stands under it alone is its value. */
  readonly repeated: boolean;
  /** True where its first line begins with a reference of a series. */
  readonly inSeries: boolean;
}

interface Open {
  kind: Piece['kind'];
  lines: TextLine[];
  level: number | null;
  label: string | null;
  gap: number;
  inSeries: boolean;
  /** Columns at which an item's text begins, after its marker. */
  hang: number;
}

/** What is known of the whole paper when a stretch of its prose is read. */
export interface ProseSetting {
  /** As `wrapOf` gives it. */
  readonly wrap: Wrap;
  /** As `repeatedLabels` gives them. */
  readonly labels: ReadonlySet<string>;
  /** As `returningLeads` gives them. */
  readonly leads: ReadonlySet<string>;
  /** As `linesInSeries` gives them. */
  readonly series: ReadonlySet<TextLine>;
  /** As `linesLed` gives them. */
  readonly led: ReadonlySet<TextLine>;
  /** As `linesOfCards` gives them. */
  readonly cards: ReadonlySet<TextLine>;
  /** True where a table stands right under the stretch. */
  readonly overTable: boolean;
}

/** Rules drawn below each other are no more than these. */
const mostRules = 3;

/**
 * Lines that come again and again as the titles of parts that are built alike (`Area for improvement`, `Status`): short,
 * three times or more, and not always under one and the same line, as a value under its label would be; nor with its value in the line.
 */
export function repeatedLabels(lines: readonly TextLine[]): ReadonlySet<string> {
  const above = new Map<string, string[]>();
  for (const [at, line] of lines.entries()) {
    if (isLabelLike(line.text) && !line.raw.includes('\t') && !/\p{L}:\s+\S/u.test(line.text)) {
      const before = lines.slice(Math.max(0, at - mostRules), at).findLast(({ text }) => !isRuleLine(text));
      above.set(line.text, [...(above.get(line.text) ?? []), before?.text ?? '']);
    }
  }
  const repeated = [...above].filter(
    ([text, before]) => before.length > 2 && new Set(before).size > 2 && !before.includes(text),
  );
  return new Set(repeated.map(([text]) => text));
}

/**
 * Groups lines of prose into headings, paragraphs and list items. A paragraph goes on where the line before had no room
 * for the next word, or stops within a sentence; it goes on over a page's edge only within a sentence.
 */
export function toPieces(lines: readonly TextLine[], setting: ProseSetting): readonly Piece[] {
  const { labels, series, led } = setting;
  const pieces: Open[] = [];
  const marks: Marks = {
    dashes: lines.filter((line) => /^[-–—*o]\s/.test(line.text)).length > 1,
    tags: lines.filter((line) => tagged.test(line.text)).length >= fewestTags,
  };
  for (const [at, printed] of lines.entries()) {
    const where = { ...setting, lines, at };
    const open = pieces.at(-1);
    const before = lines[at - 1];
    const line =
      before !== undefined && isRuleLine(before.text) ? { ...printed, gap: Math.max(1, printed.gap) } : printed;
    const underline = underlineLevel(line.text);
    if (
      underline !== null &&
      open?.kind === 'text' &&
      open.lines.length === 1 &&
      line.gap === 0 &&
      isHeadingLength(open) &&
      !setting.leads.has(leadOf(open.lines[0]?.text ?? '') ?? '')
    ) {
      pieces[pieces.length - 1] = { ...open, kind: 'heading', level: underline };
      continue;
    }
    if (isRuleLine(line.text)) continue;
    const started = series.has(printed) || led.has(printed) ? textOf(line, series.has(printed)) : startOf(line, marks);
    if (started !== null) pieces.push(started);
    else if (open === undefined || before === undefined || isRuledOff(line, before) || !goesOn(open, line, where)) {
      pieces.push(textOf(line, false));
    } else open.lines.push(line);
    const last = pieces.at(-1);
    if (last?.kind === 'text' && last.lines.length === 1 && isHeadingOver(line, where)) last.kind = 'heading';
  }
  return pieces.map(({ hang: _, ...piece }) => ({ ...piece, repeated: labels.has(piece.lines[0]?.text ?? '') }));
}

/** True below a line of dashes or the like, which parts two texts unless a sentence goes on under it. */
const isRuledOff = (line: TextLine, before: TextLine): boolean => isRuleLine(before.text) && !beginsSmall(line.text);

const isHeadingLength = (open: Open): boolean => (open.lines[0]?.text.length ?? 0) <= 120;

interface Where extends ProseSetting {
  readonly lines: readonly TextLine[];
  readonly at: number;
}

const textOf = (line: TextLine, inSeries: boolean): Open => ({
  kind: 'text',
  lines: [line],
  level: null,
  label: null,
  gap: line.gap,
  inSeries,
  hang: 0,
});

const headingOf = (line: TextLine, level: number | null): Open => ({
  kind: 'heading',
  lines: [line],
  level,
  label: null,
  gap: line.gap,
  inSeries: false,
  hang: 0,
});

/** What else than bullets and numbers begins the items of a stretch: dashes, or a few words in square brackets (`[DONE] Book the hall`). */
interface Marks {
  readonly dashes: boolean;
  readonly tags: boolean;
}
const tagged = /^\[[^\][]{1,20}\]\s+\S/;
const fewestTags = 3;

/** What a line begins by its own first characters: a marked heading, a bullet, a numbered item. */
function startOf(line: TextLine, { dashes, tags }: Marks): Open | null {
  const marked = markedHeading(line.text);
  if (marked !== null) return headingOf({ ...line, text: marked.text }, marked.level);
  const item = (text: string, label: string | null): Open => ({
    kind: 'item',
    lines: text === '' ? [] : [{ ...line, text }],
    level: line.indent,
    label,
    gap: line.gap,
    inSeries: false,
    hang: line.indent + line.text.length - text.length,
  });
  if (/^[•●○◦▪▫■□‣⁃·➢➤]$/u.test(line.text)) return item('', null);
  const text = afterBullet(line.text, dashes || /^[-*]\s/.test(line.text));
  if (text !== null) return item(text, null);
  if (tags && tagged.test(line.text)) return item(line.text, null);
  const numbered = splitLabel(line.text);
  return numbered === null || isJoint(numbered.text) ? null : item(numbered.text, numbered.label);
}

/** `2.1 – Words`: a number that a dash joins to what it stands for is its reference, not the number of an item. */
const isJoint = (text: string): boolean => /^[-–—:]\s/.test(text);

/** True where the line continues the piece that is open. */
function goesOn(open: Open, line: TextLine, { lines, at, wrap, labels, leads, cards, overTable }: Where): boolean {
  const last = open.lines.at(-1);
  if (last === undefined) return true;
  if (open.kind === 'heading') return open.lines.length === 1 && continuesHeading(last, line, wrap);
  if (line.gap > 0 || line.newPage) return !endsSentence(last.text) && beginsSmall(line.text) && last.text.length > 20;
  if (labels.has(line.text) || (isCapitalHeading(line.text) && !isCapitalHeading(last.text))) return false;
  if (overTable && at === lines.length - 1 && endsSentence(last.text) && isTitleLike(line.text)) return false;
  if (beginsSmall(line.text)) return true;
  const isLed = leads.has(leadOf(line.text) ?? '');
  if (isLed && (endsSentence(last.text) || leads.has(leadOf(open.lines[0]?.text ?? '') ?? ''))) return false;
  if (isHung(open, line)) return true;
  if (stepsBack(open, line)) return false;
  if (open.inSeries && !isFull(last, line, wrap.letters, wrap)) return false;
  if (cards.has(line) && !isFull(last, line, wrap.letters, wrap)) return false;
  if (open.kind === 'item' && open.hang > 0 && line.indent >= Math.max(2, open.hang - 1)) return true;
  if (endsSentence(last.text) && line.indent > last.indent && open.lines[0] !== last) return false;
  const letters = lettersNear(lines, at, wrap);
  const full = isFull(last, line, letters, wrap);
  if (endsSentence(last.text) && (!full || line.indent > last.indent)) return false;
  if (isLabelLine(line.text) && !full) return false;
  return open.kind === 'text' || last.text.endsWith(',') || isFull(last, line, itemShare * letters, wrap);
}

/** True for a line set in below one that begins with a label: `Position: all tested.` goes on there, whole sentences too. */
const isHung = ({ kind, lines: [first] }: Open, { indent, text }: TextLine): boolean =>
  kind === 'text' && first !== undefined && led.test(first.text) && indent > first.indent + 1 && !led.test(text);

/** True for a label at the margin of one whose value was set in below it. */
const stepsBack = ({ lines }: Open, { indent, text }: TextLine): boolean => {
  const [first, last] = [lines[0], lines.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    led.test(first.text) &&
    led.test(text) &&
    last.indent > first.indent + 1 &&
    indent <= first.indent
  );
};

/** The words before a dash or colon that several lines begin with. */
export function returningLeads(lines: readonly TextLine[]): ReadonlySet<string> {
  const leads = lines.flatMap(({ text }) => leadOf(text) ?? []);
  return new Set(
    [...Map.groupBy(leads, (lead) => lead)].flatMap(([lead, all]) => (all.length >= fewestLeads ? [lead] : [])),
  );
}

const fewestLeads = 3;
const leadOf = (text: string): string | null =>
  /^(?<lead>\p{Lu}[^:.–—]{1,40}?)(?: [-–—]|:)\s+\S/u.exec(text)?.groups?.lead ?? null;

const led = /^\p{Lu}[^:]{1,50}:\s+\S/u;

/** Items are set in from the margin, so their lines are shorter than those of paragraphs. */
const itemShare = 0.85;

/** Two lines of capitals are one heading only where the first had no room for more. */
const continuesHeading = (last: TextLine, line: TextLine, wrap: Wrap): boolean =>
  line.gap === 0 &&
  isCapitalHeading(last.text) &&
  isCapitalHeading(line.text) &&
  isFull(last, line, wrap.letters, wrap);

/** So many lines under a short one are looked at for the end of a sentence. */
const mostLinesOfBody = 40;

/** True where a short line stands right on top of the prose it names, or is in capitals. */
function isHeadingOver(line: TextLine, { lines, at, wrap, labels, cards }: Where): boolean {
  if (isCapitalHeading(line.text) || labels.has(line.text)) return true;
  const next = lines[at + 1];
  if (next === undefined || next.gap > 0 || next.newPage || !isTitleLike(line.text) || cards.has(next)) return false;
  if (beginsSmall(next.text) || isFull(line, next, lettersNear(lines, at, wrap), wrap)) return false;
  if (startOf(next, { dashes: true, tags: true }) !== null) return false;
  const rest = lines.slice(at + 1, at + 1 + mostLinesOfBody);
  const end = rest.findIndex((below, index) => index > 0 && (below.gap > 0 || below.newPage));
  const body = end === -1 ? rest : rest.slice(0, end);
  return (
    /\p{Lu}/u.test(next.text.charAt(0)) &&
    body.some((below) => endsSentence(below.text)) &&
    next.text.split(' ').length >= 5
  );
}

/**
 * A piece's lines as one text. A line that was cut short on purpose, as in an address, ends with `\n`.
 */
export function pieceText(piece: Piece, words: PaperWords, { letters }: Wrap): string {
  const groups: string[][] = [];
  for (const [at, line] of piece.lines.entries()) {
    const before = piece.lines[at - 1];
    const last = groups.at(-1);
    const wrapped =
      before !== undefined &&
      (beginsSmall(line.text) ||
        /[,\-–]$/.test(before.text) ||
        endsSentence(before.text) ||
        piece.kind !== 'text' ||
        before.text.length > 0.6 * letters);
    if (last !== undefined && wrapped) last.push(line.text);
    else groups.push([line.text]);
  }
  return groups.map((group) => joinWrapped(group, words)).join('\n');
}
