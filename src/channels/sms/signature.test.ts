import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Auth, allowedBy } from './signature.ts';

const SECRET = 'a-word-for-this-test-only';
const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const body = Buffer.from('{"from":"22370000001","text":"2"}');
const clock = { now: () => NOW };
const seconds = (ms: number): string => String(Math.floor(ms / 1000));
const sign = (time = '', secret = SECRET) => createHmac('sha256', secret).update(body).update(time);
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

const secret = (header: string) => allowedBy({ kind: 'secret', header, secret: SECRET }, clock);
const hmac = (more: Partial<Extract<Auth, { kind: 'hmac' }>> = {}) =>
  allowedBy({ kind: 'hmac', header: 'x-signature', secret: SECRET, ...more }, clock);
const timed = hmac({ timeHeader: 'x-timestamp' });

describe('T10: the secret in a header', () => {
  it.each([SECRET, `Bearer ${SECRET}`, `bearer  ${SECRET}`, basic(`benkan:${SECRET}`), basic(`:${SECRET}`)])(
    'authorization: %s',
    (authorization) => {
      expect(secret('authorization')({ authorization }, body)).toBe(true);
    },
  );

  it('a header of its own, as it is', () => {
    expect(secret('x-key')({ 'x-key': SECRET }, body)).toBe(true);
    expect(secret('x-key')({ 'x-key': `Bearer ${SECRET}` }, body)).toBe(false);
    expect(secret('x-key')({ authorization: SECRET }, body)).toBe(false);
  });

  it.each([
    undefined,
    '',
    `${SECRET}x`,
    SECRET.slice(1),
    SECRET.toUpperCase(),
    basic(SECRET),
    basic('benkan:'),
    'Basic %%',
    `Digest ${SECRET}`,
  ])('authorization: %j is refused', (authorization) => {
    expect(secret('authorization')({ authorization }, body)).toBe(false);
  });

  it('of 10,000 that were changed none is right', () => {
    const right = secret('authorization');
    let accepted = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const changed = mutate(n % 2 === 0 ? `Bearer ${SECRET}` : basic(`benkan:${SECRET}`), n);
      if (!isRight(changed) && right({ authorization: changed }, body)) accepted += 1;
    }
    expect(accepted).toBe(0);
  });
});

/** Spaces, the scheme's case and the user name are nobody's secret. */
function isRight(authorization: string): boolean {
  const [, scheme = '', rest = ''] = /^(\w+) +(.*)$/s.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return rest === SECRET;
  return scheme.toLowerCase() === 'basic' && Buffer.from(rest, 'base64').toString().endsWith(`:${SECRET}`);
}

describe('T10: a signature over the body', () => {
  it.each([
    sign().digest('hex'),
    sign().digest('hex').toUpperCase(),
    `sha256=${sign().digest('hex')}`,
    sign().digest('base64'),
  ])('%s is right', (signature) => {
    expect(hmac()({ 'x-signature': signature }, body)).toBe(true);
  });

  it.each([undefined, '', 'sha256=', 'ab', sign('', 'other').digest('hex'), sign('1').digest('hex')])(
    '%j is not',
    (signature) => {
      expect(hmac()({ 'x-signature': signature }, body)).toBe(false);
    },
  );

  it('of 10,000 changed signatures and 10,000 changed bodies none is right', () => {
    const right = hmac();
    const signature = sign().digest('hex');
    let accepted = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const changed = mutate(signature, n);
      if (changed.toLowerCase() !== signature && right({ 'x-signature': changed }, body)) accepted += 1;
      const bytes = Buffer.from(body);
      bytes[n % bytes.length] = (bytes[n % bytes.length] ?? 0) ^ (1 + (n % 255));
      if (right({ 'x-signature': signature }, bytes)) accepted += 1;
    }
    expect(accepted).toBe(0);
  });
});

describe('T11: a signature over body and time', () => {
  const at = (time: string) => timed({ 'x-signature': sign(time).digest('hex'), 'x-timestamp': time }, body);

  it.each([NOW, NOW - 8 * DAY + 1000, NOW + DAY / 2])(
    'is right for as long as ids are remembered: %d',
    (ms) => {
      expect(at(seconds(ms))).toBe(true);
      expect(at(String(ms))).toBe(true);
    },
  );

  it.each([seconds(NOW - 8 * DAY), seconds(NOW + DAY), '', 'now', '-1', '1e9', '0x10'])(
    '%j is too old, too new, or no time',
    (time) => {
      expect(at(time)).toBe(false);
    },
  );

  it('another time than the signed one, or none, is refused', () => {
    const signature = sign(seconds(NOW)).digest('hex');
    expect(timed({ 'x-signature': signature, 'x-timestamp': seconds(NOW + 1000) }, body)).toBe(false);
    expect(timed({ 'x-signature': signature }, body)).toBe(false);
  });
});

/** A bit flipped, a letter cut, doubled, added: another one for every `n`. */
function mutate(given: string, n: number): string {
  const at = n % given.length;
  const other = String.fromCharCode(given.charCodeAt(at) ^ (1 << (Math.floor(n / given.length) % 7)));
  const [before, after] = [given.slice(0, at), given.slice(at + 1)];
  return (
    [before + other + after, before + after, `${given.slice(0, at + 1)}${other}${after}`, `${given}${other}`][
      n % 4
    ] ?? ''
  );
}
