import { statusClass, statusLooks } from './words.ts';

/** Hatchings that tell statuses apart without colour; the page's charts refer to them. */
export const patterns = `<svg width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="p-slash" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6"/></pattern>
<pattern id="p-back" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="2" height="6"/></pattern>
<pattern id="p-dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.2"/></pattern>
<pattern id="p-bars" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="1.5" height="5"/></pattern>
<pattern id="p-lines" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="1.5"/></pattern>
<pattern id="p-unsaid" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="unsaid-dot" cx="3" cy="3" r="1"/></pattern>
</defs></svg>`;

/** The page's whole style: light and dark, narrow and wide, screen and paper. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --panel: #f4f6f8; --ink: #1b2430; --soft: #4d5b69; --rule: #cdd5dd;
  --link: #0b4f9c; --added: #dff3e4; --removed: #fbe3e0; --report: #a5158c; --mark: #1d5fa8; --done: #00703c; --edge: #1b24306b; }
@media (prefers-color-scheme: dark) { :root { --paper: #12171d; --panel: #1c232b; --ink: #e8ecf0; --soft: #aeb9c4;
  --rule: #3d4854; --link: #8fc0ff; --added: #173f27; --removed: #4d1f1b; --report: #f08fe0; --mark: #7db4f5; --done: #6fd39b; --edge: #e8ecf080; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; }
a.quiet { color: inherit; text-decoration: none; }
a.quiet::after { content: '\\00a0›'; color: var(--link); font-weight: 700; }
a.quiet:hover { color: var(--link); text-decoration: underline; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2.25rem; margin: 0; }
h2 { font-size: 1.6rem; margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 3px solid var(--ink); }
h2.finding { font-size: 1.15rem; }
td .badge { white-space: nowrap; }
h3 { font-size: 1.25rem; margin: 2rem 0 .25rem; }
h4 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
h5 { font-size: .95rem; margin: 0 0 .25rem; }
header p { margin: .25rem 0; }
.kicker, .small, .place { color: var(--soft); font-size: .875rem; font-weight: 400; }
.lede { margin: .25rem 0 1rem; max-width: 65ch; }
.count { display: inline-block; min-width: 1.6em; padding: 0 .4em; border-radius: 1em; background: var(--panel);
  border: 1px solid var(--rule); font-size: .85em; font-weight: 600; text-align: center; }
nav { margin: 1.5rem 0 0; padding: .75rem 1rem; background: var(--panel); border-left: 4px solid var(--rule); }
nav ul { margin: 0; padding: 0; list-style: none; columns: 18rem; column-gap: 2rem; }
nav li { break-inside: avoid; padding: .1rem 0; }
nav ul ul { columns: auto; padding-left: 1rem; font-size: .9rem; }
.tiles { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .75rem; margin: 1rem 0 1.5rem; }
.tiles div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .75rem; background: var(--panel);
  border-top: 3px solid var(--rule); }
.tiles dt { color: var(--soft); font-size: .875rem; line-height: 1.3; }
.tiles dd { margin: 0; font-size: 1.9rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; background:
  linear-gradient(to right, var(--paper) 40%, transparent) left / 3rem 100% no-repeat local,
  linear-gradient(to left, var(--paper) 40%, transparent) right / 3rem 100% no-repeat local,
  linear-gradient(to right, var(--edge), transparent) left / 1.1rem 100% no-repeat scroll,
  linear-gradient(to left, var(--edge), transparent) right / 1.1rem 100% no-repeat scroll; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; line-height: 1.3; }
tbody th { font-weight: 400; min-width: 14rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
th button { all: unset; cursor: pointer; font: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
th button:focus-visible { outline: 3px solid var(--link); }
th[aria-sort=ascending] button::after { content: ' ▲'; }
th[aria-sort=descending] button::after { content: ' ▼'; }
.service-name { display: block; font-weight: 600; }
.share { display: block; width: 9rem; white-space: nowrap; }
.share svg { display: block; margin-top: .25rem; }
.share-whole { fill: var(--rule); } .share-part { fill: var(--done); }
.charts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.75rem; }
figure { margin: 0; }
figcaption { font-weight: 600; margin-bottom: .5rem; }
.bars { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content; gap: .3rem .75rem; align-items: center; }
.bar-label, .bar-total { font-size: .875rem; font-variant-numeric: tabular-nums; }
.bar-total { text-align: right; color: var(--soft); }
svg { display: block; } svg text { font-size: 12px; font-weight: 600; fill: var(--ink); }
.unsaid-dot { fill: var(--soft); } .s-unsaid .pattern { opacity: .7; }
.bar rect { stroke: var(--paper); stroke-width: 1.5; } .bar .pattern { stroke: none; }
.pattern { fill: none; opacity: .28; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .6rem 0; padding: 0; list-style: none; font-size: .875rem; }
.legend li { display: flex; align-items: center; gap: .4rem; }
.dues { display: grid; grid-template-columns: minmax(10rem, 24rem) minmax(0, 1fr); column-gap: 1rem; align-items: center; }
.due-label { font-size: .8125rem; line-height: 1.25; padding: .15rem 0; display: -webkit-box; -webkit-box-orient: vertical;
  -webkit-line-clamp: 2; overflow: hidden; }
.due { overflow: visible; } .due-row { position: relative; align-self: stretch; min-height: 1.6rem; } .due-row .due { position: absolute; inset: 0; } .axis text { font-weight: 400; fill: var(--soft); }
.grid { stroke: var(--rule); stroke-width: 1; } .report-line { stroke: var(--report); stroke-width: 2; stroke-dasharray: 4 3; }
.due-move { stroke: var(--mark); stroke-width: 2; } .due-head { fill: none; stroke: var(--mark); stroke-width: 2; }
.due-first { fill: var(--paper); stroke: var(--mark); stroke-width: 2; } .due-latest { fill: var(--mark); } .due-done { fill: var(--done); }
.told-of { margin: .5rem 0; padding-left: 1.1rem; max-width: 80ch; } .told-of li { margin-bottom: .4rem; } .told-of .small { display: block; }
.numbers, .items details, #terms ~ details { margin: .5rem 0; } td[data-value], td summary { white-space: nowrap; }
summary { cursor: pointer; }
.numbers > summary { font-size: .875rem; color: var(--link); }
.news { columns: 26rem; column-gap: 2.5rem; }
.news-kind { margin: 0 0 1rem; } .news-kind h5 { break-after: avoid; } .news-kind ul { margin: .25rem 0 0; padding-left: 1.1rem; } .news-kind li { break-inside: avoid; margin-bottom: .35rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; margin: 2rem 0 0; padding: .75rem 1rem;
  background: var(--panel); }
.filters[hidden] { display: none; }
.filters label { display: grid; font-size: .875rem; color: var(--soft); gap: .15rem; }
.filters input, .filters select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft);
  border-radius: 3px; padding: .3rem .5rem; min-height: 2.25rem; max-width: 100%; }
.items { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--rule); }
.item { border-bottom: 1px solid var(--rule); }
.item[hidden] { display: none; }
.item > details { margin: 0; }
.item > details > summary { padding: .6rem 0; list-style-position: outside; margin-left: 1.1rem; }
.item > details[open] > summary { border-bottom: 1px dashed var(--rule); }
.item-head { display: block; max-width: 80ch; }
.ref { white-space: nowrap; }
.facts { display: block; margin-top: .25rem; font-size: .875rem; }
.fact { color: var(--soft); white-space: nowrap; max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
.fact::before { content: '· '; }
.badge { display: inline-block; padding: .05rem .5rem; border-radius: 3px; font-size: .8125rem; font-weight: 600; }
.told { margin: .75rem 0 .75rem 1.1rem; max-width: 80ch; }
.tag { font-size: .8125rem; font-weight: 600; color: var(--soft); }
.history { list-style: none; margin: 0 0 1rem 1.1rem; padding: 0 0 0 1rem; border-left: 3px solid var(--rule); }
.history > li { padding: .75rem 0; }
.history dl { margin: .25rem 0; max-width: 90ch; }
.history dl div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .75rem; padding: .15rem 0; }
dt { color: var(--soft); font-size: .875rem; } dd { margin: 0; white-space: pre-line; }
.step-changes { margin: .25rem 0; padding-left: 1.1rem; }
ins { background: var(--added); text-decoration: underline; text-decoration-thickness: 2px; }
del { background: var(--removed); text-decoration: line-through; }
code { font-size: .85em; color: var(--soft); }
.matrix td { min-width: 10.5rem; max-width: 22rem; } .matrix thead th:first-child, .matrix tbody th { position: sticky; left: 0; background: var(--paper); min-width: 14rem; max-width: 22rem; }
.matrix p { margin: 0 0 .4rem; } .matrix details { margin-top: .35rem; } .standing { margin: 0; padding: 0; list-style: none; } .standing li { margin-bottom: .2rem; white-space: nowrap; }
.answers { margin: 0; padding: 0; list-style: none; } .answers li { margin-bottom: .6rem; }
.addresses { font-size: .8125rem; overflow-wrap: anywhere; }
${statusStyles()}
@media (max-width: 44rem) {
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  body { padding: 1rem .9rem 3rem; } h1 { font-size: 1.8rem; } h2 { font-size: 1.35rem; }
  .dues { grid-template-columns: minmax(0, 1fr); } .due-label:empty { display: none; } .due-label { padding-top: .4rem; }
  .matrix thead th:first-child, .matrix tbody th { position: static; }
  .history dl div { grid-template-columns: minmax(0, 1fr); gap: 0; } .fact { white-space: normal; }
}
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #333; --rule: #999; --link: #000; --added: #fff; --removed: #fff;
    --report: #a5158c; --mark: #1d5fa8; --done: #00703c; color-scheme: light; }
  @page { size: A4; margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .item > details::details-content { content-visibility: visible; block-size: auto; } .item > details > summary { list-style: none; margin-left: 0; } .history { font-size: 8.5pt; }
  nav, .filters, .skip, .hint, details.numbers:not([open]) { display: none !important; }
  h2 { break-after: avoid; } h3, h4, h5, figcaption { break-after: avoid; } figure, tr, .item > details > summary { break-inside: avoid; }
  .dues { display: grid; grid-template-columns: 14rem minmax(0, 1fr); }
  thead { display: table-header-group; } .scroll { overflow: visible; background: none; } table { font-size: 8.5pt; } tbody th, .matrix th, .matrix td { min-width: 0 !important; position: static !important; }
  rect, path, .badge, .pattern { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { text-decoration: none; } .due-label { -webkit-line-clamp: 1; }
}
`;

function statusStyles(): string {
  return [...statusLooks]
    .map(([status, { fill, ink, pattern }]) => {
      const own = statusClass(status);
      const hatch = pattern === null ? '' : ` .${own} .pattern { fill: url(#${pattern}); }`;
      return `.${own} rect { fill: ${fill}; } .${own} text { fill: ${ink}; } .badge.${own} { background: ${fill}; color: ${ink}; box-shadow: inset 0 0 0 1px #0004; }${hatch}`;
    })
    .join('\n');
}
