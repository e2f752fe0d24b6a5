import { sql as papers } from './0001-papers.ts';
import { sql as trail } from './0002-trail.ts';
import { sql as licences } from './0003-licences.ts';
import { sql as collect } from './0004-collect.ts';
import { sql as statements } from './0005-statements.ts';
import { sql as confidence } from './0006-confidence.ts';
import { sql as putAside } from './0007-put-aside.ts';
import { sql as review } from './0008-review.ts';
import { sql as news } from './0009-news.ts';
import { sql as services } from './0010-services.ts';
import { sql as together } from './0011-together.ts';
import { sql as layouts } from './0012-layouts.ts';
import { sql as parts } from './0013-parts.ts';
import { sql as causes } from './0014-causes.ts';
import { sql as names } from './0015-names.ts';
import { sql as references } from './0016-references.ts';
import { sql as read } from './0017-read.ts';
import { sql as authorities } from './0018-authorities.ts';

/**
 * Every migration in order: the nth takes a database from version n-1 to n. One file each, numbered; its tables never
 * edited once published, for databases out there were made with it. What a new table or column means stands
 * behind it on its line (see `explained`); views and fields are made and explained by `../views.ts`.
 */
export const migrations: readonly string[] = [
  papers,
  trail,
  licences,
  collect,
  statements,
  confidence,
  putAside,
  review,
  news,
  services,
  together,
  layouts,
  parts,
  causes,
  names,
  references,
  read,
  authorities,
];
