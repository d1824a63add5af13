import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A key and its certificate, as a TLS server wants them. */
export interface Certified {
  key: string;
  cert: string;
  /** SHA-256 of the public key, base64: by it Chromium can be told to take this one and no other. */
  spki: string;
}

/**
 * A certificate for one host, signed by itself, good from 2020 to 2049. Node makes keys and signatures but no
 * certificates, and not every machine has openssl; so its few fields are written here (X.509, DER).
 */
export function selfSigned(host: string): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'));
  const name = sequence(set(sequence(oid('2.5.4.3'), der(UTF8, Buffer.from(host)))));
  const dates = sequence(
    der(UTC_TIME, Buffer.from('200101000000Z')),
    der(UTC_TIME, Buffer.from('491231235959Z')),
  );
  const altName = sequence(der(DNS_NAME, Buffer.from(host)));
  const extensions = sequence(sequence(oid('2.5.29.17'), der(OCTETS, altName)));
  const body = sequence(
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    ...[algorithm, name, dates, name, spki],
    der(EXTENSIONS, extensions),
  );
  const signature = sign('sha256', body, privateKey);
  const bits = der(BITS, Buffer.concat([Buffer.from([0]), signature]));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(sequence(body, algorithm, bits)),
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}

const [INTEGER, BITS, OCTETS, OID, UTF8] = [0x02, 0x03, 0x04, 0x06, 0x0c];
const [UTC_TIME, SEQUENCE, SET] = [0x17, 0x30, 0x31];
/** Of this very structure. */
const [VERSION, EXTENSIONS, DNS_NAME] = [0xa0, 0xa3, 0x82];

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => der(SEQUENCE, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => der(SET, Buffer.concat(parts));

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(OID, Buffer.from([40 * first + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
