import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers of every staff answer. Nothing inline runs or paints, nothing is fetched from elsewhere, nobody frames us, and
 * no copy stays in a cache. The referrer stays within the site: with `no-referrer` browsers send `Origin: null` with
 * our own forms, and the check of the origin would refuse them.
 */
export const staffHeaders = (): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Letters of N'Ko.
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // What was just recorded is heard before it is sent.
        mediaSrc: ["'self'", 'blob:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  }),
  (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    // The microphone for the voices of texts, and only after the person said so to their browser.
    response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(self)');
    next();
  },
];
