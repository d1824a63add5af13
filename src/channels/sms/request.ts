import type { METHODS } from './described.ts';
import { compileTemplate, type Filling, inJson, inUrl, type Template } from './template.ts';

/** How one SMS is handed to the gateway, as its operator describes it. */
export interface Described {
  /** With placeholders behind the host; a user and a password before it become `authorization: Basic`. */
  url: string;
  method: (typeof METHODS)[number];
  /** Beside the type of the body. `{id}` is the only placeholder. */
  headers: Readonly<Record<string, string>>;
  /** JSON where it begins as that, otherwise the fields of a form. Without one everything is in the address. */
  body?: string;
}

/** The same, ready to be filled in. */
export interface Compiled {
  /** Scheme, host and port. */
  origin: string;
  fill(filling: Filling): {
    method: Described['method'];
    path: string;
    headers: Record<string, string>;
    body?: string;
  };
}

/** @returns what is wrong with it, where something is; without any of its words, which may be secret */
export function compileRequest({ url, method, headers, body }: Described): Compiled | { wrong: string } {
  const [, host = '', rest = ''] = /^(https?:\/\/[^/?#{}\s]+)(\/[^#\s]*|\?[^#\s]*)?$/u.exec(url) ?? [];
  const at = URL.canParse(host) ? new URL(host) : undefined;
  if (at === undefined) return { wrong: 'the address is none of http or https' };
  const path = compileTemplate(rest.startsWith('/') ? rest : `/${rest}`, inUrl);
  if (typeof path !== 'function') return { wrong: `the address has no placeholder {${path.unknown}}` };
  const fixed = { ...credentials(at), ...(body !== undefined && { 'content-type': typeOf(body) }) };
  const own: [string, Template][] = [];
  for (const [name, value] of Object.entries(headers)) {
    const template = compileTemplate(value, onlyVisible, ['id']);
    if (typeof template !== 'function') return { wrong: `headers have no placeholder {${template.unknown}}` };
    own.push([name.toLowerCase(), template]);
  }
  const words = body === undefined ? undefined : compileTemplate(body, isJson(body) ? inJson : inUrl);
  if (words !== undefined && typeof words !== 'function')
    return { wrong: `the body has no placeholder {${words.unknown}}` };
  if (body !== undefined && isJson(body) && !isWhole(body)) return { wrong: 'the body is no JSON' };
  if (body !== undefined && method === 'GET') return { wrong: 'GET has no body' };
  if (!`${rest}${body ?? ''}`.includes('{text}'))
    return { wrong: 'the text is sent nowhere: {text} is missing' };
  return {
    origin: at.origin,
    fill: (filling) => ({
      method,
      path: path(filling),
      headers: {
        ...fixed,
        ...Object.fromEntries(own.map(([name, template]) => [name, template(filling)])),
      },
      ...(words !== undefined && { body: words(filling) }),
    }),
  };
}

const onlyVisible = (value: string): string => value.replace(/[^!-~]/gu, '');

const isJson = (body: string): boolean => /^\s*[[{]/u.test(body);
const typeOf = (body: string): string =>
  isJson(body) ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded; charset=utf-8';

/** Placeholders stand between quotation marks, so the template is JSON as it is. */
function isWhole(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

function credentials({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}
