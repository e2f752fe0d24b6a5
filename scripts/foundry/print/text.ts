import { type Block, barLine, type Page, plainText, type Table, textsOfCell } from '../page.ts';

const width = 96;

/** The page as plain text, as it is pasted from a letter or kept by an archive: lines wrapped, columns set by spaces. */
export const toText = ({ blocks }: Page): string => `${blocks.map(blockToText).join('\n\n')}\n`;

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.level <= 2 ? block.text.toUpperCase() : block.text;
    case 'paragraph':
      return wrapped(plainText(block.line), '');
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered
            ? `${index + 1}. `
            : `${'  '.repeat(item.depth ?? 0)}  ${item.depth === undefined ? '*' : '-'} `;
          return wrapped(`${mark}${plainText(item)}`, ' '.repeat(mark.length));
        })
        .join('\n');
    case 'definitions':
      return block.items
        .map(([label, lines]) => [label, ...lines.map((line) => wrapped(`    ${plainText(line)}`, '    '))].join('\n'))
        .join('\n');
    case 'card':
      return ['-'.repeat(40), ...block.blocks.map(blockToText)].join('\n');
    case 'bar':
      return wrapped(plainText(barLine(block)), '');
    case 'columns':
      return block.columns.flat().map(blockToText).join('\n\n');
    case 'fold':
      return [block.title, ...block.blocks.map(blockToText)].join('\n\n');
    case 'pageBreak':
      return '\f';
    case 'typed':
      return block.lines.join('\n');
    case 'table':
      return tableToText(block);
  }
}

function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const word of part.split(/(?<=\S) /)) {
      if (line !== '' && line.length + word.length + 1 > width) {
        lines.push(line);
        line = `${indent}${word}`;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

function tableToText({ rows }: Table): string {
  const texts = rows.map((row) => row.map((cell) => textsOfCell(cell).join(' ')));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)) + 3);
  return texts
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
