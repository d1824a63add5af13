import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  type Carded,
  cards,
  shareCard,
  shareText,
} from '../../src/capabilities/updates/share/index.ts';
import { FONT_FILES, readFont } from '../../src/capabilities/updates/share/font.ts';
import { botLinks } from '../../src/capabilities/updates/share/bot-links.ts';
import { fitted, LEADING, shortened } from '../../src/capabilities/updates/share/lines.ts';
import { LETTERS } from '../staff/gate/letters.ts';
import { scriptOf } from '../../src/app/script.ts';
import { LINK } from '../../src/domain/message.ts';
import { shipped } from '../flows/shipped.ts';
import { buildStatement, contentSaying } from './memory-log.ts';
import { codeOf } from './code-of.ts';
import { PUBLIC_URL } from './public-site.ts';

const LONG = 'Le Conseil national de transition adopte la charte pour la paix et la réconciliation'.slice(
  0,
  80,
);
const draw = (of: Parameters<typeof buildStatement>[0], lang: 'fr' | 'bm' = 'fr') =>
  shareCard(buildStatement(of), lang, PUBLIC_URL);

describe('B10: the card', () => {
  it('is a PNG of 1200 × 630 and at most 60 kB, the same bytes each time', async () => {
    const [one, two] = [await draw({}), await draw({})];
    expect(one.equals(two)).toBe(true);
    expect(await sharp(one).metadata()).toMatchObject({
      format: 'png',
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
    });
    expect(one.length).toBeLessThan(60_000);
    const full = await draw({
      publisher: { id: 'x', name: 'M'.repeat(120) },
      content: contentSaying({ title: 'W'.repeat(80), tier: 'field_confirmed' }),
    });
    expect(full.length).toBeLessThan(60_000);
    expect(full.equals(one)).toBe(false);
  });

  it('carries a code that leads to its proof, in the reader’s language', async () => {
    expect(await codeOf(await draw({}))).toBe(`${PUBLIC_URL}/verify/ML-2026-0001`);
    expect(await codeOf(await draw({ kind: 'withdrawn' }, 'bm'))).toBe(
      `${PUBLIC_URL}/verify/ML-2026-0001?lang=bm`,
    );
  });

  it('U3: another tier, version, language or end is another picture', async () => {
    const pictures = await Promise.all([
      draw({}),
      draw({ content: contentSaying({ tier: 'two_sources' }) }),
      draw({ kind: 'corrected', version: 2 }),
      draw({ kind: 'withdrawn' }),
      draw({}, 'bm'),
    ]);
    expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(pictures.length);
  });

  it('has the letters of Bambara and of N’Ko, and N’Ko begins at the right', async () => {
    for (const font of FONT_FILES.map(readFont))
      expect(LETTERS.filter((letter) => !font.has(letter))).toEqual([]);
    const inkOf = async (title: string): Promise<{ left: number; right: number }> => {
      const png = await draw({ content: contentSaying({ title }) });
      const { data, info } = await sharp(png)
        .extract({ left: 40, top: 226, width: 830, height: 80 })
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const columns = [...data.entries()].filter(([, shade]) => shade < 100).map(([at]) => at % info.width);
      return { left: Math.min(...columns), right: Math.max(...columns) };
    };
    expect((await inkOf('Ɲɛɲɛ')).left).toBeLessThan(40);
    const nko = await inkOf('ߒߞߏ');
    expect(nko.right).toBeGreaterThan(790);
    expect(nko.left).toBeGreaterThan(400);
  });

  it('T13: hostile words and letters without a glyph do not stop it', async () => {
    for (const words of ['</text><script>x</script>', '&amp;\u{1F54A}\u0000', '\u202Ex'])
      expect((await draw({ content: contentSaying({ title: words }) })).length).toBeGreaterThan(1000);
  });

  it('wraps long titles, makes them smaller, and cuts only what fits at no size', () => {
    const [font] = FONT_FILES.slice(1).map(readFont);
    const box = { width: 780, height: 254, sizes: [62, 54, 47, 41, 36] };
    for (const title of ['Oui', LONG, 'W'.repeat(80), 'mot '.repeat(20), `${'a'.repeat(79)} b`]) {
      const { size, lines } = fitted(font!, title, box);
      expect(lines.every((line) => font!.width(line, size) <= box.width)).toBe(true);
      expect(lines.length * size * LEADING).toBeLessThanOrEqual(box.height + 1);
      if (!title.startsWith('W')) expect(lines.join(' ').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
    }
    expect(fitted(font!, 'Oui', box).size).toBe(62);
    expect(shortened(font!, 'M'.repeat(99), 300, 30)).toMatch(/^M+…$/);
  });

  it('is drawn once for all who ask, one at a time, and again after a failure', async () => {
    let drawn = 0;
    let atOnce = 0;
    let most = 0;
    const kept = cards(async (statement: Carded) => {
      drawn += 1;
      most = Math.max(most, (atOnce += 1));
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      if (statement.version === 7 && drawn < 4) throw new Error('no memory');
      return Buffer.from(statement.number);
    });
    const one = buildStatement();
    await Promise.all([
      kept.of(one, 'fr', PUBLIC_URL),
      kept.of(one, 'fr', PUBLIC_URL),
      kept.of(one, 'bm', PUBLIC_URL),
    ]);
    expect([drawn, most]).toEqual([2, 1]);
    const bad = buildStatement({ version: 7 });
    await expect(kept.of(bad, 'fr', PUBLIC_URL)).rejects.toThrow('no memory');
    expect((await kept.of(bad, 'fr', PUBLIC_URL)).toString()).toBe('ML-2026-0001');
  });
});

describe('B10: the text to paste', () => {
  it('says how it is founded, by whom, the words as published, and the number', () => {
    expect(
      shareText(buildStatement({ content: contentSaying({ second: 'Suite.' }) }), 'fr', PUBLIC_URL),
    ).toBe(
      [
        '▣ Texte officiel · Campagne de la paix',
        '*La charte est remise*',
        'Le texte compte 106 articles.',
        'Suite.',
        'ML-2026-0001 · 10 novembre 2026\nVérifier cette nouvelle : https://benkan.example/verify/ML-2026-0001',
      ].join('\n\n'),
    );
  });

  it('of a withdrawn item it says that, and not its words', () => {
    const text = shareText(buildStatement({ kind: 'withdrawn' }), 'fr', PUBLIC_URL);
    expect(text).toContain('Retiré');
    expect(text).not.toContain('106');
  });
});

describe('B10: links into the conversation', () => {
  const script = scriptOf(shipped.set);
  const leadsTo = { id: 'nouvelles', params: { numero: 'ML-2026-0042' } };

  it('lead to the item by the flows that are shipped, and are the same for everybody', () => {
    const [whatsapp, telegram] = botLinks(
      { whatsapp: '22370000000', telegram: 'benkan_bot' },
      'ML-2026-0042',
    );
    const start = new URL(telegram!.href).searchParams.get('start') ?? '';
    expect([telegram!.href.split('?')[0], LINK.test(start)]).toEqual(['https://t.me/benkan_bot', true]);
    expect(script.forLink?.(start)).toMatchObject(leadsTo);
    const words = new URL(whatsapp!.href).searchParams.get('text') ?? '';
    expect(whatsapp!.href.split('?')[0]).toBe('https://wa.me/22370000000');
    for (const lang of ['fr', 'bm'])
      expect(script.forKeyword(words, lang)).toMatchObject({ ...leadsTo, link: start });
  });

  it('are those of names that are set', () => {
    expect(botLinks({}, 'ML-2026-0042')).toEqual([]);
    expect(botLinks({ telegram: 'b' }, 'ML-2026-0042').map(({ where }) => where)).toEqual(['telegram']);
  });
});
