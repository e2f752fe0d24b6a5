import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text } from '../../parsers/formats/text.ts';
import { readText, readTextBlocks } from '../../parsers/markup/text/blocks.ts';
import { documentToExtraction } from '../../parsers/paper.ts';
import { blockLines, issueCodes, parseIn, tableTexts } from '../support/parse.ts';

const textFile = { name: 'paper.txt', path: 'paper.txt', bytes: new Uint8Array(), sha256: '0'.repeat(64) };
const read = (...parts: readonly string[]) => parseIn(text, parts.join('\n'));
const lines = async (...parts: readonly string[]) => blockLines(await read(...parts));

describe('prose', () => {
  test('a numbered title over its numbered paragraphs is a heading, though its words before a colon return', async () => {
    const part = (number: number, topic: string) => [
      `${number}. Area for improvement: ${topic}`,
      '',
      `${number}.1  The Inspectorate found: The service should look after its ${topic} at every`,
      '     station in the county.',
      '',
    ];
    const found = await lines(...part(3, 'training'), ...part(4, 'IT'), ...part(5, 'fairness'));
    expect(found.filter((line) => line.startsWith('heading')).map((line) => line.replace(/^.*?: /, ''))).toEqual([
      '3. Area for improvement: training',
      '4. Area for improvement: IT',
      '5. Area for improvement: fairness',
    ]);
  });

  test('wrapped lines are one paragraph; a short line that ends a sentence ends it', async () => {
    expect(
      await lines(
        'The service began its programme of visits to homes in the spring of last year and has',
        'since then seen more than two thousand people in their homes, most of them over the',
        'age of eighty.',
        'A second programme begins in the autumn of this year, with funds from the county, and',
        'will reach care homes.',
      ),
    ).toEqual([
      'paragraph: The service began its programme of visits to homes in the spring of last year and has since then seen more than two thousand people in their homes, most of them over the age of eighty.',
      'paragraph: A second programme begins in the autumn of this year, with funds from the county, and will reach care homes.',
    ]);
  });

  test('a sentence goes on over a page’s edge, a new one does not', async () => {
    expect(
      await lines(
        'Crews have visited every school in the district since',
        '',
        'the start of term.',
        '',
        'Parents were told.',
      ),
    ).toEqual([
      'paragraph: Crews have visited every school in the district since the start of term.',
      'paragraph: Parents were told.',
    ]);
  });

  test('headings: in capitals, on top of prose, above a list, in Markdown; labels and front matter are none', async () => {
    expect(
      await lines(
        'Meeting date 4 June 2024',
        '',
        'Report author: Head of Plans',
        '',
        'BACKGROUND',
        'Inspectors came in March and looked at how homes are visited.',
        '',
        'What they found',
        'Visits are made to the right homes and by trained staff.',
        '',
        'Next steps',
        '',
        '• Train more staff',
        '',
        '## Risks ##',
        'None.',
      ),
    ).toEqual([
      'heading 1: Meeting date 4 June 2024',
      'paragraph: Report author: Head of Plans',
      'heading 2: BACKGROUND',
      'paragraph: Inspectors came in March and looked at how homes are visited.',
      'heading 3: What they found',
      'paragraph: Visits are made to the right homes and by trained staff.',
      'heading 3: Next steps',
      'list',
      '  - Train more staff',
      'heading 2: Risks',
      'paragraph: None.',
    ]);
  });

  test('labels that come again and again are headings, what stands under them alone is a value', async () => {
    const part = (finding: string, done: string, status: string) => [
      'Recommendation',
      finding,
      'What we did',
      done,
      'Status',
      status,
    ];
    const found = await lines(
      ...part('The service should map its hydrants.', 'All were mapped by May.', 'Complete'),
      ...part('The service should test its alarms.', 'Half were tested.', 'On track'),
      ...part('The service should train its cooks.', 'A course is planned.', 'Not started'),
      ...part('The service should mend its roofs.', 'One is mended.', 'On track'),
    );
    expect(found.slice(6, 12)).toEqual([
      'heading 2: Recommendation',
      'paragraph: The service should test its alarms.',
      'heading 2: What we did',
      'paragraph: Half were tested.',
      'heading 2: Status',
      'paragraph: On track',
    ]);
  });

  test('what stands over the label that begins each record is its title, a sentence too', async () => {
    const part = (finding: string, done: string, status: string) => [
      finding,
      '',
      'Where we have got to',
      '',
      done,
      '',
      'Status',
      '',
      status,
      '',
    ];
    const found = await lines(
      'PLAN',
      '',
      ...part('The service should map its hydrants.', 'All were mapped by May.', 'Complete'),
      ...part('The service should test its alarms.', 'Half were tested.', 'On track'),
      ...part('The service should train its cooks.', 'A course is planned.', 'Not started'),
    );
    expect(found.slice(6, 11)).toEqual([
      'heading 3: The service should test its alarms.',
      'heading 4: Where we have got to',
      'paragraph: Half were tested.',
      'heading 4: Status',
      'paragraph: On track',
    ]);
  });

  test('references of a series that stand over something are titles; numbers of paragraphs are not', async () => {
    expect(
      await lines(
        'AFI 1.1: The service does not yet map its hydrants. As a result, crews on the coast told us that',
        'they look for them in the snow.',
        '',
        '* Map the hydrants',
        '',
        'AFI 1.2: The alarms are not tested.',
        '',
        '* Test the alarms',
        '',
        'AFI 1.3   The cooks are not trained.',
        '',
        '* Train the cooks',
      ),
    ).toEqual([
      'heading 2: AFI 1.1: The service does not yet map its hydrants. As a result, crews on the coast told us that they look for them in the snow.',
      'list',
      '  - Map the hydrants',
      'heading 2: AFI 1.2: The alarms are not tested.',
      'list',
      '  - Test the alarms',
      'heading 2: AFI 1.3 The cooks are not trained.',
      'list',
      '  - Train the cooks',
    ]);
    const numbered = [
      '2.1: The hydrants are mapped.',
      '',
      '2.2: The alarms are tested.',
      '',
      '2.3: The cooks are trained.',
    ];
    expect(await lines(...numbered)).toEqual(
      numbered.filter((line) => line !== '').map((line) => `paragraph: ${line}`),
    );
  });

  test('cards under lines of dashes: a line that had room for a word more ends its text', async () => {
    const card = (...own: readonly string[]) => ['-'.repeat(40), ...own, ''];
    expect(
      await lines(
        ...card(
          'FP/23/1 • Started',
          'The service should map its hydrants.',
          'Half are mapped.',
          'Head of Water • May 2026',
        ),
        ...card('FP/23/2 • Paused', 'The service should test its alarms.', 'Head of Alarms • May 2027'),
        ...card('FP/23/3 • Started', 'The service should train its cooks.', 'Head of Kitchens • May 2028'),
      ),
    ).toEqual([
      'heading 2: FP/23/1 • Started',
      'paragraph: The service should map its hydrants.',
      'paragraph: Half are mapped.',
      'paragraph: Head of Water • May 2026',
      'heading 2: FP/23/2 • Paused',
      'paragraph: The service should test its alarms.',
      'paragraph: Head of Alarms • May 2027',
      'heading 2: FP/23/3 • Started',
      'paragraph: The service should train its cooks.',
      'paragraph: Head of Kitchens • May 2028',
    ]);
  });

  test('bullets: wrapped, alone on a line, nested, numbered', async () => {
    expect(
      await lines(
        '• Recruit trainers for',
        'the north',
        '•',
        '',
        'Move the store',
        '  ◦ by May',
        '',
        '1. Agree',
        '2. Begin',
        'in June',
      ),
    ).toEqual([
      'list',
      '  - Recruit trainers for the north',
      '  - Move the store',
      '    - by May',
      'list ordered',
      '  1. Agree',
      '  2. Begin in June',
    ]);
  });

  test('page numbers and what stands at the edge of every page are furniture', async () => {
    const document = await read(
      `Harrow Fire Service\nThe plan of the service is new and\n1\fHarrow Fire Service\nwas agreed in May.\n2\fHarrow Fire Service\nIt ends next year.\n3`,
    );
    expect(blockLines(document)).toEqual([
      'paragraph: The plan of the service is new and was agreed in May.',
      'paragraph: It ends next year.',
    ]);
    expect(document.furniture.map((piece) => piece.text)).toEqual([
      'Harrow Fire Service',
      '1',
      'Harrow Fire Service',
      '2',
      'Harrow Fire Service',
      '3',
    ]);
  });

  test('emphasis goes, stars and underscores of the text stay', async () => {
    expect(await lines('**Status**', '', 'Use *both* forms of `a_b_c`, 2 * 3 * 4, and _this_; see [page](#).')).toEqual(
      ['paragraph bold: Status', 'paragraph: Use both forms of a_b_c, 2 * 3 * 4, and this; see page.'],
    );
  });
});

describe('tables', () => {
  const head = 'Finding\tProgress\tDue\tLead';
  const full = (at: number) =>
    `The service should do thing ${at} better than it does.\tMuch was done about it in the year.\tMay 2024\tHead of Fleet`;

  test('missing cells at the end of a line are empty, cells with line breaks are whole', async () => {
    const document = await read(
      head,
      full(1),
      'The service should plan.\tA plan',
      'was made.\tJune 2024\tHead of Plans',
      'The service should rest.\tIt does.',
      full(2),
    );
    expect(tableTexts(document).slice(2, 4)).toEqual([
      ['The service should plan.', 'A plan\nwas made.', 'June 2024', 'Head of Plans'],
      ['The service should rest.', 'It does.', '', ''],
    ]);
  });

  test('columns set with blanks: wrapped cells, blank cells, numbers at the right', async () => {
    const table = await read(
      'The plan is below.',
      '',
      'Ref   Finding                    Lead             Spent   Status',
      'A1    The service does not yet   Head of Water     £900   On track',
      '      map its hydrants on the',
      '      coast.',
      'A2    Alarms are not tested.     Head of Alarms                ',
      'A3    The cooks are not          Head of         £1,200   Complete',
      '      trained.                   Kitchens',
      '',
      'The next paper comes in May.',
    );
    expect(tableTexts(table)).toEqual([
      ['Ref', 'Finding', 'Lead', 'Spent', 'Status'],
      ['A1', 'The service does not yet map its hydrants on the coast.', 'Head of Water', '£900', 'On track'],
      ['A2', 'Alarms are not tested.', 'Head of Alarms', '', ''],
      ['A3', 'The cooks are not trained.', 'Head of Kitchens', '£1,200', 'Complete'],
    ]);
  });

  test('a rule of dashes below names makes them the header; labels beside values are a table of two columns', async () => {
    const found = await read(
      'Report to:   Safety Panel',
      'Date:        4 July 2023',
      '',
      'Some words on the plan, which is below.',
      '',
      'Work                 Due',
      '-------------------  ----------',
      'Map the hydrants     May 2024',
      'Test the alarms      June 2024',
      '-------------------  ----------',
    );
    expect([0, 1].map((table) => tableTexts(found, table))).toEqual([
      [
        ['Report to:', 'Safety Panel'],
        ['Date:', '4 July 2023'],
      ],
      [
        ['Work', 'Due'],
        ['Map the hydrants', 'May 2024'],
        ['Test the alarms', 'June 2024'],
      ],
    ]);
    expect(found.blocks.flatMap((block) => (block.kind === 'table' ? [block.headerRows] : []))).toEqual([0, 1]);
  });

  test('two blanks after a full stop, lists and columns of prose are no tables', async () => {
    const found = await read(
      'The crews were trained in May.  They will be trained again in the',
      'autumn.  The cooks were not.  They are to be trained by the crews in the',
      'winter.  All of them were asked.',
      '',
      '1.   Map the hydrants',
      '2.   Test the alarms',
      '',
      'Crews on the coast told us       The alarms of the port are old',
      'that they look for hydrants      and nobody tests them, for the',
      'in the snow, and that they       keys are lost and have been so',
      'were never shown a map of        since the winter of last year,',
    );
    expect(tableTexts(found)).toEqual([]);
  });

  test('labels with their texts set in below them are a table of labels', async () => {
    const part = (finding: string, done: string) => ['Finding', `    ${finding}`, 'Q1 2023/24', `    ${done}`, ''];
    const found = await read(
      ...part('The service should map its hydrants, wherever they are', 'Half are mapped.'),
      ...part(
        'The service should test its alarms.',
        'The first ones were tested by the crews of the\n    coast in May.',
      ),
    );
    expect([0, 1].map((table) => tableTexts(found, table))).toEqual([
      [
        ['Finding', 'The service should map its hydrants, wherever they are'],
        ['Q1 2023/24', 'Half are mapped.'],
      ],
      [
        ['Finding', 'The service should test its alarms.'],
        ['Q1 2023/24', 'The first ones were tested by the crews of the coast in May.'],
      ],
    ]);
  });

  test('a row cut by the page’s edge is one row; a blank first cell with a date of its own is another', async () => {
    const document = await read(
      head,
      full(1),
      '',
      'by training\tA course\t\t',
      full(2),
      '',
      '\tMore was done later.\t\t',
      full(3),
      '\tA second step.\tJune 2024\tHead of Plans',
      full(4),
    );
    expect(document.blocks).toHaveLength(1);
    const found = tableTexts(document);
    expect(found).toHaveLength(7);
    expect(found[3]?.[1]).toBe('Much was done about it in the year.\nMore was done later.');
    expect(found[5]?.slice(0, 3)).toEqual(['', 'A second step.', 'June 2024']);
  });

  test('a page header inside a table goes, a heading between tables stays', async () => {
    const cut = await read('Plan of Harrow', '', head, full(1), '', 'Plan of Harrow', '', full(2));
    expect(cut.blocks.map((block) => block.kind)).toEqual(['heading', 'table']);
    expect(cut.furniture.map((piece) => piece.text)).toEqual(['Plan of Harrow']);
    const echo = await read(
      'Harrow Fire Service',
      '',
      'Action plan',
      '',
      head,
      full(1),
      '',
      'Harrow Fire Service: action plan',
      '',
      full(2),
    );
    expect(echo.blocks.map((block) => block.kind)).toEqual(['heading', 'heading', 'table']);
    const two = await read(head, full(1), '', 'Prevention', '', head, full(2));
    expect(two.blocks.map((block) => block.kind)).toEqual(['table', 'heading', 'table']);
  });

  test('a line alone among rows goes across; a header that comes back is dropped', async () => {
    const document = await read(head, full(1), 'PROTECTION', full(2), '', head, full(3));
    expect(tableTexts(document).map((row) => row.length)).toEqual([4, 4, 1, 4, 4]);
  });

  test('a header of groups over their columns', async () => {
    const long = 'The service has done much about this over the whole of the year.';
    const document = await read(
      'Finding\tProgress\t\tDue',
      '\tQ1\tQ2\t',
      `${long}\tBegun.\tDone.\tMay 2024`,
      `${long}\tNone.\tNone.\tJune 2024`,
    );
    expect(blockLines(document).slice(0, 6)).toEqual([
      'table 4 x 4, header rows 2, text',
      '  r1 c1 spans 2 x 1 header: Finding',
      '  r1 c2 spans 1 x 2 header: Progress',
      '  r1 c4 spans 2 x 1 header: Due',
      '  r2 c2 header: Q1',
      '  r2 c3 header: Q2',
    ]);
  });

  test('more tabs than columns are told of', async () => {
    const document = await read(head, full(1), full(2), `${full(3)}\tagreed`);
    expect(tableTexts(document)[3]?.[3]).toBe('Head of Fleet agreed');
    expect(issueCodes(document)).toEqual(['text/row-too-wide']);
  });

  test('a tab that only indents makes no table', async () => {
    expect(await lines('First paragraph of the paper.', '', '\tSecond paragraph, set in.')).toEqual([
      'paragraph: First paragraph of the paper.',
      'paragraph: Second paragraph, set in.',
    ]);
  });
});

describe('bytes', () => {
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffCost: £5 – “yes.”'), []],
    ['UTF-16', Buffer.from('\ufeffCost: £5 – “yes.”', 'utf16le'), []],
    ['windows-1252', Buffer.from('Cost: \xa35 \x96 \x93yes.\x94', 'latin1'), ['text/encoding-guessed']],
  ])('%s', async (_, bytes, codes) => {
    expect(text.claims(bytes)).toBe(true);
    const document = await parseIn(text, bytes);
    expect(blockLines(document)).toEqual(['paragraph: Cost: £5 – “yes.”']);
    expect(issueCodes(document)).toEqual(codes);
  });

  test.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['rich text', Buffer.from('{\\rtf1\\ansi Plan}')],
    ['XML', Buffer.from('<?xml version="1.0"?><plan/>')],
    ['nothing but blanks', Buffer.from(' \n\t\n')],
  ])('%s is not claimed', (_, bytes) => {
    expect(text.claims(bytes)).toBe(false);
  });

  test('a character cut off at the end of what is looked at', () => {
    expect(text.claims(Buffer.from(`${'a'.repeat(65_535)}é and more`))).toBe(true);
  });
});

test('no word of a text vanishes', async () => {
  const word = fc.constantFrom(
    'Crews',
    'the',
    'plan',
    '40',
    'May',
    'STATUS',
    'done.',
    'homes;',
    'Lead:',
    '2024/25',
    '1.',
    '•',
    '-',
    '|',
    '#',
    '**bold**',
  );
  const line = fc
    .array(word, { maxLength: 9 })
    .chain((words) => fc.constantFrom(' ', '\t', '  ').map((gap) => words.join(gap)));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (made) => {
      const content = made.join('\n');
      const document = await parseIn(text, content);
      const words = (from: string) => (from.match(/[A-Za-z]+|\d+/g) ?? []).sort();
      const found = [...document.furniture.map((piece) => piece.text), ...document.blocks.flatMap(wordsOfBlock)].join(
        ' ',
      );
      const repeated = document.blocks.some((block) => block.kind === 'table');
      if (repeated) expect(new Set(words(found))).toEqual(new Set(words(content)));
      else expect(words(found)).toEqual(words(content));
    }),
    { numRuns: 400 },
  );
});

function wordsOfBlock(block: Awaited<ReturnType<typeof read>>['blocks'][number]): readonly string[] {
  if (block.kind === 'list') return block.items.flatMap((item) => [item.label ?? '', item.text]);
  if (block.kind === 'table') return block.cells.map((cell) => cell.text);
  return [block.text];
}

test('struck words are left out and told of; raised marks of notes go', async () => {
  const document = await read(
    'Due ~~May~~ June<sup>1</sup>\n\n| Action | Due |\n|---|---|\n| Train | <s>May</s> July |\n',
  );
  expect(blockLines(document)[0]).toBe('heading 1: Due June');
  expect(tableTexts(document)).toEqual([
    ['Action', 'Due'],
    ['Train', 'July'],
  ]);
  expect(document.issues).toMatchObject([
    { code: 'text/struck-text', message: expect.stringContaining('“May … May”') },
  ]);
});

test('a control character that a converter left is none of the words; zeros are no text', () => {
  expect(text.claims(new TextEncoder().encode('The crews\u0002 are trained.'))).toBe(true);
  expect(text.claims(new TextEncoder().encode('The crews\u0000 are trained.'))).toBe(false);
});

test('lines that a table has taken are no labels: nothing is read twice', () => {
  const blocks = readTextBlocks(
    [
      'E1',
      '   Finding:   The service should make sure that it visits those',
      '              who are most at risk.',
      '   Action:    Give every station a list of operational and control',
      '              staff, and a tablet to each.',
      '   Date:      31 March 2026',
      '   State:     going to plan',
    ].join('\n'),
  );
  const words = blocks.flatMap((block) => (block.kind === 'table' ? block.cells.map(({ text }) => text) : []));
  expect(words.filter((text) => text === '31 March 2026')).toHaveLength(1);
  expect(blocks.filter((block) => block.kind === 'table' && block.rows === 0)).toEqual([]);
  expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
});

test('labels that return at one margin stand beside their values, however they are parted from them', () => {
  const record = (ref: string, due: string) =>
    `${ref}   HOSES\n  They said      The service should test its hoses\n                 each year.\n  We will        Buy a rig.\n  Due by when  : ${due}\n`;
  const { blocks } = readText(
    ['REGISTER', '', record('OX/1', 'May 2026'), record('OX/2', 'June 2026'), record('OX/3', 'July 2026')].join('\n'),
  );
  expect(blocks.flatMap((block) => (block.kind === 'table' ? block.cells.map(({ text }) => text) : []))).toEqual(
    ['May 2026', 'June 2026', 'July 2026'].flatMap((due) => [
      ...['They said', 'The service should test its hoses each year.', 'We will', 'Buy a rig.'],
      ...['Due by when', due],
    ]),
  );
});

test('lines of a key that each begin with a capital are rows, though one is as long as its column', () => {
  const { blocks } = readText(
    ['Marks used:', '   NOT BEGUN      nothing done', '   WELL ON        moving', '   ON THE SHELF   put off'].join(
      '\n',
    ),
  );
  expect(blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))).toEqual([3]);
});

test('a reference and its finding over labels set in by a tab, record after record', async () => {
  const record = (at: number, finding: string) =>
    `EFF ${at}\tThe service should ${finding}.\n\tAction\tAsk crew ${at}\n\tLead\tHead of Maps\n\tState\tFinished\n`;
  const { entries } = documentToExtraction(
    textFile,
    await read(
      'THORNBECK FIRE AND RESCUE SERVICE',
      'Inspection follow-up list',
      '',
      record(1, 'keep its maps up to date'),
      record(2, 'test its hoses each year'),
      record(3, 'charge fairly for its boats'),
    ),
  );
  expect(entries.map(({ ref, action }) => [ref, action])).toEqual(
    [1, 2, 3].map((at) => [`EFF ${at}`, `Ask crew ${at}`]),
  );
});

test('the lines over a paper stand apart: its service, its title and its meeting', async () => {
  const document = await read(
    'HMICFRS improvement plan',
    'Thornbeck Fire and Rescue Service',
    'Audit Committee, 12 April 2031',
    '',
    'The plan answers the report of the inspectorate of autumn 2030 and is kept by the programme office.',
  );
  expect(blockLines(document).slice(0, 3)).toEqual([
    'heading 1: HMICFRS improvement plan',
    'heading 1: Thornbeck Fire and Rescue Service',
    'heading 1: Audit Committee, 12 April 2031',
  ]);
});

test('labels behind paragraph numbers are labels, and their values no headings', async () => {
  const point = (at: number, finding: string) =>
    `${at}.    Area for improvement ${at}: The service should ${finding}.\n\n      ${at}.1   Where we are now: Crew ${at} was asked.\n\n      ${at}.2   Our judgement: On track\n`;
  const { entries } = documentToExtraction(
    textFile,
    await read(
      'Improvement plan after inspection',
      '',
      point(3, 'keep its maps up to date'),
      point(4, 'test its hoses each year'),
      point(5, 'charge fairly for its boats'),
    ),
  );
  expect(entries.map(({ ref, progress, status }) => [ref, progress, status?.value])).toEqual(
    [3, 4, 5].map((at) => [`Area for improvement ${at}`, `Crew ${at} was asked.`, 'in_progress']),
  );
});

test('a title underlined with tildes is no struck text', async () => {
  expect(await lines('Plan', '', 'Hydrants', '~~~~~~~~', 'They were all tested in the spring.')).toEqual([
    'heading 1: Plan',
    'heading 1: Hydrants',
    'paragraph: They were all tested in the spring.',
  ]);
});

test('lines set in below one that begins with a label go on with its value, whole sentences too', async () => {
  const read = await lines(
    'Hydrants',
    '~~~~~~~~',
    '   Where it stands: Ambleford is finished.',
    '      Quayle has begun; the snow cost three weeks.',
    '   In the hands of: Head of Water',
  );
  expect(read.slice(1)).toEqual([
    'paragraph: Where it stands: Ambleford is finished. Quayle has begun; the snow cost three weeks.',
    'paragraph: In the hands of: Head of Water',
  ]);
});

test('labels whose values stand one blank behind their colons make no table, though two of them are one length', async () => {
  const record = (number: number) => [
    `Matter ${number}`,
    '  They did say this: The service should make sure that its crews have the',
    '      maps they need.',
    '    17 January 2023: One map drawn.',
    '    20 October 2023: Two maps drawn.',
    '',
  ];
  const { blocks } = await read(...[1, 2, 3, 4].flatMap(record));
  expect(blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
});
