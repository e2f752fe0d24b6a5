import { describe, expect, test } from 'vitest';
import { readPage } from '../../parsers/markup/html/read.ts';

const rows = [1, 2, 3].map((n) => `<tr><td>AFI ${n}</td><td title="Action ${n}">Train crew ${n}</td></tr>`).join('\n');
const whole = `<!doctype html><html lang="en"><head><title>Plan</title></head><body><h1>Plan</h1><table>${rows}</table></body></html>`;
const codesOf = (html: string) => readPage(html).issues.map(({ code }) => code);

describe('a page that is not whole says so', () => {
  test.each([
    ['between two rows', whole.slice(0, whole.indexOf('<tr><td>AFI 3')), 'html/cut'],
    ['between two paragraphs', whole.replace(/<table>.*/s, '<p>One.</p>'), 'html/cut'],
    ['in the middle of a word', whole.slice(0, whole.indexOf('crew 3') + 2), 'html/cut'],
    ['in the middle of a tag', whole.slice(0, whole.indexOf('title="Action 3') + 3), 'html/cut'],
    ['by a comment without an end', whole.replace('<tr><td>AFI 2', '<!-- later <tr><td>AFI 2'), 'html/cut'],
    ['by a title without an end', whole.replace('</title>', ''), 'html/cut'],
    ['by a script without an end', whole.replace('<table>', '<script>let a = 1;<table>'), 'html/cut'],
    ['by a quotation mark without an end', whole.replace('title="Action 1"', 'title="Action 1'), 'html/swallowed'],
    ['by a single quotation mark', whole.replaceAll(/"(Action \d)"/g, "'$1'").replace("1'", '1'), 'html/swallowed'],
    ['cut in a fragment without html and body', `<table>${rows}`, 'html/cut'],
  ])('%s', (_, html, code) => {
    const issues = readPage(html).issues.filter((issue) => issue.code === code);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.severity).toBe('error');
  });
});

describe('what a page may leave out is no fault', () => {
  test.each([
    ['all end tags', whole],
    ['the ends of head, body and html', whole.replace('</body></html>', '').replace('</head>', '')],
    ['the ends of rows and cells', whole.replaceAll(/<\/t[dr]>/g, '')],
    ['the ends of items and paragraphs', '<!doctype html><body><p>One<ul><li>Two<li>Three</ul><p>Four'],
    ['the end of an element before that of the page', whole.replace('<table>', '<div><table>')],
    ['markup in an attribute', whole.replace('"Action 1"', '"<b>Action</b> 1"')],
    ['quotation marks in a script', whole.replace('</body>', '<script>a="</td>=";b="c"</script></body>')],
    ['nothing but words', 'The service should improve its plan.'],
  ])('%s', (_, html) => {
    expect(codesOf(html).filter((code) => /cut|swallowed/.test(code))).toEqual([]);
  });
});
