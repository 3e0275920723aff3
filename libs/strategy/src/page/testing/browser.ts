// A real browser for specs, or an announced skip.
import { existsSync } from 'node:fs';

import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.ZIELWERK_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const executablePath = PLACES.find((place) => place && existsSync(place));
const MISSING = 'There is no Chromium; ZIELWERK_CHROMIUM names one.';

/** `describe`, or `describe.skip` where there is no browser; that is a failure where engines are required. */
export const describeInBrowser = (name: string, specs: () => void): void => {
  if (executablePath) {
    describe(name, specs);
    return;
  }
  if (process.env.ZIELWERK_REQUIRE_ENGINES === '1') throw new Error(MISSING);
  console.warn(`Skipped: ${name}. ${MISSING}`);
  describe.skip(name, specs);
};

/** Without the sandbox, because tests also run as root in a container; it opens pages of this test only. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
