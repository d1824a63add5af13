import type { Page } from 'playwright-core';

/** From the first greeting to the end of the survey: buttons and words, and what is asked before each. */
const STEPS = [
  { asks: 'I ka kan sugandi', press: 'Bamanankan' },
  { asks: 'I sɔnna an ka taa ɲɛ wa', press: 'N sɔnna' },
  { asks: 'I bɛ fɛ ka mun kɛ', press: 'Ɲininkali' },
  { asks: '', press: /^1/ },
  { asks: '', say: '23' },
  { asks: '', say: 'An ka kuma ɲɔgɔn fɛ' },
  { asks: '', say: 'Segu' },
  { asks: '', press: 'Awɔ' },
] as const;

/**
 * A person's way through the survey on peace, in Bambara, by what a page shows and nothing else.
 * @param answered waits until the page has the answer to what was done last
 * @returns what stands on the page at the end
 */
export async function surveyInBambara(page: Page, answered: () => Promise<void>): Promise<string[]> {
  for (const step of STEPS) {
    if (step.asks !== '') await page.locator('.bubble', { hasText: step.asks }).last().waitFor();
    if ('press' in step) {
      const name = step.press;
      const of = page
        .locator('.choices')
        .getByRole('button', typeof name === 'string' ? { name: exactly(name) } : { name });
      await of.first().click();
    } else {
      await page.getByRole('textbox').fill(step.say);
      await page.locator('.composer button[type=submit]').click();
    }
    await answered();
  }
  return (await page.locator('.bubble').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
}

/** The label, with its digit before it. */
const exactly = (label: string): RegExp => new RegExp(`^(?:\\d+ )?${label}$`, 'u');
