import type { Page } from 'playwright-core';

/** What can be pressed or filled but is not reached by Tab, as its element begins. The page is open already. */
export async function unreached(page: Page): Promise<string[]> {
  const many = await page.evaluate(mark);
  for (let stop = 0; stop < Math.min(many + SPARE, MOST_STOPS); stop += 1) await page.keyboard.press('Tab');
  return many + SPARE > MOST_STOPS ? [] : page.evaluate(missed);
}

/** The document itself, and what scrolls. */
const SPARE = 6;
/** A longer page is a list whose rows are all alike. */
const MOST_STOPS = 160;

interface El {
  outerHTML: string;
  name?: string;
  type?: string;
  dataset: Record<string, string>;
  checkVisibility(): boolean;
}
interface Win {
  document: {
    querySelectorAll(of: string): El[];
    addEventListener(on: string, then: (event: { target: El }) => void): void;
  };
}

function mark(): number {
  const { document } = globalThis as unknown as Win;
  document.addEventListener('focusin', ({ target }) => {
    target.dataset['reached'] = '1';
  });
  const of =
    'a[href],button:not([disabled]),input:not([type=hidden]):not([disabled]),select,textarea,summary,[tabindex="0"]';
  const seen = [...document.querySelectorAll(of)].filter((element) => element.checkVisibility());
  for (const element of seen) element.dataset['stop'] = '1';
  // Day, month, year, and the picker beside them.
  const inside = seen.filter(({ type }) => type === 'date' || type === 'time').length * 4;
  return seen.length + inside;
}

/** Of buttons of one choice Tab reaches one, the arrows the others. */
function missed(): string[] {
  const { document } = globalThis as unknown as Win;
  const stops = [...document.querySelectorAll('[data-stop]')];
  const reached = stops.filter(({ dataset }) => dataset['reached'] === '1');
  const choices = new Set(reached.filter(({ type }) => type === 'radio').map(({ name }) => name));
  return stops
    .filter((stop) => !reached.includes(stop) && !(stop.type === 'radio' && choices.has(stop.name)))
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}
