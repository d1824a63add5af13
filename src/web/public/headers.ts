import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers of every public answer. Nothing inline runs or paints, the one script keeps what was
 * read (docs/decisions/last-seen-pages.md), nothing comes from elsewhere, nobody frames us, and no
 * address of ours is told to the pages that are linked. Whoever wants may show our pictures: they are public.
 */
export const publicHeaders = (): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        connectSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  }),
  (_request, response, next) => {
    response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    next();
  },
];
