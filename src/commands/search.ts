import { counted } from '../lib/counted.ts';
import { withPage } from '../lib/page-link.ts';
import { printable } from '../lib/printable.ts';
import { UsageError } from '../model/errors.ts';
import { type Hit, searchCurrent } from '../store/index.ts';
import { answerListedAs } from '../trail/describe.ts';
import { commandOf } from './command.ts';
import { scopeOptions } from './filter.ts';
import { lastReported } from './left-out.ts';
import { countOf, databaseOption, flag, takes } from './options.ts';
import { printAnswer, serviceWords } from './print.ts';
import { tellUnmatched } from './unmatched.ts';
import { glanceAtStore } from './with-store.ts';

export const command = commandOf({
  name: 'search',
  help: `Examples:
  boardtrail search smoke alarms                  entries with both words, in any form
  boardtrail search '"smoke alarms"' home         with these two together
  boardtrail search AFI 3 --service essex         by reference, of one service

Usage: boardtrail search WORDS… [OPTION…]

Searches each entry in its latest state, its reference too. What was found stands between [ and ]. With the id before
it, "boardtrail threads show ID" follows an entry from paper to paper, "boardtrail fix ID" corrects it.
`,
  options: {
    ...scopeOptions,
    limit: takes('N how many at most, best first (default 20)', '20'),
    json: flag('print a JSON array'),
    ...databaseOption,
  },
  async run({ values, positionals }) {
    if (positionals.length === 0) throw new UsageError('search needs words: boardtrail search smoke alarms');
    await glanceAtStore(values.db, (store) => {
      tellUnmatched(store, values);
      const limit = countOf('--limit', values.limit);
      const hits = searchCurrent(store, positionals.join(' '), values, limit);
      printAnswer(values.json, hits, (found) => found.map(described).join('\n'));
      if (hits.length === 0) process.stderr.write('No entry has all of these words.\n');
      else if (hits.length === limit)
        process.stderr.write(`The best ${counted(limit, 'entry', 'entries')}; --limit shows more.\n`);
    });
  },
});

function described({ entryId, service, ref, action, finding, status, due, file, page, date, around }: Hit): string {
  const name = answerListedAs({ ref, action, finding }, 120);
  const facts = [status?.replaceAll('_', ' '), due === null ? null : `due ${due}`].filter(Boolean).join(', ');
  return [
    `${entryId}  ${serviceWords(service)}`,
    `  ${name}${facts === '' ? '' : `: ${facts}`}`,
    `  ${around.replace(/\s+/g, ' ')}`,
    `  ${withPage(file, page)}, ${lastReported(date)}`,
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}
