import { type Bar, type Block, barLine, type Cell, type Line, type Page, type Run, type Table } from '../page.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const broken = (text: string) => escaped(text).replaceAll('\n', '<br>');
const inline = ({ runs }: Line) => runs.map(runToHtml).join('');

function runToHtml({ text, bold, italic }: Run): string {
  const slanted = italic ? `<em>${broken(text)}</em>` : broken(text);
  return bold ? `<strong>${slanted}</strong>` : slanted;
}

/** The page as HTML, with the looks a council's site or a print of it has. */
export function toHtml({ title, landscape, site, running, blocks }: Page): string {
  const foot =
    running === null
      ? ''
      : `@top-left { content: "${running.replaceAll('"', '')}"; font-size: 8pt } @bottom-right { content: "Page " counter(page); font-size: 8pt }`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
@page { size: A4${landscape ? ' landscape' : ''}; margin: 18mm; ${foot} }
body { font: 10pt Arial, "Liberation Sans", sans-serif; line-height: 1.3 }
table { border-collapse: collapse; width: 100%; margin: 6pt 0 10pt } td, th { padding: 3pt 5pt; vertical-align: top; text-align: left }
td p, th p, td ul { margin: 0 0 2pt } td ul { padding-left: 12pt } table.whole tr { break-inside: avoid }
table.all td, table.all th { border: 0.75pt solid #444 } table.rows tr { border-bottom: 0.75pt solid #999 } table.frame { border: 0.75pt solid #444 }
.card { border: 0.75pt solid #888; padding: 6pt 10pt; margin: 0 0 10pt; border-radius: 4pt } dt { font-weight: bold; margin-top: 5pt } dd { margin-left: 14pt }
.bar, .columns { display: flex; flex-wrap: wrap; margin: 0 0 4pt; padding: 0; list-style: none } .bar > * { display: inline-block; margin-right: 14pt }
.columns { flex-wrap: nowrap } .columns > section { flex: 1 1 0; margin-right: 10pt }
.break { break-before: page }
</style></head><body>${site ? siteHead : ''}<main>
${blocks.map(blockToHtml).join('\n')}
</main>${site ? siteFoot : ''}</body></html>
`;
}

/** What a council's site prints round every page of its own. */
const siteHead = `<header><a href="#content">Skip to main content</a><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li><li><a href="/safety">Your safety</a></li><li><a href="/news">News</a></li></ul></nav></header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/meetings">Meetings and papers</a></li></ol></nav>`;
const siteFoot = `<footer><h2>Contact us</h2><ul><li><a href="/contact">Contact</a></li><li><a href="/privacy">Privacy</a></li><li><a href="/accessibility">Accessibility</a></li></ul></footer>`;

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inline(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${itemsToHtml(block.items)}</${tag}>`;
    }
    case 'definitions':
      return `<dl>${block.items.map(([label, lines]) => `<dt>${escaped(label)}</dt><dd>${linesToHtml(lines)}</dd>`).join('')}</dl>`;
    case 'card':
      return `<article class="card">${block.blocks.map(blockToHtml).join('')}</article>`;
    case 'bar':
      return barToHtml(block);
    case 'columns':
      return `<div class="columns">${block.columns.map((blocks) => `<section>${blocks.map(blockToHtml).join('\n')}</section>`).join('')}</div>`;
    case 'fold':
      return `<details open><summary>${escaped(block.title)}</summary>${block.blocks.map(blockToHtml).join('\n')}</details>`;
    case 'typed':
      return `<pre>${escaped(block.lines.join('\n'))}</pre>`;
    case 'pageBreak':
      return '<div class="break"></div>';
    case 'table':
      return tableToHtml(block);
  }
}

/** Sites part short texts by their style sheets: in the markup nothing stands between them. */
function barToHtml(bar: Bar): string {
  if (bar.web === 'joined') return `<p class="facts">${inline(barLine(bar))}</p>`;
  const items = bar.items.map(inline);
  return bar.web === 'list'
    ? `<ul class="bar meta">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
    : `<div class="bar">${items.map((item, index) => `<span class="item item-${index + 1}">${item}</span>`).join('')}</div>`;
}

/** Items that stand deeper than the one before them are a list within it. */
function itemsToHtml(items: readonly Line[], depth = 0): string {
  const starts = items.flatMap((item, index) => (index === 0 || (item.depth ?? 0) <= depth ? [index] : []));
  return starts
    .map((start, at) => {
      const [first, ...inner] = items.slice(start, starts[at + 1]);
      const list = inner.length === 0 ? '' : `<ul>${itemsToHtml(inner, depth + 1)}</ul>`;
      return first === undefined ? '' : `<li>${inline(first)}${list}</li>`;
    })
    .join('');
}

/** One line stands bare; several are paragraphs, and neighbours with bullets one list. */
function linesToHtml(lines: readonly Line[]): string {
  const [only] = lines;
  if (only === undefined) return '';
  if (lines.length === 1 && !only.bullet) return inline(only);
  let html = '';
  for (const [index, line] of lines.entries()) {
    if (!line.bullet) html += `<p>${inline(line)}</p>`;
    else {
      if (!lines[index - 1]?.bullet) html += '<ul>';
      html += `<li>${inline(line)}</li>`;
      if (!lines[index + 1]?.bullet) html += '</ul>';
    }
  }
  return html;
}

function tableToHtml({ rows, headerRows, ruling, stripe, headerFill, splits, widths }: Table): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col style="width:${((100 * width) / total).toFixed(1)}%">`).join('');
  const html = rows.map((row, index) => {
    const fill = index < headerRows ? headerFill : (index - headerRows) % 2 === 1 ? stripe : null;
    return `<tr${fill === null ? '' : ` style="background:#${fill}"`}>${row.map(cellToHtml).join('')}</tr>`;
  });
  const head = headerRows > 0 ? `<thead>${html.slice(0, headerRows).join('\n')}</thead>` : '';
  return `<table class="${ruling}${splits ? '' : ' whole'}"><colgroup>${columns}</colgroup>${head}<tbody>\n${html.slice(headerRows).join('\n')}\n</tbody></table>`;
}

function cellToHtml({ lines, header, bold, fill, ink, rowSpan = 1, columnSpan = 1, table }: Cell): string {
  const tag = header ? 'th' : 'td';
  const style = [fill && `background:#${fill}`, ink && `color:#${ink}`, bold && !header && 'font-weight:bold']
    .filter(Boolean)
    .join(';');
  const attributes = [
    rowSpan > 1 ? ` rowspan="${rowSpan}"` : '',
    columnSpan > 1 ? ` colspan="${columnSpan}"` : '',
    style === '' ? '' : ` style="${style}"`,
  ].join('');
  return `<${tag}${attributes}>${linesToHtml(lines)}${table === undefined ? '' : tableToHtml(table)}</${tag}>`;
}
