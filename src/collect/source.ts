import path from 'node:path';
import { z } from 'zod';
import { readYaml, type YamlMistake } from '../lib/yaml-file.ts';
import { hasPassword } from './address.ts';

/** Days between two papers, or two runs, for the words people use. */
const rhythms = {
  daily: 1,
  weekly: 7,
  fortnightly: 14,
  monthly: 31,
  'two-monthly': 61,
  quarterly: 92,
  'half-yearly': 183,
  yearly: 365,
  never: 0,
} as const;

/** A number of days, or a word for it. */
const days = z
  .union([z.enum(Object.keys(rhythms) as (keyof typeof rhythms)[]), z.int().positive()], {
    error: `is none of ${Object.keys(rhythms).join(', ')}, and no number of days`,
  })
  .transform((rhythm) => (typeof rhythm === 'number' ? rhythm : rhythms[rhythm]));

const words = z.array(z.string().trim().min(1)).min(1);
const webAddress = z
  .url({
    protocol: /^https?$/,
    hostname: /./,
    error: ({ input }) => (input === undefined ? 'is missing' : 'is no web address; it begins with https://'),
  })
  .refine(
    (address) => !hasPassword(address),
    'holds a user or a password, which would be stored and printed; remove it',
  );

const common = {
  /** What it is called in messages and options; unique. */
  name: z.string().trim().min(1),
  /** Official name of the service it publishes for. */
  service: z.string().trim().min(1).nullable().default(null),
  /** Words, one of which must stand in a paper's title; without them every paper is taken. */
  titles: words.nullable().default(null),
  /** Only meetings of this day or later. */
  since: z.iso.date('is no date; write it as 2021-04-01').nullable().default(null),
  /** How many days there usually are between two papers, 0 where no more will come; without it the papers themselves tell. */
  expected: days.nullable().default(null),
  /** The licence its papers are under, and the words that name where they come from. */
  licence: z.string().trim().min(1).nullable().default(null),
  attribution: z.string().trim().min(1).nullable().default(null),
};

const onTheWeb = {
  ...common,
  address: webAddress,
  /** Seconds between two requests, where the file's own delay is not enough. */
  delay: z.number().nonnegative().nullable().default(null),
  /** True where the site is on a private network. */
  private: z.boolean().default(false),
};

const sourceSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('folder'), ...common, address: z.string().min(1) }),
    z.strictObject({
      kind: z.literal('moderngov'),
      ...onTheWeb,
      /** Names or numbers of committees; without them all of the site. */
      committees: z
        .array(z.union([z.string().trim().min(1), z.int().transform(String)]))
        .min(1)
        .nullable()
        .default(null),
      /** Words for the site's own search: only meetings that it names are looked into. */
      search: z
        .union([words, words.element.transform((word) => [word])])
        .nullable()
        .default(null),
    }),
    z.strictObject({ kind: z.literal('cmis'), ...onTheWeb, committees: words.nullable().default(null) }),
    z.strictObject({
      kind: z.literal('page'),
      ...onTheWeb,
      /** How many links away from the page papers may be: 0 for those it links to itself. */
      depth: z.int().min(0).max(5).default(0),
      /** Words in the text or address of links that lead on; without them the usual words for meetings. */
      follow: words.nullable().default(null),
      /** True where the page itself is the paper and is overwritten in place. */
      itself: z.boolean().default(false),
      /** Words in the text or address of links to pages that are papers, published as HTML. */
      pages: words.nullable().default(null),
    }),
    z.strictObject({
      kind: z.literal('feed'),
      ...onTheWeb,
      /** True where an item's page is the paper, and not the files it links to. */
      pages: z.boolean().default(false),
    }),
  ],
  { error: ({ input }) => `kind is none of folder, moderngov, cmis, page, feed${unknownKeys(input)}` },
);

/** Of a source of which it is not known what it is: the keys that no kind has. */
function unknownKeys(source: unknown): string {
  const known = new Set(sourceSchema.options.flatMap(({ shape }) => Object.keys(shape)));
  const unknown = Object.keys(source ?? {}).filter((key) => !known.has(key));
  return unknown.map((key) => `, and there is no key "${key}"`).join('');
}

export type Source = z.infer<typeof sourceSchema>;
export type SourceOf<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>;
export type WebSource = Exclude<Source, { kind: 'folder' }>;

const sourcesFileSchema = z.strictObject({
  /** Where to complain: a mail address or a web page. */
  contact: z
    .string({ error: 'is missing: say where the people who run the sites can complain, a mail address or a web page' })
    .regex(/^(\S+@\S+\.\S+|https?:\/\/\S+)$/, 'is neither a mail address nor a web address'),
  /** What to say instead of "boardtrail/VERSION"; the contact is always said. */
  userAgent: z
    .string()
    .regex(/^[\w!#$%&'*+.^`|~-]+(\/[\w.-]+)?$/, 'is no product name like "our-collector/1.0"')
    .nullable()
    .default(null),
  /** Seconds between the end of one request to a host and the next. */
  delay: z.number().nonnegative().default(5),
  /** Days between two runs of the job, 0 where it runs by hand; without it the runs themselves tell when one is missing. */
  every: days.nullable().default(null),
  /** Days after which what servers call unchanged, and what old meetings list, is fetched anew all the same. */
  recheck: z.number().positive().default(30),
  limits: z
    .strictObject({
      /** Megabytes of one answer. */
      size: z.number().positive().default(100),
      /** Seconds for one answer. */
      time: z.number().positive().default(120),
      redirects: z.int().min(0).default(5),
      /** Pages of links of one source in one run. */
      pages: z.int().positive().default(1000),
      /** Minutes a host may make us wait for a single request. */
      wait: z.number().positive().default(5),
      /** How often a request is tried again in one run. */
      retries: z.int().min(0).max(10).default(2),
    })
    .prefault({}),
  sources: z.array(sourceSchema).min(1),
});

export type SourcesFile = z.infer<typeof sourcesFileSchema>;

/**
 * Reads a sources file.
 * @param file its path, for messages; folders are named from where it lies, wherever the command runs
 * @throws UsageError that names every mistake with its line
 */
export function readSourcesFile(text: string, file: string): SourcesFile {
  const read = readYaml(text, file, sourcesFileSchema, repeatedNames);
  const placed = (source: Source): Source =>
    source.kind === 'folder' ? { ...source, address: path.resolve(path.dirname(file), source.address) } : source;
  return { ...read, sources: read.sources.map(placed) };
}

function repeatedNames({ sources }: SourcesFile): readonly YamlMistake[] {
  return sources.flatMap(({ name }, index) =>
    sources.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index
      ? [{ path: ['sources', index, 'name'], message: `the name "${name}" is taken by a source above` }]
      : [],
  );
}
