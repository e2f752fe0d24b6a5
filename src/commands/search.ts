import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { UsageError } from '../model/errors.ts';
import { type Hit, searchCurrent } from '../store/index.ts';
import { quoted } from '../trail/describe.ts';
import type { Command } from './command.ts';
import { defaultDatabase, numberOf, readArgs } from './options.ts';
import { tellUnmatched } from './unmatched.ts';
import { glanceAtStore } from './with-store.ts';

const help = `Examples:
  boardtrail search smoke alarms                  entries with both words, in any form
  boardtrail search '"smoke alarms"' home         with these two together
  boardtrail search retention --service essex     of one service

Usage: boardtrail search WORDS… [OPTION…]

Searches each entry in its latest state. What was found stands between [ and ].

Options:
  --service TEXT    only services with this in their name
  --plan TEXT       only plans with this in their name
  --limit N         how many at most, best first (default 20)
  --json            print a JSON array
  --db FILE         the database (default ${defaultDatabase})
`;

export const search: Command = {
  name: 'search',
  summary: 'find words in what the plans say',
  help,
  async run(args) {
    const { values, positionals } = readArgs('search', args, {
      service: { type: 'string' },
      plan: { type: 'string' },
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      db: { type: 'string', default: defaultDatabase },
    });
    if (positionals.length === 0) throw new UsageError('search needs words: boardtrail search smoke alarms');
    await glanceAtStore(values.db, (store) => {
      const scope = {
        ...(values.service === undefined ? {} : { service: values.service }),
        ...(values.plan === undefined ? {} : { plan: values.plan }),
      };
      tellUnmatched(store, scope);
      const limit = Math.floor(numberOf('--limit', values.limit, 1));
      const hits = searchCurrent(store, positionals.join(' '), scope, limit);
      if (values.json) process.stdout.write(`${JSON.stringify(hits, null, 2)}\n`);
      else process.stdout.write(hits.map(described).join('\n'));
      if (hits.length === 0) process.stderr.write('No entry has all of these words.\n');
      else if (hits.length === limit)
        process.stderr.write(`The best ${counted(limit, 'entry', 'entries')}; --limit shows more.\n`);
    });
    return 0;
  },
};

function described({ entryId, service, ref, action, finding, status, due, file, page, date, around }: Hit): string {
  const name = [ref, quoted(action ?? finding ?? 'an entry without words', 120)].filter(Boolean).join(' ');
  const facts = [status?.replaceAll('_', ' '), due === null ? null : `due ${due}`].filter(Boolean).join(', ');
  const evidence = [
    file,
    page === null ? null : `page ${page}`,
    `last reported ${date ?? 'in a paper without a date'}`,
  ];
  return [
    `${entryId}  ${service ?? '(service not known)'}`,
    `  ${name}${facts === '' ? '' : `: ${facts}`}`,
    `  ${around.replace(/\s+/g, ' ')}`,
    `  ${evidence.filter(Boolean).join(', ')}`,
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}
