import type { Random } from '../../test/support/random.ts';
import type { GoldEntry } from './gold.ts';
import { allowed, type Split } from './words/write.ts';

/** How far an action is, whatever a paper calls it. */
export type Standing = 'not_started' | 'in_progress' | 'delayed' | 'deferred' | 'ongoing' | 'complete' | 'closed';

export const statusStyles = [
  'words',
  'free',
  'sentences',
  'codes',
  'levels',
  'rag-words',
  'rag-letters',
  'rag-key',
  'rag-c',
  'fills',
  'fills-key',
  'words-fills',
  'percent',
  'ticks',
  'boxes',
  'in-due',
  'none',
] as const;
export type StatusStyle = (typeof statusStyles)[number];

/** What is printed for a standing, and what it says. */
export interface PrintedStatus {
  readonly text: string;
  readonly fill?: string;
  readonly truth: Partial<GoldEntry>;
}

/** A line of the paper's own key. */
export interface KeyLine {
  readonly sign: string;
  readonly fill?: string;
  readonly meaning: string;
}

/** How a paper shows standings: which ones occur, what is printed for each, and its key where it has one. */
export interface StatusScheme {
  readonly style: StatusStyle;
  readonly standings: readonly Standing[];
  print(standing: Standing): PrintedStatus;
  readonly key: readonly KeyLine[] | null;
}

const wordings: Readonly<Record<Standing, readonly string[]>> = {
  not_started: ['Not started', 'Not yet started', 'Not Started'],
  in_progress: ['In progress', 'On track', 'Under way', 'In Progress', 'Underway'],
  delayed: ['Delayed', 'Behind schedule', 'Off track', 'At risk', 'Overdue'],
  deferred: ['Deferred', 'On hold', 'Paused'],
  ongoing: ['Ongoing', 'Continuous'],
  complete: ['Complete', 'Completed', 'Done', 'Delivered', 'COMPLETE'],
  closed: ['Closed', 'Superseded', 'Moved to business as usual', 'Withdrawn'],
};
const longWordings: Readonly<Record<Standing, readonly string[]>> = {
  not_started: ['Open - not yet started'],
  in_progress: ['Open - actions on track', 'In progress and on track'],
  delayed: ['Open - actions off track', 'In progress but behind schedule'],
  deferred: ['On hold until next year', 'Deferred by the board'],
  ongoing: ['Ongoing'],
  complete: ['Completed - actions done', 'Complete and signed off'],
  closed: ['Closed as business as usual'],
};
const codes: Readonly<Record<Standing, readonly string[]>> = {
  not_started: ['NS', 'N', 'S0'],
  in_progress: ['OT', 'IP', 'S1'],
  delayed: ['D', 'BS', 'S2'],
  deferred: ['H', 'DF', 'S3'],
  ongoing: ['O', 'ON', 'S4'],
  complete: ['C', 'CO', 'S5'],
  closed: ['X', 'CL', 'S6'],
};
const meanings: Readonly<Record<Standing, readonly string[]>> = {
  not_started: ['Not started', 'Work has not yet started'],
  in_progress: ['On track', 'In progress', 'Work is in progress and on track'],
  delayed: ['Behind schedule', 'Delayed', 'At risk of not meeting the date'],
  deferred: ['On hold', 'Deferred'],
  ongoing: ['Ongoing'],
  complete: ['Complete', 'Completed', 'Action complete'],
  closed: ['Closed', 'Superseded'],
};

const colours = {
  green: ['00B050', '92D050', 'C6EFCE'],
  amber: ['FFC000', 'FFBF00', 'FFD966'],
  red: ['FF0000', 'E06666', 'C00000'],
  blue: ['0070C0', '5B9BD5', '9DC3E6'],
} as const;
type Colour = keyof typeof colours;

/** What colours mean by default, and what a paper's own key may give them instead. */
const palettes: readonly Readonly<Partial<Record<Standing, Colour>>>[] = [
  { in_progress: 'green', not_started: 'amber', delayed: 'red', complete: 'blue' },
  { complete: 'green', in_progress: 'amber', delayed: 'red' },
  { complete: 'green', in_progress: 'amber', not_started: 'red' },
  { in_progress: 'green', delayed: 'amber', deferred: 'red', complete: 'blue' },
];

const standingSets: readonly (readonly Standing[])[] = [
  ['complete', 'in_progress', 'not_started'],
  ['complete', 'in_progress', 'delayed'],
  ['complete', 'in_progress', 'delayed', 'not_started'],
  ['complete', 'in_progress', 'deferred', 'closed'],
  ['complete', 'ongoing', 'in_progress', 'delayed'],
];

/** Words that services choose for themselves; each paper keeps to one set. Every fourth set is set aside for measuring. */
const freeSets: readonly Readonly<Partial<Record<Standing, string>>>[] = [
  { not_started: 'Implementation not started', in_progress: 'Partly implemented', complete: 'Implemented' },
  { not_started: 'To do', in_progress: 'Doing', complete: 'Done' },
  { not_started: 'Yet to start', in_progress: 'On course', delayed: 'Slipping', complete: 'Finished' },
  { not_started: 'Still to begin', in_progress: 'Progressing', delayed: 'Running late', complete: 'Accomplished' },
  { not_started: 'Yet to start', in_progress: 'Started', deferred: 'Paused', complete: 'Done' },
  { in_progress: 'Live', deferred: 'Paused', delayed: 'Late', complete: 'Achieved' },
  { not_started: 'Planned', in_progress: 'In hand', closed: 'Discharged' },
  { not_started: 'Waiting to start', in_progress: 'Being done', deferred: 'Parked', complete: 'All done' },
];

export function drawStatusScheme(random: Random, style: StatusStyle, split: Split): StatusScheme {
  if (
    style === 'rag-words' ||
    style === 'rag-letters' ||
    style === 'rag-key' ||
    style === 'fills' ||
    style === 'fills-key'
  ) {
    return colourScheme(random, style);
  }
  if (style === 'rag-c') return lettersScheme(random);
  if (style === 'free') return freeScheme(random, split);
  const standings = random.pick(standingSets);
  if (style === 'codes' || style === 'levels') return codeScheme(random, style, standings);
  if (style === 'boxes') return boxScheme(random, standings);
  const bank = style === 'sentences' ? longWordings : wordings;
  const words = new Map(standings.map((standing) => [standing, random.pick(bank[standing])]));
  const palette = random.pick(palettes);
  const shade = random.whole(0, 2);
  return {
    style,
    standings: style === 'words-fills' ? standings.filter((standing) => palette[standing] !== undefined) : standings,
    key: null,
    print: (standing) => {
      const raw = words.get(standing) ?? '';
      const colour = style === 'words-fills' ? palette[standing] : undefined;
      const status = { status: { raw, value: standing } };
      if (colour === undefined) return { text: raw, truth: status };
      const fill = colours[colour][shade] ?? '';
      return { text: raw, fill, truth: { ...status, rag: { raw: `#${fill}`, value: colour } } };
    },
  };
}

/** Letters of colours, and one for what is complete, as the paper's key says: `RAG/C`. */
function lettersScheme(random: Random): StatusScheme {
  const signs = [
    ['delayed', 'R', 'red'],
    ['not_started', 'A', 'amber'],
    ['in_progress', 'G', 'green'],
    ['complete', 'C', null],
  ] as const;
  return {
    style: 'rag-c',
    standings: signs.map(([standing]) => standing),
    key: signs.map(([standing, sign]) => ({ sign, meaning: random.pick(meanings[standing]) })),
    print: (standing) => {
      const [value, raw, colour] = signs.find(([one]) => one === standing) ?? signs[0];
      return { text: raw, truth: { status: { raw, value }, ...(colour ? { rag: { raw, value: colour } } : {}) } };
    },
  };
}

function freeScheme(random: Random, split: Split): StatusScheme {
  const words = random.pick(allowed(freeSets, split));
  return {
    style: 'free',
    standings: Object.keys(words) as readonly Standing[],
    key: null,
    print: (standing) => {
      const raw = words[standing] ?? '';
      return { text: raw, truth: { status: { raw, value: standing } } };
    },
  };
}

function codeScheme(random: Random, style: StatusStyle, standings: readonly Standing[]): StatusScheme {
  const which = random.whole(0, 2);
  const sign = (standing: Standing) =>
    style === 'levels' ? `Level ${standings.indexOf(standing) + 1}` : (codes[standing][which] ?? '');
  return {
    style,
    standings,
    key: standings.map((standing) => ({ sign: sign(standing), meaning: random.pick(meanings[standing]) })),
    print: (standing) => ({ text: sign(standing), truth: { status: { raw: sign(standing), value: standing } } }),
  };
}

/** All words stand in each cell, a box before each; the one that is ticked counts. */
function boxScheme(random: Random, standings: readonly Standing[]): StatusScheme {
  const words = standings.map((standing) => random.pick(wordings[standing]));
  return {
    style: 'boxes',
    standings,
    key: null,
    print: (standing) => {
      const ticked = standings.indexOf(standing);
      const text = words.map((word, index) => `${index === ticked ? '☒' : '☐'} ${word}`).join(' ');
      return { text, truth: { status: { raw: words[ticked] ?? '', value: standing } } };
    },
  };
}

/** Colours, in words, letters or fills; what they mean is known only where a key says it. */
function colourScheme(random: Random, style: StatusStyle): StatusScheme {
  const palette = random.pick(palettes);
  const shade = random.whole(0, 2);
  const capitals = random.chance(0.4);
  const filled = style === 'fills' || style === 'fills-key' || random.chance(0.4);
  const letters = style === 'rag-letters';
  const keyed = style === 'fills-key' || style === 'rag-key' || (letters && random.chance(0.5));
  const entries = Object.entries(palette) as readonly (readonly [Standing, Colour])[];
  const nameOf = (colour: Colour) => {
    const word = colour[0]?.toUpperCase() + colour.slice(1);
    return letters ? word.slice(0, 1) : capitals ? word.toUpperCase() : word;
  };
  const fillOf = (colour: Colour) => colours[colour][shade] ?? '';
  return {
    style,
    standings: entries.map(([standing]) => standing),
    key: keyed
      ? entries.map(([standing, colour]) => ({
          sign: nameOf(colour),
          ...(filled ? { fill: fillOf(colour) } : {}),
          meaning: random.pick(meanings[standing]),
        }))
      : null,
    print: (standing) => {
      const colour = palette[standing] ?? 'green';
      const bare = style === 'fills' || style === 'fills-key';
      const text = bare ? '' : nameOf(colour);
      return {
        text,
        ...(filled ? { fill: fillOf(colour) } : {}),
        truth: {
          rag: { raw: bare ? `#${fillOf(colour)}` : text, value: colour },
          ...(keyed ? { status: { raw: text, value: standing } } : {}),
        },
      };
    },
  };
}
