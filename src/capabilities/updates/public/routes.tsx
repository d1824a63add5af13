import { type Clock, dayOf } from '../../../domain/clock.ts';
import type { MediaCard } from '../../../domain/media.ts';
import type { PublicContext, PublicRoute } from '../../../web/public/index.ts';
import { plainly } from '../../../web/public/index.ts';
import type { Pictures } from '../pictures/ports.ts';
import { type Cards, plainCards } from '../share/cards.ts';
import { askedIn, pageIn } from './asked.ts';
import { claimsFile } from './claims.ts';
import { claimsCard, ClaimsPage, newestOf } from './claims-page.tsx';
import { atomFeed } from './feed.ts';
import { ItemPage } from './item-page.tsx';
import { ListPage } from './list-page.tsx';
import type { Recording } from './listen.tsx';
import { type NewsPage, pageOf } from './page.ts';
import type { PictureFile } from './picture.tsx';
import { type PublicItem, spokenIn } from './public-item.ts';
import type { PublicItems } from './public-items.ts';
import { NEWS } from './words.ts';

export interface PublicNewsDeps {
  items: PublicItems;
  cards: Cards;
  clock: Clock;
  /** Regions, then cercles. */
  places: readonly { slug: string; name: string }[];
  /** Pictures of items, served at `/images/<id>`. */
  pictures: Pick<Pictures, 'sizeOf'>;
  /** What is known of a recording; `null` where it is gone. */
  recordingOf: (id: string) => Promise<MediaCard | null>;
}

const A_PAGE = 20;
/** What readers of feeds look back to. */
const IN_A_FEED = 50;
/** All that were denied in a campaign. */
const MOST_CLAIMS = 500;
/** Programs come every few minutes, and a card is drawn anew only when its address changes. */
const FEED_SECONDS = 300;
const CARD_SECONDS = 3600;

/** The pages of updates for everybody, their feeds and their cards (W12, U12, B10). */
export function publicNewsRoutes(deps: PublicNewsDeps): PublicRoute[] {
  const { items, cards, clock, places, recordingOf, pictures } = deps;
  const plain = plainCards();
  const names = new Map(places.map(({ slug, name }) => [slug, name]));
  const regions = places.filter(({ slug }) => !slug.includes('/'));
  const made = (ctx: PublicContext): NewsPage =>
    pageOf(ctx, { today: dayOf(clock.now()), regions, placeName: (slug) => names.get(slug) });
  const asked = async ({ params }: PublicContext): Promise<PublicItem | undefined> => {
    const number = params['number'] ?? '';
    return NUMBER.test(number) ? items.of(number) : undefined;
  };
  return [
    {
      method: 'get',
      path: '/updates',
      nav: { fr: plainly(NEWS.fr.menu), bm: NEWS.bm.menu, order: 10 },
      async serve(ctx) {
        const page = made(ctx);
        const of = askedIn(ctx.query, regions);
        const found = await items.list(of, page.today);
        const { at, pages } = windowOf(ctx.query, found.length);
        const rows = found.slice((at - 1) * A_PAGE, at * A_PAGE);
        const shown = { page, asked: { ...of, page: at }, rows, total: found.length, pages };
        return { kind: 'page', status: 200, page: <ListPage {...shown} /> };
      },
    },
    {
      method: 'get',
      path: '/updates/:number',
      async serve(ctx) {
        const item = await asked(ctx);
        if (item === undefined) return { kind: 'nothing' };
        const [recording, picture] = await Promise.all([heard(item, ctx), seen(item, ctx)]);
        return {
          ...{ kind: 'page', status: 200 },
          page: <ItemPage page={made(ctx)} item={item} recording={recording} picture={picture} />,
        };
      },
    },
    {
      method: 'get',
      path: '/updates/:number/card.png',
      async serve(ctx) {
        const item = await asked(ctx);
        if (item === undefined) return { kind: 'nothing' };
        const body = await cards.of(item.withdrawn ?? item.now, ctx.lang, ctx.frame.publicUrl);
        const saved = ctx.query.get('enregistrer') === '1';
        return {
          ...{ kind: 'body', type: 'image/png', body, maxAge: CARD_SECONDS },
          ...(saved ? { download: `${item.number}-${ctx.lang}.png` } : {}),
        };
      },
    },
    {
      method: 'get',
      path: '/feed.xml',
      serve: async ({ lang, frame }) => ({
        ...{ kind: 'body', type: 'application/atom+xml; charset=utf-8', maxAge: FEED_SECONDS },
        body: atomFeed(await items.latest(IN_A_FEED), lang, frame.publicUrl),
      }),
    },
    {
      method: 'get',
      path: '/claims',
      nav: { fr: plainly(NEWS.fr.claims.menu), bm: NEWS.bm.claims.menu, order: 50 },
      async serve(ctx) {
        const page = made(ctx);
        const { claims, at, pages } = await claimsOn(ctx.query, page.today);
        return { kind: 'page', status: 200, page: <ClaimsPage {...{ page, claims, at, pages }} /> };
      },
    },
    {
      method: 'get',
      path: '/claims/card.png',
      async serve({ lang, frame: { publicUrl } }) {
        const { claims } = await claimsOn(new URLSearchParams(), dayOf(clock.now()));
        const newest = newestOf(claims);
        if (newest === undefined) return { kind: 'nothing' };
        const key = `${newest.number} ${String(newest.now.version)} ${lang}`;
        const body = await plain.of(key, claimsCard(newest, lang, publicUrl));
        return { kind: 'body', type: 'image/png', body, maxAge: FEED_SECONDS };
      },
    },
    {
      method: 'get',
      path: '/claims.jsonld',
      serve: async ({ lang, frame }) => ({
        ...{ kind: 'body', type: 'application/ld+json; charset=utf-8', maxAge: FEED_SECONDS },
        body: JSON.stringify(claimsFile(await items.latest(MOST_CLAIMS, 'denied'), lang, frame.publicUrl)),
      }),
    },
  ];

  /** What was denied and is not taken back: a page of it. */
  async function claimsOn(
    query: URLSearchParams,
    today: string,
  ): Promise<{ claims: PublicItem[]; at: number; pages: number }> {
    const rows = await items.list({ tier: 'denied', stale: true }, today);
    const { at, pages } = windowOf(query, rows.length);
    const shown = rows.slice((at - 1) * A_PAGE, at * A_PAGE);
    const claims = await Promise.all(shown.map(({ number }) => items.of(number)));
    return { claims: claims.flatMap((item) => item ?? []), at, pages };
  }

  /** Its picture, and what it weighs. */
  async function seen({ now, withdrawn }: PublicItem, ctx: PublicContext): Promise<PictureFile | undefined> {
    const { image } = now.content;
    if (image === undefined || withdrawn !== undefined) return undefined;
    const bytes = await pictures.sizeOf(image.id);
    if (bytes === undefined) return undefined;
    return { path: `/images/${image.id}`, alt: image.alt[spokenIn(now.content, ctx.lang).lang] ?? '', bytes };
  }

  /** The recording in the language that is read, while it is kept. */
  async function heard({ now, withdrawn }: PublicItem, ctx: PublicContext): Promise<Recording | undefined> {
    const { audio } = spokenIn(now.content, ctx.lang).text;
    if (audio === '' || withdrawn !== undefined) return undefined;
    const card = await recordingOf(audio);
    return card === null ? undefined : { id: audio, type: card.type, bytes: card.size };
  }
}

/** Which page of a list an address asks for, and how many there are; one beyond the last is the last. */
function windowOf(query: URLSearchParams, rows: number): { at: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows / A_PAGE));
  return { at: Math.min(pageIn(query), pages), pages };
}

/** As they are written; an address in other letters is another address. */
const NUMBER = /^ML-\d{4}-\d{4,6}$/;
