/**
 * Draws the README's picture: the report of invented services, as a browser shows it.
 *   node scripts/report-picture.ts
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reportPage } from '../src/report/page.ts';
import { reportData } from '../src/shelf/report-data.ts';
import { openStoreToRead } from '../src/store/index.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { databaseOf, seriesExtractions } from '../test/support/stocked-database.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'boardtrail-picture-'));
const store = openStoreToRead(databaseOf(folder, seriesExtractions([5, 6, 12], 5, 14)));
const docs = path.join(import.meta.dirname, '../docs');
mkdirSync(docs, { recursive: true });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 1950 } });
  await page.setContent(reportPage(reportData(store, {}, '2022-09-30')));
  await page.screenshot({ path: path.join(docs, 'report.png') });
} finally {
  await browser.close();
  store.close();
  rmSync(folder, { recursive: true });
}
