import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Document, Field, kitStyles, Notice, renderPage, StaffPage, Table, TextArea } from './index.ts';

const frame = {
  lang: 'fr' as const,
  nav: [
    { href: '/staff', label: 'Vue d’ensemble' },
    { href: '/staff/surveys', label: 'Sondages' },
  ],
  here: '/staff/surveys',
  signOut: '/staff/sign-out',
  person: { name: 'Awa <b>Diarra</b>', role: 'Analyse' },
};

describe('the kit', () => {
  it('a staff page: doctype, language, title, skip link to the one main, sign-out by post', () => {
    const html = renderPage(
      <StaffPage {...frame} title="Sondages">
        <p>ɛ ɔ ɲ ŋ</p>
      </StaffPage>,
    );
    expect(html).toMatch(/^<!doctype html><html lang="fr"><head>/);
    expect(html).toContain('<title>Sondages · Benkan</title>');
    expect(html.indexOf('href="#contenu"')).toBeLessThan(html.indexOf('<header'));
    expect(html.match(/<main id="contenu"/g)).toHaveLength(1);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<form method="post" action="/staff/sign-out">');
    expect(html).toContain('Awa &lt;b>Diarra&lt;/b>');
    expect(html).toContain('<a href="/staff/surveys" aria-current="page">');
    expect(html).not.toContain('<a href="/staff" aria-current');
    expect(html).toContain('ɛ ɔ ɲ ŋ');
  });

  it('L9: a page in N’Ko begins at the right, and a field where its words do', () => {
    const html = renderPage(
      <Document lang="nqo" title="ߓߍ߲">
        <TextArea name="words" label="ߓߍ߲" value="ߓߍ߲" />
      </Document>,
    );
    expect(html).toMatch(/^<!doctype html><html lang="nqo" dir="rtl">/);
    expect(html).toMatch(/<textarea[^>]* dir="auto"/);
    expect(renderPage(<StaffPage {...frame} title="Paix" />)).not.toContain('<html lang="fr" dir');
  });

  it('a table: caption, scopes, numbers to the right, a box the keyboard reaches', () => {
    const columns = [
      { key: 'who', header: 'Réponse', cell: (row: [string, number]) => row[0], names: true },
      { key: 'n', header: 'Personnes', cell: (row: [string, number]) => row[1], numeric: true },
    ];
    const html = renderPage(<Table id="t" caption="Priorités" columns={columns} rows={[['Eau', 412]]} />);
    expect(html).toContain('role="region" aria-labelledby="t-caption" tabindex="0"');
    expect(html).toContain('<caption id="t-caption">Priorités</caption>');
    expect(html).toContain('<th scope="col" class="numeric">Personnes</th>');
    expect(html).toContain('<th scope="row">Eau</th><td class="numeric">412</td>');
  });

  it('a field: label, hint and error belong to their input', () => {
    const html = renderPage(<Field name="email" label="E-mail" hint="Le vôtre." error="Manque." />);
    expect(html).toContain('<label for="email">');
    expect(html).toContain('id="email-aide">Le vôtre.');
    expect(html).toContain('id="email-erreur">Manque.');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="email-aide email-erreur"');
    expect(renderPage(<Field name="a" label="A" required={false} />)).not.toMatch(/required|aria-/);
  });

  it('a notice says its tone in words; only a live one is announced', () => {
    expect(renderPage(<Notice tone="error">x</Notice>)).toContain('<p class="notice-tone">Erreur</p>');
    expect(renderPage(<Notice tone="error">x</Notice>)).not.toContain('role=');
    expect(renderPage(<Notice tone="error" live children="x" />)).toContain('role="alert"');
    expect(renderPage(<Notice tone="success" live children="x" />)).toContain('role="status"');
  });
});

describe('light and dark', () => {
  it('are the device’s to say, unless the reader chose: then the page and its switch say which', () => {
    const page = <StaffPage {...frame} title="Paix" languages={{ action: '/l', at: '/staff?page=2' }} />;
    const plain = renderPage(page);
    expect(plain).not.toContain('data-theme');
    expect(plain).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(plain).toContain('<strong>Comme l’appareil</strong>');
    const dark = renderPage(page, 'fr', 'dark');
    expect(dark).toContain('<html lang="fr" data-theme="dark">');
    expect(dark).toContain('<strong>Sombre</strong>');
    expect(dark).toContain('<input type="hidden" name="at" value="/staff?page=2"/>');
    expect(dark).toMatch(/action="\/staff\/site-theme"[^]*name="theme" value="light"/u);
  });

  it('paper is light, and what the reader chose is stronger than the device', () => {
    const sheet = kitStyles.body.toString();
    const night = sheet.match(/@media [^{]*\{[^{]*:root[^{]*\{[^}]*--ground: #14171c/gu) ?? [];
    expect(night.map((rule) => rule.slice(0, rule.indexOf('{', rule.indexOf('{') + 1)))).toEqual([
      expect.stringMatching(
        /^@media screen and \(prefers-color-scheme:dark\)\{[^]*:root:not\(\[data-theme\]\) $/u,
      ),
      expect.stringMatching(/^@media screen\{[^]*:root\[data-theme="dark"\] $/u),
    ]);
  });
});

describe('W14: colours', () => {
  const [light = '', dark = ''] = ['./tokens.css', './dark.css'].map((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8'),
  );
  const WORDS = ['ink', 'ink-soft', 'accent', 'accent-strong', 'success', 'warning', 'error'];
  const GROUNDS = ['ground', 'surface', 'sunken'];
  const OWN = ['accent', 'success', 'warning', 'error'];

  it.each([
    ['light', light],
    ['dark', dark],
  ])('in the %s scheme words reach 4.5:1 and borders of controls 3:1', (_scheme, block) => {
    const colour = (name: string) =>
      new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1] ?? `no --${name}`;
    const pairs = [
      ...WORDS.flatMap((word) => GROUNDS.map((ground) => [word, ground, 4.5] as const)),
      ...OWN.flatMap((tone) => [['ink', `${tone}-ground`, 4.5] as const]),
      ['accent-strong', 'accent-ground', 4.5] as const,
      ...OWN.slice(1).map((tone) => [tone, `${tone}-ground`, 4.5] as const),
      ['on-accent', 'accent', 4.5] as const,
      ['on-accent', 'accent-strong', 4.5] as const,
      ...[1, 2, 3].map((step) => ['on-step-low', `step-${String(step)}`, 4.5] as const),
      ...[4, 5].map((step) => ['on-step-high', `step-${String(step)}`, 4.5] as const),
      ...['line-strong', 'focus'].flatMap((line) => GROUNDS.map((ground) => [line, ground, 3] as const)),
    ];
    const weak = pairs.filter(([one, two, least]) => contrast(colour(one), colour(two)) < least);
    expect(weak).toEqual([]);
  });
});

/** WCAG 2.2, "contrast ratio" of two `#rrggbb`. */
function contrast(one: string, two: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
