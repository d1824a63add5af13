import express, { type Request, type Response, type Router } from 'express';
import { isTheme, type Theme } from '../kit/index.ts';
import { fieldsOf, readForm } from './form.ts';
import { ownPage } from './next.ts';
import { COOKIE_OPTIONS, cookieOf } from './sessions.ts';

const THEME_COOKIE = '__Host-benkan-theme';
const KEPT_FOR_MS = 365 * 24 * 60 * 60 * 1000;

/** What this browser chose; `undefined`: as the device says. */
export function themeOf(request: Request): Theme | undefined {
  const chosen = cookieOf(request, THEME_COOKIE);
  return isTheme(chosen) ? chosen : undefined;
}

/** Where the switch of every page posts to, below `/staff`. Anything but a theme takes the choice away. */
export function themeRouter(publicUrl: string): Router {
  const router = express.Router({ caseSensitive: true });
  router.post('/site-theme', readForm(), (request: Request, response: Response) => {
    const { theme, at } = fieldsOf(request);
    // Lax: it opens nothing, and a page reached from an e-mail looks as it always does.
    const options = { ...COOKIE_OPTIONS, sameSite: 'lax' } as const;
    if (isTheme(theme)) response.cookie(THEME_COOKIE, theme, { ...options, maxAge: KEPT_FOR_MS });
    else response.clearCookie(THEME_COOKIE, options);
    response.redirect(303, ownPage(at, publicUrl));
  });
  return router;
}
