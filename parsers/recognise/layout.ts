import type { Block } from '../../src/model/document.ts';
import type { LayoutReading } from '../../src/model/raw.ts';
import type { Context } from './draft.ts';

/** The blocks of a document with what stands above each; `free` tells which no earlier reader has used. */
export interface LayoutInput {
  readonly blocks: readonly Block[];
  readonly contexts: readonly Context[];
  readonly free: (index: number) => boolean;
}

/** A way in which papers lay out a plan. Reads what it recognises and leaves the rest. */
export interface Layout {
  readonly name: string;
  read(input: LayoutInput): LayoutReading;
}

export const nothingRead: LayoutReading = { entries: [], used: new Set(), statements: [], issues: [] };

/** Several readings as one. */
export function mergeReadings(readings: readonly LayoutReading[]): LayoutReading {
  return {
    entries: readings.flatMap(({ entries }) => entries),
    used: new Set(readings.flatMap(({ used }) => [...used])),
    statements: readings.flatMap(({ statements }) => statements),
    issues: readings.flatMap(({ issues }) => issues),
  };
}
