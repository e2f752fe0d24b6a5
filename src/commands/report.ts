import { reportPage } from '../report/page.ts';
import { reportData } from '../shelf/report-data.ts';
import { commandOf } from './command.ts';
import { today } from './dates.ts';
import { printOrWrite } from './files.ts';
import { filterOf, filterOptions, tellPastDay } from './filter.ts';
import { databaseOption, takes } from './options.ts';
import { tellUnmatched } from './unmatched.ts';
import { readStore } from './with-store.ts';

/** In bytes; browsers take their time over larger ones. */
const largestPage = 10_000_000;

export const command = commandOf({
  name: 'report',
  help: `Examples:
  boardtrail report --out report.html                    everything stored, as one page
  boardtrail report --service essex --out essex.html     one service
  boardtrail report --as-of 2021-06-30 --out june.html   by the papers there were then

Usage: boardtrail report [OPTION…]

The page is one file that needs no network and no script: it opens from disk, prints, and can be sent on.
`,
  options: {
    out: takes('FILE where to write it; without it the page is printed'),
    ...filterOptions,
    'as-of': takes('DATE by the papers there were at that date'),
    ...databaseOption,
  },
  instead: '--out',
  async run({ values }) {
    const filter = filterOf(values);
    await readStore(values.db, async (store) => {
      tellUnmatched(store, filter);
      tellPastDay(filter);
      const page = reportPage(reportData(store, filter, today()));
      const size = Buffer.byteLength(page);
      const advice = size > largestPage ? '; that is slow to open: choose a part with --service or --since' : '';
      await printOrWrite(page, values.out, ` (${(size / 1e6).toFixed(2)} MB${advice})`);
    });
  },
});
