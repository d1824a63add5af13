import type { Page } from 'playwright-core';

/** Of Bambara, and of N'Ko. */
export const LETTERS = ['ɛ', 'ɔ', 'ɲ', 'ŋ', 'Ɛ', 'Ɔ', 'Ɲ', 'Ŋ', 'ߒ', 'ߞ', 'ߏ', 'ߛ', 'ߌ', 'ߟ'] as const;

/**
 * The letters that the fonts of the page draw as nothing, or as the box of a letter they do not have. The page's own
 * font of N'Ko counts as missing where it cannot be fetched: devices without one need it.
 */
export const lettersNotShown = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const letters = ${JSON.stringify(LETTERS)};
    const family = getComputedStyle(document.body).fontFamily;
    const own = await document.fonts.load('32px "Noto Sans NKo"', 'ߒ');
    const draw = (letter) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 64;
      const pen = canvas.getContext('2d');
      pen.font = '32px ' + family;
      pen.fillText(letter, 8, 44);
      return canvas.toDataURL();
    };
    const nothing = [draw('\\u0378'), draw(' ')];
    const missing = letters.filter((letter) => nothing.includes(draw(letter)));
    return own.length === 0 ? [...missing, 'the font of N’Ko'] : missing;
  })()`);
