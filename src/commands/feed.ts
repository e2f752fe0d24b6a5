import { atomFeed } from '../collect/atom.ts';
import { UsageError } from '../model/errors.ts';
import { gatherNews, uuidOf } from '../pipeline/collect/news.ts';
import { latestTellings } from '../store/index.ts';
import { commandOf } from './command.ts';
import { printOrWrite } from './files.ts';
import { countOf, databaseOption, takes } from './options.ts';
import { tellUnmatched } from './unmatched.ts';
import { changeStore } from './with-store.ts';

export const command = commandOf({
  name: 'feed',
  help: `Examples:
  boardtrail feed --out changes.xml                    an Atom feed: a digest for each new paper
  boardtrail feed --service essex --out essex.xml      of one service
  boardtrail feed                                      to stdout

Usage: boardtrail feed [OPTION…]

Every paper stands in the feed once, with all that changed with it, worst first, under an id that stays; where its words
change it is the same entry, updated. Papers that a source had when it was first collected are no news.
`,
  options: {
    ...databaseOption,
    out: takes('FILE write there instead of stdout'),
    service: takes('NAME only of services with this in their name'),
    limit: takes('N how many entries at most, latest first (default 200)', '200'),
    self: takes('URL where the feed will be published'),
    title: takes('TEXT its title', 'Changes in HMICFRS improvement plans'),
  },
  column: 22,
  async run({ values, positionals }) {
    if (positionals.length > 0) throw new UsageError('feed takes no paths; --out names the file to write');
    const limit = countOf('--limit', values.limit);
    const { service = null, self = null, title, out } = values;
    await changeStore(values.db, async (store) => {
      tellUnmatched(store, values);
      gatherNews(store, new Date().toISOString());
      const xml = atomFeed(latestTellings(store, limit, service), { id: uuidOf('feed', self, service), title, self });
      await printOrWrite(xml, out);
    });
  },
});
