import type { PublicRoute } from '../../../web/public/route.ts';
import type { Pictures } from './ports.ts';

/** What an id names never changes. Seconds. */
const A_YEAR = 31_536_000;

/** Where a picture is, for pages, feeds and chats; its id cannot be guessed before it is published. */
export const picturePath = (id: string): string => `/images/${id}`;

/** The pictures of items, for everybody. */
export const pictureRoute = (pictures: Pick<Pictures, 'get'>): PublicRoute => ({
  path: '/images/:id',
  method: 'get',
  async serve({ params }) {
    const found = await pictures.get(params['id'] ?? '');
    return found === undefined
      ? { kind: 'nothing' }
      : { kind: 'body', type: found.type, body: found.bytes, maxAge: A_YEAR };
  },
});
