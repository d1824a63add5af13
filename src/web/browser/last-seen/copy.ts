import { pagesKept } from './kept.ts';

/** A copy as it is read: above all else it says that it is one, and of when. */
export async function copyOf(kept: Response): Promise<Response> {
  const when = whenOf(kept.headers.get('date'));
  const said = notice(
    `Pas de réseau : ceci est une copie${when === undefined ? '' : ` du ${when}`}. La page a pu changer ou être retirée depuis.`,
  );
  const html = await kept.text();
  const headers = new Headers(kept.headers);
  headers.delete('content-length');
  headers.delete('content-encoding');
  return new Response(
    html.replace(/<main [^>]*>/, (main) => main + said),
    { headers },
  );
}

/** Where there is no network and no copy: what there are copies of. */
export async function nothingSeen(): Promise<Response> {
  const pages = await pagesKept();
  const list = pages.map(({ href, title }) => `<li><a href="${href}">${title}</a></li>`).join('');
  const html = [
    '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<title>Pas de réseau · Benkan</title><main><h1>Pas de réseau</h1>',
    '<p>Cet appareil n’a pas encore lu cette page, et rien ne répond. Réessaie plus tard.</p>',
    list === '' ? '' : `<h2>Ce que tu as déjà lu ici</h2><ul>${list}</ul>`,
    '</main></html>',
  ].join('');
  return new Response(html, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  });
}

const notice = (words: string): string =>
  `<div class="notice notice-warning" role="status" lang="fr"><p class="notice-tone">Attention</p><div class="notice-words"><p>${words}</p></div></div>`;

/** In Bamako's time, as the house wrote the page. */
function whenOf(date: string | null): string | undefined {
  const at = Date.parse(date ?? '');
  if (Number.isNaN(at)) return undefined;
  return new Intl.DateTimeFormat('fr', {
    ...{ dateStyle: 'long', timeStyle: 'short' },
    timeZone: 'Africa/Bamako',
  }).format(at);
}
