import type { Browser, BrowserContext } from 'playwright-core';
import type { WholeHouse } from '../../api/whole-house.ts';
import { ROLES, type Role } from '../../../src/web/staff/index.ts';
import { signedInPage } from '../in-browser.ts';
import type { Eye } from './look-at.ts';

/** A browser window for each role, opened when it is first needed. Nothing is kept from page to page. */
export function eyes(
  browser: Browser,
  house: WholeHouse,
  options: Parameters<typeof signedInPage>[2] = {},
): { as(role: Role): Promise<Eye>; close(): Promise<void> } {
  const open = new Map<Role, Promise<Eye & { context: BrowserContext }>>();
  const opened = async (role: Role): Promise<Eye & { context: BrowserContext }> => {
    const watched = await signedInPage(browser, { url: house.url, cookie: house.cookies[role] }, options);
    const { page, context, complaints } = watched;
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
    await wire.send('Network.setBypassServiceWorker', { bypass: true });
    return { page, context, complaints, wire };
  };
  return {
    as: (role) => {
      const known = open.get(role) ?? opened(role);
      open.set(role, known);
      return known;
    },
    async close() {
      for (const role of ROLES) await (await open.get(role))?.context.close();
    },
  };
}
