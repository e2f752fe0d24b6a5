import { foldPlain } from '../lib/fold.ts';
import { type PublishingPlace, publishingPlaces } from '../vocabulary/publishing.ts';
import { services } from '../vocabulary/services.ts';

/** What a sources file to start from says of one service. */
interface Start {
  readonly name: string;
  readonly website: string;
  readonly place: PublishingPlace | null;
}

/**
 * A sources file to start from, each line of it marked as not yet checked.
 * @param wanted names of services, or parts of them
 * @param unknown told of each word that names none
 */
export function firstSources(wanted: readonly string[], unknown: (word: string) => void): string {
  const starts = new Map<string, Start>();
  for (const word of wanted) {
    const found = services.filter(({ name, short }) =>
      [name, short].some((each) => foldPlain(each).includes(foldPlain(word))),
    );
    if (found.length === 0) unknown(word);
    for (const { name, domains } of found) {
      const place = publishingPlaces.find(({ service }) => service === name) ?? null;
      starts.set(name, { name, website: domains[0] ?? '', place });
    }
  }
  return [
    '# Made by "boardtrail collect init" from addresses that were seen once. Nothing in it is checked: try it with',
    '# "boardtrail collect --check", mend what is amiss, and take the marks away.',
    '',
    '# Where the people who run the sites can complain: your mail address.',
    'contact: you@example.org # not yet checked',
    'sources:',
    ...[...starts.values()].flatMap(linesOf),
    '',
  ].join('\n');
}

function linesOf({ name, website, place }: Start): readonly string[] {
  const short = foldPlain(name.replace(/ (county )?fire.*$/i, '')).replace(/[^a-z0-9]+/g, '-');
  const mark = ' # not yet checked';
  if (place === null) {
    return [
      `  # ${name}: where its papers are is not known. Look on ${website} for its authority's meetings, and fill this in.`,
      `  # - name: ${short}`,
      `  #   service: ${name}`,
      '  #   kind: page',
      `  #   address: https://www.${website}/`,
      '  #   titles: [HMICFRS, inspection, improvement plan]',
    ];
  }
  const { kind, address, committees } = place;
  return [
    `  - name: ${short}`,
    `    service: ${name}`,
    `    kind: ${kind}${mark}`,
    `    address: ${address}${mark}`,
    ...(committees.length === 0 ? [] : [`    committees: [${committees.join(', ')}]${mark}`]),
    ...(kind === 'page' ? [`    depth: 1${mark}`] : []),
    `    titles: [HMICFRS, inspection, improvement plan]${mark}`,
  ];
}
