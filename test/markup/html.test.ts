import { describe, expect, test } from 'vitest';
import { html } from '../../parsers/formats/html.ts';
import { ParseError } from '../../src/model/errors.ts';
import { blockLines, issueCodes, parseIn, tableTexts } from '../support/parse.ts';

const page = (body: string, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const read = (body: string, head = '') => parseIn(html, page(body, head));
const lines = async (body: string, head = '') => blockLines(await read(body, head));
const prose = 'The service has inspected four hundred premises since April and found most of them safe.';

describe('the content and not the site', () => {
  test('a page of plain paragraphs gives no issue', async () => {
    expect((await read(`<h1>Plan</h1><p>${prose}</p>`)).issues).toEqual([]);
  });

  test('main alone is read; its own header, footer and odd class names are content', async () => {
    const body = `<header><p>Site</p></header><main><header><h1>Plan</h1></header><div class="sidebar cookie nav banner"><p>${prose}</p></div><footer><p>Page last updated: 3 May 2024</p></footer></main><footer><p>Contact us</p></footer>`;
    const document = await read(body);
    expect(blockLines(document)).toEqual([
      'heading 1: Plan',
      `paragraph: ${prose}`,
      'paragraph: Page last updated: 3 May 2024',
    ]);
    expect(document.furniture.map((piece) => piece.text)).toEqual(['Site', 'Contact us']);
  });

  test('a role that means nothing to us leaves an element content, whatever its name is to a programmer', async () => {
    expect(await lines(`<h1>Plan</h1><div role="constructor"><p>${prose}</p></div>`)).toEqual([
      'heading 1: Plan',
      `paragraph: ${prose}`,
    ]);
  });

  test('a main part that holds next to nothing is not believed', async () => {
    const found = await lines(`<main><p>Loading</p></main><div><h2>Plan</h2>${`<p>${prose}</p>`.repeat(4)}</div>`);
    expect(found).toContain('heading 2: Plan');
    expect(found.filter((line) => line.includes('four hundred'))).toHaveLength(4);
  });

  test('prose that is left out with what stands outside main is told of', async () => {
    const document = await read(
      `<main><h1>Plan</h1>${`<p>${prose}</p>`.repeat(6)}</main><div>${`<p>${prose}</p>`.repeat(3)}</div>`,
    );
    expect(issueCodes(document)).toEqual(['html/outside-main']);
  });

  test('a title above the main part belongs to it', async () => {
    const found = await lines(
      `<header><a href="/"><img alt="Logo"></a><h1>Improvement plan</h1></header><main><p>${prose}</p></main>`,
    );
    expect(found).toEqual(['heading 1: Improvement plan', `paragraph: ${prose}`]);
  });

  test.each([
    ['a trail of pages', '<ol><li><a href="/">Home</a></li><li>Plans</li></ol>'],
    [
      'a question about the page',
      '<div><h2>Was this page helpful?</h2><button>Yes</button><button>No</button><p>Status: thank you.</p></div>',
    ],
    [
      'a cookie notice',
      '<div><p>We use cookies to make this site work.</p><button>Accept</button><button>Reject</button></div>',
    ],
    [
      'related pages',
      '<section><h2>Related pages</h2><ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul></section>',
    ],
    ['a search box', '<form><label>Search</label><input name="q"><button>Go</button></form>'],
    ['a skip link', '<a href="#main">Skip to content</a>'],
    ['a dialogue', '<div role="dialog"><h2>Sign up</h2><p>Get news by email.</p></div>'],
    ['buttons', '<button>Print</button> <button>Expand all</button>'],
  ])('%s is left out, in and out of main', async (_, part) => {
    const wanted = ['heading 1: Plan', `paragraph: ${prose}`];
    expect(await lines(`<main>${part}<h1>Plan</h1><p>${prose}</p></main>`)).toEqual(wanted);
    expect(await lines(`<div>${part}<h1>Plan</h1><p>${prose}</p></div>`)).toEqual(wanted);
  });

  test.each([
    [
      'links to papers in the text',
      '<p>Background papers:</p><ul><li><a href="/a.pdf">Report of March</a></li><li><a href="/b.pdf">Report of June</a></li></ul>',
      'Report of June',
    ],
    ['a paragraph about cookies', '<p>Crews handed out cookies at the open day.</p>', 'Crews handed out cookies'],
    [
      'a heading with feedback in it',
      '<h2>Feedback from staff</h2><p>Staff said that briefings are too long and come too late.</p>',
      'Feedback from staff',
    ],
    [
      'a home fire safety list',
      '<ul><li>Home fire safety visits are on track and go on.</li><li>Schools next.</li></ul>',
      'Home fire safety visits',
    ],
  ])('%s is content', async (_, part, words) => {
    expect((await lines(`<main><h1>Plan</h1>${part}<p>${prose}</p></main>`)).join('\n')).toContain(words);
  });

  test('hidden text, by attribute, style and style sheet', async () => {
    const head =
      '<style>.gone { display: none } .away { position: absolute; left: -9999px } @media print { p { display: none } }</style>';
    expect(
      await lines(
        '<p hidden>a</p><p style="visibility:hidden">b</p><p class="gone">c</p><p class="away">d</p><p>seen</p>',
        head,
      ),
    ).toEqual(['paragraph: seen']);
  });

  test('parts that a button or a tab opens are read, under its name; a menu it opens is not', async () => {
    const body = `<h2>Plan</h2><button aria-controls="m" aria-expanded="false">Menu</button><nav id="m" hidden><a href="/">Home</a></nav>
      <ul role="tablist"><li><a role="tab" id="t1" href="#p1">Prevention</a></li><li><a role="tab" id="t2" href="#p2">Protection</a></li></ul>
      <div role="tabpanel" id="p1" aria-labelledby="t1"><p>One.</p></div><div role="tabpanel" id="p2" aria-labelledby="t2" style="display:none"><p>Two.</p></div>
      <h3><button aria-controls="more" aria-expanded="false">Response</button></h3><div id="more" hidden><p>Three.</p></div>`;
    expect(await lines(body)).toEqual([
      'heading 2: Plan',
      'heading 3: Prevention',
      'paragraph: One.',
      'heading 3: Protection',
      'paragraph: Two.',
      'heading 3: Response',
      'paragraph: Three.',
    ]);
  });

  test('a list of places on the same page is left out', async () => {
    const body =
      '<h2>Contents</h2><ul><li><a href="#a">First</a></li><li><a href="#b">Second</a></li><li><a href="#c">Third</a></li></ul><h2 id="a">First</h2><p>One.</p>';
    expect(await lines(`<main>${body}</main>`)).toEqual(['heading 2: Contents', 'heading 2: First', 'paragraph: One.']);
  });

  test('accordions: a button that opens a part and a summary are headings beside one another', async () => {
    const body =
      '<h2>Actions</h2><button aria-expanded="false" aria-controls="a">First</button><div id="a"><p>One.</p></div><details><summary>Second</summary><p>Two.</p></details><details><summary>Third</summary><p>Three.</p></details>';
    expect((await lines(body)).filter((line) => line.startsWith('heading'))).toEqual([
      'heading 2: Actions',
      'heading 3: First',
      'heading 3: Second',
      'heading 3: Third',
    ]);
  });
});

describe('text', () => {
  test('a line break inside a sentence is none; others part paragraphs', async () => {
    expect(await lines('<p><b>Status:</b> open<br>Lead: Head of Fleet,<br>North<br>which is<br>small</p>')).toEqual([
      'paragraph: Status: open',
      'paragraph: Lead: Head of Fleet, North which is small',
    ]);
  });

  test('bold by element, weight and class; a colon beside it does not count', async () => {
    const head = '<style>.k { font-weight: 700 } .n { font-weight: normal }</style>';
    expect(
      await lines(
        '<p><strong>Lead</strong>:</p><p class="k">Lead</p><p><b class="n">Lead</b></p><p><b>Lead</b> officer</p>',
        head,
      ),
    ).toEqual(['paragraph bold: Lead:', 'paragraph bold: Lead', 'paragraph: Lead', 'paragraph: Lead officer']);
  });

  test('marks of committee software, soft hyphens and no-break blanks', async () => {
    expect(await lines('<AI1><p>&lt;AI2&gt;Co&shy;ordinated&nbsp;&nbsp;by&#8203; all</p></AI1>')).toEqual([
      'paragraph: Coordinated by all',
    ]);
  });

  test('tick boxes', async () => {
    expect(await lines('<p><input type="checkbox" checked> Done <input type="checkbox"> Not done</p>')).toEqual([
      'paragraph: ☒ Done ☐ Not done',
    ]);
  });

  test('nested lists keep their labels and levels', async () => {
    expect(await lines('<ol type="i"><li>One<ul><li>Two</li></ul></li><li value="5">Three</li></ol>')).toEqual([
      'list ordered',
      '  i. One',
      '    - Two',
      '  v. Three',
    ]);
  });

  test('deleted and struck text is left out and told of', async () => {
    const document = await read(
      '<p>Due <del>May</del><ins>June</ins> <s>2023</s></p><iframe src="https://example.org/chart"></iframe>',
    );
    expect(blockLines(document)).toEqual(['paragraph: Due June']);
    expect(issueCodes(document)).toEqual(['html/tracked-changes', 'html/struck-text', 'html/embedded-page']);
  });

  test('a struck cell keeps its place; words inside it cannot take the line off again', async () => {
    const document = await read(
      '<table><tr><th>Due</th><th>Status</th></tr><tr><td class="gone"><b style="text-decoration:none">May</b></td><td>Late</td></tr></table>',
      '<style>.gone { text-decoration: line-through red }</style>',
    );
    expect(tableTexts(document)).toEqual([
      ['Due', 'Status'],
      ['', 'Late'],
    ]);
    expect(document.issues).toMatchObject([{ code: 'html/struck-text', message: expect.stringContaining('“May”') }]);
  });

  test('a date that a line break parts is one line, a day and a heading are two', async () => {
    expect(await lines('<p>Held on Monday, 21st<br>February 2022</p><p>Station 21<br>May 2022 rota</p>')).toEqual([
      'paragraph: Held on Monday, 21st February 2022',
      'paragraph: Station 21',
      'paragraph: May 2022 rota',
    ]);
  });

  test('note marks above the line go, powers and ordinals stay', async () => {
    expect(
      await lines(
        '<p>Complete<sup>1</sup></p><p>Q4 2025/26<sup>2, 3</sup></p><p>40 m<sup>2</sup> and 10<sup>6</sup></p><p>1<sup>st</sup> May¹</p><p><sup>1</sup> Subject to audit.</p><p>Done<sup>†</sup></p>',
      ),
    ).toEqual([
      'paragraph: Complete',
      'paragraph: Q4 2025/26',
      'paragraph: 40 m² and 10⁶',
      'paragraph: 1st May',
      'paragraph: ¹ Subject to audit.',
      'paragraph: Done',
    ]);
  });
});

describe('pages as they are kept', () => {
  const row = '<tr><td>Train every crew</td><td>May</td></tr>';

  test('a page that ends within a table, a tag or a sentence is told of', async () => {
    for (const end of [`<table>${row}<tr><td>Tes`, `<table>${row}</table><p cla`, '<div><p>The crews have']) {
      const document = await parseIn(html, `<!doctype html><html><body><h1>Plan</h1>${end}`);
      expect(document.issues, end).toMatchObject([{ code: 'html/cut', severity: 'error' }]);
    }
  });

  test('a page that leaves out end tags, or forgets those of boxes, is whole', async () => {
    for (const end of [
      `<table>${row}</table>`,
      `<div><main><table><tr><td>Train<td>May</table>`,
      '<p>Done.<ul><li>One</ul>',
    ])
      expect(issueCodes(await parseIn(html, `<!doctype html><body><h1>Plan</h1>${end}\n`)), end).toEqual([]);
  });

  test('a web archive, and a page below a long comment', async () => {
    const archive = [
      'From: <Saved by Blink>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="--x"',
      '',
      '----x',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<h1>Plan =E2=80=93 May</h1>',
      '----x--',
    ].join('\r\n');
    const bytes = new TextEncoder().encode(archive);
    expect(html.claims(bytes)).toBe(true);
    expect(blockLines(await parseIn(html, archive))).toEqual(['heading 1: Plan – May']);
    expect(html.claims(new TextEncoder().encode(`<!-- ${'x'.repeat(9000)} --><!doctype html><p>Plan`))).toBe(true);
  });

  test('an accordion whose list of tabs holds the panels too; what stands there for pages without scripts', async () => {
    const tabs = `<div role="tablist"><div role="tab"><h2>People</h2></div><div role="tabpanel"><p>${prose}</p></div></div>`;
    expect(await lines(`<h1>Plan</h1>${tabs}`)).toEqual([
      'heading 1: Plan',
      'heading 2: People',
      `paragraph: ${prose}`,
    ]);
    const spare = `<noscript>Please turn scripts on.</noscript><noscript><table>${row}</table></noscript>`;
    expect(tableTexts(await read(`<h1>Plan</h1>${spare}`))).toEqual([['Train every crew', 'May']]);
  });
});

describe('tables', () => {
  test('icons stand for their names: a label, a title, a drawing’s title, words for listeners', async () => {
    const document = await read(
      '<table><tr><th>Status</th></tr><tr><td><i aria-label="Complete"></i></td></tr><tr><td><svg><title>Late</title></svg></td></tr><tr><td><span title="On hold">●</span></td></tr><tr><td><i class="x"></i><span class="sr">Closed</span></td></tr><tr><td><span class="sr">Status: </span><svg aria-label="Open"></svg></td></tr><tr><td><svg></svg></td></tr></table>',
      '<style>.sr { position: absolute; clip: rect(0, 0, 0, 0) }</style>',
    );
    expect(tableTexts(document).flat()).toEqual(['Status', 'Complete', 'Late', 'On hold', 'Closed', 'Open', '']);
    expect(issueCodes(document)).toEqual(['markup/picture-in-cell']);
  });

  test('a column’s header repeated in its cells for narrow screens is no part of their values', async () => {
    const document = await read(
      '<table><tr><th>Lead</th><th>Complete</th></tr><tr><td><span>Lead: </span>Ann</td><td><b>Complete</b></td></tr><tr><td><div><span>Lead</span> <span>Lead officer</span></div></td><td><b>Complete</b> in May</td></tr></table>',
    );
    expect(tableTexts(document)).toEqual([
      ['Lead', 'Complete'],
      ['Ann', 'Complete'],
      ['Lead officer', 'in May'],
    ]);
  });

  test('spans over the edge, of nonsense and of zero', async () => {
    const body =
      '<table><tr><td rowspan="0">a</td><td colspan="2">b</td></tr><tr><td rowspan="9">c</td><td colspan="x">d</td></tr></table>';
    expect((await lines(body)).slice(1)).toEqual([
      '  r1 c1 spans 2 x 1: a',
      '  r1 c2 spans 1 x 2: b',
      '  r2 c2: c',
      '  r2 c3: d',
    ]);
  });

  const row = '<tr><td>Train</td><td>Half are</td><td>May</td></tr>';

  test('a title over a thousand columns in a long table spans as many as its widest row has, and is told of', async () => {
    const document = await read(
      `<table><tr><td colspan="1000">Actions</td></tr><tr><td rowspan="65534">A</td><td colspan="2">B</td></tr>${row.repeat(400)}</table>`,
    );
    const [table] = blockLines(document);
    expect(table).toMatch(/^table 402 x 4,/);
    expect(blockLines(document).slice(1, 4)).toEqual([
      '  r1 c1 spans 1 x 3: Actions',
      '  r2 c1 spans 401 x 1: A',
      '  r2 c2 spans 1 x 2: B',
    ]);
    expect(document.issues).toMatchObject([{ code: 'html/table-spans', severity: 'warning' }]);
    expect(document.issues[0]?.message).toMatch(/begins “Actions A B”.* cut to 3\./);
  });

  test('spans of a table that is not large for its cells stay as they are', async () => {
    const [table, title] = await lines(`<table><tr><td colspan="900">Actions</td></tr>${row}</table>`);
    expect([table?.slice(0, 14), title]).toEqual(['table 2 x 900,', '  r1 c1 spans 1 x 900: Actions']);
  });

  test('rows of far too different lengths are no table: every cell is a paragraph, and it is told', async () => {
    const long = Array.from({ length: 700 }, (_, index) => `<td>${index}</td>`).join('');
    const short = Array.from({ length: 700 }, (_, index) => `<tr><td>row ${index}</td></tr>`).join('');
    const document = await read(`<table><tr>${long}</tr>${short}</table>`);
    expect(blockLines(document)).toHaveLength(1400);
    expect(blockLines(document).at(-1)).toBe('paragraph: row 699');
    expect(document.issues).toMatchObject([{ code: 'html/table-too-wide', severity: 'warning' }]);
  });

  test('the strongest rule paints: importance, then specificity, then order; the cell before its row', async () => {
    const head =
      '<style>td.r { background: red } tr td.r { background: lime } .w { background: #fff !important } tr { background: silver }</style>';
    const body =
      '<table><tr><td class="r">a</td><td class="w r">b</td></tr><tr><td>c</td><td style="background-color:rgba(0,0,255,1)">d</td></tr></table>';
    expect((await lines(body, head)).slice(1)).toEqual([
      '  r1 c1 fill #00ff00: a',
      '  r1 c2: b',
      '  r2 c1 fill #c0c0c0: c',
      '  r2 c2 fill #0000ff: d',
    ]);
  });

  test('a first row that is all bold, or painted as no other, heads the columns', async () => {
    const body = (style: string) =>
      `<table><tr><td${style}>Action</td><td${style}>Due</td></tr><tr><td>Train</td><td>May</td></tr></table>`;
    expect((await lines(body(' style="font-weight:bold"')))[0]).toBe('table 2 x 2, header rows 1, markup');
    expect((await lines(body(' bgcolor="#ccddee"')))[0]).toBe('table 2 x 2, header rows 1, markup');
    expect((await lines(body('')))[0]).toBe('table 2 x 2, header rows 0, markup');
  });

  test('a picture speaks by its alternative text; one without is told of', async () => {
    const document = await read(
      '<table><tr><td>AFI 1</td><td><img alt="Amber"></td></tr><tr><td>AFI 2</td><td><img alt=""></td></tr></table>',
    );
    expect(tableTexts(document)).toEqual([
      ['AFI 1', 'Amber'],
      ['AFI 2', ''],
    ]);
    expect(issueCodes(document)).toEqual(['markup/picture-in-cell']);
  });

  test('a lone dash is no bullet', async () => {
    const document = await read('<table><tr><td>–</td><td>- one<br>- two</td></tr></table><p>- alone</p>');
    expect(tableTexts(document)).toEqual([['–', 'one\ntwo']]);
    expect(blockLines(document).at(-1)).toBe('paragraph: - alone');
  });
});

describe('bytes', () => {
  const words = '<html><head><meta charset="X"></head><body><p>£5 – “yes”</p></body></html>';
  const declared = (label: string) => words.replace('X', label);
  const utf16 = Buffer.from(`\ufeff${declared('utf-16')}`, 'utf16le');
  const windows = Buffer.from(
    declared('windows-1252').replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'),
    'latin1',
  );

  test.each([
    ['UTF-8', Buffer.from(declared('utf-8')), []],
    ['UTF-8 that says nothing', Buffer.from(words.replace('<meta charset="X">', '')), []],
    ['UTF-16 with a byte order mark', utf16, []],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16(), []],
    ['UTF-16 without one', utf16.subarray(2), []],
    ['windows-1252 as declared', windows, []],
    [
      'windows-1252 that says it is UTF-8',
      Buffer.from(windows.toString('latin1').replace('windows-1252', 'utf-8'), 'latin1'),
      ['html/encoding-guessed'],
    ],
  ])('%s', async (_, bytes, codes) => {
    expect(html.claims(bytes)).toBe(true);
    const document = await parseIn(html, bytes);
    expect(blockLines(document)).toEqual(['paragraph: £5 – “yes”']);
    expect(issueCodes(document)).toEqual(codes);
  });

  test('what is claimed', () => {
    const claims = (text: string) => html.claims(new TextEncoder().encode(text));
    expect(claims('\n<!-- saved -->\n<HTML><body>')).toBe(true);
    expect(claims('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>')).toBe(true);
    expect(claims('<table><tr><td>1</td></tr></table>')).toBe(true);
    expect(claims('A text that speaks of <html> later')).toBe(false);
    expect(claims('<?xml version="1.0"?><rss></rss>')).toBe(false);
    expect(claims('')).toBe(false);
  });

  test('elements nested without end', async () => {
    const error: unknown = await parseIn(html, page('<div>'.repeat(5000))).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ParseError);
    expect(error).toMatchObject({ code: 'html/too-deep' });
  });

  test('so many of them that a parser would take minutes', async () => {
    const started = performance.now();
    const error: unknown = await parseIn(html, page('<div>'.repeat(200_000))).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'html/too-deep' });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('very many beside each other are no trouble', async () => {
    const document = await parseIn(html, page('<div><p>a <b>b</b>\n<table><tr><td>c</table></div>'.repeat(400)));
    expect(issueCodes(document)).toEqual([]);
  });
});
