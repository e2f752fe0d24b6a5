import { meant } from '../lib/nearest.ts';
import { printable } from '../lib/printable.ts';
import { holdsPlan, holdsService, planNames, type Store, serviceNames } from '../store/index.ts';

/** Tells where an option asks for a service or plan of which nothing is stored: an empty answer would read like "none". */
export function tellUnmatched(
  store: Store,
  asked: { readonly service?: string | undefined; readonly plan?: string | undefined },
): void {
  const { service, plan } = asked;
  if (service !== undefined && !holdsService(store, service)) {
    const guess = meant(service, wordsOf(serviceNames(store)));
    process.stderr.write(
      `No paper is stored of a service with "${printable(service)}" in its name${printable(guess)}; "boardtrail status" lists the services.\n`,
    );
  }
  if (plan !== undefined && !holdsPlan(store, plan)) {
    const guess = meant(plan, wordsOf(planNames(store)));
    process.stderr.write(
      `No paper is stored that reports on a plan with "${printable(plan)}" in its name${printable(guess)}.\n`,
    );
  }
}

/** The names, and the words they are made of. */
const wordsOf = (names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => [name, ...name.split(/\s+/)])),
];
