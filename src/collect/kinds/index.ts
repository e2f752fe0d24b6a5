import type { Listing, Site } from '../site.ts';
import type { WebSource } from '../source.ts';
import { listCmis } from './cmis.ts';
import { listFeed } from './feed.ts';
import { listModernGov } from './moderngov/list.ts';
import { listPage } from './page.ts';

/**
 * What a source on the web has to offer, by the way of its kind.
 * @throws Trouble where nothing can be listed
 */
export function listSource(source: WebSource, site: Site): Promise<Listing> {
  switch (source.kind) {
    case 'moderngov':
      return listModernGov(source, site);
    case 'cmis':
      return listCmis(source, site);
    case 'page':
      return listPage(source, site);
    case 'feed':
      return listFeed(source, site);
  }
}
