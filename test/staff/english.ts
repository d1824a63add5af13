/** What in a text is French, as far as a rule can tell: small words, elisions, quotes, the space before a colon. */
export function frenchIn(text: string): string[] {
  // What a citizen types or a file says is quoted as it is.
  const own = text.replace(/“[^”]*”/gu, '“”');
  return [...own.matchAll(FRENCH)].map(([found]) => found.trim());
}

/** The same for a text that has no names of people and places in it: no accents either. */
export const plainlyFrenchIn = (text: string): string[] => [
  ...frenchIn(text),
  ...[...text.replace(/“[^”]*”/gu, '“”').matchAll(/\p{L}*[àâçéèêëîïôùûœ]\p{L}*/giu)].map(([found]) => found),
];

const SMALL =
  'le|la|les|des|une|du|est|sont|ont|avec|dans|que|quand|pas|vous|votre|vos|nous|cette|ces|ce|aux|mais|être|' +
  'leur|leurs|sans|pour|sur|ou|et|au|à|déjà|il|elle|chaque|rien|aucun|aucune|tous|toutes|ici|y|reste|voir';
const FRENCH = new RegExp(
  `(?<![\\p{L}\\p{N}_/.’-])(?:${SMALL})(?![\\p{L}\\p{N}_/’-])|(?<!\\p{L})[ldnsqcj]’\\p{L}+|[«»]|[\\p{L}%)]\\s[:;?!](?=\\s|$)`,
  'giu',
);

/** What a page says in the language of the page: text and spoken attributes, without code and without what has a `lang` of its own. */
export function saidBy(html: string): string[] {
  const said: string[] = [];
  const open: { name: string; heard: boolean }[] = [];
  for (const [part] of html.matchAll(/<[^>]*>|[^<]+/gu)) {
    const heard = open.at(-1)?.heard ?? true;
    if (!part.startsWith('<')) {
      if (heard) said.push(decoded(part));
      continue;
    }
    const name = /^<\/?([a-z0-9]+)/iu.exec(part)?.[1] ?? '';
    if (part.startsWith('</')) {
      while (open.length > 0 && open.pop()?.name !== name);
      continue;
    }
    const lang = /\slang="([^"]*)"/u.exec(part)?.[1];
    const hears = lang === undefined ? heard && !SILENT.has(name) : lang.startsWith('en');
    if (hears)
      for (const [, words = ''] of part.matchAll(/\s(?:aria-label|alt|placeholder|title)="([^"]*)"/gu))
        said.push(decoded(words));
    if (!VOID.has(name) && !part.endsWith('/>')) open.push({ name, heard: hears });
  }
  return said.map((words) => words.trim()).filter(Boolean);
}

const VOID = new Set(['input', 'br', 'img', 'meta', 'link', 'hr']);
const SILENT = new Set(['code', 'pre', 'script', 'style', 'textarea']);

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
