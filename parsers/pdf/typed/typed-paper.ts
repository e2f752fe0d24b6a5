import type { Block, Furniture } from '../../../src/model/document.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { readText } from '../../markup/text/blocks.ts';
import { withTypedPlaces } from './places.ts';
import type { TypedLine } from './typed-lines.ts';

/** What a paper of typed pages says: read as the file of plain text that was printed, with the places of its words. */
export function readTypedPaper(lines: readonly TypedLine[]): {
  readonly blocks: readonly Block[];
  readonly furniture: readonly Furniture[];
  readonly issues: readonly Issue[];
} {
  const text = lines.map(({ text: line, gap, page }, index) => {
    const isNewPage = index > 0 && lines[index - 1]?.page !== page;
    return `${isNewPage ? '\f' : '\n'.repeat(gap)}${line}`;
  });
  const { blocks, furniture, issues } = readText(text.join('\n'));
  return { blocks: withTypedPlaces(blocks, lines), furniture, issues };
}
