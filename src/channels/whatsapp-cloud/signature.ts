import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `X-Hub-Signature-256` is the HMAC-SHA-256 of these very bytes under the app's secret (Meta, "Validating
 * payloads"). Takes the same time for every signature of the right length.
 */
export function signatureCheck(appSecret: string): (bytes: Buffer, given: unknown) => boolean {
  return (bytes, given) => {
    if (typeof given !== 'string') return false;
    const expected = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`);
    const signature = Buffer.from(given);
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  };
}
