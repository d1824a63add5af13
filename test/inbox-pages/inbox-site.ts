import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { inboxRoutes } from '../../src/capabilities/inbox/pages/routes.tsx';
import { type Member, member, openSite, type Site } from '../staff/site.ts';
import { type MemoryInbox, memoryInbox } from './memory-inbox.ts';

export interface InboxSite {
  site: Site;
  inbox: MemoryInbox;
  organiser: Member;
}

/** The pages of the inbox on a staff site, over threads kept in memory. */
export async function inboxSite(): Promise<InboxSite> {
  const inbox = memoryInbox();
  const site = await openSite((parts) =>
    inboxRoutes({ ...parts, parts: inbox.parts, zone: 'Africa/Bamako' }),
  );
  return { site, inbox, organiser: await member(site, 'organiser', 'Oumou') };
}

/** What a whole house serves besides the pages: style sheet and scripts, these as the sources have them now. */
export async function withAssets(page: Page): Promise<void> {
  const css = readFileSync('src/capabilities/inbox/pages/inbox.css', 'utf8');
  await page.route('**/assets/inbox*', (route) => route.fulfill({ contentType: 'text/css', body: css }));
  const htmx = readFileSync('node_modules/htmx.org/dist/htmx.min.js', 'utf8');
  const scripts = { live: htmx + bundled('live'), composer: bundled('composer') };
  for (const [name, body] of Object.entries(scripts))
    await page.route(`**/assets/${name}*`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
}

function bundled(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.resolve(`src/web/browser/${name}.ts`)],
    ...{ bundle: true, minify: true, target: 'es2017', format: 'iife', write: false },
  });
  return outputFiles[0]?.text ?? '';
}
