import { z } from 'zod';
import { ROLES } from '../../web/staff/index.ts';

/** Ids of any kind, random ones too: no spaces, so no sentence; digits alone, as many as a number of a phone has (E.164), are refused. */
const id = z.string().regex(/^(?!\d{8,15}$)[A-Za-z0-9_-][A-Za-z0-9._:-]{0,79}$/);
/** A code, an id, a day, a hash; `audience/region`. */
const code = z.string().regex(/^(?!\d{8,15}$)[A-Za-z0-9_-][A-Za-z0-9._:/+#=-]{0,119}$/);

/** What may be recorded: bounded, and too narrow for a name, a phone number or a sentence (T22, T1). */
export const auditEntry = z.strictObject({
  actor: z.strictObject({ id, role: z.enum([...ROLES, 'operator', 'house']), org: id }),
  action: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z_-]*(\.[a-z][a-z_-]*)+$/),
  subject: z
    .string()
    .max(240)
    .regex(/^[a-z][a-z_-]*(\/(?!\d{8,15}(\/|$))[A-Za-z0-9._:-]{1,80}){0,8}$/),
  detail: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9_]{0,31}$/), z.union([code, z.number(), z.boolean(), z.null()]))
    .refine((fields) => Object.keys(fields).length <= 12)
    .optional(),
});

/** 256 bits in base64url. */
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** One record as it is stored; its place in the chain is its `_id`. */
export const auditRecord = auditEntry.extend({
  _id: z.int().positive(),
  /** Random: the same record, should it be written twice. */
  key: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  /** Milliseconds since 1970. */
  at: z.int(),
  /** The hash of the record before. */
  prev: digest,
  /** SHA-256 over all of the above in canonical JSON: anyone can follow the chain. */
  hash: digest,
  /** HMAC of the hash under the keyring: who has only the database cannot write a chain of their own. */
  mac: digest,
});
export type AuditRecord = z.infer<typeof auditRecord>;

/** What a record says, without its place in the chain. */
export type Happened = Omit<AuditRecord, '_id' | 'prev' | 'hash' | 'mac'>;
