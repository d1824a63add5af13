import type { CDPSession, Page } from 'playwright-core';
import { axe, sideways } from '../../web-chat/browser.ts';

/** What the gate W14 asks of a page. */
export interface Looked {
  name: string;
  /** Of everything a first visit fetches, as it came over the wire. */
  bytes: number;
  /** Rules of WCAG 2.2 AA that are broken, with the element. */
  axe: string[];
  /** Pixels that stand out sideways at 320 px and at 1280 px. */
  sideways: number;
  /** Errors of the console, reports of the content security policy, dialogs. */
  complaints: string[];
  /** What does nothing without scripts. */
  dead: string[];
  /** Forms in which more than one button is the main one, as scripts have made them. */
  crowded: string[];
  /** First contentful paint, milliseconds, where it was measured. */
  paint?: number;
}

export interface Eye {
  page: Page;
  wire: CDPSession;
  /** Filled by `watchedPage`. */
  complaints: string[];
}

const NARROW = { width: 320, height: 720 };
const WIDE = { width: 1280, height: 900 };

/** Opens an address as somebody does for the first time and looks at it, narrow and wide, in one of both schemes. */
export async function lookAt(
  { page, wire, complaints }: Eye,
  { name, url, html }: { name: string; url: string; html: string | undefined },
  colorScheme: 'light' | 'dark',
): Promise<Looked> {
  complaints.length = 0;
  let bytes = 0;
  const count = ({ encodedDataLength }: { encodedDataLength: number }): void =>
    void (bytes += encodedDataLength);
  wire.on('Network.loadingFinished', count);
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(NARROW);
  const answer = await page.goto(url, { waitUntil: 'load' });
  wire.off('Network.loadingFinished', count);
  const broken = await axe(page);
  const narrow = await sideways(page);
  await page.setViewportSize(WIDE);
  const wide = await sideways(page);
  const dead = await page.evaluate(deadParts, html ?? (await page.content()));
  const crowded = await page.evaluate(crowdedForms);
  return {
    name,
    bytes,
    axe: broken,
    sideways: Math.max(narrow, wide),
    complaints: complaints.filter((line) => !isOwnRefusal(line, answer?.status())),
    dead,
    crowded,
  };
}

/** A browser says of a page that is a refusal that it is one. */
const isOwnRefusal = (line: string, status = 200): boolean =>
  status >= 400 && line.includes(`status of ${String(status)}`);

/** A form that says twice what it is for. */
function crowdedForms(): string[] {
  interface Form {
    outerHTML: string;
    querySelectorAll(of: string): ArrayLike<{ hidden: boolean }>;
  }
  const { document } = globalThis as unknown as { document: { querySelectorAll(of: string): Form[] } };
  return [...document.querySelectorAll('form')]
    .filter((form) => {
      const mains = Array.from(form.querySelectorAll('button.button-main'));
      return mains.filter(({ hidden }) => !hidden).length > 1;
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}

/** Buttons without a form, links without an address, forms without a way: what only a script could bring to life. */
function deadParts(html: string): string[] {
  interface El {
    outerHTML: string;
    closest(selector: string): El | null;
    getAttribute(name: string): string | null;
  }
  const { DOMParser: Parser } = globalThis as unknown as {
    DOMParser: new () => {
      parseFromString(html: string, type: string): { querySelectorAll(of: string): El[] };
    };
  };
  const source = new Parser().parseFromString(html, 'text/html');
  const inert = (element: El): boolean => element.closest('[hidden], dialog, template') !== null;
  const all = (of: string): El[] => [...source.querySelectorAll(of)].filter((element) => !inert(element));
  const lone = all('button').filter(
    (button) =>
      button.getAttribute('type') === 'button' ||
      (button.closest('form') === null && button.getAttribute('form') === null),
  );
  const nowhere = all('a').filter((link) => (link.getAttribute('href') ?? '#') === '#');
  const wayless = all('form').filter(
    (form) => form.getAttribute('action') === null && form.getAttribute('method') !== 'get',
  );
  return [...lone, ...nowhere, ...wayless].map(({ outerHTML }) => outerHTML.slice(0, 120));
}
