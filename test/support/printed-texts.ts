import { type Producer, printHtml, readPdf } from './print.ts';

/** What a paper reads as: texts, and tables as rows of cells. */
export async function printedTexts(html: string, producer: Producer): Promise<readonly unknown[]> {
  const { blocks } = await readPdf(await printHtml(html, producer));
  return blocks.map((block) => {
    if (block.kind !== 'table') return block.kind === 'list' ? block.items.map(({ text }) => text) : block.text;
    const row = (at: number) => block.cells.filter((cell) => cell.row === at).map(({ text }) => text);
    return Array.from({ length: block.rows }, (_, at) => row(at));
  });
}
