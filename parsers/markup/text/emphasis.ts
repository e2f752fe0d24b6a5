import { foldSpace } from '../../../src/lib/text.ts';

/** Text without the signs that only style it; `bold` where all of it is marked as strong. */
export interface PlainText {
  readonly text: string;
  readonly bold: boolean;
}

const strong = /^(?:\*\*|__|<(?:b|strong)>)(.+?)(?:\*\*|__|<\/(?:b|strong)>)(:?)$/i;

/**
 * Takes Markdown's emphasis, code and link signs and simple HTML tags off a text; `<br>` ends a line.
 * A star or underscore inside a word or beside a blank is kept: it is no emphasis.
 */
export function withoutEmphasis(marked: string): PlainText {
  const inner = strong.exec(marked.trim())?.[1];
  const bold = inner !== undefined && !/\*\*|__/.test(inner);
  const text = marked
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:b|i|u|em|strong|span|sup|sub|small|font)(?:\s[^<>]*)?>/gi, '')
    .replace(/!?\[([^\]]{0,2000})\]\((?:[^()\s]|\([^()]{0,500}\))*(?:\s+"[^"]{0,500}")?\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,5000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1');
  return {
    text: text
      .split('\n')
      .map(foldSpace)
      .filter((line) => line !== '')
      .join('\n'),
    bold,
  };
}
