import { shortened } from '../../lib/text.ts';
import type { Correction } from '../../model/correction.ts';
import { type EntryField, entryFieldRows, entryFields, fieldTitle } from '../../model/fields.ts';
import { calledOf } from '../../model/gist.ts';
import type { StoredEntry } from '../../model/stored.ts';
import { statusValues } from '../../model/values.ts';
import { type Html, html } from '../../report/html.ts';
import { tableView } from '../../report/table.ts';
import { corrections, describe } from '../../review/index.ts';
import { entryById } from '../../store/index.ts';
import { queueOf } from '../queue.ts';
import { rightness } from '../rightness.ts';
import type { Page, Site } from '../site.ts';
import { facetWords } from '../words.ts';
import { choices, hidden, meaningOf, wordsOf } from './forms.ts';
import { spotOf, spotView } from './see.ts';

const queueShown = 15;
const saidShown = 50;

/** How far the review is, what comes next, how right the reader was, and what was said. */
export function reviewPage(site: Site): Page {
  const { base, store } = site;
  const queue = queueOf(site);
  const { size, checked } = queue;
  const next = queue.next(queueShown);
  const said = corrections(store).slice(0, saidShown);
  const lines = next.map(
    ({ id, why }) =>
      html`<li><a href="${base}/review/${id}">${shortened(calledOf(entryById(store, id) ?? {}), 140)}</a> <span class="small">${why.join('; ')}</span></li>`,
  );
  const body = html`<p class="lede">${checked} of ${size} entries are checked.</p>
<progress value="${checked}" max="${Math.max(1, size)}" aria-label="Entries checked">${checked}</progress>
${next[0] === undefined || site.isReadOnly ? null : html`<p><a class="button" data-key="n" href="${base}/review/${next[0].id}">Check the next <kbd>n</kbd></a></p>`}
<h2>Most doubtful first</h2><ol>${lines}</ol>
<p class="small">Tables and forms that gave no entries stand under <a href="${base}/layouts">Layouts</a>.</p>
${rightnessView(site)}
<h2>What people said</h2>${said.length === 0 ? html`<p>Nothing yet.</p>` : html`<ul class="lines">${said.map((one) => saidView(site, one))}</ul>`}`;
  return { title: 'Review', part: 'review', body };
}

function saidView({ base, isReadOnly }: Site, said: Correction): Html {
  const undo = html` <form class="inline" method="post" action="${base}/undo">${hidden('id', said.id)}${hidden('back', 'review')}<button>Undo</button></form>`;
  const link = said.entryId === null ? `paper/${said.paperId}` : `entry/${said.entryId}`;
  return html`<li><a class="quiet" href="${base}/${link}">${describe(said)}</a>${isReadOnly ? null : undo}</li>`;
}

/** How right the reader was on what people checked, by field and by service. */
function rightnessView(site: Site): Html | null {
  const { byField, byService } = rightness(site.store);
  if (byField.length === 0) return null;
  const table = (caption: string, head: string, lines: typeof byField) =>
    tableView({
      label: caption,
      caption,
      heads: [head, { number: 'Checked' }, { number: 'Right' }, { number: 'Per cent' }],
      rows: lines.map(
        ({ name, checked, right }) =>
          html`<tr><th scope="row">${name}</th><td class="number">${checked}</td><td class="number">${right}</td><td class="number">${Math.round((100 * right) / checked)}</td></tr>`,
      ),
    });
  return html`<h2>How right the reader was</h2>${table(
    'Values by field',
    'Field',
    byField.map((line) => ({ ...line, name: fieldTitle(line.name) })),
  )}${table('Values by service', 'Service', byService)}`;
}

/** One entry to check: its fields beside its page; null where there is none. */
export async function checkPage(site: Site, id: string, field: string | null): Promise<Page | null> {
  const entry = entryById(site.store, id);
  const spot = entry === null ? null : spotOf(site, id, field);
  if (entry === null || spot === null) return null;
  const queue = queueOf(site);
  const own = queue.waiting(id);
  const fields = entryFieldRows.filter(([own]) => wordsOf(entry, own) !== '' || commonFields.has(own));
  const { base } = site;
  const body = html`<p class="lede">${queue.checked} of ${queue.size} checked${own?.isReviewed ? ', this one too' : null}${own === null || own.why.length === 0 ? null : `; ${own.why.join('; ')}`}.</p>
<div class="side"><section aria-label="The page">${await spotView(site, spot)}</section>
<section aria-label="The fields"><form class="fix" method="post" action="${base}/say">${hidden('target', id)}${hidden('back', `review/${id}`)}
${fields.map(([own], index) => fieldView(site, entry, own, index === 0))}
<div class="field"><label for="why">Why, if you correct</label><input id="why" name="why" maxlength="2000"></div>
<p class="decide"><button class="main" name="verdict" value="accept" data-key="a">All right <kbd>a</kbd></button><button name="verdict" value="correct">Keep corrections</button><button name="verdict" value="reject" data-key="r">No entry <kbd>r</kbd></button><button name="verdict" value="no-paper" data-key="p">Not a paper <kbd>p</kbd></button><a class="button" data-key="n" href="${base}/review/${id}/next">Next <kbd>n</kbd></a></p></form>
<p class="small"><kbd>c</kbd> goes to the first field, Escape leaves it.</p></section></div>`;
  return { title: shortened(calledOf(entry ?? {}), 90), part: 'review', body, isWide: true };
}

/** Fields that are asked for also where nothing was read. */
const commonFields: ReadonlySet<EntryField> = new Set(['action', 'progress', 'timescale', 'status', 'lead']);
/** From here on down a value is doubtful. */
const doubtfulBelow = 0.7;

function fieldView({ base }: Site, entry: StoredEntry, field: EntryField, isFirst: boolean): Html {
  const words = wordsOf(entry, field);
  const id = `field-${field}`;
  const set = entry.corrected[field];
  const sure = entry.confidence[field];
  const notes = [
    meaningOf(entry, field),
    sure === undefined ? null : `${Math.round(sure * 100)} % sure`,
    set === undefined ? null : `set by ${set.by}`,
  ].filter((note) => note !== null);
  const { kind } = entryFields[field];
  const key = isFirst ? html` data-key="c"` : null;
  const long = kind === 'text' && words.length > 60;
  const control =
    kind === 'updates' || kind === 'labelled' || long
      ? html`<textarea id="${id}" name="set-${field}" maxlength="20000"${key}>
${words}</textarea>`
      : html`<input id="${id}" name="set-${field}" value="${words}" maxlength="20000"${kind === 'status' ? html` list="statuses"` : null}${key}>`;
  const list =
    kind === 'status'
      ? html`<datalist id="statuses">${choices(statusValues.map((value) => [value, facetWords('status', value)]))}</datalist>`
      : null;
  const place =
    entry.places[field] === undefined
      ? null
      : html` <a href="${base}/review/${entry.id}?field=${field}">show where</a>`;
  return html`<div class="field${sure !== undefined && sure < doubtfulBelow ? ' doubtful' : ''}"><label for="${id}">${fieldTitle(field)}</label>${hidden(`was-${field}`, words)}${control}${list}<span class="was">${notes.join('; ')}${place}</span></div>
`;
}
