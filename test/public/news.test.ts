import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { publicItems } from '../../src/capabilities/updates/public/index.ts';
import { all, atomFaults, textOf } from './atom-rules.ts';
import { claimFaults, claimsFileFaults } from './claim-rules.ts';
import { contentSaying, memoryLog } from './memory-log.ts';
import { PICTURE, type PublicSite, PUBLIC_URL, publicSite } from './public-site.ts';
import { readXml } from './read-xml.ts';

/** What nobody may get onto a page, into a feed or into a claim. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]><x>]]>',
  '</script><script>alert(1)</script>',
  '&amp;lt; &#0; ${1} {{x}} <!--',
  'javascript:alert(1)',
  '\u0000\u0008\uFFFE\u{1F54A}\u202E',
];

describe('W12: the pages of updates', () => {
  let site: PublicSite;
  beforeEach(async () => {
    site = await publicSite();
  });
  afterEach(() => site.close());

  it('an empty house says so', async () => {
    expect(await site.page('/updates')).toContain('Il n’y a pas de nouvelle pour le moment.');
    expect(atomFaults(await site.page('/feed.xml'))).toEqual([]);
    expect(claimsFileFaults(JSON.parse(await site.page('/claims.jsonld')))).toEqual([]);
  });

  it('lists the newest first, by theme, by place with what is in it, a page at a time, all in the address', async () => {
    for (let n = 1; n <= 23; n += 1)
      site.log.say({
        ...{
          number: `ML-2026-${String(n).padStart(4, '0')}`,
          at: `2026-10-${String(n).padStart(2, '0')}T10:00:00Z`,
        },
        content: contentSaying({
          title: `Titre ${String(n)}.`,
          ...(n === 5 ? { place: 'gao/ansongo', theme: 'dialogue' } : {}),
        }),
      });
    const first = await site.page('/updates');
    expect(numbersIn(first)).toEqual(Array.from({ length: 20 }, (_, nth) => 23 - nth));
    expect(first).toContain('href="/updates?page=2"');
    expect(numbersIn(await site.page('/updates?page=2'))).toEqual([3, 2, 1]);
    expect(numbersIn(await site.page('/updates?page=99'))).toEqual([3, 2, 1]);
    for (const query of ['lieu=gao', 'theme=dialogue', 'theme=dialogue&lieu=gao&page=7'])
      expect([query, numbersIn(await site.page(`/updates?${query}`))]).toEqual([query, [5]]);
    expect(await site.page('/updates?lieu=gao')).toMatch(
      /<option[^>]* value="gao"[^>]*>Gao|<option selected[^>]*>Gao/,
    );
    expect(await site.page('/updates?lieu=kayes')).toContain('pas de nouvelle pour ce choix');
    for (const odd of ['theme=__proto__', 'lieu=../x', 'page=-1', 'page=1e9', 'lieu=gao&lieu=kayes'])
      expect([odd, (await site.ask(`/updates?${odd}`)).status]).toEqual([odd, 200]);
  });

  it('U3, U1: an item says how it is founded, who publishes it, from what, and who paid, and leads to its proof', async () => {
    site.recordings.set('r'.repeat(22), { type: 'audio/ogg', size: 84_321 });
    const image = { id: PICTURE, alt: { fr: 'La remise de la charte', bm: '' } };
    site.log.say({ content: contentSaying({ second: 'Suite.', audio: 'r'.repeat(22), image }) });
    const shown = await site.page('/updates/ML-2026-0001');
    for (const words of [
      ...['Texte officiel', 'ML-2026-0001', '10 novembre 2026', 'Tout le Mali', 'Campagne de la paix'],
      ...['Voir l’image (41 ko)', `src="/images/${PICTURE}" alt="La remise de la charte"`],
      ...['Suite.', 'Journal officiel', 'href="https://example.org/jo.pdf"', '84 ko', '/verify/ML-2026-0001'],
      ...[
        '<meta property="og:image" content="https://benkan.example/updates/ML-2026-0001/card.png?lang=fr&amp;v=1"',
      ],
      '<link rel="canonical" href="https://benkan.example/updates/ML-2026-0001"',
    ])
      expect(shown).toContain(words);
    expect(shown).toMatch(/<audio[^>]*preload="none"/);
    const bambara = await site.page('/updates/ML-2026-0001?lang=bm');
    expect(bambara).toContain('<h1 lang="fr"');
    expect(bambara).toContain('Nin sɛbɛn tɛ bamanankan na fɔlɔ.');
    site.recordings.clear();
    expect(await site.page('/updates/ML-2026-0001')).not.toContain('<audio');
  });

  it('U4: a correction says that it is one, why, and what changed; a withdrawal takes the words away', async () => {
    site.log.say({});
    site.log.say({
      ...{ kind: 'corrected', version: 2, at: '2026-11-20T10:00:00Z', reason: 'Le nombre était faux.' },
      content: contentSaying({ first: 'Le texte compte 107 articles.' }),
    });
    const corrected = await site.page('/updates/ML-2026-0001');
    expect(corrected).toContain('Cette nouvelle a été corrigée');
    expect(corrected).toContain('Le nombre était faux.');
    expect(corrected).toMatch(
      /<del>Le texte compte 106 articles\.<\/del>.*<ins>Le texte compte 107 articles\.<\/ins>/s,
    );
    expect(corrected.match(/<dt>Titre<\/dt>/)).toBeNull();

    site.log.say({ kind: 'withdrawn', version: 2, at: '2026-11-21T10:00:00Z', reason: 'wrong' });
    const withdrawn = await site.page('/updates/ML-2026-0001');
    expect(withdrawn).toContain('Elle contenait une erreur. Retirée le 21 novembre 2026.');
    expect(withdrawn).toMatch(/<details class="former">/);
    expect(withdrawn).not.toMatch(/og:description" content="Le texte/);
    expect(withdrawn).not.toContain('wa.me');
    expect(numbersIn(await site.page('/updates'))).toEqual([]);
  });

  it('U9: what is past its day of review leaves the list, and says so where it is found', async () => {
    site.log.say({ content: contentSaying({ reviewBy: '2026-11-21' }) });
    expect(numbersIn(await site.page('/updates'))).toEqual([]);
    expect(numbersIn(await site.page('/updates?anciennes=1'))).toEqual([1]);
    expect(await site.page('/updates/ML-2026-0001')).toContain('À revoir depuis le 21 novembre 2026');
  });

  it('examples say what they are, are in no feed, and go when the demonstration goes', async () => {
    site.log.say({ number: 'ML-2026-9001', content: contentSaying({ tier: 'denied' }) }, true);
    expect(await site.page('/updates')).toContain('Exemple');
    expect(await site.page('/updates/ML-2026-9001')).not.toContain('ClaimReview');
    expect(await site.page('/feed.xml')).not.toContain('ML-2026-9001');
    expect(await site.page('/claims.jsonld')).not.toContain('ML-2026-9001');
    site.log.dropDemo();
    expect(numbersIn(await site.page('/updates'))).toEqual([]);
    expect((await site.ask('/updates/ML-2026-9001')).status).toBe(404);
    site.log.say({ number: 'ML-2026-9002' }, true);
    expect(numbersIn(await site.page('/updates'))).toEqual([9002]);
  });

  it.each(['ML-2026-0404', 'ml-2026-0001', 'ML-2026-1', 'x', '__proto__', 'ML-2026-0001%00'])(
    'finds nothing under %s',
    async (number) => {
      site.log.say({});
      expect((await site.ask(`/updates/${number}`)).status).toBe(404);
      expect((await site.ask(`/updates/${number}/card.png`)).status).toBe(404);
    },
  );

  it('a list asks the log for what is new, and for nothing else', async () => {
    const log = memoryLog();
    const items = publicItems(log);
    for (let n = 1; n <= 1200; n += 1) log.say({ number: `ML-2026-${String(n).padStart(4, '0')}` });
    expect(await items.list({}, '2026-11-22')).toHaveLength(1200);
    const reads = log.reads;
    await Promise.all([items.list({}, '2026-11-22'), items.list({ theme: 'accord' }, '2026-11-22')]);
    expect(log.reads).toBe(reads);
  });
});

describe('U12: the feeds', () => {
  let site: PublicSite;
  beforeEach(async () => {
    site = await publicSite();
  });
  afterEach(() => site.close());

  const entryOf = async (path = '/feed.xml') => all(readXml(await site.page(path)), 'entry')[0];

  it('Atom: an id stays, updated moves with a correction and a withdrawal, which takes the words away', async () => {
    site.log.say({ content: contentSaying({ bm: 'Sariya sɛbɛnna' }) });
    const first = await entryOf();
    expect(textOf(first!, 'id')).toBe('tag:benkan.example,2026:updates/fr/ML-2026-0001');
    expect(textOf(first!, 'updated')).toBe('2026-11-12T10:00:00.000Z');
    site.log.say({ kind: 'corrected', version: 2, at: '2026-11-20T10:00:00Z', reason: 'Erreur de nombre.' });
    const second = await entryOf();
    expect(textOf(second!, 'id')).toBe(textOf(first!, 'id'));
    expect(textOf(second!, 'updated')).toBe('2026-11-20T10:00:00.000Z');
    expect(textOf(second!, 'published')).toBe('2026-11-12T10:00:00.000Z');
    expect(textOf(second!, 'title')).toBe('Corrigé : La charte est remise');
    expect(textOf(second!, 'content')).toContain('Erreur de nombre.');
    site.log.say({ kind: 'withdrawn', version: 2, at: '2026-11-21T10:00:00Z', reason: 'source_fell' });
    const third = await entryOf();
    expect([textOf(third!, 'id'), textOf(third!, 'updated')]).toEqual([
      textOf(first!, 'id'),
      '2026-11-21T10:00:00.000Z',
    ]);
    expect(textOf(third!, 'title')).toMatch(/^Retiré : /);
    expect(textOf(third!, 'content')).not.toContain('106 articles');
    expect(atomFaults(await site.page('/feed.xml'))).toEqual([]);
  });

  it('Atom: there is one in Bambara, with entries of its own, and says where words are French', async () => {
    site.log.say({ content: contentSaying({ bm: 'Sariya sɛbɛnna' }) });
    site.log.say({ number: 'ML-2026-0002', at: '2026-11-11T10:00:00Z' });
    const feed = await site.page('/feed.xml?lang=bm');
    expect(atomFaults(feed)).toEqual([]);
    expect(readXml(feed).attributes['xml:lang']).toBe('bm');
    const [one, two] = all(readXml(feed), 'entry');
    expect(textOf(one!, 'title')).toBe('Sariya sɛbɛnna');
    expect(textOf(two!, 'title')).toBe('<span lang="fr">La charte est remise</span>');
    expect(textOf(one!, 'id')).toContain('/bm/');
  });

  it('ClaimReview: what was denied, in the page and in the file, until it is withdrawn', async () => {
    site.log.say({ content: contentSaying({ tier: 'denied', title: 'Le couvre-feu est levé' }) });
    site.log.say({ number: 'ML-2026-0002' });
    const file = JSON.parse(await site.page('/claims.jsonld')) as { dataFeedElement: { item: object[] }[] };
    expect(claimsFileFaults(file)).toEqual([]);
    const [claim] = file.dataFeedElement.flatMap(({ item }) => item);
    expect(file.dataFeedElement).toHaveLength(1);
    expect(claim).toMatchObject({
      url: `${PUBLIC_URL}/updates/ML-2026-0001`,
      claimReviewed: 'Le couvre-feu est levé',
      reviewRating: { alternateName: 'Démenti', ratingValue: 1 },
    });
    expect(jsonLdIn(await site.page('/updates/ML-2026-0001'))).toEqual(claim);
    expect(jsonLdIn(await site.page('/updates/ML-2026-0002'))).toBeUndefined();
    site.log.say({
      kind: 'withdrawn',
      at: '2026-11-21T10:00:00Z',
      reason: 'wrong',
      content: contentSaying({ tier: 'denied' }),
    });
    expect(await site.page('/claims.jsonld')).not.toContain('ML-2026-0001');
    expect(jsonLdIn(await site.page('/updates/ML-2026-0001'))).toBeUndefined();
  });

  it.each(HOSTILE)('T13: %j stays words: pages, feed and claims', async (words) => {
    site.log.say({
      publisher: { id: 'x', name: `Nom ${words}` },
      content: contentSaying({
        ...{
          title: `T ${words}`,
          first: words,
          second: words,
          tier: 'denied',
          funding: words,
          bm: `B ${words}`,
        },
        source: { title: words, url: 'javascript:alert(1)', sha256: words },
      }),
    });
    for (const path of ['/updates', '/updates/ML-2026-0001', '/updates/ML-2026-0001?lang=bm']) {
      const shown = await site.page(path);
      const ours = shown.replace(
        /<script (?:type="application\/ld\+json"|src="\/assets\/last-seen[^"]*" defer)>[^<]*<\/script>/gu,
        '',
      );
      expect(ours).not.toMatch(/<script|<img|<x>|<[^>]* on\w+=|href="javascript/);
    }
    const claim = jsonLdIn(await site.page('/updates/ML-2026-0001'));
    expect(claimFaults(claim)).toEqual([]);
    expect(claim).toMatchObject({ claimReviewed: `T ${words}` });
    for (const lang of ['fr', 'bm']) {
      const feed = await site.page(`/feed.xml?lang=${lang}`);
      expect(atomFaults(feed)).toEqual([]);
      const content = textOf(all(readXml(feed), 'entry')[0]!, 'content');
      expect(content.replace(/<\/?(?:p|strong|br|span|a)(?: (?:lang|href)="[^"<>]*")?>/g, '')).not.toMatch(
        /[<>]/,
      );
    }
    expect(claimsFileFaults(JSON.parse(await site.page('/claims.jsonld')))).toEqual([]);
  });

  it('the checkers refuse what is not valid', () => {
    const feed = (inside: string) =>
      `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">${inside}</feed>`;
    const head =
      '<id>tag:a,2026:b</id><title>T</title><updated>2026-11-12T10:00:00Z</updated><link rel="self" href="https://a.example/"/>';
    expect(atomFaults(feed(head))).toEqual([]);
    for (const wrong of [
      head.replace('<id>tag:a,2026:b</id>', ''),
      head.replace('tag:a,2026:b', 'relative'),
      head.replace('2026-11-12T10:00:00Z', '12/11/2026'),
      head.replace('<title>T</title>', '<title>T</title><title>T</title>'),
      head.replace(' rel="self"', ''),
      `${head}<entry><id>tag:a,2026:c</id><title>E</title><updated>2026-11-12T10:00:00Z</updated></entry>`,
      `${head}<author><name></name></author>`,
      `${head}<guid>x</guid>`,
    ])
      expect([wrong, atomFaults(feed(wrong)).length > 0]).toEqual([wrong, true]);
    for (const broken of ['<a>', '</a>', '<a b="1" b="2"/>', '&nbsp;', ']]>', '\u0001', '<a b=1/>', 'a & b'])
      expect(() => readXml(feed(broken))).toThrow();
    const claim = { '@context': 'https://schema.org', '@type': 'ClaimReview' };
    expect(claimFaults(claim)).toEqual([
      ...['url', 'claimReviewed', 'author', 'datePublished', 'reviewRating', 'itemReviewed'],
    ]);
  });
});

const numbersIn = (page: string): number[] =>
  [...page.matchAll(/class="news-number">ML-2026-(\d+)/g)].map(([, n]) => Number(n));

function jsonLdIn(page: string): unknown {
  const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
  return json === undefined ? undefined : JSON.parse(json);
}
