import { existsSync } from 'node:fs';
import type { Correction } from '../model/correction.ts';
import { UsageError } from '../model/errors.ts';
import { defaultParseOptions } from '../model/parsing.ts';
import { type IngestedFile, ingest as takeIn } from '../pipeline/ingest.ts';
import { handlesOf } from '../pipeline/walk.ts';
import { correct, paperValue, userName } from '../review/index.ts';
import { knownPaper, openStoreToRead, paperById, type Store, serviceNames } from '../store/index.ts';
import { commandOf } from './command.ts';
import { describeIngest } from './describe-ingest.ts';
import { databaseOption, defaultDatabase, flag, takes } from './options.ts';
import { printJson } from './print.ts';
import { progressOn } from './progress.ts';
import { queueOptions, type Readers, withQueue } from './queue-options.ts';
import { jobsHelp, jobsOf, limitOptions, limitsOf, ocrOption } from './reading-options.ts';
import { saidWhenStopped } from './unfollowed.ts';
import { fillStore, withStore } from './with-store.ts';

export const command = commandOf({
  name: 'ingest',
  help: `Examples:
  boardtrail ingest papers/                      every paper below the folder, into ${defaultDatabase}
  boardtrail ingest march.pdf april.docx         these two
  boardtrail ingest papers/ --db plans.db        into another database
  boardtrail ingest plan.pdf --date 2024-06      a paper that does not say its date
  boardtrail ingest papers/ --retry              try again what failed or was read only in part

Usage: boardtrail ingest PATH… [OPTION…]

A paper is known by its bytes: what is stored already is not read again, so a run that was stopped is simply started
again. A paper that failed is named again in every run, and tried again where it ran out of time or memory or this
version reads otherwise.
`,
  options: {
    date: takes("DATE the date of these papers' data, where you know it better: 2024, 2024-06 or 2024-06-30"),
    service: takes(`NAME the service they are of, or a part of its name that fits one; kept as what you said (see
"boardtrail fix")`),
    ...databaseOption,
    retry: flag('read papers again that failed, or were read only in part'),
    ...ocrOption,
    find: flag(`for packs and archives: look each PDF through first, and read it only where a page can hold a plan;
what is not read says so, and a run without --find reads it`),
    jobs: takes(jobsHelp),
    ...queueOptions,
    ...limitOptions,
    json: flag('print what came in as JSON'),
    quiet: flag('print nothing but what went wrong'),
  },
  column: 22,
  notes: `Exit code 3 where papers could not be read, or only in part; each is named.
`,
  async run({ values, positionals }) {
    if (positionals.length === 0) throw new UsageError('ingest needs files or folders: boardtrail ingest papers/');
    // Before there is a database: a name mistyped should leave none behind.
    handlesOf(positionals);
    const limits = limitsOf(values);
    const jobs = jobsOf(values.jobs);
    const parse = { ...defaultParseOptions, ocr: values.ocr, find: values.find };
    const said: Said = {
      ...(values.date === undefined ? {} : { asAt: paperValue('asAt', values.date, []) }),
      ...(values.service === undefined
        ? {}
        : { service: paperValue('service', values.service, await servicesIn(values.db)) }),
    };
    const run = async (store: Store, readers: Readers): Promise<number> => {
      const progress = values.quiet ? null : progressOn(process.stderr);
      const taken = await takeIn(store, positionals, {
        ...limits,
        ...readers,
        retry: values.retry,
        parse,
        onFile: (file, state) => progress?.show(file, state),
        onFollowing: () => progress?.follow(),
      }).finally(() => progress?.end());
      const { files, told } = sayOfAll(store, taken.files, said, userName());
      const report = { ...taken, files };
      const { text, problems } = describeIngest(report, values.db, told);
      process.stderr.write(problems);
      if (values.json) printJson(report);
      else if (!values.quiet) process.stdout.write(text);
      return report.counts.exitCode;
    };
    return withQueue(values, jobs, (readers) =>
      fillStore(values.db, (store) => saidWhenStopped(store, () => run(store, readers))),
    );
  },
});

/** Names of the services that papers are stored of; asked before there may be a database. */
const servicesIn = async (database: string): Promise<readonly string[]> =>
  existsSync(database) ? withStore(openStoreToRead(database), serviceNames) : [];

/** What is said of every paper that is taken in. */
type Said = Readonly<Partial<Record<'asAt' | 'service', string | null>>>;

/** Keeps what was said of all papers, where they are not read so already; and tells them as they are then, and what was kept. */
function sayOfAll(
  store: Store,
  all: readonly IngestedFile[],
  said: Said,
  who: string,
): { readonly files: readonly IngestedFile[]; readonly told: readonly Correction[] } {
  const teller = { who, why: 'said when it was taken in', now: new Date() };
  const told: Correction[] = [];
  const files = all.map((file) => {
    const paper = file.paperId === null || file.noPaper !== null ? null : paperById(store, file.paperId);
    if (paper === null || Object.keys(said).length === 0) return file;
    const target = { paperId: paper.id, file: paper.file, entryId: null };
    for (const [field, value] of Object.entries(said) as [keyof Said, string | null][]) {
      if (paper[field] !== value) told.push(correct(store, target, field, value ?? '', teller));
    }
    const { service = null, date = null } = knownPaper(store, paper.id) ?? {};
    return { ...file, service, date };
  });
  return { files, told };
}
