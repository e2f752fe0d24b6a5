import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import { afterBullet } from '../bullets.ts';
import { cleanText } from '../clean.ts';
import { attribute, type Element } from '../dom.ts';

/**
 * Says in attributes what Word's "save as web page" says in styles: list paragraphs get `data-list-level` (from 0) and
 * `data-label` (the number as printed, empty for a bullet), their printed marker is taken out of the text, and the title
 * style becomes a first heading. Changes the tree.
 */
export function markWordParagraphs($: CheerioAPI): void {
  for (const paragraph of $('p').toArray() as Element[]) {
    const style = attribute(paragraph, 'style');
    const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1];
    if (level !== undefined) {
      const marker = $(paragraph)
        .find('span')
        .filter((_, span) => /mso-list:\s*ignore/i.test(attribute(span as Element, 'style')))
        .first();
      const printed = foldSpace(cleanText(marker.text()));
      marker.remove();
      const label = isBullet(printed) ? '' : printed;
      if ($(paragraph).closest('td, th').length > 0) $(paragraph).prepend(label === '' ? '' : `${label} `);
      else {
        paragraph.attribs['data-list-level'] = String(Number(level) - 1);
        paragraph.attribs['data-label'] = label;
      }
    } else if (attribute(paragraph, 'class') === 'MsoTitle') paragraph.name = 'h1';
  }
}

/** Symbol fonts draw bullets with letters: a marker without a digit and without a full stop or bracket is none. */
const isBullet = (printed: string): boolean => afterBullet(`${printed} x`, true) !== null || !/[\d.)]/.test(printed);
