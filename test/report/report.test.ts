import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportFilter } from '../../src/model/stored.ts';
import { reportPage } from '../../src/report/page.ts';
import { reportData } from '../../src/shelf/report-data.ts';
import { openStoreToRead, overdueAmong, plansAsOf } from '../../src/store/index.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/cli.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { sampleExtraction } from '../support/sample-extraction.ts';
import { databaseOf, seriesExtractions } from '../support/stocked-database.ts';

const folder = makeTemporaryFolder();
const attack =
  '"><img src="http://evil.example/x" onerror="document.title=1"><script>document.title=2</script>\u0000 &amp; ]]>';
const hostile = [
  sampleExtraction('0aa', [{ action: attack, progress: attack }], { service: attack, title: attack, asAt: '2023-01' }),
  sampleExtraction('0bb', [{ action: attack, progress: `${attack} again` }], {
    service: attack,
    file: `${attack}.pdf`,
  }),
];
const nothing = { ...sampleExtraction('0cc', []), plans: [] };
const failed = sampleExtraction('0dd', [], { outcome: 'failed', service: null, asAt: null, meetingDate: null });
const database = databaseOf(folder, [...seriesExtractions([1, 2], 4, 9), ...hostile, nothing, failed]);
const address = pathToFileURL(path.join(folder, 'report.html')).href;

function pageOf(file: string, filter: ExportFilter = {}): string {
  const store = openStoreToRead(file);
  try {
    return reportPage(reportData(store, filter, '2024-05-01'));
  } finally {
    store.close();
  }
}

test('a file of which nothing could be read is no paper that the report rests on', () => {
  const page = pageOf(database);
  const [, papers] = /<dt>papers read<\/dt><dd>(\d+)/.exec(page) ?? [];
  expect(page).toContain(`${papers} papers and 1 file that could not be read, and what in them`);
});

const page = pageOf(database);
writeFileSync(path.join(folder, 'report.html'), page);

test('the same data gives the same page', () => {
  expect(pageOf(database) === page).toBe(true);
});

test('a filter leaves its part, and an empty part is a page all the same', () => {
  const one = pageOf(database, { service: 'pennyholt' });
  expect(one).toContain('Pennyholt');
  expect(one).not.toContain('Carrick Moor');
  expect(pageOf(database, { service: 'nobody' })).toContain('0 papers');
});

test('a paper that nothing dates is shown too', () => {
  const undated = sampleExtraction('0ee', [{ action: 'Mend the undated hydrant.' }], {
    file: 'plan.pdf',
    asAt: null,
    meetingDate: null,
  });
  const shown = pageOf(databaseOf(makeTemporaryFolder(), [undated]));
  expect(shown).toContain('Mend the undated hydrant.');
  expect(shown).toContain('one paper, not dated');
});

test('what an undated paper lists is counted beside dated papers too, as progress counts it', () => {
  const due = { raw: 'March 2022', start: '2022-03-01', end: '2022-03-31', precision: 'month' as const };
  const entry = (ref: string, finding: string, action: string) => ({ ref, finding, action, timescale: due });
  const hydrants = entry('AFI 1', 'Hydrants should be inspected often enough.', 'Mend the undated hydrant.');
  const drivers = entry('AFI 7', 'Staff should drive safely to emergencies.', 'Renew the courses of every watch.');
  const papers = [
    sampleExtraction('0ee', [hydrants, drivers], { file: 'plan.pdf', asAt: null, meetingDate: null }),
    sampleExtraction('0ef', [drivers], { file: 'dated.pdf', asAt: '2022-01' }),
  ];
  const file = databaseOf(makeTemporaryFolder(), papers);
  const shown = pageOf(file);
  expect(shown).toMatch(/<dt>overdue on 1 May 2024<\/dt><dd>2</);
  expect(shown).toContain('1 paper is not dated');
  const store = openStoreToRead(file);
  expect(overdueAmong(plansAsOf(store, '2024-05-01', { isNow: true }))).toHaveLength(2);
  store.close();
  // Then it was not known whether there was one.
  expect(pageOf(file, { asOf: '2022-06' })).toMatch(/<dt>overdue on 30 Jun 2022<\/dt><dd>1</);
});

test('as of an earlier date nothing later is told', () => {
  const early = pageOf(database, { asOf: '2021-04' });
  expect(early).toContain('Apr 2021');
  expect(early).not.toMatch(/(?:Jul|Oct) 2021/);
  expect(early).toMatch(/<h5>Apr 2021 [\s\S]*<h5>Jan 2021 /);
  expect(early).toContain('only papers until 2021-04');
});

test('50 papers of 40 entries make a page of less than 2 MB', () => {
  const papers = [...seriesExtractions([7, 8, 9, 10], 10, 40), ...seriesExtractions([11], 6, 40)];
  expect(papers.length).toBeGreaterThanOrEqual(50);
  const large = databaseOf(makeTemporaryFolder(), papers);
  expect(Buffer.byteLength(pageOf(large))).toBeLessThan(2_000_000);
});

/** Contrast of every number in the bars with its piece (WCAG 2.2, 1.4.3). Runs in the page, so it is plain script. */
const contrastsInPage = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll('.bar g')].filter((piece) => piece.querySelector('text')).map((piece) => {
    const [a, b] = ['rect', 'text'].map((part) => light(getComputedStyle(piece.querySelector(part)).fill));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
})()`;

/** What sticks out of the window, overlaps or has no room. Runs in the page. */
const faultsInPage = `(() => {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the window'] : [];
  const outside = [...document.querySelectorAll('main *, header *, nav *')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < -1 || right > innerWidth + 1) && element.closest('.scroll') === null;
  });
  const labels = [...document.querySelectorAll('.axis')].filter((axis) => {
    const boxes = [...axis.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
    return boxes.some((box, index) => index > 0 && box.left < boxes[index - 1].right);
  });
  const pieces = [...document.querySelectorAll('.bar g')].filter((piece) => {
    const text = piece.querySelector('text');
    return text !== null && text.getBoundingClientRect().width > piece.querySelector('rect').getBoundingClientRect().width;
  });
  const names = (what, elements) => elements.slice(0, 3).map((element) => what + ': ' + element.outerHTML.slice(0, 160));
  return [...wide, ...names('outside', outside), ...names('overlap', labels), ...names('too narrow', pieces)];
})()`;

describe.skipIf(!hasBrowser)('in a browser (skipped where Chromium is missing)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function opened<T>(options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ offline: true, ...options });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => errors.push(message.text()));
      await page.goto(address);
      const seen = await look(page);
      expect(asked.filter((url) => !url.startsWith(address))).toEqual([]);
      expect(errors).toEqual([]);
      return seen;
    } finally {
      await context.close();
    }
  }

  const openAll = (page: Page) =>
    page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    await opened({ colorScheme }, async (page) => {
      await openAll(page);
      await page.evaluate(axe.source);
      const { violations, passes } = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))}`,
      );
      expect(found).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    });
  });

  test.each(['light', 'dark'] as const)(
    'letters in the charts stand out from what they stand on, %s',
    async (colorScheme) => {
      const contrasts = (await opened({ colorScheme }, (page) => page.evaluate(contrastsInPage))) as number[];
      expect(contrasts.length).toBeGreaterThan(20);
      expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
    },
  );

  test('what a paper says is text and nothing else', async () => {
    await opened({}, async (page) => {
      expect(await page.title()).toMatch(/^What the papers say/);
      expect(await page.locator('img, iframe, object, embed, link, body script[src]').count()).toBe(0);
      expect(await page.locator('h2', { hasText: '<script>document.title=2</script>' }).count()).toBe(1);
    });
  });

  test('without JavaScript everything is there but choosing and sorting', async () => {
    await opened({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await page.locator('.bars svg rect').count()).toBeGreaterThan(10);
      expect(await page.locator('.dues svg path').count()).toBeGreaterThan(10);
      const item = page.locator('.item').first();
      expect(await item.locator('.history').isVisible()).toBe(false);
      await item.locator('summary').click();
      expect(await item.locator('.history').isVisible()).toBe(true);
      await page.locator('.numbers summary').first().click();
      expect(await page.locator('.numbers table').first().isVisible()).toBe(true);
    });
  });

  test('with JavaScript entries can be chosen and tables sorted', async () => {
    await opened({}, async (page) => {
      const all = await page.locator('.item:visible').count();
      await page.locator('select[name=status]').selectOption('complete');
      const complete = await page.locator('.item:visible').count();
      expect(complete).toBeGreaterThan(0);
      expect(complete).toBeLessThan(all);
      expect(await page.locator('output').textContent()).toBe(`${complete} entries`);
      const table = page.locator('table.sortable').first();
      await table.getByRole('button', { name: 'Stale' }).click();
      await table.getByRole('button', { name: 'Stale' }).click();
      const numbers = (await table.locator('tbody tr td:nth-child(7)').allTextContents()).map(Number);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    });
  });

  test('a change leads to its entry, opened, by keyboard alone', async () => {
    await opened({}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
      await page.keyboard.press('Enter');
      await page.locator('#main:focus').waitFor({ state: 'attached' });
      const link = page.locator('.news a').first();
      await link.focus();
      await page.keyboard.press('Enter');
      const target = page.locator((await link.getAttribute('href')) ?? '');
      // The browser tells of a change of the address's fragment only after it has followed the link.
      await target.locator('.history').waitFor({ state: 'visible' });
      await target.locator('summary').focus();
      await page.keyboard.press('Enter');
      await target.locator('.history').waitFor({ state: 'hidden' });
    });
  });

  test.each([320, 768, 1280])('nothing sticks out or overlaps at a width of %i', async (width) => {
    await opened({ viewport: { width, height: 900 } }, async (page) => {
      await openAll(page);
      const faults = await page.evaluate(faultsInPage);
      expect(faults).toEqual([]);
    });
  });

  test('pictures for a person to look at: three widths, light or dark, and print', async () => {
    const pictures = path.join(projectRoot, 'output/report-pictures');
    mkdirSync(pictures, { recursive: true });
    for (const [colorScheme, width] of [
      ['light', 360],
      ['dark', 768],
      ['light', 1280],
    ] as const) {
      await opened({ colorScheme, viewport: { width, height: 1600 } }, async (page) => {
        const file = path.join(pictures, `${colorScheme}-${width}.png`);
        await page.screenshot({ path: file });
        expect(statSync(file).size).toBeGreaterThan(20_000);
      });
    }
    await opened({}, async (page) => {
      const file = path.join(pictures, 'print.pdf');
      await page.pdf({ path: file, preferCSSPageSize: true });
      expect(statSync(file).size).toBeGreaterThan(20_000);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav').isVisible()).toBe(false);
      expect(await page.locator('.bars').first().isVisible()).toBe(true);
      expect(await page.locator('.item .history').first().isVisible()).toBe(true);
    });
  });
});
