import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What the page's script hands to the browser, as far as a key reads it. */
export interface Asked {
  challenge: string;
}

interface Habits {
  origin?: string;
  rpId?: string;
  /** Says how often it signed; by itself one more each time. */
  counter?: number;
  /** Whether the person typed the key's PIN. */
  verified?: boolean;
  type?: string;
}

/** A security key in software: signs what it is asked, and lies where a test tells it to. */
export interface SoftKey {
  create(asked: Asked, habits?: Habits): string;
  get(asked: Asked, habits?: Habits): string;
}

/** A key for one site, ES256, without attestation (`none`). @param site address of its pages */
export function softKey(site: string): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const { hostname } = new URL(site);
  let signed = 0;
  const clientData = (type: string, challenge: string, origin = site): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  return {
    create({ challenge }, { origin, rpId = hostname, counter = signed, verified = true, type } = {}) {
      const flags = PRESENT | WITH_KEY | (verified ? VERIFIED : 0);
      const data = Buffer.concat([
        ...[authData(rpId, flags, counter), Buffer.alloc(16), Buffer.from([0, id.length]), id],
        cose(publicKey),
      ]);
      const response = {
        clientDataJSON: encoded(clientData(type ?? 'webauthn.create', challenge, origin)),
        attestationObject: encoded(attestation(data)),
        transports: ['usb'],
      };
      return answer(id, response);
    },
    get({ challenge }, { origin, rpId = hostname, counter, verified = true, type } = {}) {
      signed = counter ?? signed + 1;
      const data = authData(rpId, PRESENT | (verified ? VERIFIED : 0), signed);
      const client = clientData(type ?? 'webauthn.get', challenge, origin);
      const hash = createHash('sha256').update(client).digest();
      return answer(id, {
        clientDataJSON: encoded(client),
        authenticatorData: encoded(data),
        signature: encoded(sign('sha256', Buffer.concat([data, hash]), privateKey)),
      });
    },
  };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

const encoded = (bytes: Buffer): string => bytes.toString('base64url');

const answer = (id: Buffer, response: object): string =>
  JSON.stringify({
    ...{ id: encoded(id), rawId: encoded(id), type: 'public-key' },
    ...{ response, clientExtensionResults: {}, authenticatorAttachment: 'cross-platform' },
  });

function authData(rpId: string, flags: number, counter: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags, 0);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), tail]);
}

/** `{1: 2, 3: -7, -1: 1, -2: x, -3: y}` in CBOR. */
function cose(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    ...[Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url')],
    ...[Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
  ]);
}

/** `{fmt: 'none', attStmt: {}, authData}` in CBOR. */
const attestation = (data: Buffer): Buffer =>
  Buffer.concat([
    ...[Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex')],
    ...[Buffer.from([data.length]), data],
  ]);
