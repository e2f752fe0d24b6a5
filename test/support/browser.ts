import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const browserFile = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);

/** True where a browser is installed that tests can drive. */
export const hasBrowser = browserFile !== undefined;

/** A real browser without a window, with a profile of its own. */
export async function launchBrowser(): Promise<Browser> {
  if (browserFile === undefined) throw new Error('no Chromium is installed');
  return chromium.launch({
    executablePath: browserFile,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
}
