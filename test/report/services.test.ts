import { expect, test } from 'vitest';
import { glance } from '../../src/report/glance.ts';
import { reportData } from '../../src/shelf/report-data.ts';
import { holdings } from '../../src/store/index.ts';
import { reading, storeWith, take } from '../support/trail-store.ts';

const entries = [{ action: 'Buy a register of hydrants.' }];

test('services are counted alike everywhere: those that a plan is read of, by name', () => {
  const store = storeWith({ date: '2022-01', entries, file: 'named.pdf' });
  const of = (service: string | null, file: string, rows: typeof entries) => {
    const read = reading({ date: '2022-01', entries: rows, file });
    take(store, { ...read, paper: { ...read.paper, service } });
  };
  of(null, 'nameless.pdf', entries);
  of(null, 'nameless-too.pdf', entries);
  of('Thornbeck Fire and Rescue Service', 'no-plan.pdf', []);
  expect(holdings(store)).toMatchObject({ services: 1, servicesWithoutPlan: 1 });
  expect(glance(reportData(store, {}, '2022-02-01')).text).toContain('<dt>service</dt><dd>1</dd>');
});
