import { printable } from '../lib/printable.ts';
import { holdsPlan, holdsService, type Store } from '../store/index.ts';

/** Tells where an option asks for a service or plan of which nothing is stored: an empty answer would read like "none". */
export function tellUnmatched(store: Store, asked: { readonly service?: string; readonly plan?: string }): void {
  if (asked.service !== undefined && !holdsService(store, asked.service)) {
    process.stderr.write(
      `No paper is stored of a service with "${printable(asked.service)}" in its name; "boardtrail status" lists the services.\n`,
    );
  }
  if (asked.plan !== undefined && !holdsPlan(store, asked.plan)) {
    process.stderr.write(`No paper is stored that reports on a plan with "${printable(asked.plan)}" in its name.\n`);
  }
}
