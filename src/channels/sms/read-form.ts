/** No gateway sends so many fields. */
const MOST_FIELDS = 200;

/**
 * The fields of `application/x-www-form-urlencoded`, or of a query. Many gateways write Latin-1, whatever they say: what
 * is no UTF-8 is read as that. The first field of a name counts. `undefined`: more fields than a message has.
 * @param written one character a byte, as Node gives a request's address
 */
export function readForm(written: string): Record<string, string> | undefined {
  const pairs = written.split('&').filter((pair) => pair !== '');
  if (pairs.length > MOST_FIELDS) return undefined;
  // Without a prototype, so that a field may be called anything.
  const fields = Object.create(null) as Record<string, string>;
  for (const pair of pairs) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/su.exec(pair) ?? [];
    const key = decoded(name);
    if (!(key in fields)) fields[key] = decoded(value);
  }
  return fields;
}

/** Escapes as bytes: what they say together may be one letter. */
function decoded(written: string): string {
  const bytes = written
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/giu, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return textOf(Buffer.from(bytes, 'latin1'));
}

/** UTF-8 where it is that, otherwise the Latin-1 of Windows. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9f]/gu, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);
  }
}

/** What Windows has where Latin-1 has control codes; Node 20's own decoder leaves them. */
const WINDOWS = Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
