import { foldPlain } from '../../src/lib/fold.ts';
import type { Block } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { closesLetter } from '../recognise/sections.ts';

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
