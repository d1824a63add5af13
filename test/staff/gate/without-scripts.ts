import type { Page } from 'playwright-core';

/**
 * Whether a page says the same without scripts as with them: the words of its main part, of which a script may add a few.
 * @returns what is missing, in words; nothing where all is there
 */
export async function missingWithoutScripts(
  scripted: Page,
  unscripted: Page,
  url: string,
): Promise<string[]> {
  await scripted.goto(url, { waitUntil: 'load' });
  await unscripted.goto(url, { waitUntil: 'load' });
  const [with_, without] = [await wordsOf(scripted), await wordsOf(unscripted)];
  if (without.size === 0) return ['nothing is said without scripts'];
  const lost = [...with_].filter((word) => !without.has(word));
  const allowed = Math.max(5, with_.size * SHARE_OF_A_SCRIPT);
  return lost.length > allowed
    ? [`without scripts ${String(lost.length)} words are missing: ${lost.slice(0, 8).join(' ')}`]
    : [];
}

/** An island says what it offers. */
const SHARE_OF_A_SCRIPT = 0.2;

async function wordsOf(page: Page): Promise<ReadonlySet<string>> {
  const text = await page.locator('main').first().innerText();
  return new Set(text.match(/\p{L}{3,}/gu) ?? []);
}
