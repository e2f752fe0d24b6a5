import type { CheerioAPI } from 'cheerio';
import { foldSpace } from '../../../src/lib/text.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { type Element, parentOf } from '../dom.ts';
import { quote, struckIssue } from '../issues.ts';
import type { SitePart } from './content.ts';
import { unlabelledPictures } from './pictures.ts';
import type { Styles } from './styles.ts';

/** More words than this outside a page's main part are no menu. */
const fewWords = 30;

/** What was left out of a page, and what in it a reader should look at. */
export function pageIssues($: CheerioAPI, left: readonly SitePart[], styles: Styles): readonly Issue[] {
  return [
    ...siteIssues(left),
    ...changeIssues($, styles, 'html'),
    ...embeddedIssues($),
    ...unlabelledPictures($, styles),
  ];
}

function siteIssues(left: readonly SitePart[]): readonly Issue[] {
  const issues: Issue[] = [];
  const site = left.filter((part) => part.lines.length > 0 && part.kind !== 'outside');
  const list = site.map((part) => `${part.kind} (${quote(part.lines.join(' '), 60)})`).join(', ');
  if (list !== '') {
    issues.push(issueOf('html/site-parts', `Left out as parts of the website, not of the paper: ${list}.`));
  }
  const outside = left.flatMap((part) => (part.kind === 'outside' ? part.lines : [])).join(' ');
  if (outside.split(' ').length > fewWords) {
    issues.push(
      issueOf(
        'html/outside-main',
        `Left out because the page marks its main part and this stands outside it: ${quote(outside, 300)}. Look whether it belongs to the paper.`,
      ),
    );
  }
  return issues;
}

/** Text that is marked as deleted, and text that is struck through: neither is part of the paper. */
export function changeIssues($: CheerioAPI, styles: Styles, area: 'html' | 'docx'): readonly Issue[] {
  const deleted = wordsOf($, $('del').toArray() as Element[]);
  const struck = ($('body *').toArray() as Element[]).filter((element) => {
    const parent = parentOf(element);
    return styles.struck(element) && (parent === null || !styles.struck(parent));
  });
  return [
    ...(deleted.length === 0
      ? []
      : [
          issueOf(
            `${area}/tracked-changes`,
            `Text that is marked as deleted was left out: ${quote(deleted.join(' … '), 300)}. Ask for the final paper.`,
          ),
        ]),
    ...struckIssue(wordsOf($, struck), area),
  ];
}

const wordsOf = ($: CheerioAPI, elements: readonly Element[]): readonly string[] =>
  elements.map((element) => foldSpace($(element).text())).filter((text) => text !== '');

function embeddedIssues($: CheerioAPI): readonly Issue[] {
  return $('iframe[src]')
    .toArray()
    .map((frame) => $(frame).attr('src') ?? '')
    .filter((address) => address !== '' && !/googletagmanager|about:blank/.test(address))
    .map((address) =>
      issueOf('html/embedded-page', `Another page is shown inside this one and was not read: ${address}.`),
    );
}
