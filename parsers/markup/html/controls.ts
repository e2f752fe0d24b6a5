import type { CheerioAPI } from 'cheerio';
import { foldPlain } from '../../../src/lib/fold.ts';
import { menuWords, skipWords } from '../../../src/vocabulary/web-pages.ts';
import { attribute, descendantsOf, type Element } from '../dom.ts';
import { levelBelowHeading, opensPart } from './heading-level.ts';

/**
 * Turns what a visitor presses into what it stands for: parts that a button or tab opens are shown, the button or tab
 * is their heading, links to places on the page go. Must run before styles are asked for. Changes the tree.
 */
export function settleControls($: CheerioAPI): void {
  for (const part of openedParts($)) {
    delete part.attribs.hidden;
    part.attribs.style = `${attribute(part, 'style')};display:block;visibility:visible`;
    part.attribs.class = '';
  }
  for (const panel of $('[role="tabpanel"][aria-labelledby]').toArray() as Element[]) {
    const name = byId($, attribute(panel, 'aria-labelledby'))?.text().trim() ?? '';
    if (name !== '')
      $(panel).prepend(
        $('<div role="heading"></div>')
          .attr(opensPart, '')
          .attr('aria-level', String(levelBelowHeading(panel)))
          .text(name),
      );
  }
  for (const button of $('button, [role="button"]').toArray() as Element[]) {
    if ($(button).closest('h1,h2,h3,h4,h5,h6,summary').length > 0) continue;
    if (!('aria-expanded' in button.attribs && 'aria-controls' in button.attribs)) continue;
    if (menuWords.test(foldPlain($(button).text()))) continue;
    button.attribs[opensPart] = '';
    button.attribs['aria-level'] = String(levelBelowHeading(button));
    button.attribs.role = 'heading';
  }
  for (const link of $('a[href^="#"]').toArray() as Element[]) {
    if (skipWords.test(foldPlain($(link).text()))) $(link).remove();
  }
}

/** Parts that are hidden until somebody opens them: they are named by what opens them. Menus and dialogues are not. */
function openedParts($: CheerioAPI): readonly Element[] {
  const named = new Set<string>();
  for (const opener of $(
    '[aria-controls], [data-target], [data-bs-target], [aria-expanded][href^="#"], [role="tab"][href^="#"]',
  ).toArray() as Element[]) {
    if ($(opener).closest('nav, header, form, [role="navigation"], [role="banner"], [role="search"]').length > 0)
      continue;
    for (const name of ['aria-controls', 'data-target', 'data-bs-target', 'href']) {
      for (const id of attribute(opener, name).split(/\s+/)) named.add(id.replace(/^#/, ''));
    }
  }
  named.delete('');
  const parts = ($('[id], [role="tabpanel"]').toArray() as Element[]).filter(
    (part) => named.has(attribute(part, 'id')) || attribute(part, 'role') === 'tabpanel',
  );
  return parts.filter((part) => !isPopUp(part) && ![...descendantsOf(part)].some(isPopUp));
}

const isPopUp = (element: Element): boolean =>
  /^(?:nav|dialog|form)$/.test(element.name) ||
  /^(?:dialog|alertdialog|menu|navigation|search)$/.test(attribute(element, 'role')) ||
  attribute(element, 'aria-modal') === 'true';

function byId($: CheerioAPI, id: string): ReturnType<CheerioAPI> | null {
  const found = ($('[id]').toArray() as Element[]).find((element) => attribute(element, 'id') === id);
  return found === undefined ? null : $(found);
}
