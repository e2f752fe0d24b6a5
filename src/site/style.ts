import { style as shared } from '../report/style.ts';

/** The site's style: the report's, and what only the site has. */
export const style = `${shared}
.site .top { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; border-bottom: 1px solid var(--rule); padding-bottom: .75rem; margin-bottom: 1.25rem; }
.site.wide { max-width: 110rem; }
.site .history h3 { font-size: .95rem; margin: 0; }
.site h1 { font-size: 1.7rem; }
.site.wide h1 { font-size: 1.25rem; }
.site h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 1px solid var(--rule); }
.home { font-weight: 700; text-decoration: none; font-size: 1.1rem; }
.site nav.parts { margin: 0; padding: 0; background: none; border: 0; }
.site nav.parts ul { columns: auto; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav.parts a { display: inline-block; padding: .25rem 0; } a[aria-current] { font-weight: 700; color: var(--ink); text-decoration-thickness: 3px; }
.find { display: flex; gap: .4rem; align-items: center; margin-left: auto; } .find label { font-size: .875rem; color: var(--soft); }
input, select, textarea, button, .button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; padding: .3rem .6rem; min-height: 2.25rem; max-width: 100%; }
textarea { width: 100%; min-height: 5rem; }
button, .button { background: var(--panel); cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { border-color: var(--link); } button.main { background: var(--link); color: var(--paper); border-color: var(--link); font-weight: 600; }
kbd { font: .8em ui-monospace, monospace; border: 1px solid currentColor; border-radius: 3px; padding: 0 .3em; margin-left: .3em; }
.notice { background: var(--panel); border-left: 4px solid var(--done); padding: .6rem .9rem; } .notice form { display: inline; }
.with-facets { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 2rem; align-items: start; }
.with-facets > .facets { grid-column: 1; grid-row: 1; }
.facets .count { flex: none; align-self: start; } .chosen a[aria-current] { border-color: var(--ink); text-decoration: underline; }
.facets details { border-top: 1px solid var(--rule); padding: .35rem 0; } .facets summary { font-weight: 600; padding: .2rem 0; }
.facets ul { list-style: none; margin: .25rem 0 .5rem; padding: 0; font-size: .9rem; }
.facets li a { display: flex; justify-content: space-between; gap: .75rem; padding: .15rem .3rem; text-decoration: none; overflow-wrap: anywhere; }
.facets li a[aria-current] { background: var(--panel); } .facets li a:hover span:first-child { text-decoration: underline; }
.chosen { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; padding: 0; margin: .5rem 0; font-size: .9rem; } .chosen a { border: 1px solid var(--rule); border-radius: 1rem; padding: .1rem .7rem; text-decoration: none; background: var(--panel); }
.bar-of-tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: .75rem 0; } .bar-of-tools label { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; max-width: 100%; font-size: .875rem; color: var(--soft); }
.lines { list-style: none; margin: 1rem 0; padding: 0; } .lines > li { border-top: 1px solid var(--rule); padding: .7rem 0; } .lines .gist { display: block; max-width: 85ch; }
.late { color: var(--ink); font-weight: 700; } mark { background: #ffe27a; color: #0b0c0c; } .pages { display: flex; gap: 1rem; margin: 1rem 0; }
.values { margin: 1rem 0; } .values > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .25rem 1rem; padding: .5rem 0; border-top: 1px solid var(--rule); } .values dd .place { display: block; } .values dd p { margin: 0; white-space: pre-line; }
.side { display: grid; grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr); gap: 1.5rem; align-items: start; }
.sheet { position: relative; border: 1px solid var(--rule); background: #fff; } .sheet img, .sheet svg { display: block; width: 100%; height: auto; } .sheet svg { position: absolute; inset: 0; height: 100%; }
.dim { fill: #0b0c0c; opacity: .28; } .here { fill: none; stroke: #a5158c; stroke-width: 2; } .other { fill: #1d63a5; fill-opacity: .07; stroke: #1d63a5; stroke-width: .8; } a:focus .other, a:hover .other { fill-opacity: .3; }
.as-read { border: 1px solid var(--rule); padding: 1rem; overflow: auto; max-height: 85vh; } .as-read table { width: auto; } .as-read td, .as-read th { border: 1px solid var(--rule); padding: .3rem .5rem; white-space: pre-line; min-width: 0; } .as-read .value { outline: 3px solid #a5158c; outline-offset: 1px; background: #ffe27a; color: #0b0c0c; }
.fix { display: grid; gap: .75rem; } .fix .field { display: grid; gap: .2rem; border-left: 4px solid var(--rule); padding-left: .75rem; } .fix .doubtful { border-left-color: #b3261e; } .fix label { font-weight: 600; font-size: .9rem; } .fix .was { font-size: .875rem; color: var(--soft); }
.decide { display: flex; flex-wrap: wrap; gap: .5rem; position: sticky; bottom: 0; background: var(--paper); padding: .6rem 0; border-top: 1px solid var(--rule); } .decide form, .inline { display: inline; }
.layout { border-top: 1px solid var(--rule); padding: .6rem 0; } .layout > summary { font-weight: 600; overflow-wrap: anywhere; }
.stands { border: 0; border-top: 1px solid var(--rule); margin: 0; padding: .6rem 0; } .stands legend { font-weight: 600; float: left; width: 100%; } .stands p { margin: .25rem 0; clear: left; } .sample { display: block; color: var(--soft); }
.choices { display: flex; flex-wrap: wrap; gap: .35rem; } .choice { position: relative; } .choice input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; margin: 0; opacity: 0; cursor: pointer; }
.choice label { display: block; border: 1px solid var(--soft); border-radius: 1rem; padding: .2rem .8rem; } .choice input:checked + label { background: var(--link); border-color: var(--link); color: var(--paper); font-weight: 600; } .choice input:focus-visible + label { outline: 3px solid var(--link); outline-offset: 2px; }
.check { display: flex; gap: .4rem; align-items: center; } .check input { min-height: 0; }
.reread h3 { font-size: .95rem; margin: 1rem 0 0; }
.trouble { border-left: 4px solid #b3261e; padding-left: .75rem; }
progress { width: 100%; max-width: 30rem; height: 1rem; }
.narrow { display: none; }
@media (max-width: 60rem) { .narrow { display: inline; } .with-facets, .side { grid-template-columns: minmax(0, 1fr); } .with-facets > .facets { grid-row: auto; } .find { margin-left: 0; } }
@media (max-width: 44rem) { .values > div { grid-template-columns: minmax(0, 1fr); } .sheet { min-width: 0; } }
@media print { td .small, th .small { font-size: inherit; } .narrow, .top, .facets, .find, .bar-of-tools, .pages, .decide, footer { display: none !important; } .with-facets, .side { grid-template-columns: minmax(0, 1fr); } .as-read { max-height: none; overflow: visible; } }
`;

/** What a browser shows beside the title: lines of a plan, the last one ticked. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1d5fa8"/><path d="M3 5h10M3 8h6M9 11l2 2 3-4" stroke="#fff" stroke-width="1.5" fill="none"/></svg>`;
