import fc from 'fast-check';
import type { Issue } from '../../src/model/issue.ts';
import type { Place } from '../../src/model/place.ts';
import type { Entry, EntryField, Extraction, Paper, Plan, Statement } from '../../src/model/plan.ts';

/** Arbitrary extractions of the right shape, with any text at all in them. */

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'a\nb', '=1+1', '"', "O'Brien", '\u0000', ' x ', '__proto__', 'constructor'),
);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((n) => (n === 0 ? 0 : n));

const place: fc.Arbitrary<Place> = fc.record(
  {
    path: fc.constantFrom('h1', 'p7', 't1/r4/c2', 'l2/i4', 'meta/title'),
    page: fc.integer({ min: 1, max: 500 }),
    bbox: fc.tuple(finite, finite, finite, finite),
  },
  { requiredKeys: ['path'] },
);
const places = fc.array(place, { minLength: 1, maxLength: 3 });

const entryFields: readonly EntryField[] = ['ref', 'finding', 'action', 'progress', 'updates', 'timescale', 'status'];

export const entryArbitrary: fc.Arbitrary<Entry> = fc.record({
  plan: fc.constantFrom(null, 'Improvement Plan', 'Culture Plan'),
  ref: orNull(text),
  pillar: fc.constantFrom(null, 'effectiveness', 'people'),
  question: fc.constantFrom(null, 'prevention', 'culture'),
  cause: fc.constantFrom(null, 'The service does too little to prevent fires.'),
  kind: fc.constantFrom(null, 'area_for_improvement', 'cause_of_concern'),
  finding: orNull(text),
  summary: orNull(text),
  theme: fc.constantFrom(null, 'Prevention'),
  action: orNull(text),
  progress: orNull(text),
  updates: fc.array(fc.record({ period: text, text }), { maxLength: 3 }),
  future: orNull(text),
  timescale: orNull(
    fc.record({
      raw: text,
      start: fc.constantFrom(null, '2023-01-01'),
      end: fc.constantFrom(null, '2023-03-31'),
      precision: fc.constantFrom(null, 'quarter' as const),
    }),
  ),
  status: orNull(fc.record({ raw: text, value: fc.constantFrom(null, 'complete' as const, 'delayed' as const) })),
  rag: orNull(fc.record({ raw: text, value: fc.constant('amber' as const), from: fc.constantFrom('words', 'fill') })),
  lead: orNull(text),
  percent: orNull(finite),
  extra: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
  places: fc.dictionary(fc.constantFrom(...entryFields), places, { maxKeys: 4, noNullPrototype: true }),
  confidence: fc.dictionary(
    fc.constantFrom(...entryFields),
    fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    {
      maxKeys: 4,
      noNullPrototype: true,
    },
  ),
});

const planNames = ['Improvement Plan', 'Culture Plan'] as const;
const plans: fc.Arbitrary<readonly Plan[]> = fc
  .tuple(
    ...planNames.map((name) =>
      fc.record({ name: fc.constant(name), asAt: orNull(text), state: fc.constant('open' as const) }),
    ),
  )
  .map((all) => all);

const issue: fc.Arbitrary<Issue> = fc.record({
  code: fc.constantFrom('layout/unknown-column', 'pdf/no-text-layer'),
  severity: fc.constantFrom('error', 'warning', 'info'),
  message: text.filter((message) => message !== ''),
  place: orNull(place),
});

const statement: fc.Arbitrary<Statement> = fc.record({
  kind: fc.constantFrom('rest_complete', 'rest_unchanged', 'plan_closed', 'count'),
  plan: orNull(text),
  text,
  places: fc.array(place, { maxLength: 2 }),
  count: orNull(fc.nat()),
  total: orNull(fc.nat()),
  status: fc.constantFrom(null, 'complete'),
});

const paper: fc.Arbitrary<Paper> = fc.record({
  id: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  file: text,
  format: fc.constantFrom(null, 'pdf', 'text'),
  pages: orNull(fc.nat({ max: 900 })),
  service: orNull(text),
  title: orNull(text),
  body: orNull(text),
  meetingDate: fc.constantFrom(null, '2021-03-31', '2021-03'),
  asAt: fc.constantFrom(null, '2021-02'),
  agendaItem: orNull(text),
  author: orNull(text),
  outcome: fc.constantFrom('ok', 'partial', 'failed'),
  places: fc.dictionary(fc.constantFrom('service', 'title'), places, { noNullPrototype: true }),
});

export const extractionArbitrary: fc.Arbitrary<Extraction> = fc.record({
  paper,
  plans,
  entries: fc.array(entryArbitrary, { maxLength: 5 }),
  statements: fc.array(statement, { maxLength: 2 }),
  issues: fc.array(issue, { maxLength: 3 }),
});
