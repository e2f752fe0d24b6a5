import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { docx } from '../../parsers/formats/docx.ts';
import { html } from '../../parsers/formats/html.ts';
import { ParseError } from '../../src/model/errors.ts';
import { cell, docxFile, paragraph, row, run, table } from '../support/docx.ts';
import { blockLines, issueCodes, parseIn, tableTexts } from '../support/parse.ts';

const read = (body: string, parts: Partial<Parameters<typeof docxFile>[0]> = {}) =>
  parseIn(docx, docxFile({ body, ...parts }));

async function trouble(bytes: Uint8Array): Promise<ParseError> {
  const error: unknown = await parseIn(docx, bytes).catch((reason: unknown) => reason);
  if (!(error instanceof ParseError)) throw new Error('no ParseError', { cause: error });
  return error;
}

describe('what a paragraph is', () => {
  test('a plain paper gives no issue at all', async () => {
    const document = await read(
      paragraph('Plan') + table([row([cell('Action'), cell('Due')]), row([cell('Train'), cell('May')])]),
    );
    expect(document.issues).toEqual([]);
    expect(document.pages).toEqual([]);
  });

  test('a table of one cell is a box around headings and lists; in a table of data they are texts', async () => {
    const heading = paragraph('Water', '<w:outlineLvl w:val="2"/>');
    const boxed = await read(table([row([`<w:tc>${heading}${paragraph('Test hydrants.')}</w:tc>`])]));
    expect(blockLines(boxed)).toEqual(['heading 3: Water', 'paragraph: Test hydrants.']);
    const data = await read(table([row([`<w:tc>${heading}</w:tc>`, cell('Due')]), row([cell('Test'), cell('May')])]));
    expect(tableTexts(data)).toEqual([
      ['Water', 'Due'],
      ['Test', 'May'],
    ]);
  });

  test('headings by style, by a style based on one, by outline level; bold lines stay paragraphs', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Council Head"/><w:basedOn w:val="H"/></w:style>';
    const document = await read(
      paragraph('One', '<w:pStyle w:val="Own"/>') +
        paragraph('Two', '<w:outlineLvl w:val="2"/>') +
        paragraph('Not one', '<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>') +
        paragraph(run('Bold', '<w:b/>') + run(' ') + run('line', '<w:b w:val="true"/>')) +
        paragraph(run('Half', '<w:b/>') + run(' bold', '<w:b w:val="off"/>')),
      { styles },
    );
    expect(blockLines(document)).toEqual([
      'heading 2: One',
      'heading 3: Two',
      'paragraph: Not one',
      'paragraph bold: Bold line',
      'paragraph: Half bold',
    ]);
  });

  test('a title made by size alone is a heading; a long sentence set large is not', async () => {
    const large = '<w:sz w:val="36"/>';
    const document = await read(
      paragraph(run('Improvement plan', large)) +
        paragraph(run('This introduction is set in large type for everyone to read, and is no heading.', large)) +
        paragraph(run('Prose that is set as prose always is. '.repeat(12), '<w:sz w:val="22"/>')),
    );
    expect(blockLines(document).map((line) => line.slice(0, 27))).toEqual([
      'heading 1: Improvement plan',
      'paragraph: This introductio',
      'paragraph: Prose that is se',
    ]);
  });

  test('numbers go on, begin again under the next heading and start where they are told', async () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>';
    const item = (text: string, at: number, list = 1) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
    const document = await read(
      item('A', 0) + item('B', 1) + item('C', 1) + item('D', 0) + item('E', 1) + item('F', 0, 2) + item('None', 0, 0),
      { numbering },
    );
    expect(blockLines(document)).toEqual([
      'list ordered',
      '  I. A',
      '    (a) B',
      '    (b) C',
      '  II. D',
      '    (a) E',
      '  IX. F',
      'paragraph: None',
    ]);
  });
});

describe('text that mammoth alone would lose or misread', () => {
  test('text boxes, also those only newer Word can read', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>Cause of concern</w:t></w:r></w:p></w:txbxContent>';
    const drawing = `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const document = await read(paragraph(`<w:r>${drawing}</w:r>`) + paragraph(`<w:r>${both}</w:r>`));
    expect(blockLines(document)).toEqual(['paragraph: Cause of concern', 'paragraph: Cause of concern']);
  });

  test('rows that leave out columns, header rows switched off, cells merged the old way', async () => {
    const document = await read(
      table([
        row([cell('A'), cell('B'), cell('C')], '<w:tblHeader w:val="off"/>'),
        row([cell('b'), cell('c')], '<w:gridBefore w:val="1"/>'),
        row([cell('a'), cell('', '<w:hMerge w:val="continue"/>'), cell('c')]),
      ]),
    );
    expect(blockLines(document).filter((line) => line.startsWith('  '))).toEqual([
      '  r1 c1: A',
      '  r1 c2: B',
      '  r1 c3: C',
      '  r2 c1: ',
      '  r2 c2: b',
      '  r2 c3: c',
      '  r3 c1 spans 1 x 2: a',
      '  r3 c3: c',
    ]);
  });

  test('cell colours by shading, highlighter and table style; white and automatic say nothing', async () => {
    const shaded = (xml: string) => cell('x', `<w:shd ${xml}/>`);
    const document = await read(
      table([
        row([
          shaded('w:val="clear" w:fill="00B050"'),
          shaded('w:val="clear" w:fill="auto"'),
          shaded('w:val="clear" w:fill="FFFFFF"'),
        ]),
        row([
          shaded('w:val="solid" w:color="C00000" w:fill="FFFFFF"'),
          cell(paragraph(run('x', '<w:highlight w:val="yellow"/>'))),
          cell(paragraph(run('x', '<w:color w:val="FF0000"/>'))),
        ]),
      ]),
    );
    expect(blockLines(document).slice(1)).toEqual([
      '  r1 c1 fill #00b050: x',
      '  r1 c2: x',
      '  r1 c3: x',
      '  r2 c1 fill #c00000: x',
      '  r2 c2 fill #ffff00: x',
      '  r2 c3 ink #ff0000: x',
    ]);
  });

  test('a data table with a small table in a cell stays one table; a table around a table is unwrapped', async () => {
    const inner = table([row([cell('Post 1'), cell('filled')])]);
    const data = table([
      row([cell('Action'), cell('Progress made by the service so far')]),
      row([cell('Recruit two people to the team this year'), cell(inner + paragraph('One to go'))]),
    ]);
    expect(tableTexts(await read(data))).toEqual([
      ['Action', 'Progress made by the service so far'],
      ['Recruit two people to the team this year', 'Post 1 filled\nOne to go'],
    ]);
    const wrapped = table([row([cell(paragraph('Above') + inner + paragraph('Below'))])]);
    expect(blockLines(await read(wrapped))).toEqual([
      'paragraph: Above',
      expect.stringMatching(/^table 1 x 2/),
      '  r1 c1: Post 1',
      '  r1 c2: filled',
      'paragraph: Below',
    ]);
  });

  test('words in fields, directions of writing and equations; hyphens that break no line', async () => {
    const formula = (inside: string) =>
      `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inside}</m:oMath>`;
    const math = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const document = await read(
      paragraph(`<w:fldSimple w:instr="SEQ x">${run('AFI 3')}</w:fldSimple>`) +
        paragraph(`<w:bdo w:val="ltr">${run('Hoses')}</w:bdo><w:dir w:val="ltr">${run(' and boots')}</w:dir>`) +
        paragraph(`${run('At least ')}${formula(math('≥ 90%'))}${run(' of calls')}`) +
        paragraph(
          formula(
            `<m:f><m:num>${math('3')}</m:num><m:den>${math('4')}</m:den></m:f>${math(' of 10')}<m:sSup><m:e>${math('m')}</m:e><m:sup>${math('2')}</m:sup></m:sSup>`,
          ),
        ) +
        paragraph('<w:r><w:t>on</w:t><w:noBreakHyphen/><w:t>call</w:t></w:r>'),
    );
    expect(blockLines(document)).toEqual([
      'paragraph: AFI 3',
      'paragraph: Hoses and boots',
      'paragraph: At least ≥ 90% of calls',
      'paragraph: 3/4 of 10m^2',
      'paragraph: on‑call',
    ]);
    expect(document.issues).toEqual([]);
  });

  test('ticks of symbol fonts: as symbols, as their codes, as letters in the font', async () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const document = await read(
      table([
        row([cell('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'), cell('sym')]),
        row([cell('<w:p><w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r></w:p>'), cell('sym')]),
        row([cell(paragraph(run('\uf0fb', font('Wingdings')))), cell('code')]),
        row([cell(paragraph(run('P', font('wingdings 2')))), cell('letter')]),
        row([cell(paragraph(run('P', font('Arial')))), cell('letter')]),
      ]),
    );
    expect(tableTexts(document).map(([sign]) => sign)).toEqual(['✓', '☒', '🗶', '🗸', 'P']);
    expect(document.issues).toEqual([]);
  });

  test('note marks raised by a distance or a style, as LibreOffice and Word write them', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const document = await read(
      paragraph(run('June 2025') + run('1', '<w:position w:val="8"/><w:sz w:val="19"/>')) +
        paragraph(run('Complete') + run('2', '<w:rStyle w:val="Note"/>')) +
        paragraph(run('Hose') + run('3', '<w:position w:val="-4"/>')),
      { styles },
    );
    expect(blockLines(document)).toEqual(['paragraph: June 2025', 'paragraph: Complete', 'paragraph: Hose3']);
  });

  test('numbers of empty paragraphs count, and are read where they fill a cell', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="AFI %1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const numbered = (text: string) =>
      paragraph(text === '' ? '' : run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const document = await read(
      table([row([cell(numbered('')), cell('Hoses')]), row([cell(numbered('')), cell('Boots')])]) +
        numbered('') +
        numbered('Last'),
      { numbering },
    );
    expect(tableTexts(document)).toEqual([
      ['AFI 1', 'Hoses'],
      ['AFI 2', 'Boots'],
    ]);
    expect(blockLines(document).at(-1)).toBe('  AFI 4 Last');
  });

  test('a column that tracked changes take out; a repeated header that reaches into merged data', async () => {
    const gone = '<w:cellDel w:id="1" w:author="A. Editor" w:date="2024-01-01T00:00:00Z"/>';
    const cut = await read(table([row([cell('A'), cell('Old', gone)]), row([cell('1'), cell('late', gone)])]));
    expect(tableTexts(cut)).toEqual([['A'], ['1']]);
    expect(cut.issues[0]?.message).toContain('“Old … late”');
    const merged = (start: boolean) => `<w:vMerge${start ? ' w:val="restart"' : ''}/>`;
    const reaching = await read(
      table([
        row([cell('Ref'), cell('Action')], '<w:tblHeader/>'),
        row([cell('AFI 1', merged(true)), cell('Train')], '<w:tblHeader/>'),
        row([cell('', merged(false)), cell('Test')]),
      ]),
    );
    expect(blockLines(reaching)).toEqual([
      'table 3 x 2, header rows 1, markup',
      '  r1 c1 header bold: Ref',
      '  r1 c2 header bold: Action',
      '  r2 c1 spans 2 x 1: AFI 1',
      '  r2 c2: Train',
      '  r3 c2: Test',
    ]);
  });

  test('a picture that is a link; a web page put in as a part of its own', async () => {
    const linked =
      '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="Crest"><a:hlinkClick r:id="home"/></wp:docPr></wp:inline></w:drawing></w:r></w:p>';
    const links =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="page" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="part.html"/></Relationships>';
    const document = await read(`${linked}${paragraph('Above')}<w:altChunk r:id="page"/>${paragraph('Below')}`, {
      files: {
        'word/_rels/document.xml.rels': links,
        'word/part.html':
          '<style>.old{text-decoration:line-through}</style><h2>Plan</h2><p><b class="old">May</b> June</p>',
      },
    });
    expect(blockLines(document)).toEqual([
      'paragraph: Above',
      'heading 2: Plan',
      'paragraph: June',
      'paragraph: Below',
    ]);
    expect(issueCodes(document)).toEqual(['docx/struck-text']);
  });

  test('other names for Word’s namespaces', async () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const xml = `<?xml version="1.0"?><x:document xmlns:x="${main}"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>Plan</x:t></x:r></x:p></x:body></x:document>`;
    const document = await parseIn(docx, docxFile({ body: '', files: { 'word/document.xml': xml } }));
    expect(blockLines(document)).toEqual(['heading 1: Plan']);
  });
});

describe('what a reader should know', () => {
  test('tracked changes: inserted text counts, deleted and moved-away text does not', async () => {
    const by = 'w:id="1" w:author="A. Editor" w:date="2024-01-01T00:00:00Z"';
    const document = await read(
      paragraph(
        `${run('Due ')}<w:del ${by}><w:r><w:delText>May</w:delText></w:r></w:del><w:ins ${by}>${run('June')}</w:ins><w:moveFrom ${by}>${run(' gone')}</w:moveFrom><w:moveTo ${by}>${run(' 2024')}</w:moveTo>`,
      ) + table([row([cell('kept')]), row([cell('dropped')], `<w:del ${by}/>`), row([cell('also kept')])]),
    );
    expect(blockLines(document)[0]).toBe('paragraph: Due June 2024');
    expect(tableTexts(document)).toEqual([['kept'], ['also kept']]);
    const [issue] = document.issues;
    expect(issue).toMatchObject({ code: 'docx/tracked-changes', severity: 'warning' });
    expect(issue?.message).toContain('A. Editor');
    expect(issue?.message).toContain('May');
  });

  test('struck text, also by a style, is left out and told of', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:dstrike/></w:rPr></w:style>';
    const document = await read(
      paragraph(`${run('May', '<w:strike/>')}${run(' June')}`) +
        paragraph(`${run('Ro', '<w:rStyle w:val="Old"/>')}${run('ta', '<w:rStyle w:val="Old"/>')}${run('List')}`) +
        paragraph(run('Kept', '<w:strike w:val="0"/>')),
      { styles },
    );
    expect(blockLines(document)).toEqual(['paragraph: June', 'paragraph: List', 'paragraph: Kept']);
    expect(document.issues.map(({ code, message }) => [code, message.match(/“.*”/)?.[0]])).toEqual([
      ['docx/struck-text', '“May … Rota”'],
    ]);
  });

  test('unknown content is told of; so is another file in the document that cannot be read', async () => {
    const odd = await read('<w:p><w:permStart w:id="1"/><w:x><w:t>a/b</w:t></w:x><w:r><w:t>One</w:t></w:r></w:p>');
    expect(blockLines(odd)).toEqual(['paragraph: One']);
    expect(odd.issues.map((issue) => issue.message).join()).toContain('“a/b”');
    const missing = await read(`${paragraph('Text')}<w:altChunk r:id="x"/>`);
    expect(missing.issues).toMatchObject([{ code: 'docx/part-not-read', severity: 'error' }]);
  });

  test('charts, macros, a picture as the only thing in a cell', async () => {
    const chart =
      '<w:drawing><wp:inline><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></wp:inline></w:drawing>';
    const picture = (alt: string) =>
      `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="nowhere"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const document = await read(
      paragraph(`<w:r>${chart}</w:r>`) +
        table([row([cell('RAG'), cell(picture('Green'))]), row([cell('RAG'), cell(picture(''))])]),
      { files: { 'word/vbaProject.bin': 'macro' } },
    );
    expect(tableTexts(document)).toEqual([
      ['RAG', 'Green'],
      ['RAG', ''],
    ]);
    expect(issueCodes(document)).toEqual(['docx/macros', 'docx/graphic', 'markup/picture-in-cell']);
  });

  test('words that no block holds: a cell that is merged away', async () => {
    const document = await read(
      table([
        row([cell('top', '<w:vMerge w:val="restart"/>'), cell('a')]),
        row([cell('under', '<w:vMerge/>'), cell('b')]),
      ]),
    );
    expect(tableTexts(document)).toEqual([['top', 'a'], ['b']]);
    expect(document.issues).toMatchObject([{ code: 'docx/words-lost', message: expect.stringContaining('“under”') }]);
  });

  test('text that stops in the middle, or tags out of their turn, are an error', async () => {
    const whole = docxFile({ body: paragraph('First') + paragraph('Second') });
    expect(issueCodes(await parseIn(docx, whole))).toEqual([]);
    const xml =
      '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>First</w:t></w:r></w:p><w:p><w:r><w:t>Sec';
    const document = await parseIn(docx, docxFile({ body: '', files: { 'word/document.xml': xml } }));
    expect(issueCodes(document)).toEqual(['docx/broken-xml']);
    expect(blockLines(document)[0]).toBe('paragraph: First');
    const crossed = await read('<w:p><w:r><w:t>First</w:r></w:t></w:p>');
    expect(issueCodes(crossed)).toEqual(['docx/broken-xml']);
  });
});

describe('files that are not what they should be', () => {
  const good = docxFile({ body: paragraph('A plan with some words in it.').repeat(50) });
  const ole = (...names: readonly string[]) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      ...names.map((name) => Buffer.from(name, 'utf16le')),
    ]);

  test.each([
    ['cut short', good.subarray(0, good.length - 400), 'docx/corrupt'],
    ['cut to its first bytes', good.subarray(0, 40), 'docx/corrupt'],
    ['cut to its mark', good.subarray(0, 4), 'docx/corrupt'],
    [
      'damaged inside',
      Buffer.from(good.toString('latin1').replace('some words', 'SOME words'), 'latin1'),
      'docx/corrupt',
    ],
    ['locked with a password', ole('EncryptionInfo', 'EncryptedPackage'), 'docx/encrypted'],
    ['Word before 2007', ole('WordDocument'), 'docx/old-word'],
    ['Excel before 2007', ole('Workbook'), 'docx/old-office'],
    ['no document in it', docxFile({ body: '', files: { 'word/document.xml': '<a/>' } }), 'docx/no-document'],
  ])('%s', async (_, bytes, code) => {
    expect(docx.claims(bytes)).toBe(true);
    const error = await trouble(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/(?:Fetch|Open|Save|save|Ask)\b/);
  });

  test('an archive that unpacks without end is left packed', async () => {
    const bomb = bombFile(64 * 2 ** 20);
    expect(bomb.length).toBeLessThan(200_000);
    expect((await trouble(bomb)).code).toBe('docx/too-large');
  });

  test('elements nested without end', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(3000)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(3000)}`;
    expect((await trouble(docxFile({ body: deep }))).code).toBe('docx/too-deep');
  });

  test('other archives and texts are not claimed', () => {
    const sheet = Buffer.from(good.toString('latin1').replaceAll('word/', 'xl__/'), 'latin1');
    expect(docx.claims(sheet)).toBe(false);
    expect(docx.claims(Buffer.from('A text about word/document.xml'))).toBe(false);
    expect(docx.claims(Buffer.alloc(0))).toBe(false);
  });
});

/** A Word file whose document unpacks to so many blanks. */
function bombFile(size: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size, 0x20));
  const name = Buffer.from('word/document.xml');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(1000, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed]);
  const directory = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(2, 20), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

const soffice = spawnSync('soffice', ['--version']).status === 0;
if (!soffice) console.log('LibreOffice is not installed: Word files it writes are not tested.');

test.skipIf(!soffice)('a Word file that LibreOffice writes has the cells of the page it was made from', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-docx-'));
  try {
    const page = `<!doctype html><meta charset="utf-8"><h1>Plan</h1><table border="1">
      <tr><th>Finding</th><th>Action</th><th>RAG</th></tr>
      <tr><td rowspan="2">The service should train its drivers.</td><td><p>Book the course</p><p>Pay for it</p></td><td bgcolor="#ffc000">Amber</td></tr>
      <tr><td>Keep a list</td><td bgcolor="#00b050">Green</td></tr></table><p>End</p>`;
    writeFileSync(path.join(folder, 'plan.html'), page);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync('soffice', [
      profile,
      '--headless',
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      folder,
      path.join(folder, 'plan.html'),
    ]);
    const fromWord = await parseIn(docx, readFileSync(path.join(folder, 'plan.docx')));
    const fromPage = await parseIn(html, page);
    const facts = (lines: readonly string[]) =>
      lines.filter((line) => /^ {2}r/.test(line)).map((line) => line.replace(/ (?:header|bold)\b/g, ''));
    expect(facts(blockLines(fromWord))).toEqual(facts(blockLines(fromPage)));
    expect(blockLines(fromWord)[0]).toBe('heading 1: Plan');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
