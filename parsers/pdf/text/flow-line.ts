import type { Line } from './lines.ts';

/** What the structure tree says of a stretch of text; every unit of the tree has one of its own. */
export interface Unit {
  readonly role: 'heading' | 'paragraph' | 'item';
  /** Level of a heading (1 is the highest) or depth of an item (0 is the outermost); 0 for a paragraph. */
  readonly level: number;
  /** True for an item whose label the tree marks as one. */
  readonly labelled?: true;
}

/** A line in reading order, with the room it had. */
export interface FlowLine {
  readonly kind: 'line';
  readonly line: Line;
  /** Left and right edge of the column or cell the line stands in, in the line's own frame. */
  readonly left: number;
  readonly right: number;
  /** One object for each column of a page: lines of two objects do not stand under each other. */
  readonly region: object;
  readonly unit: Unit | null;
  /** True where a line is drawn under all of the text. */
  readonly underlined: boolean;
}

/** The widest of small letters, in ems, and a hair. */
const oneLetter = 0.75;

/** True for a line on which not one letter more has room. */
export const isFull = ({ line, right }: FlowLine): boolean => line.x1 + oneLetter * line.size >= right;
