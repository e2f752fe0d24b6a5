import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { callCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/database.ts';
import { htmlTable } from '../support/read-html.ts';
import { takeIn } from '../support/take-in.ts';

const prints = [
  'Thornbeck Fire &amp; Rescue Service',
  'Thornbeck Fire and Rescue Service',
  'Thornbeck FRS',
  'THORNBECK FIRE AND RESCUE SERVICE',
  'Thornbeck Fire and Rescue Authority',
  'Thornbeck Combined Fire Authority',
  'Thornbeck Fire and Rescue',
];

const table = htmlTable([
  ['Ref', 'Area for improvement', 'Action', 'Status'],
  ['1', 'The service should test its hoses.', 'Buy a rig', 'On track'],
  ['2', 'The service should read its maps.', 'Buy maps', 'On track'],
]);
const paperOf = (name: string) => `<p>${name}</p><h1>HMICFRS action plan</h1>${table}`;

test('papers of one service are kept under one name, however each writes it, and read again they are the same', async () => {
  const folder = temporaryFolder();
  prints.forEach((name, index) => {
    writeFileSync(path.join(folder, `${index}.html`), paperOf(name));
  });
  const db = path.join(folder, 'plans.db');
  await takeIn(db, folder);
  const stored = new Sqlite(db, { readonly: true });
  expect(stored.prepare('SELECT DISTINCT service FROM papers').pluck().all()).toEqual([
    'Thornbeck Fire and Rescue Service',
  ]);
  stored.close();
  const again = await callCli(['reextract', '--db', db, '--dry-run']);
  expect(again.stdout).toMatch(/7 papers read again, 0 would change/);
});

test('a brigade and a service of one place may be one: that is asked', async () => {
  const folder = temporaryFolder();
  for (const [index, name] of ['Thornbeck Fire Brigade', 'Thornbeck Fire and Rescue Service'].entries())
    writeFileSync(path.join(folder, `${index}.html`), paperOf(name));
  const db = path.join(folder, 'plans.db');
  await takeIn(db, folder);
  expect((await callCli(['status', '--db', db])).stdout).toContain(
    '“Thornbeck Fire and Rescue Service” and “Thornbeck Fire Brigade” may be one, and are followed apart.',
  );
  const said = await callCli(['fix', '1.html', '--service', 'Thornbeck Fire Brigade', '--db', db]);
  expect(said.status).toBe(0);
  expect((await callCli(['status', '--db', db])).stdout).not.toContain('may be one');
});
