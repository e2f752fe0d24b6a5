import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import type { Issue } from '../../../src/model/issue.ts';
import { issue, quote } from '../issues.ts';
import type { SitePart } from './content.ts';
import { unlabelledPictures } from './pictures.ts';
import type { Styles } from './styles.ts';

/** More words than this outside a page's main part are no menu. */
const fewWords = 30;

/** What was left out of a page, and what in it a reader should look at. */
export function pageIssues($: CheerioAPI, left: readonly SitePart[], styles: Styles): readonly Issue[] {
  return [...siteIssues(left), ...changeIssues($, 'html'), ...embeddedIssues($), ...unlabelledPictures($, styles)];
}

function siteIssues(left: readonly SitePart[]): readonly Issue[] {
  const issues: Issue[] = [];
  const site = left.filter((part) => part.lines.length > 0 && part.kind !== 'outside');
  const list = site.map((part) => `${part.kind} (${quote(part.lines.join(' '), 60)})`).join(', ');
  if (list !== '') {
    issues.push(issue('html/site-parts', 'info', `Left out as parts of the website, not of the paper: ${list}.`));
  }
  const outside = left.flatMap((part) => (part.kind === 'outside' ? part.lines : [])).join(' ');
  if (outside.split(' ').length > fewWords) {
    issues.push(
      issue(
        'html/outside-main',
        'warning',
        `Left out because the page marks its main part and this stands outside it: ${quote(outside, 300)}. Look whether it belongs to the paper.`,
      ),
    );
  }
  return issues;
}

/** Text that is marked as deleted, and text that is struck through, which may or may not mean the same. */
export function changeIssues($: CheerioAPI, area: 'html' | 'docx'): readonly Issue[] {
  const issues: Issue[] = [];
  const words = (selector: string): string =>
    $(selector)
      .toArray()
      .map((element) => foldSpace($(element).text()))
      .filter((text) => text !== '')
      .join(' … ');
  const deleted = words('del');
  if (deleted !== '') {
    issues.push(
      issue(
        `${area}/tracked-changes`,
        'warning',
        `Text that is marked as deleted was left out: ${quote(deleted, 300)}. Ask for the final paper.`,
      ),
    );
  }
  const struck = words('s, strike');
  if (struck !== '') {
    issues.push(
      issue(
        `${area}/struck-text`,
        'warning',
        `Text that is struck through was read as part of the paper: ${quote(struck, 300)}.`,
      ),
    );
  }
  return issues;
}

function embeddedIssues($: CheerioAPI): readonly Issue[] {
  return $('iframe[src]')
    .toArray()
    .map((frame) => $(frame).attr('src') ?? '')
    .filter((address) => address !== '' && !/googletagmanager|about:blank/.test(address))
    .map((address) =>
      issue('html/embedded-page', 'info', `Another page is shown inside this one and was not read: ${address}.`),
    );
}
