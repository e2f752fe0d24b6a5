import { cell, docxFile, paragraph, row, run, table } from './docx.ts';

/** The Word papers in fixtures/docx, by file name; `node scripts/fixtures.ts` writes them. */
export const docxFixtures: Readonly<Record<string, () => Buffer>> = {
  'tracked-action-plan.docx': actionPlan,
  'numbered-cover-paper.docx': coverPaper,
};

const style = (id: string, name: string, content: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
const shade = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
const bold = '<w:b/>';
const author = 'w:id="1" w:author="P. Clerk" w:date="2024-05-01T09:00:00Z"';

/** A landscape action plan as Word keeps it while people still work on it. */
function actionPlan(): Buffer {
  const styles = [
    style('Normal', 'Normal', ''),
    style('Title', 'Title', '<w:rPr><w:sz w:val="40"/></w:rPr>'),
    style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('Section', 'Section title', '<w:basedOn w:val="Heading1"/>'),
    style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
    style(
      'Grid',
      'Grid Table 4',
      '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="4472C4"/></w:tcPr></w:tblStylePr>',
      'table',
    ),
  ].join('');
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const list = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
  const head = ['Finding', 'Action', 'Progress', 'Due', 'Status'].map((text) => cell(text));
  const merged = (start: boolean) => `<w:vMerge${start ? ' w:val="restart"' : ''}/>`;
  const tick = (text: string, checked: boolean) =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(checked ? '☒' : '☐')}</w:sdtContent></w:sdt>${run(` ${text} `)}`;
  const plan = table(
    [
      row(head, '<w:tblHeader/>'),
      row(
        [
          cell('The brigade should test its resilience plans.', merged(true)),
          cell(paragraph('Write the test plan', list(2)) + paragraph('Run it at two sites', list(2))),
          cell(
            paragraph(
              `<w:del ${author}><w:r><w:delText>Not begun. </w:delText></w:r></w:del><w:ins ${author}>${run('One site was tested in April.')}</w:ins>`,
            ) + paragraph('A second follows', list(1)),
          ),
          cell('30 Jun 2024'),
          cell('In progress', shade('FFC000')),
        ],
        '<w:cantSplit/>',
      ),
      `<w:sdt><w:sdtPr/><w:sdtContent>${row([
        cell('', merged(false)),
        cell('Tell partners'),
        cell(paragraph(run('Letters', '<w:rStyle w:val="Strong"/>') + run(' sent to all 14 partners.'))),
        cell('31 May 2024'),
        cell(paragraph(run('Complete', '<w:highlight w:val="green"/>'))),
      ])}</w:sdtContent></w:sdt>`,
      row([cell(paragraph(run('People', bold)), `<w:gridSpan w:val="5"/>${shade('D9E2F3')}`)]),
      row(
        [
          cell('Recruit two trainers'),
          cell(
            paragraph(tick('Started', true) + tick('Finished', false)) +
              table([row([cell('Post 1'), cell('filled')]), row([cell('Post 2'), cell('vacant')])]) +
              paragraph(''),
          ),
          cell('Autumn 2024'),
          cell(
            `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Choose an item.')}</w:sdtContent></w:sdt>`,
          ),
        ],
        '<w:gridBefore w:val="1"/>',
      ),
    ],
    '<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="0"/>',
  );
  const box = `<w:txbxContent>${paragraph('Key: amber means at risk of missing its date.')}</w:txbxContent>`;
  const textBox = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`;
  const body = [
    paragraph('Resilience action plan', '<w:pStyle w:val="Title"/>'),
    paragraph(run('Position at the end of April 2024', bold)),
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Actions ..... 1')}${paragraph('Risks ..... 2')}</w:sdtContent></w:sdt>`,
    paragraph('Actions', '<w:pStyle w:val="Section"/>'),
    paragraph(
      run('The plan covers ') +
        run('six', '<w:vanish/>') +
        `<w:r><w:t>co</w:t><w:softHyphen/><w:t xml:space="preserve">ordinated work </w:t><w:sym w:font="Symbol" w:char="F0AE"/><w:t xml:space="preserve"> see </w:t></w:r>` +
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('page 4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>` +
        `<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}` +
        '<w:r><w:commentReference w:id="0"/></w:r>',
    ),
    paragraph(textBox),
    plan,
    paragraph('Risks', '<w:outlineLvl w:val="1"/>'),
    paragraph(
      `${run('Lead:', bold)}${run(' Head of Resilience')}<w:r><w:br/></w:r>${run('Sponsor: Assistant Chief Officer')}`,
    ),
  ].join('');
  return docxFile({
    body,
    styles,
    numbering,
    footnotes: `<w:footnote w:id="2">${paragraph('The plan of the year before.')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="P. Clerk">${paragraph('Check with finance')}</w:comment>`,
    header: `${paragraph('Holtbeck Fire Brigade: resilience')}${paragraph('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>')}`,
    footer: paragraph(
      `${run('Page ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    core: '<dc:title>Resilience action plan</dc:title><dc:creator>Policy team</dc:creator><dcterms:modified>2024-05-02T08:30:00Z</dcterms:modified>',
  });
}

/** A cover paper whose headings and paragraphs are numbered by Word, over several levels. */
function coverPaper(): Buffer {
  const level = (index: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="5">${level(0, 'decimal', '%1.', '<w:pStyle w:val="Heading2"/>')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerRoman', '(%3)')}</w:abstractNum>` +
    '<w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
  const styles = [
    style('Heading1', 'heading 1', ''),
    style('Heading2', 'heading 2', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr>'),
    style('Label', 'Label', '<w:rPr><w:b/></w:rPr>', 'character'),
  ].join('');
  const numbered = (text: string, at: number, list = 3) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const label = (text: string) => cell(paragraph(run(text, '<w:rStyle w:val="Label"/>')));
  const body = [
    table([
      row([label('Report to'), cell('Performance and Scrutiny Committee')]),
      row([label('Date'), cell('6 June 2024')]),
      row([
        label('Report of'),
        cell(`<w:p>${run('Area Manager,')}<w:r><w:br/></w:r>${run('Service Improvement')}</w:p>`),
      ]),
    ]),
    paragraph('Inspection follow-up', '<w:pStyle w:val="Heading1"/>'),
    paragraph('Purpose', '<w:pStyle w:val="Heading2"/>'),
    numbered('To report on the two recommendations of the last inspection.', 1),
    numbered('Each has:', 1),
    numbered('an owner; and', 2),
    numbered('a date.', 2),
    paragraph('Progress', '<w:pStyle w:val="Heading2"/>'),
    numbered('Both are on track.', 1),
    paragraph(run('Recommendation 1', bold)),
    paragraph(
      `${run('Training records', bold)}${run(' are kept in one place since May 2024. The owner is the Head of Learning.')}`,
    ),
    paragraph(run('Next steps', bold), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'),
    paragraph('The Committee will see a further report in December 2024.'),
  ].join('');
  return docxFile({
    body,
    styles,
    numbering,
    footer: paragraph('Vale of Corrin Fire and Rescue Service'),
    core: '<dc:title>Inspection follow-up</dc:title>',
  });
}
