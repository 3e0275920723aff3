import AxeBuilder from '@axe-core/playwright';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { isLanguage } from './language';
import { PAGE_HEADERS } from './page-headers';
import { addresses, renderAt } from './testing/all-pages';
import { describeInBrowser, openBrowser } from './testing/browser';
import { siteOf } from './testing/fixture';

const { assets } = siteOf('de');

const answer = (request: IncomingMessage, response: ServerResponse) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const asset = pathname.startsWith('/assets/') ? assets.find(pathname.split('/').at(-1) ?? '') : undefined;
  if (asset) {
    response.writeHead(200, { 'content-type': asset.type }).end(asset.bytes);
    return;
  }
  const language = searchParams.get('lang');
  searchParams.delete('lang');
  const address = searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname;
  response
    .writeHead(200, PAGE_HEADERS)
    .end(renderAt(address, isLanguage(language) ? language : 'de', language !== null));
};

describeInBrowser('the pages in a browser', () => {
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Whatever the browser complains about, and every request that leaves this host. */
  const openPage = async (options: BrowserContextOptions) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    return { page, complaints, close: () => context.close() };
  };

  const go = (page: Page, address: string, language: string) =>
    page.goto(`${origin}${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
  // As text: these run in the browser, whose types this project does not load.
  const openDetails = (page: Page) =>
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
  const overflow = (page: Page) =>
    page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );

  const appearances = [
    ['light', 1280, 'de'],
    ['light', 390, 'en'],
    ['dark', 1280, 'de'],
  ] as const;

  it.each(addresses.flatMap((address) => appearances.map((appearance) => [address, ...appearance] as const)))(
    'break no rule of accessibility: %s in the %s scheme at %i px in %s',
    async (address, colorScheme, width, language) => {
      const { page, complaints, close } = await openPage({ colorScheme, viewport: { width, height: 900 } });
      await go(page, address, language);
      await openDetails(page);
      expect([await violations(page), complaints]).toEqual([[], []]);
      await close();
    },
  );

  it.each([360, 577, 768, 1024, 1121, 1440])('need no scrolling to the side at %i px', async (width) => {
    const { page, close } = await openPage({ viewport: { width, height: 900 } });
    for (const address of addresses)
      for (const language of ['de', 'en']) {
        await go(page, address, language);
        await openDetails(page);
        expect([address, language, await overflow(page)]).toEqual([address, language, 0]);
      }
    await close();
  });

  it('are set in the typeface of the design system', async () => {
    const { page, close } = await openPage({});
    await go(page, '/', 'de');
    await page.evaluate('document.fonts.ready.then(() => null)');
    expect(await page.evaluate(`document.fonts.check('500 16px "Fira Sans"')`)).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")).toContain('Fira Sans');
    await close();
  });

  it('lead a keyboard to the content first, and switch the language by a link that stays', async () => {
    const { page, close } = await openPage({ javaScriptEnabled: true, viewport: { width: 1280, height: 900 } });
    await page.goto(`${origin}/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('inhalt');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Goals', exact: true }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Goals');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await close();
  });

  it('send the choice of a form without a script', async () => {
    const { page, close } = await openPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/goals?lang=de`);
    await page.getByLabel('Suchwörter').fill('Akte & Co');
    await page.getByLabel('Themenfeld').selectOption('e-akte');
    await page.getByRole('button', { name: 'Anzeigen' }).click();
    expect(new URL(page.url()).search).toBe('?lang=de&q=Akte+%26+Co&theme=e-akte&ministry=&state=&health=red');
    await close();
  });
});
