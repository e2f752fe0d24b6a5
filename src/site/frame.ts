import { type Html, html, raw } from '../report/html.ts';
import { patterns } from '../report/style.ts';
import type { Page, Part, Site } from './site.ts';

const titles: readonly (readonly [Part, string])[] = [
  ['entries', 'Entries'],
  ['services', 'Services'],
  ['plans', 'Plans'],
  ['changes', 'Changes'],
  ['compare', 'Side by side'],
  ['papers', 'Papers'],
  ['review', 'Review'],
  ['layouts', 'Layouts'],
];

/** A page with all that stands around it; what is told once stands above. */
export function framed(
  { base, isReadOnly }: Site,
  { title, part, body, isWide = false }: Page,
  notice: Html | null,
): string {
  const links = titles.map(
    ([own, name]) =>
      html`<li><a href="${base}/${own}"${own === part ? raw(' aria-current="page"') : null}>${name}</a></li>`,
  );
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – boardtrail</title>
<link rel="icon" type="image/svg+xml" href="${base}/icon.svg">
<link rel="stylesheet" href="${base}/style.css">
<script src="${base}/script.js" defer></script>
</head>
<body class="site${isWide ? ' wide' : ''}">
<a class="skip" href="#main">Skip to the page</a>
${raw(patterns)}
<header class="top"><a class="home" href="${base}/">boardtrail</a>
<nav class="parts" aria-label="Site"><ul>${links}</ul></nav>
<form class="find" role="search" action="${base}/entries"><label for="find">Find words</label><input id="find" type="search" name="q" maxlength="400"><button>Find</button></form></header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${notice === null ? null : html`<p class="notice" role="status">${notice}</p>`}
${body}
</main>
<footer class="small">From published board papers. ${isReadOnly ? 'Read-only: nothing can be changed here.' : null}</footer>
</body>
</html>
`.text;
}
