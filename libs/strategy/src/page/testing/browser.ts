// A real browser for specs.
import { existsSync } from 'node:fs';

import { describeUnless } from '@zielwerk/spec-engines';
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

/** Pages can be looked at. */
export const describeInBrowser = (name: string, specs: () => void): void =>
  describeUnless(executablePath ? undefined : MISSING, name, specs);

/** Without the sandbox, because tests also run as root in a container; it opens pages of this test only. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
