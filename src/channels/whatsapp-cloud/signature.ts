import { createHmac } from 'node:crypto';
import { secretCheck } from '../platform/secret.ts';

/** Whether `X-Hub-Signature-256` is the HMAC-SHA-256 of these very bytes under the app's secret (Meta, "Validating payloads"). */
export const signatureCheck =
  (appSecret: string) =>
  (bytes: Buffer, given: unknown): boolean =>
    secretCheck(`sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`)(given);
