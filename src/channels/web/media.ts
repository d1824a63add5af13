import { Router, type Request, type Response } from 'express';
import type { MediaLibrary } from '../../domain/media.ts';
import { Problem, problems } from './problem.ts';

export const MEDIA_PATH = '/media';

/**
 * Recordings and pictures at `/media/:id`, for the page. An id is never given to another recording, so whoever has fetched
 * one keeps it; who asks is not looked at, for what lies here is published, or has an id that one person alone was told.
 */
export function mediaRouter(media: MediaLibrary, report: (cause: unknown) => void): Router {
  const router = Router();
  router.get(`${MEDIA_PATH}/:id`, async (request, response) => {
    const { id } = request.params;
    const found = (await media.get(id)) ?? (await media.picture?.(id));
    if (!found) throw new Problem(404, 'no_such_media', 'It was taken back, or never was.');
    response.set({ ...HEADERS, 'Content-Type': found.type, ETag: `"${id}"` });
    if ('personal' in found) response.set('Cache-Control', 'private, max-age=86400');
    send(request, response, found);
  });
  router.all(`${MEDIA_PATH}/:id`, () => {
    throw new Problem(405, 'method', 'Use GET.', { Allow: 'GET, HEAD' });
  });
  router.use(MEDIA_PATH, problems(report));
  return router;
}

const HEADERS = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Accept-Ranges': 'bytes',
  'X-Content-Type-Options': 'nosniff',
  // Should a browser ever show one as a page, nothing in it runs.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-site',
};

function send(request: Request, response: Response, { bytes }: { bytes: Buffer }): void {
  const part = partOf(request, response, bytes.length);
  if (part === 'beyond') {
    response.set('Content-Range', `bytes */${bytes.length}`).removeHeader('Cache-Control');
    throw new Problem(416, 'range', 'It is shorter.');
  }
  if (part === undefined) {
    response.status(200).send(bytes);
    return;
  }
  response.set('Content-Range', `bytes ${part.start}-${part.end}/${bytes.length}`);
  response.status(206).send(bytes.subarray(part.start, part.end + 1));
}

/** One part is served as such; several at once, or a header that means nothing, get the whole (RFC 9110, 14.2). */
function partOf(
  request: Request,
  response: Response,
  size: number,
): { start: number; end: number } | 'beyond' | undefined {
  const condition = request.get('if-range');
  if (condition !== undefined && condition !== response.get('ETag')) return undefined;
  const ranges = request.range(size);
  if (ranges === -1) return 'beyond';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1)
    return undefined;
  return ranges[0];
}
