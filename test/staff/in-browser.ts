import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, sideways, watchedPage } from '../web-chat/browser.ts';

/** Where the run keeps its screenshots, if asked to; `npm run trial -- W14` keeps one of every page. */
const SHOTS = process.env['SCREENSHOTS'];
if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });

/** Both schemes, the narrowest phone and a desk. */
const NARROWEST = 320;
const SIZES = [
  ['dark', NARROWEST],
  ['light', 1280],
] as const;

/** A page of the staff site as a member sees it. @param cookie `name=value` of the session */
export async function signedInPage(
  browser: Browser,
  { url, cookie }: { url: string; cookie: string },
  options: Parameters<Browser['newContext']>[0] = {},
): ReturnType<typeof watchedPage> {
  const watched = await watchedPage(browser, options);
  const [name = '', value = ''] = cookie.split('=');
  const kept = { secure: true, httpOnly: true, sameSite: 'Strict' } as const;
  await watched.context.addCookies([{ name, value, domain: new URL(url).hostname, path: '/', ...kept }]);
  return watched;
}

/** The style sheet of a capability, which only a whole house serves. */
export async function withStyles(page: Page, capability: string): Promise<void> {
  const body = readFileSync(`src/capabilities/${capability}/pages/${capability}.css`, 'utf8');
  await page.route(`**/assets/${capability}*`, (route) => route.fulfill({ contentType: 'text/css', body }));
}

/**
 * W14 of a page in a state that only this talk with it brings about; what a link leads to is the gate's (gate.test.ts).
 * Asked for, it keeps screenshots.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  for (const [colorScheme, width] of SIZES) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    // What axe knows is the same at any width, but for what hides on a phone.
    const broken = width === NARROWEST ? await axe(page) : [];
    expect([name, width, broken, await sideways(page)]).toEqual([name, width, [], 0]);
    if (SHOTS !== undefined)
      await page.screenshot({ path: path.join(SHOTS, `${name}-${String(width)}.png`), fullPage: true });
  }
}
