import type { Block, Cell } from '../../src/model/document.ts';
import { couldBeLabel, labelKey } from './kinds-of-text.ts';

const fewestReturning = 2;

/**
 * The labels of boxes, by `labelKey`: a label over its text, each a table of its own, as on a slide. Where several of those set alike
 * return, all of them are labels: what only one record tells of (`Risks`) too.
 * @param returning the texts that return in the paper, by `labelKey`
 */
export function labelsOfBoxes(blocks: readonly Block[], returning: ReadonlySet<string>): readonly string[] {
  const heads = blocks.flatMap((block) => {
    const [head, text, ...others] = block.kind === 'table' && block.columns === 1 ? block.cells : [];
    const isBox = head !== undefined && text !== undefined && others.length === 0;
    return isBox && isSet(head) && couldBeLabel(head.text) ? [head] : [];
  });
  return [...Map.groupBy(heads, lookOf).values()].flatMap((alike) => {
    const keys = new Set(alike.map(({ text }) => labelKey(text)));
    const returned = [...keys].filter((key) => returning.has(key)).length;
    return returned >= fewestReturning ? [...keys] : [];
  });
}

const isSet = ({ bold, header, fill }: Cell): boolean => bold || header || fill !== null;

const lookOf = ({ bold, header, fill }: Cell): string => `${bold} ${header} ${fill}`;
