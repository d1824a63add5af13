import type { Request } from 'express';
import { Refused } from '../../staff/index.ts';

/**
 * Whether a browser says that a form comes from a page of ours. `undefined`: it is too old to say; the page's own key
 * decides then.
 * @throws Refused 403 where it comes from another site
 */
export function saidToBeOurs(request: Request, publicUrl: string): true | undefined {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site === 'same-origin') return true;
  // `none`: typed, or a page loaded again. No form of another site comes so.
  if (site !== undefined && site !== 'none') throw new Refused(403, 'cross_site');
  if (origin === undefined) return undefined;
  if (origin === new URL(publicUrl).origin || hostOf(origin) === host) return true;
  throw new Refused(403, 'wrong_origin');
}

/** People reach one house by several names: this one has answered by the name the form was sent to. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
