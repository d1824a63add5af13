import { describe, expect, it } from '@jest/globals';
import { canonicalJson, hashOf } from './canonical.ts';
import { contentSchema, NO_TEXT, type UpdateContent } from './content.ts';
import { isWhole, lacksOf, missingIn } from './missing.ts';
import { FAMILY, SIGN, TIERS } from './tiers.ts';

const schema = contentSchema(['fr', 'bm'], (slug) => slug === 'gao');
const CONTENT: UpdateContent = {
  date: '2026-11-10',
  place: 'mali',
  theme: 'charte',
  tier: 'official_text',
  texts: { fr: { ...NO_TEXT, title: 'Titre', first: 'Un.' }, bm: NO_TEXT },
  source: { title: 'Journal officiel', url: 'https://example.org/a?b=c', sha256: 'a'.repeat(64) },
  funding: 'Campagne',
  reviewBy: '2027-05-01',
};
const codeOf = (content: unknown) => schema.safeParse(content).error?.issues[0]?.message ?? 'ok';
const withSource = (source: Partial<UpdateContent['source']>) => ({
  ...CONTENT,
  source: { ...CONTENT.source, ...source },
});
const withTitle = (title: string) => ({
  ...CONTENT,
  texts: { ...CONTENT.texts, fr: { ...NO_TEXT, title } },
});

describe('U1: the content of an update', () => {
  it('is read as it is, and a draft may be empty', () => {
    expect(schema.parse(CONTENT)).toEqual(CONTENT);
    const empty = { date: '', place: 'mali', theme: '', tier: '', funding: '', reviewBy: '' };
    const nothing = {
      ...empty,
      texts: { fr: NO_TEXT, bm: NO_TEXT },
      source: { title: '', url: '', sha256: '' },
    };
    expect(schema.parse(nothing)).toEqual(nothing);
  });

  it.each([
    '2026-02-31',
    '31/02/2026',
    '2027-02-29',
    '2026-13-01',
    '0000-00-00',
    '10000-01-01',
    '1066-10-14',
    'demain',
    '1e3',
    "'; DROP",
  ])('refuses the day %s', (date) => {
    expect(codeOf({ ...CONTENT, date })).toBe('bad_date');
    expect(codeOf({ ...CONTENT, reviewBy: date })).toBe('bad_date');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    '//example.org',
    'https://user:pass@example.org/',
    'https://exa mple.org',
    'https://example.org/"onmouseover=alert(1)',
    'https://localhost/',
    'https://',
  ])('refuses the address %s', (url) => expect(codeOf(withSource({ url }))).toBe('bad_url'));

  it('refuses what is too long, after blanks are folded', () => {
    expect(codeOf(withTitle('x'.repeat(80)))).toBe('ok');
    expect(codeOf(withTitle(`${'x'.repeat(80)} ${' '.repeat(100)}`))).toBe('ok');
    expect(codeOf(withTitle('x'.repeat(81)))).toBe('too_long');
    expect(codeOf(withTitle('x'.repeat(10_000)))).toBe('too_long');
    expect(codeOf(withSource({ url: `https://example.org/${'x'.repeat(300)}` }))).toBe('too_long');
  });

  it('refuses unknown themes, tiers, places, hashes and fields', () => {
    expect(codeOf({ ...CONTENT, theme: '__proto__' })).toBe('unknown_theme');
    expect(codeOf({ ...CONTENT, tier: 'corrected' })).toBe('unknown_tier');
    expect(codeOf({ ...CONTENT, place: 'paris' })).toBe('unknown_place');
    expect(codeOf(withSource({ sha256: 'abc' }))).toBe('bad_sha256');
    expect(codeOf({ ...CONTENT, state: 'published' })).not.toBe('ok');
    expect(codeOf({ ...CONTENT, texts: { ...CONTENT.texts, en: NO_TEXT } })).not.toBe('ok');
    expect(codeOf({ ...CONTENT, date: { $gt: '' } })).toBe('bad_date');
  });

  it.each([
    ['line\r\nend', 'line end'],
    ['\u202Eright to left', 'right to left'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['a\u0000b', 'ab'],
    ['half \uD800 pair', 'half pair'],
    ['e\u0301', 'é'],
    ['  ɲɔgɔn  ', 'ɲɔgɔn'],
  ])('T13: keeps %j as %j', (typed, kept) => {
    expect(schema.parse(withTitle(typed)).texts['fr']?.title).toBe(kept);
  });
});

describe('U2: the hash a verification binds to', () => {
  it('does not depend on the order of keys, and on every word', () => {
    const turned = Object.fromEntries(Object.entries(CONTENT).reverse()) as UpdateContent;
    expect(hashOf(turned)).toBe(hashOf(CONTENT));
    expect(hashOf({ ...CONTENT, place: 'gao' })).not.toBe(hashOf(CONTENT));
  });

  it('is over canonical JSON (RFC 8785, 3.2.3)', () => {
    expect(
      canonicalJson({
        '\u20ac': 'Euro',
        '\r': 'CR',
        '1': 'One',
        '\u00f6': 'ö',
        b: [1e21, 0.002, null, true],
      }),
    ).toBe('{"\\r":"CR","1":"One","b":[1e+21,0.002,null,true],"ö":"ö","€":"Euro"}');
  });
});

describe('what is missing', () => {
  it('is said for each language, a recording too, and for the item', () => {
    expect(missingIn(CONTENT, 'fr')).toEqual(['audio']);
    expect(missingIn(CONTENT, 'bm')).toEqual(['title', 'first', 'audio']);
    expect([isWhole(CONTENT, 'fr'), isWhole(CONTENT, 'bm'), isWhole(CONTENT, 'en')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(lacksOf({ content: CONTENT }, '2026-11-21')).toEqual([]);
    const late = { ...CONTENT, reviewBy: '2026-11-21', texts: { fr: NO_TEXT } };
    expect(lacksOf({ content: late }, '2026-11-21')).toEqual([{ what: 'review_past' }, { what: 'text' }]);
    const image = { id: 'A'.repeat(22), alt: { fr: '', bm: '' } };
    const former = { id: 'x', number: { year: 2026, n: 1 }, version: 1 };
    expect(lacksOf({ content: { ...CONTENT, image }, corrects: former }, '2026-11-21')).toEqual([
      { what: 'why' },
      { what: 'alt' },
    ]);
    const texts = { ...CONTENT.texts, fr: { ...CONTENT.texts['fr']!, reason: 'Faux.' } };
    const said = { ...CONTENT, texts, image: { ...image, alt: { fr: 'Une place', bm: '' } } };
    expect(lacksOf({ content: said, corrects: former }, '2026-11-21')).toEqual([]);
    expect(schema.parse(said)).toEqual(said);
    for (const wrong of [{ ...image, id: 'x' }, { ...image, url: 'http://x' }, { id: image.id }])
      expect(codeOf({ ...CONTENT, image: wrong })).not.toBe('ok');
  });
});

it('U3: official and independent tiers never share a sign', () => {
  const signs = (family: string) =>
    TIERS.filter((tier) => FAMILY[tier] === family).map((tier) => SIGN[FAMILY[tier]]);
  expect(new Set([...signs('official'), ...signs('independent')]).size).toBe(2);
  expect(signs('official').some((sign) => signs('independent').includes(sign))).toBe(false);
});
