import { createHash } from 'node:crypto';
import { ownMark } from '../lib/own-mark.ts';
import { type Content, type Html, html, raw } from './html.ts';
import { script } from './script.ts';
import { patterns, style } from './style.ts';
import { dateWords } from './words.ts';

/** What stands around the parts of a page. */
export interface Frame {
  /** Of the window. */
  readonly title: string;
  readonly heading: string;
  /** A sentence under the heading: what the page rests on. */
  readonly lede: string;
  /** The day it is made, ISO 8601. */
  readonly made: string;
  /** Links to the parts; null where there is one part only. */
  readonly contents: Html | null;
}

/**
 * A whole HTML page that needs nothing else: no network (its own policy forbids it), no script to be read. The same
 * parts give the same page.
 */
export function framed({ title, heading, lede, made, contents }: Frame, parts: Content): string {
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
${raw(ownMark)}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${raw(patterns)}
<header><p class="kicker">HMICFRS improvement plans, from published board papers</p>
<h1>${heading}</h1>
<p>${lede} Made on ${dateWords(made)} by boardtrail.</p></header>
${contents === null ? null : html`<nav aria-label="Parts of the report">${contents}</nav>`}
<main id="main" tabindex="-1">
${parts}
</main>
<script>${raw(script)}</script>
</body>
</html>
`.text;
}

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
