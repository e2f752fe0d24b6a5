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
];

test('papers of one service are kept under one name, however each writes it, and read again they are the same', async () => {
  const folder = temporaryFolder();
  prints.forEach((name, index) => {
    const table = htmlTable([
      ['Ref', 'Area for improvement', 'Action', 'Status'],
      ['1', 'The service should test its hoses.', 'Buy a rig', 'On track'],
      ['2', 'The service should read its maps.', 'Buy maps', 'On track'],
    ]);
    writeFileSync(path.join(folder, `${index}.html`), `<p>${name}</p><h1>HMICFRS action plan</h1>${table}`);
  });
  const db = path.join(folder, 'plans.db');
  await takeIn(db, folder);
  const stored = new Sqlite(db, { readonly: true });
  expect(stored.prepare('SELECT DISTINCT service FROM papers').pluck().all()).toEqual([
    'Thornbeck Fire and Rescue Service',
  ]);
  stored.close();
  const again = await callCli(['reextract', '--db', db, '--dry-run']);
  expect(again.stdout).toMatch(/4 papers read again, 0 would change/);
});
