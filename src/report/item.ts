import { counted } from '../lib/counted.ts';
import { withPage } from '../lib/page-link.ts';
import { quoted, shortened } from '../lib/text.ts';
import type { StatusValue } from '../model/plan.ts';
import { changeWords } from '../vocabulary/change-words.ts';
import type { ChangeLine, FieldLine, Item, Piece, PlaceLine, Step } from './data.ts';
import { type Html, html } from './html.ts';
import { dateWords, lookOf, saidStatus, statusClass } from './words.ts';

/** Longer names of entries are cut in lists, in characters. */
const headLength = 160;

/** One entry: a line that tells how it stands, and behind it its words in each paper. */
export function itemView(item: Item, order: number): Html {
  return html`<li class="item" id="t-${item.threadId}" data-order="${order}" data-status="${item.status ?? 'unsaid'}" data-due="${item.latestDue?.day ?? '9999'}" data-slip="${item.slipDays ?? 0}" data-silent="${item.papersSinceProgress}">
<details><summary><span class="item-head">${refView(item.ref)}${shortened(item.gist, headLength)}</span>
<span class="facts">${badge(item.status, item.statusWords)}${facts(item).map((fact) => html` <span class="fact">${fact}</span>`)}</span></summary>
${item.finding === null || (item.action === null && item.finding.length <= headLength) ? null : html`<p class="told"><span class="tag">HMICFRS said</span> ${item.finding}</p>`}
${item.ended === null ? null : html`<p class="told">${item.ended.sentence}</p>`}
${historyView(item, 5)}</details></li>
`;
}

/** An entry by its reference and the words that name it, cut where they are longer. */
export const nameOf = ({ ref, gist }: Pick<Item, 'ref' | 'gist'>, limit: number): string =>
  shortened([ref, gist].filter((words) => words !== null).join(' '), limit);

/** A reference before what it stands for; nothing where there is none. */
export const refView = (ref: string | null): Html | null => (ref === null ? null : html`<b class="ref">${ref}</b> `);

/**
 * The words of an entry in each paper, the latest first, with what came and went.
 * @param level of the headings
 */
export function historyView({ steps }: Item, level: 3 | 5): Html {
  return html`<ol class="history">${steps.map((step) => stepView(step, level)).toReversed()}</ol>`;
}

/**
 * A status in its colour, with its sign and the words that say it; a colour or code of the paper's stands beside them, for a
 * word of another colour would belie its ground.
 * @param words the paper's; null for our own
 */
export function badge(status: StatusValue | null, words: string | null): Html {
  const { word, sign } = saidStatus(status, words);
  const own = sign === null ? null : html` <span class="small">${quoted(sign, 40)}</span>`;
  return html`<span class="badge ${statusClass(status)}"><span aria-hidden="true">${lookOf(status).sign}</span> ${shortened(word, 40)}</span>${own}`;
}

function facts(item: Item): readonly string[] {
  const { latestDue, slipDays, slips, isOverdue, papersSinceProgress, isFinished, ended, lead } = item;
  return [
    latestDue === null ? null : `due ${latestDue.words}${isOverdue ? ' – overdue' : ''}`,
    slipDays === null || slipDays === 0 ? null : moved(slipDays, slips),
    isFinished || papersSinceProgress < 2 ? null : `no news in ${papersSinceProgress} papers`,
    ended === null ? null : (endings[ended.kind] ?? 'not listed any more'),
    lead === null ? null : shortened(lead, 60),
  ].filter((fact) => fact !== null);
}

const endings: Readonly<Partial<Record<ChangeLine['kind'], string>>> = {
  dropped: 'vanished unfinished',
  retired: 'taken off after it was finished',
  merged: 'merged into another',
  completed: 'not listed any more, taken as complete',
  closed: 'not listed any more, taken as closed',
};

function moved(days: number, slips: number): string {
  if (days < 0) return `${counted(-days, 'day')} earlier`;
  return `slipped ${slips > 1 ? `${slips} times, ` : ''}${counted(days, 'day')}`;
}

function stepView(step: Step, level: 3 | 5): Html {
  const unchanged = step.fields.filter(({ pieces }) => pieces === null).map(({ name }) => name.toLowerCase());
  return html`<li><h${level}>${dateWords(step.date)} <span class="place">${placeView(step.place)}</span></h${level}>
${step.changes.length === 0 ? null : html`<ul class="step-changes">${step.changes.map(stepChange)}</ul>`}
${unchanged.length === step.fields.length ? null : html`<dl>${step.fields.map(fieldView)}</dl>`}
${unchanged.length === 0 ? null : html`<p class="small">${unchanged.length === step.fields.length ? 'Everything in the same words as before.' : `In the same words as before: ${unchanged.join(', ')}.`}</p>`}</li>
`;
}

/** Where the fields below show what changed, its kind is enough; else the whole sentence. */
function stepChange({ kind, sentence, inferred }: ChangeLine): Html {
  const isShown = !inferred && !untold.has(kind);
  return html`<li>${isShown ? changeWords[kind].heading : sentence}</li>`;
}

const untold: ReadonlySet<ChangeLine['kind']> = new Set(['dropped', 'retired', 'split', 'merged', 'moved']);

/** Which file, and where in it: its page, else the path in a document that has none. */
export function placeView({ file, page, path, link }: PlaceLine): Html {
  const where = withPage(file, page);
  return html`${link === null ? where : html`<a href="${link}">${where}</a>`}${path === null || page !== null ? null : html` <code>${path}</code>`}`;
}

function fieldView({ name, pieces }: FieldLine): Html | null {
  return pieces === null ? null : html`<div><dt>${name}</dt><dd>${pieces.map(pieceView)}</dd></div>`;
}

/** What came and what went is underlined and struck through, and said in words to those who do not see it. */
function pieceView({ kind, text }: Piece): Html {
  if (kind === 'added') return html`<ins>${text}</ins>`;
  return kind === 'removed' ? html`<del>${text}</del> ` : html`${text}`;
}
