import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { outsideInPage, rowsOf, siteForTests } from './open-site.ts';

/** The name of what has the focus. Runs in the page. */
const focusedInPage = `(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent.trim() ?? ''`;

describe.skipIf(!hasBrowser)('in a browser (skipped where Chromium is missing)', () => {
  const open = siteForTests();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  async function inPage<T>(work: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
    const context = await browser.newContext({ acceptDownloads: true, ...options });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const troubles: string[] = [];
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
      const result = await work(page);
      expect(troubles).toEqual([]);
      return result;
    } finally {
      await context.close();
    }
  }
  /** A key as somebody presses it: once the page stands, with its script. */
  async function press(page: Page, key: string): Promise<void> {
    await page.waitForLoadState();
    await page.keyboard.press(key);
  }
  const standing = () =>
    rowsOf<{ verdict: string; field: string | null; value: string; why: string | null }>(
      open.database,
      'SELECT verdict, field, value, why FROM corrections WHERE undone IS NULL AND replaced_by IS NULL ORDER BY id',
    );
  const gate = () =>
    rowsOf<{ id: string; due: string }>(
      open.database,
      "SELECT id, timescale_raw AS due FROM current WHERE file = 'hostile.html'",
    )[0];

  test(
    'finds what is overdue, sees it in its place, corrects its date by keys and takes that back',
    { timeout: 60_000 },
    () =>
      inPage(async (page) => {
        await page.goto(open.site.address);
        await page.getByRole('link', { name: 'overdue today' }).click();
        await page.getByRole('link', { name: 'Marlbeck Fire and Rescue Service' }).click();
        expect(await page.locator('.lines > li').count()).toBe(1);
        await page.getByRole('link', { name: 'hostile.html' }).click();
        expect(await page.locator('.value').allTextContents()).toContain('June 2024');
        await page.getByRole('link', { name: /^Mend the gate/ }).click();
        expect(await page.title()).toMatch(/^Mend the gate/);
        await page.getByRole('link', { name: 'Check and correct' }).click();
        await page.getByLabel('Due').fill('June 2025');
        await page.getByLabel('Why, if you correct').fill('seen at the meeting');
        await page.getByRole('button', { name: 'Keep corrections' }).click();
        expect(await page.getByRole('status').textContent()).toContain('One value corrected.');
        expect([gate()?.due, standing()]).toEqual([
          'June 2025',
          [expect.objectContaining({ field: 'timescale', why: 'seen at the meeting' })],
        ]);
        await press(page, 'u');
        await page.waitForURL(/said=Taken/);
        expect([gate()?.due, standing()]).toEqual(['June 2024', []]);
      }),
  );

  test('checks entries by keys, the most doubtful first, and sees how right the reader was', { timeout: 60_000 }, () =>
    inPage(async (page) => {
      await page.goto(`${open.site.address}review`);
      await press(page, 'n');
      const seen = new Set<string>();
      for (let count = 1; count <= 4; count++) {
        await page.waitForURL(/review\/[0-9a-f]{16}-e/);
        seen.add(new URL(page.url()).pathname);
        const before = page.url();
        await press(page, 'a');
        await page.waitForURL((url) => url.href !== before);
      }
      expect(seen.size).toBe(4);
      expect(standing().map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
      await page.goto(`${open.site.address}review`);
      expect(await page.locator('progress').getAttribute('value')).toBe('4');
      const checked = await page
        .getByRole('table', { name: 'Values by field' })
        .locator('tbody td:nth-child(2)')
        .allTextContents();
      expect(checked.reduce((sum, count) => sum + Number(count), 0)).toBeGreaterThanOrEqual(20);
      while (standing().length > 0) await page.getByRole('button', { name: 'Undo' }).first().click();
    }),
  );

  test('compares two services for a finding that both were given', { timeout: 60_000 }, () =>
    inPage(async (page) => {
      await page.goto(open.site.address);
      await page.getByRole('link', { name: 'Side by side' }).click();
      const names = ['Thornbeck Fire and Rescue Service', 'Wexcombe and Upper Marsh Valley Fire and Rescue Service'];
      for (const [at, name] of names.entries()) await page.getByLabel(`Service ${at + 1}`).selectOption(name);
      await page.getByRole('button', { name: 'Compare' }).click();
      const shown = await page.locator('main').textContent();
      const given = rowsOf<{ service: string; finding: string }>(
        open.database,
        "SELECT DISTINCT service, finding FROM current WHERE finding LIKE '%secondary contracts%' ORDER BY service",
      );
      expect(given.map(({ service }) => service)).toEqual(names);
      for (const { finding } of given) expect(shown).toContain(finding);
      expect(shown).not.toContain('mend its boats');
    }),
  );

  test('by keys alone: finds what is overdue, corrects its date, and takes that back', { timeout: 60_000 }, () =>
    inPage(async (page) => {
      const goTo = async (name: RegExp) => {
        for (let count = 0; count < 200; count++) {
          await press(page, 'Tab');
          if (name.test(await page.evaluate<string>(focusedInPage))) return;
        }
        throw new Error(`no key leads to ${name}`);
      };
      const follow = async (name: RegExp, key = 'Enter') => {
        await goTo(name);
        await Promise.all([page.waitForEvent('framenavigated'), press(page, key)]);
        await page.waitForLoadState();
      };
      await page.goto(open.site.address);
      await follow(/^overdue today/);
      await follow(/^Marlbeck/);
      await follow(/^Mend the gate/);
      await follow(/^Check and correct/);
      await goTo(/^Due$/);
      await press(page, 'ControlOrMeta+a');
      await page.keyboard.type('July 2025');
      await follow(/^Keep corrections/, 'Space');
      expect(gate()?.due).toBe('July 2025');
      await follow(/^Undo/);
      expect([gate()?.due, standing()]).toEqual(['June 2024', []]);
    }),
  );

  test('takes just a view away, and shares its address', { timeout: 60_000 }, () =>
    inPage(async (page) => {
      await page.goto(`${open.site.address}entries?standing=ended`);
      const ids = await page
        .locator('.lines .gist > a')
        .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').split('/').at(-1)));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'JSON' }).click(),
      ]);
      const chunks = await (await download.createReadStream()).toArray();
      const { entries } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { entries: { id: string }[] };
      expect(ids.length).toBeGreaterThan(0);
      expect(entries.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    }),
  );

  test(
    'works without script: facets, search, history, page picture, and no paper is said and taken back',
    { timeout: 60_000 },
    () =>
      inPage(
        async (page) => {
          await page.goto(`${open.site.address}entries`);
          await page.getByRole('link', { name: /^Overdue/ }).click();
          await page.getByRole('searchbox', { name: 'Words', exact: true }).fill('gate');
          await page.getByRole('button', { name: 'Show' }).click();
          expect(await page.locator('mark').first().textContent()).toBe('gate');
          await page.goto(`${open.site.address}papers`);
          await page
            .getByRole('link', { name: /thornbeck-2024-09.pdf|improvement/i })
            .first()
            .click();
          await page.goto(`${open.site.address}papers`);
          const [pdf] = rowsOf<{ id: string }>(open.database, "SELECT id FROM papers WHERE format = 'pdf'");
          await page.goto(`${open.site.address}paper/${pdf?.id}/page/1`);
          const size = await page.evaluate<number>("document.querySelector('.sheet img').naturalWidth");
          expect(size).toBeGreaterThan(500);
          expect(await page.locator('.other').count()).toBeGreaterThan(4);
          const [hostile] = rowsOf<{ id: string }>(open.database, "SELECT id FROM papers WHERE file = 'hostile.html'");
          await page.goto(`${open.site.address}paper/${hostile?.id}`);
          await page.getByRole('button', { name: 'It is no paper on a plan' }).click();
          expect(rowsOf(open.database, "SELECT 1 FROM current WHERE file = 'hostile.html'")).toEqual([]);
          await page.getByRole('button', { name: 'Undo' }).click();
          expect(rowsOf(open.database, "SELECT 1 FROM current WHERE file = 'hostile.html'").length).toBe(1);
        },
        { javaScriptEnabled: false },
      ),
  );

  test('every page can be used by anybody, light and dark, narrow too', { timeout: 120_000 }, async () => {
    const [pdf] = rowsOf<{ paper: string; entry: string; thread: string }>(
      open.database,
      'SELECT page_paper_id AS paper, id AS entry, thread_id AS thread FROM current WHERE page IS NOT NULL ORDER BY id',
    );
    const paths = [
      '',
      'entries?q=business&sort=due',
      'services',
      'service?name=Thornbeck+Fire+and+Rescue+Service',
      'plans',
      'changes',
      'compare',
      'papers',
      'review',
      'layouts',
      `teach/${pdf?.paper}`,
      'nothing',
      `paper/${pdf?.paper}`,
      `paper/${pdf?.paper}/page/1`,
      `entry/${pdf?.entry}`,
      `see/${pdf?.entry}?field=action`,
      `review/${gate()?.id}`,
    ];
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, bypassCSP: true });
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(`${open.site.address}${path}`);
        await page.evaluate(axe.source);
        // In the dark only colours are other ones.
        const rules = colorScheme === 'dark' ? "{ runOnly: ['color-contrast'] }" : '{}';
        const { violations } = (await page.evaluate(`axe.run(document, ${rules})`)) as axe.AxeResults;
        expect([path, colorScheme, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([
          path,
          colorScheme,
          [],
        ]);
        if (colorScheme === 'dark') continue;
        await page.setViewportSize({ width: 360, height: 800 });
        expect([path, await page.evaluate(outsideInPage)]).toEqual([path, []]);
        await page.setViewportSize({ width: 1280, height: 800 });
      }
      await context.close();
    }
    expect(open.faults).toEqual([]);
  });
});
