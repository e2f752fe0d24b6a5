import { type Content, type Html, html } from './html.ts';

/** A column's heading; under `number` where the column holds numbers, which stand to the right. */
type Head = string | { readonly number: string };

interface TableParts {
  /** What it is called to whoever does not see it. */
  readonly label: string;
  readonly caption?: string;
  readonly heads: readonly Head[];
  readonly rows: Content;
  /** `sortable`: by a click on a heading; `matrix`: its first column stays in sight. */
  readonly is?: 'sortable' | 'matrix';
}

/** A table that is scrolled where the screen is narrower than it. */
export function tableView({ label, caption, heads, rows, is }: TableParts): Html {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}"><table${is === undefined ? null : html` class="${is}"`}>${caption === undefined ? null : html`<caption>${caption}</caption>`}
<thead><tr>${heads.map(headView)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

const headView = (head: Head): Html =>
  typeof head === 'string'
    ? html`<th scope="col">${head}</th>`
    : html`<th scope="col" class="number">${head.number}</th>`;
