import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { IngestReport } from '../../src/pipeline/ingest.ts';
import { projectRoot, runCli } from '../support/cli.ts';
import { differences, dumpContent, makeTemporaryFolder, temporaryFolder } from '../support/database.ts';
import { convertPapers, hasOffice, paperHtml, paperText } from '../support/papers.ts';

// Many runs of the whole program; how long that takes says more of the machine than of us.
vi.setConfig({ testTimeout: 240_000 });

/** Made once for all tests: 30 papers of four kinds, or of two where LibreOffice is missing. */
let good: string;
/** Ten of them, in two folders. */
let few: string;

beforeAll(() => {
  good = makeTemporaryFolder();
  const numbers = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);
  const page = (seed: number) => [`paper-${seed}`, paperHtml(seed)] as const;
  mkdirSync(path.join(good, 'below'));
  for (const seed of numbers(1, 10)) writeFileSync(path.join(good, `paper-${seed}.html`), paperHtml(seed));
  for (const seed of numbers(11, 10)) writeFileSync(path.join(good, 'below', `paper-${seed}.txt`), paperText(seed));
  if (hasOffice) {
    convertPapers('docx', Object.fromEntries(numbers(21, 5).map(page)), good);
    convertPapers('pdf', Object.fromEntries(numbers(26, 5).map(page)), good);
  } else {
    console.log('LibreOffice is not installed: no DOCX and PDF among the papers.');
    for (const seed of numbers(21, 10)) writeFileSync(path.join(good, `paper-${seed}.html`), paperHtml(seed));
  }
  few = makeTemporaryFolder();
  cpSync(good, few, {
    recursive: true,
    filter: (source) => !/paper-\d/.test(source) || /paper-(1|2|3|4|11|12|13|14|21|26)\./.test(source),
  });
});
afterAll(() => {
  for (const folder of [good, few]) rmSync(folder, { recursive: true, force: true });
});

const reportOf = (stdout: string) => JSON.parse(stdout) as IngestReport;
const rows = (file: string, sql: string) => {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare(sql).raw().all();
  } finally {
    db.close();
  }
};

describe('a folder of papers', () => {
  test('comes in with one command, and again changes nothing', async () => {
    const db = path.join(temporaryFolder(), 'new/plans.db');
    const first = await runCli(['ingest', good, '--db', db]);
    expect(first.stderr).toMatch(/^30\/30 ok /m);
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/^Service +Paper +Date +Entries +Issues +Outcome\n/);
    expect(first.stdout).toMatch(/30 files: 30 read with 120 entries, 0 known already\.\n\nNext:\n/);
    expect(first.stdout).toMatch(/^ {2}node \S*launch\.cjs changes /m);
    expect(rows(db, 'SELECT count(*), count(DISTINCT paper_id) FROM entries')).toEqual([[120, 30]]);
    expect(rows(db, 'SELECT DISTINCT outcome FROM papers')).toEqual([['ok']]);

    const before = dumpContent(db);
    const second = await runCli(['ingest', good, '--db', db, '--json']);
    expect(second.status).toBe(0);
    expect(second.stderr).toBe('');
    expect(reportOf(second.stdout).counts).toMatchObject({ files: 30, read: 0, known: 30, exitCode: 0 });
    expect(differences(dumpContent(db), before)).toEqual([]);
    expect(rows(db, 'SELECT command, files, read, known, exit_code FROM runs ORDER BY id')).toEqual([
      ['ingest', 30, 30, 0, 0],
      ['ingest', 30, 0, 30, 0],
    ]);
  });

  test('gives the same database by one reader or by four, in one run or in several', async () => {
    const folder = temporaryFolder();
    const [one, four, parts] = ['one.db', 'four.db', 'parts.db'].map((name) => path.join(folder, name));
    await runCli(['ingest', few, '--db', one ?? '', '--jobs', '1', '--quiet']);
    await runCli(['ingest', few, '--db', four ?? '', '--jobs', '4', '--quiet']);
    await runCli(['ingest', path.join(few, 'below'), '--db', parts ?? '', '--quiet']);
    await runCli(['ingest', path.join(few, 'paper-1.html'), few, '--db', parts ?? '', '--quiet']);
    expect(differences(dumpContent(four ?? ''), dumpContent(one ?? ''))).toEqual([]);
    expect(differences(dumpContent(parts ?? ''), dumpContent(one ?? ''))).toEqual([]);
  });

  test('the same bytes under another name are noted as a source', async () => {
    const folder = temporaryFolder();
    const db = path.join(folder, 'a.db');
    const papers = path.join(folder, 'papers');
    mkdirSync(papers);
    writeFileSync(path.join(papers, 'b.html'), paperHtml(1));
    writeFileSync(path.join(papers, 'a.html'), paperHtml(1));
    const { stdout } = await runCli(['ingest', papers, '--db', db, '--json']);
    expect(reportOf(stdout).files.map(({ address, state }) => [path.basename(address), state])).toEqual([
      ['a.html', 'read'],
      ['b.html', 'known'],
    ]);
    writeFileSync(path.join(papers, 'later.html'), paperHtml(1));
    await runCli(['ingest', papers, '--db', db, '--quiet']);
    expect(rows(db, 'SELECT file FROM papers')).toEqual([['a.html']]);
    expect(rows(db, 'SELECT address FROM sources ORDER BY address')).toEqual(
      ['a.html', 'b.html', 'later.html'].map((name) => [path.join(papers, name)]),
    );
  });

  test('papers that another version has read stay as they are, and it is said how to read them again', async () => {
    const folder = temporaryFolder();
    const db = path.join(folder, 'my plans.db');
    const paper = path.join(few, 'paper-1.html');
    const first = await runCli(['ingest', paper, '--db', db]);
    expect(first.stdout).not.toContain('reextract');
    const other = new Sqlite(db);
    other.exec(`UPDATE papers SET extractor = 'boardtrail 0.0.1'`);
    other.close();
    const before = dumpContent(db);
    const { stdout } = await runCli(['ingest', paper, '--db', db]);
    expect(stdout).toMatch(/^1 file: 0 read with 0 entries, 1 known already\.\n\nNext:\n/);
    expect(stdout).toContain(`reextract --dry-run --db '${db}'   what 1 papers read otherwise would say now\n`);
    expect(differences(dumpContent(db), before)).toEqual([]);
  });

  test('the database may stand among the papers', async () => {
    const folder = temporaryFolder();
    const db = path.join(folder, 'plans.db');
    writeFileSync(path.join(folder, 'a.html'), paperHtml(1));
    const again = async () => reportOf((await runCli(['ingest', folder, '--db', db, '--json'])).stdout);
    const addresses = [(await again()).files, (await again()).files]
      .flat()
      .map(({ address }) => path.basename(address));
    expect(addresses).toEqual(['a.html', 'a.html']);
  });

  test.each(['cli.ts', 'launch.cjs'])('what to do next can be pasted where %s was called', (program) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'a.html'), paperHtml(1));
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(projectRoot, 'src', program), 'ingest', '.', '--db', "the board's.db"],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, npm_lifecycle_event: undefined } },
    );
    const [, command = ''] = /^ {2}(.* changes .*)$/m.exec(stdout) ?? [];
    const pasted = spawnSync('bash', ['-c', command.replace(/^node/, `'${process.execPath}'`)], { cwd: folder });
    expect({ status: pasted.status, stderr: String(pasted.stderr) }).toMatchObject({ status: 0 });
  });

  test('says so where it is empty', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'papers'));
    const { status, stdout } = await runCli(['ingest', path.join(folder, 'papers'), '--db', path.join(folder, 'a.db')]);
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No papers found/) });
  });
});

describe('on a terminal', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;
  const onTerminal = (command: string) => {
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: projectRoot, encoding: 'utf8' });
    return stdout;
  };

  test.skipIf(!hasScript)('a bar is drawn over itself and leaves the table alone', () => {
    const db = path.join(temporaryFolder(), 'a.db');
    const shown = onTerminal(`'${process.execPath}' src/cli.ts ingest '${few}' --db '${db}'`);
    expect(shown).toMatch(/\[2K\[=* *\] 1\/10 papers, \d+ pages, \d+ (s|min) left\r/);
    expect(shown).toContain('\r\u001b[2KFollowing entries from paper to paper\r\u001b[2KService ');
    const afterBar = shown.slice(shown.lastIndexOf('\u001b[2K') + 4);
    expect(afterBar).toMatch(/^Service +Paper[\s\S]*10 files: 10 read/);
  });

  test.skipIf(!hasScript)('nothing is drawn under NO_COLOR', () => {
    const db = path.join(temporaryFolder(), 'a.db');
    const shown = onTerminal(`NO_COLOR=1 '${process.execPath}' src/cli.ts ingest '${few}' --db '${db}'`);
    expect(shown).not.toContain('\u001b');
    expect(shown).toContain('1/10 ok ');
  });
});

describe('stopped and started again', () => {
  test('kills at many moments leave what one clean run leaves', async () => {
    const folder = temporaryFolder();
    const clean = path.join(folder, 'clean.db');
    const killed = path.join(folder, 'killed.db');
    await runCli(['ingest', few, '--db', clean, '--quiet']);
    const kill = (afterLines: number, pause: number) =>
      runCli(['ingest', few, '--db', killed, '--jobs', '2'], {
        watch: (child) => {
          let lines = 0;
          const end = () => setTimeout(() => child.kill('SIGKILL'), pause);
          if (afterLines === 0) end();
          child.stderr?.on('data', (text: string) => {
            lines += text.split('\n').length - 1;
            if (afterLines > 0 && lines >= afterLines) end();
          });
        },
      });
    const signals: (string | null)[] = [];
    for (const pause of [80, 160, 240, 400]) signals.push((await kill(0, pause)).signal);
    for (const [lines, pause] of [
      [1, 0],
      [2, 5],
      [2, 20],
      [1, 3],
    ] as const) {
      signals.push((await kill(lines, pause)).signal);
    }
    expect(signals.filter((signal) => signal === 'SIGKILL').length).toBeGreaterThan(4);
    const last = await runCli(['ingest', few, '--db', killed, '--quiet']);
    expect(last).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(differences(dumpContent(killed), dumpContent(clean))).toEqual([]);
    expect(rows(killed, 'PRAGMA integrity_check')).toEqual([['ok']]);
    expect(rows(killed, 'SELECT finished IS NULL FROM runs ORDER BY id DESC LIMIT 1')).toEqual([[0]]);
  });

  test('two at once on one new database lose nothing', async () => {
    const folder = temporaryFolder();
    const clean = path.join(folder, 'clean.db');
    const shared = path.join(folder, 'shared.db');
    await runCli(['ingest', few, '--db', clean, '--quiet']);
    const args = ['ingest', few, '--db', shared, '--jobs', '1'];
    const both = await Promise.all([runCli(args), runCli(args)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(differences(dumpContent(shared), dumpContent(clean))).toEqual([]);
    expect(rows(shared, 'SELECT count(*) FROM runs WHERE finished IS NOT NULL')).toEqual([[2]]);
  });
});

describe('bad input', () => {
  test('30 good papers and one of each bad kind: 30 stored, each bad one named, exit 3', async () => {
    const folder = temporaryFolder();
    const db = path.join(folder, 'a.db');
    const papers = path.join(folder, 'papers');
    cpSync(good, papers, { recursive: true });
    const bad = path.join(papers, 'bad');
    mkdirSync(bad);
    const at = (name: string) => path.join(bad, name);
    const expected: Record<string, RegExp> = {};
    const make = (name: string, bytes: Uint8Array | string, code: RegExp) => {
      writeFileSync(at(name), bytes);
      expected[name] = code;
    };
    make('empty.pdf', '', /^file\/empty$/);
    make('corrupt.pdf', `%PDF-1.7\n${'garbage '.repeat(500)}`, /^pdf\//);
    make('corrupt.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3000, 7)]), /./);
    make(
      'picture.png',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2000, 200)]),
      /^file\/unknown-format$/,
    );
    make('program.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5000)]), /^file\/unknown-format$/);
    make('scan.pdf', imageOnlyPdf(), /^pdf\/no-text-layer$/);
    make('huge.pdf', '%PDF-1.7\n', /^file\/too-large$/);
    truncateSync(at('huge.pdf'), 50_000_000);
    if (hasOffice) {
      const whole = readFileSync(path.join(good, 'paper-26.pdf'));
      make('truncated.pdf', whole.subarray(0, 900), /./);
      const word = readFileSync(path.join(good, 'paper-21.docx'));
      make('truncated.docx', word.subarray(0, word.length / 2), /./);
      const locked = spawnSync('qpdf', [
        '--encrypt',
        'user',
        'owner',
        '256',
        '--',
        path.join(good, 'paper-26.pdf'),
        at('locked.pdf'),
      ]);
      if (locked.status === 0) expected['locked.pdf'] = /^pdf\//;
      else console.log('qpdf is not installed: no locked paper among the bad ones.');
    }
    spawnSync('mkfifo', [at('endless.pdf')]);
    expected['endless.pdf'] = /^file\/not-a-file$/;
    symlinkSync('nowhere.pdf', at('lost.pdf'));
    expected['lost.pdf'] = /^file\/broken-link$/;
    symlinkSync('..', at('loop'));
    const server = createServer().listen(at('socket'));
    expected.socket = /^file\/not-a-file$/;

    const args = ['ingest', papers, '--db', db, '--max-size', '20', '--timeout', '60'];
    const first = await runCli([...args, '--json']);
    server.close();
    expect(first.status).toBe(3);
    const { files, counts } = reportOf(first.stdout);
    const problems = files.filter(({ outcome }) => outcome !== 'ok');
    expect(problems.map(({ address }) => path.basename(address)).sort()).toEqual(Object.keys(expected).sort());
    for (const { address, problem } of problems) {
      expect(problem?.code, address).toMatch(expected[path.basename(address)] ?? /^$/);
      expect(first.stderr).toContain(`${address}: `);
      expect(problem?.message, address).toMatch(/[.;] \S/);
    }
    expect(counts).toMatchObject({
      files: 30 + problems.length,
      failed: problems.length - counts.partial,
      exitCode: 3,
    });
    expect(rows(db, `SELECT count(*) FROM papers WHERE outcome = 'ok'`)).toEqual([[30]]);
    expect(rows(db, 'SELECT count(*) FROM entries')).toEqual([[120]]);
    expect(rows(db, `SELECT count(*) FROM paper_bytes JOIN papers ON id = paper_id WHERE file LIKE '%.exe'`)).toEqual([
      [0],
    ]);

    const before = dumpContent(db);
    const second = await runCli([...args, '--json']);
    expect(second.status).toBe(3);
    expect(reportOf(second.stdout).counts).toMatchObject({ read: 0, known: files.length - 4 });
    expect(second.stderr).toMatch(
      /empty\.pdf: failed \(known: --retry reads it again; "boardtrail forget [0-9a-f]{12}" leaves it out for good\)\n {2}file\/empty: /,
    );
    expect(
      differences(
        dumpContent(db),
        before.filter((line) => !line.includes('bad/socket"')),
      ),
    ).toEqual([]);

    const again = await runCli([...args, '--retry', '--json']);
    expect(reportOf(again.stdout).counts.read).toBe(problems.length - 4);
    expect(
      differences(
        dumpContent(db),
        before.filter((line) => !line.includes('bad/socket"')),
      ),
    ).toEqual([]);
  });

  test('a paper that takes too long is failed, kept, and read in a later run', async () => {
    const folder = temporaryFolder();
    const db = path.join(folder, 'a.db');
    const file = path.join(folder, 'paper.html');
    writeFileSync(file, paperHtml(1));
    const hasty = await runCli(['ingest', file, '--db', db, '--timeout', '0.001']);
    expect(hasty.status).toBe(3);
    expect(hasty.stderr).toMatch(
      /paper\.html: failed\n {2}ingest\/timeout: Reading took longer than 0\.001 s\. .*--timeout/,
    );
    expect(
      rows(db, 'SELECT outcome, (SELECT code FROM issues), length(deflated) > 0 FROM papers, paper_bytes'),
    ).toEqual([['failed', 'ingest/timeout', 1]]);
    const patient = await runCli(['ingest', file, '--db', db, '--quiet']);
    expect(patient).toMatchObject({ status: 0, stderr: '' });
    expect(
      rows(db, 'SELECT outcome, (SELECT count(*) FROM issues), (SELECT count(*) FROM entries) FROM papers'),
    ).toEqual([['ok', 0, 4]]);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'files and folders that may not be read are named with what to do',
    async () => {
      const folder = temporaryFolder();
      chmodSync(folder, 0o777);
      const papers = path.join(folder, 'papers');
      mkdirSync(path.join(papers, 'closed'), { recursive: true });
      writeFileSync(path.join(papers, 'closed/a.html'), paperHtml(1));
      writeFileSync(path.join(papers, 'secret.html'), paperHtml(2));
      writeFileSync(path.join(papers, 'open.html'), paperHtml(3));
      chmodSync(path.join(papers, 'closed'), 0o700);
      chmodSync(path.join(papers, 'secret.html'), 0o600);
      const db = path.join(folder, 'a.db');
      const nobody = 65534;
      const { status, stderr, stdout } = await runCli(['ingest', papers, '--db', db, '--json'], { uid: nobody });
      if (status === 1 || status === null)
        return console.log(`Another user cannot run the project here: ${stderr.slice(0, 200)}`);
      expect(status).toBe(3);
      expect(stderr).toMatch(/closed: not read\n {2}file\/unreadable-folder: .*permission denied.* Let the user/);
      expect(stderr).toMatch(/secret\.html: not read\n {2}file\/unreadable: .*permission denied/);
      expect(reportOf(stdout).counts).toMatchObject({ read: 1, failed: 2 });

      chmodSync(path.join(papers, 'closed'), 0o755);
      chmodSync(path.join(papers, 'secret.html'), 0o644);
      expect(await runCli(['ingest', papers, '--db', db, '--quiet'], { uid: nobody })).toMatchObject({ status: 0 });
      expect(rows(db, 'SELECT address FROM unread_files')).toEqual([]);
    },
  );
});

describe('mistakes in the call', () => {
  test.each([
    [['ingest'], /ingest needs files or folders/],
    [['ingest', '/no/such/place'], /there is no file or folder \/no\/such\/place/],
    [['ingest', '.', '--jobs', 'many'], /--jobs takes a number of at least 1, not "many"/],
    [['ingest', '.', '--timeout', '-1'], /--timeout/],
    [['ingest', '.', '--memory', '1'], /--memory takes a number of at least 128/],
    [['ingest', '.', '--colour'], /Unknown option '--colour'; "boardtrail ingest --help"/],
    [['ingest', '.', '--db', '.'], /is a folder; name a file with --db/],
  ])('%j', async (args, message) => {
    const folder = temporaryFolder();
    const { status, stdout, stderr } = await runCli(args, { cwd: folder });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** One page that is one grey picture. */
function imageOnlyPdf(): string {
  const content = 'q 500 0 0 700 50 50 cm /Im1 Do Q';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${pdf}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
}
