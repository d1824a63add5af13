import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const LAUNCH = { executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: FLAGS };

export const launch = (): Promise<Browser> => chromium.launch(LAUNCH);

/** The page's script, bundled as scripts/build.mjs does it. Answers with the folder. */
export function bundleChat(): string {
  const outdir = mkdtempSync(path.join(os.tmpdir(), 'chat-'));
  buildSync({
    entryPoints: [path.resolve('src/web/browser/chat.ts')],
    outdir,
    bundle: true,
    minify: true,
    target: 'es2017',
    format: 'iife',
  });
  return outdir;
}

/** A page that remembers everything the browser complained about: errors, CSP reports, requests to elsewhere. */
export async function watchedPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 640 }, locale: 'fr-FR' },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP ${(event as unknown as { violatedDirective: string }).violatedDirective}`),
    );
  });
  return { page, context, complaints };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA by axe: the names of the rules that are broken, with the element. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated by the driver and not added as an element, which the page's policy would rightly refuse.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await run.run({
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`);
  });
}

/** Bytes that stand out of the page sideways; 0 when nothing has to be scrolled. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { documentElement: root } = (
      globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
    ).document;
    return root.scrollWidth - root.clientWidth;
  });
