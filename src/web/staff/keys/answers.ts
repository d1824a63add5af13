import { z } from 'zod';

/** A browser's answer is some 1,500 characters; keys with a long certificate send up to 6,000. */
export const LONGEST_ANSWER = 12_000;

const base64url = z
  .string()
  .max(8000)
  .regex(/^[A-Za-z0-9_-]*$/);

const common = {
  id: base64url.min(1).max(1400),
  rawId: base64url.min(1).max(1400),
  type: z.literal('public-key'),
  // Nothing is read from them; browsers add to them freely.
  clientExtensionResults: z.unknown().transform(() => ({})),
};

const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

const attestation = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
});

export type Assertion = z.output<typeof assertion>;
export type Attestation = z.output<typeof attestation>;

/** What the page's script put into the form, or `undefined` for anything else. */
export const readAssertion = (text: string): Assertion | undefined => readAs(assertion, text);
export const readAttestation = (text: string): Attestation | undefined => readAs(attestation, text);

function readAs<T>(shape: z.ZodType<T>, text: string): T | undefined {
  if (text.length > LONGEST_ANSWER) return undefined;
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
