import { atomFeed } from '../collect/atom.ts';
import { UsageError } from '../model/errors.ts';
import { gatherNews, uuidOf } from '../pipeline/collect/news.ts';
import { latestTellings } from '../store/index.ts';
import type { Command } from './command.ts';
import { defaultDatabase, numberOf, readArgs } from './options.ts';
import { changeStore } from './with-store.ts';
import { writeWhole } from './write-file.ts';

const help = `Examples:
  boardtrail feed --out changes.xml                    an Atom feed: a digest for each new paper
  boardtrail feed --service essex --out essex.xml      of one service
  boardtrail feed                                      to stdout

Usage: boardtrail feed [OPTION…]

Every paper stands in the feed once, with all that changed with it, worst first, under an id that stays; where its words
change it is the same entry, updated. Papers that a source had when it was first collected are no news.

Options:
  --db FILE           the database (default ${defaultDatabase})
  --out FILE          write there instead of stdout
  --service NAME      only of services with this in their name
  --limit N           how many entries at most, latest first (default 200)
  --self URL          where the feed will be published
  --title TEXT        its title
`;

export const feed: Command = {
  name: 'feed',
  summary: 'write what changed as an Atom feed',
  help,
  async run(args) {
    const { values, positionals } = readArgs('feed', args, {
      db: { type: 'string', default: defaultDatabase },
      out: { type: 'string' },
      service: { type: 'string' },
      limit: { type: 'string', default: '200' },
      self: { type: 'string' },
      title: { type: 'string', default: 'Changes in HMICFRS improvement plans' },
    });
    if (positionals.length > 0) throw new UsageError('feed takes no paths; --out names the file to write');
    const limit = Math.floor(numberOf('--limit', values.limit, 1));
    const { service = null, self = null, title, out } = values;
    return changeStore(values.db, async (store) => {
      gatherNews(store, new Date().toISOString());
      const xml = atomFeed(latestTellings(store, limit, service), {
        id: uuidOf('feed', self, service),
        title,
        self,
      });
      if (out === undefined) process.stdout.write(xml);
      else await writeWhole(out, [xml]);
      return 0;
    });
  },
};
