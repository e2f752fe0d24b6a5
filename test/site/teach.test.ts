import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entriesOfPaper, openStoreToRead, paperById } from '../../src/store/index.ts';
import { readLayoutsFile } from '../../src/taught/file.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { callCli, projectRoot } from '../support/cli.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { takeIn } from '../support/take-in.ts';
import { scoreExtraction, type Truth } from '../support/truth.ts';
import { type Family, families, papersOf, taughtLayouts } from '../taught/families.ts';
import { openSiteOver, outsideInPage } from './open-site.ts';

/** How many of a hundred fields of a stored paper are as a person reads them. */
function scoreOf(database: string, file: string, truth: Truth): number {
  const store = openStoreToRead(database);
  try {
    const [id = ''] = store.sql<string>('SELECT id FROM papers WHERE file = ?').pluck().all(path.basename(file));
    const paper = paperById(store, id);
    if (paper === null) throw new Error(`${file} is not stored`);
    const { plans } = paper;
    const { right, total } = scoreExtraction(truth, {
      paper,
      plans,
      entries: entriesOfPaper(store, id),
    });
    return (100 * right) / total;
  } finally {
    store.close();
  }
}

describe.skipIf(!hasBrowser)('a layout taught in a browser (skipped where Chromium is missing)', () => {
  const database = path.join(makeTemporaryFolder(), 'taught.db');
  let browser: Browser;
  beforeAll(async () => {
    await takeIn(database, path.join(projectRoot, 'fixtures/layouts'));
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  const scores = (family: Family) => papersOf(family).map(({ file, truth }) => scoreOf(database, file, truth));
  const [stanwold, wrayford] = taughtLayouts;
  const layouts = { stanwold, wrayford };

  test.each(families)(
    '%s: one of five papers is taught in ten clicks, and all five are read',
    { timeout: 60_000 },
    async (family) => {
      const site = await openSiteOver(database);
      try {
        for (const score of scores(family)) expect(score).toBeLessThanOrEqual(50);
        const page = await browser.newPage({ bypassCSP: true });
        let clicks = 0;
        const click = async (target: Locator) => {
          clicks += 1;
          await target.click();
        };
        await page.goto(`${site.address}papers`);
        const file = path.basename(papersOf(family)[1]?.file ?? '');
        await click(page.locator('tr', { hasText: file }).getByRole('link'));
        await click(page.getByRole('link', { name: 'Teach a layout' }));
        for (const { label, means } of layouts[family]?.labels ?? []) {
          const group = page.getByRole('group', { name: sameBeforeDate(label) });
          const choice = group.locator(`input[value=${means}]`);
          if (!(await choice.isChecked())) await click(choice);
        }
        await click(page.getByRole('button', { name: 'Try it' }));
        await page.getByRole('heading', { name: 'What it would change' }).waitFor();
        expect(await page.locator('.reread').count()).toBe(5);
        await page.setViewportSize({ width: 360, height: 800 });
        expect(await page.evaluate(outsideInPage)).toEqual([]);
        expect(await violations(page)).toEqual([]);
        expect(
          scores(family).every((score) => score <= 50),
          'nothing is kept yet',
        ).toBe(true);
        await click(page.getByRole('button', { name: /^Keep it/ }));
        expect(await page.getByRole('status').textContent()).toContain(
          '1 layout is kept. 5 papers read again, 5 with another result.',
        );
        expect(await violations(page)).toEqual([]);
        expect(clicks).toBeLessThanOrEqual(10);
        for (const score of scores(family)) expect(score).toBeGreaterThanOrEqual(98);
        await page.close();
      } finally {
        await site.close();
      }
    },
  );

  test('what was taught outlasts reextract, is exported, forgotten, and taken in again', {
    timeout: 60_000,
  }, async () => {
    const again = await callCli(['reextract', '--service', 'wrayford', '--db', database]);
    expect(again.stdout).toContain('5 papers read again, 0 changed');
    const { stdout: words } = await callCli(['layouts', '--export', '-', '--db', database]);
    expect(readLayoutsFile(words, 'layouts.yaml').map(({ form }) => form)).toEqual(['columns', 'labels']);
    const site = await openSiteOver(database);
    const page = await browser.newPage();
    try {
      await page.goto(`${site.address}layouts`);
      await page.getByText('Take in a file of layouts').click();
      await page.getByLabel('The file’s words').fill(words.replaceAll('label: ', 'label: Old '));
      await page.getByRole('button', { name: /^Take it in/ }).click();
      expect(await page.getByRole('status').textContent()).toContain('2 layouts are kept. 0 papers read again');
      for (const left of [3, 2]) {
        await page.getByRole('button', { name: 'Forget it' }).last().click();
        await page.getByText(`${left} layouts are taught.`).waitFor();
      }
      expect((await callCli(['layouts', '--export', '-', '--db', database])).stdout).toBe(words);
      for (const score of [...scores('stanwold'), ...scores('wrayford')]) expect(score).toBeGreaterThanOrEqual(98);
    } finally {
      await page.close();
      await site.close();
    }
  });
});

async function violations(page: Page): Promise<readonly unknown[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
  return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

/** The label of another month's paper. */
const sameBeforeDate = (label: string): RegExp => new RegExp(`^${label.replace(/ (January|October) \d{4}$/, '')}`);
