import path from 'node:path';
import { firstFew } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import type { Correction } from '../model/correction.ts';
import { type IngestedFile, type IngestReport, isTroubled } from '../pipeline/ingest.ts';
import { describe } from '../review/index.ts';
import { defaultDatabase } from './options.ts';
import { describePutAside, section, textTable, troubleLines } from './print.ts';

/** Above this many papers the table has a row a service. */
const longestTable = 40;
/** As many names are given in one sentence. */
const longestList = 20;

/**
 * What a run did, for people.
 * @param told what was said of papers as they were taken in, and was not known so
 * @returns `text`: what came in and what to do next; `problems`: each paper that failed or was read in part, and why
 */
export function describeIngest(
  report: IngestReport,
  database: string,
  told: readonly Correction[],
): { text: string; problems: string } {
  const read = report.files.filter(({ state, noPaper }) => state === 'read' && noPaper === null);
  const troubled = report.files.filter(isTroubled);
  return {
    text:
      report.files.length === 0
        ? 'No papers found: the folder has no files, or only hidden ones.\n'
        : [
            textTable(read.length > longestTable ? byService(read) : byPaper(read)),
            totals(report),
            describeTold(told),
            next(report, database),
          ]
            .filter((part) => part !== '')
            .join('\n'),
    problems: [
      ...troubled.map(describeTrouble),
      ...report.putAside.map(describePutAside),
      describeFaults(troubled),
    ].join(''),
  };
}

function describeTrouble({ address, paperId, outcome, state, problem }: IngestedFile): string {
  const words = outcome === 'partial' ? 'read only in part' : state === 'unread' ? 'not read' : 'failed';
  const id = paperId?.slice(0, 12);
  const leave =
    outcome === 'failed'
      ? `; "boardtrail forget ${id}" leaves it out for good`
      : `; "boardtrail fix ${id} --ok" says that it will do so`;
  const known = state === 'known' ? ` (known: --retry reads it again${leave})` : '';
  return troubleLines(address, `${words}${known}`, problem);
}

/** What the makers need to know, each fault once. */
function describeFaults(files: readonly IngestedFile[]): string {
  const faults = new Set(files.flatMap(({ fault }) => fault ?? []));
  return [...faults].map((fault) => `\nFor the makers:\n${fault.replace(/^/gm, '    ').trimEnd()}\n`).join('');
}

function totals({ counts, litter, files }: IngestReport): string {
  const read = files.filter(
    ({ state, outcome, noPaper }) => state === 'read' && outcome !== 'failed' && noPaper === null,
  );
  const own = files.filter(({ state }) => state === 'own');
  const none = files.filter(({ state, noPaper }) => noPaper !== null && state !== 'own');
  const forgotten = files.filter(({ state }) => state === 'forgotten').length;
  const accepted = files.filter((file) => file.outcome === 'partial' && file.acceptedBy !== null).length;
  const doubled = files.filter(({ acceptedBy, wholeForm }) => acceptedBy === null && wholeForm !== null).length;
  const asides = [
    ...(accepted > 0 ? [`${accepted} accepted so`] : []),
    ...(doubled > 0 ? [`${doubled} there whole too`] : []),
  ];
  const entries = read.reduce((sum, file) => sum + file.entries, 0);
  const parts = [
    `${read.length} read with ${entries} entries`,
    `${counts.known} known already`,
    counts.partial > 0
      ? `${counts.partial} read only in part${asides.length > 0 ? ` (${asides.join(', ')})` : ''}`
      : [],
    counts.failed > 0 ? `${counts.failed} failed` : [],
    none.length > 0 ? `${none.length} no paper (${namesOf(none)})` : [],
    own.length > 0 ? `${own.length} left out that boardtrail wrote (${namesOf(own)})` : [],
    forgotten > 0 ? `${forgotten} forgotten before` : [],
  ];
  const passedOver = litter > 0 ? ` (${litter} passed over: hidden, left by a program, or the database's own)` : '';
  return `${counts.files} ${counts.files === 1 ? 'file' : 'files'}${passedOver}: ${parts.flat().join(', ')}.\n`;
}

/** Names of files, the first few of many. */
function namesOf(files: readonly IngestedFile[]): string {
  const names = files.map(({ address }) => printable(path.basename(address)));
  return firstFew(names, longestList, andMore).join(', ');
}

const andMore = (more: number): string => `and ${more} more`;

function describeTold(told: readonly Correction[]): string {
  if (told.length === 0) return '';
  const lines = firstFew(told.map(describe), longestList, andMore);
  return section('Kept as what you said ("boardtrail fix --list" has it):', lines);
}

/** What to do next, in words that can be pasted where this program was called. */
function next({ files, extractor }: IngestReport, database: string): string {
  const program = programName();
  const db = database === defaultDatabase ? '' : ` --db ${quoted(database)}`;
  const older = files.filter((file) => file.state === 'known' && file.extractor !== extractor).length;
  return [
    'Next:',
    ...(older === 0
      ? []
      : [`  ${program} reextract --dry-run${db}   what ${older} papers read otherwise would say now`]),
    `  ${program} changes${db}`,
    `  ${program} export --format csv --out tables/${db}`,
    `  sqlite3 ${quoted(database)} "select service, plan, ref, action, status_value from current where open = 1 limit 20"`,
    '',
  ].join('\n');
}

type Row = readonly string[];

function byPaper(files: readonly IngestedFile[]): readonly Row[] {
  const rows = files.map((file) => [
    file.service ?? '(no service)',
    path.basename(file.address),
    file.date ?? '(no date)',
    String(file.entries),
    String(file.issues),
    file.outcome,
  ]);
  return rows.length === 0 ? [] : [['Service', 'Paper', 'Date', 'Entries', 'Issues', 'Outcome'], ...rows];
}

function byService(files: readonly IngestedFile[]): readonly Row[] {
  const services = [...Map.groupBy(files, ({ service }) => service ?? '(no service)')].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const rows = services.map(([service, papers]) => {
    const dates = papers.flatMap(({ date }) => date ?? []).sort();
    const sum = (count: (file: IngestedFile) => number) =>
      String(papers.reduce((total, file) => total + count(file), 0));
    return [
      service,
      String(papers.length),
      dates[0] ?? '',
      dates.at(-1) ?? '',
      sum(({ entries }) => entries),
      sum(({ issues }) => issues),
      sum(({ outcome }) => (outcome === 'ok' ? 0 : 1)),
    ];
  });
  return [['Service', 'Papers', 'First', 'Last', 'Entries', 'Issues', 'With trouble'], ...rows];
}

/** A path as a shell takes it. */
const quoted = (file: string): string => (/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`);

/** What starts this program again, whichever Node is the system's, so that what is printed can be typed. */
function programName(): string {
  if (!import.meta.filename.endsWith('.ts')) return 'boardtrail';
  if (process.env.npm_lifecycle_event === 'boardtrail') return 'npm run -s boardtrail --';
  const launcher = path.join(import.meta.dirname, '../launch.cjs');
  const below = path.relative(process.cwd(), launcher);
  return `node ${quoted(below.startsWith('..') ? launcher : below)}`;
}
