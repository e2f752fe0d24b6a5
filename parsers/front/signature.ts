import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { closesLetter } from '../recognise/sections.ts';
import { partsOfLine } from './line-pairs.ts';
import { isTabled, type PlacedText } from './texts.ts';

/** A name and a post stand right below the close of a letter. */
const longestLine = 8;
const mostLines = 2;

/** Who signs a letter: the name and the post below its close, in one line or two; undefined where no post stands there. */
export function findSignature(blocks: readonly Block[]): RawValue | undefined {
  const close = blocks.findLastIndex((block) => 'text' in block && closesLetter(block.text));
  if (close < 0) return undefined;
  const lines = blocks.slice(close + 1, close + 1 + mostLines).flatMap((block) => ('text' in block ? [block] : []));
  const post = lines.findIndex(({ text }) => rolePhrase.test(foldPlain(text)));
  const signed = lines.slice(0, post + 1);
  if (post < 0 || !signed.every(({ text }) => isShort(text))) return undefined;
  return { text: signed.map(({ text }) => text.trim()).join(', '), places: signed.flatMap(({ places }) => places) };
}

const isShort = (text: string): boolean =>
  text.split(/\s+/).length <= longestLine && !/[.:;?]$/.test(text.trim()) && organisationNames(text).length === 0;

const teamBlocks = 4;
const teamName = /^(?:.* from the |the )?(?<team>\p{Lu}[\p{L}-]*(?: (?:\p{Lu}[\p{L}-]*|and|&|of|for)){0,5} Team)$/u;

/** The team whose name stands by itself in a part of a line at the top, beside no day: who wrote the paper; beside a day it met. */
export function findTeam(texts: readonly PlacedText[]): RawValue | undefined {
  const lines = texts.filter((text) => text.block < teamBlocks && !isTabled(text));
  return lines.flatMap(({ text, places }): readonly RawValue[] => {
    if (findDates(text).some(({ span }) => span.precision === 'day') && !/\bas at\b/.test(text)) return [];
    const teams = text.split(partsOfLine).flatMap((part) => teamName.exec(part.replace(/\.$/, ''))?.groups?.team ?? []);
    return teams.map((team) => ({ text: team, places }));
  })[0];
}
