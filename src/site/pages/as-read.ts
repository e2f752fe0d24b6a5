import type { Block, Cell, Document, Table } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';
import { type Html, html, raw } from '../../report/html.ts';

/** A document as it was read: its words and tables only, so that nothing of it can run; some places marked. */
export function blocksView({ blocks }: Document, marked: ReadonlySet<string>): Html {
  return html`<div class="as-read" tabindex="0" role="group" aria-label="The paper as it was read">${blocks.map((block) => blockView(block, marked))}</div>`;
}

const classOf = (places: readonly Place[], marked: ReadonlySet<string>): Html | null =>
  places.some(({ path }) => marked.has(path)) ? raw(' class="value"') : null;

function blockView(block: Block, marked: ReadonlySet<string>): Html {
  if (block.kind === 'heading') return html`<p${classOf(block.places, marked)}><b>${block.text}</b></p>`;
  if (block.kind === 'paragraph') return html`<p${classOf(block.places, marked)}>${block.text}</p>`;
  if (block.kind === 'table') return tableView(block, marked);
  const items = block.items.map(({ text, label, places }) => html`<li${classOf(places, marked)}>${label} ${text}</li>`);
  return html`<ul${classOf(block.places, marked)}>${items}</ul>`;
}

function tableView({ rows, cells, caption, places }: Table, marked: ReadonlySet<string>): Html {
  const byRow = Map.groupBy(cells, ({ row }) => row);
  const lines = Array.from(
    { length: rows },
    (_, row) => html`<tr>${(byRow.get(row) ?? []).map((cell) => cellView(cell, marked))}</tr>`,
  );
  return html`<table${classOf(places, marked)}>${caption === null ? null : html`<caption>${caption}</caption>`}<tbody>${lines}</tbody></table>`;
}

function cellView({ header, rowSpan, columnSpan, text, places }: Cell, marked: ReadonlySet<string>): Html {
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
  const own = classOf(places, marked);
  return header ? html`<th${raw(spans)}${own}>${text}</th>` : html`<td${raw(spans)}${own}>${text}</td>`;
}
