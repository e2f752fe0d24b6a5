import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import { decide } from '../../src/pipeline/decide.ts';
import { accept, correct, corrections, forget, reject, targetNamed, undo } from '../../src/review/index.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { catalogues } from '../../src/site/catalogues.ts';
import { valueAt } from '../../src/site/column.ts';
import { openStore, openStoreToRead, readNow, type Store } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/database.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';
import { take } from '../support/trail-store.ts';

const services = ['Aldmere Fire and Rescue Service', 'Burwick Fire and Rescue Service', null];

const deed = fc.record({
  do: fc.constantFrom('take', 'take', 'accept', 'correct', 'move', 'reject', 'forget', 'undo', 'decide'),
  at: fc.nat(20),
  month: fc.integer({ min: 1, max: 4 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const teller = { who: 'Ann', now: new Date('2024-07-01T10:00:00Z'), why: null };

function doIt(store: Store, { do: what, at, month }: Deed): void {
  const ids = store.sql<string>('SELECT entry_id FROM actions ORDER BY entry_id').pluck().all();
  const id = ids[at % Math.max(1, ids.length)] ?? 'none';
  const target = () => targetNamed(store, id);
  if (what === 'take') {
    const service = services[at % services.length] ?? null;
    const entries = Array.from({ length: 1 + (at % 3) }, (_, row) => ({
      action: `Mend gate ${row} of the ${['north', 'south'][at % 2]} yard`,
      confidence: { action: (50 + at) / 100 },
    }));
    take(
      store,
      sampleExtraction(`${at % 3}${month}`, entries, {
        service,
        asAt: `2024-0${month}`,
        meetingDate: `2024-0${month}-20`,
      }),
    );
  } else if (what === 'accept') accept(store, target(), null, teller);
  else if (what === 'correct') correct(store, target(), 'lead', `Head ${at}`, teller);
  else if (what === 'move') correct(store, { ...target(), entryId: null }, 'service', services[at % 2] ?? '', teller);
  else if (what === 'reject') reject(store, target(), teller);
  else if (what === 'forget') forget(store, { ...target(), entryId: null }, teller);
  else if (what === 'undo') undo(store, corrections(store)[at % 3]?.id ?? 0, teller);
  else
    decide(
      store,
      [id, ids[(at + month) % Math.max(1, ids.length)] ?? 'none'],
      at % 2 === 0 ? 'same' : 'different',
      teller.now,
    );
}

/** All that a catalogue says, a line an entry. */
const linesOf = ({ ids, numbers, confidences, columns, places, order }: Catalogue): readonly unknown[] => [
  ids.map((id, place) => [
    id,
    numbers[place],
    places[numbers[place] ?? -1] === place + 1,
    confidences[place],
    ...Object.values(columns).map((column) => valueAt(column, place)),
  ]),
  (['due', 'reported', 'doubt', 'lead'] as const).map((sort) => [...order(sort)]),
];

test('whatever is written, a catalogue that is kept up to date says what one made anew does', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 15, maxLength: 25 }), (deeds) => {
      const file = path.join(temporaryFolder(), 'plans.db');
      const writer = openStore(file);
      const reader = openStoreToRead(file);
      const kept = catalogues(reader, () => '2024-12-01');
      try {
        for (const one of deeds) {
          try {
            doIt(writer, one);
          } catch (error) {
            if (!(error instanceof UsageError)) throw error;
          }
          const [now, anew] = readNow(reader, () => [
            linesOf(kept.at(null)),
            linesOf(catalogues(reader, () => '2024-12-01').at(null)),
          ]);
          expect(now).toEqual(anew);
        }
      } finally {
        writer.close();
        reader.close();
      }
    }),
    { numRuns: 15 },
  );
});
