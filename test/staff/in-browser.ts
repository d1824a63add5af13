import { mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, sideways, watchedPage } from '../web-chat/browser.ts';

/** Where the run keeps its screenshots (W14). */
const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots');
mkdirSync(SHOTS, { recursive: true });

/** Both schemes, the narrowest phone and a desk. */
const SIZES = [
  ['dark', 320],
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

/** W14 of the page as it stands: no violation, no sideways scroll, a screenshot of each size. */
export async function inspect(page: Page, name: string): Promise<void> {
  for (const [colorScheme, width] of SIZES) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect([name, width, await axe(page), await sideways(page)]).toEqual([name, width, [], 0]);
    await page.screenshot({ path: path.join(SHOTS, `${name}-${String(width)}.png`), fullPage: true });
  }
}
