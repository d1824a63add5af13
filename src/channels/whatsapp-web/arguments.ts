/**
 * Arguments as an operator writes them: each begins with `--`, one after the other, with or without quotes; a blank is
 * part of a value unless the next argument follows it. Or a JSON list. `undefined` where it is neither.
 */
export function argumentsIn(written: string): string[] | undefined {
  const given = written.trim();
  const parts = given.startsWith('[') ? listIn(given) : given.split(/\s+(?=["']?--)/).map(unquoted);
  return parts?.every((part) => /^--[A-Za-z0-9]/.test(part)) === true ? parts : undefined;
}

/**
 * Whether Chromium would take another server for WhatsApp's, or let others into the session: no certificate checks, no
 * encryption, an open debugging port.
 */
export const weakens = (args: readonly string[]): boolean => args.some((arg) => WEAKENING.test(arg));

const WEAKENING = new RegExp(
  `^--(${[
    'ignore-certificate-errors.*',
    'ignore-urlfetcher-cert-requests',
    'allow-insecure-.*',
    'allow-running-insecure-content',
    'allow-http-.*',
    'unsafely-.*',
    'disable-web-security',
    'reduce-security-for-testing',
    'ssl-version-(min|max)',
    'ssl-key-log-file',
    'remote-debugging-(port|address)',
    'remote-allow-origins',
  ].join('|')})(=|$)`,
  'i',
);

function listIn(json: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

/** `"--a=b c"` and `--a="b c"` are `--a=b c`. */
const unquoted = (part: string): string =>
  part
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replace(/^(--[^=]+=)(["'])(.*)\2$/s, '$1$3');
