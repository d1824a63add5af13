import { z } from 'zod';
import { MEDIA_KINDS } from '../../src/domain/message.ts';
import type { CallValue, EngineInput, Value } from '../../src/engine/types.ts';

const value: z.ZodType<Value> = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const params = { with: z.record(z.string(), value).optional() };
const given = ({ with: named }: { with?: Record<string, Value> | undefined }) =>
  named === undefined ? {} : { params: named };

const place = z.tuple([z.number(), z.number()]).transform(([lat, lon]) => ({ lat, lon }));

const input = z.union([
  z.literal('again').transform((): EngineInput => ({ kind: 'again' })),
  z.literal('back').transform((): EngineInput => ({ kind: 'back' })),
  z.literal('resume').transform((): EngineInput => ({ kind: 'resume' })),
  z.literal('spoken').transform((): EngineInput => ({ kind: 'spoken' })),
  z
    .strictObject({ resume: z.string() })
    .transform(({ resume }): EngineInput => ({ kind: 'resume', step: resume })),
  z
    .strictObject({ start: z.string(), ...params })
    .transform(({ start, ...rest }): EngineInput => ({ kind: 'start', flow: start, ...given(rest) })),
  z.strictObject({ interrupt: z.string(), keeps: z.literal(true).optional(), ...params }).transform(
    ({ interrupt, keeps, ...rest }): EngineInput => ({
      kind: 'interrupt',
      flow: interrupt,
      ...(keeps && { keeps }),
      ...given(rest),
    }),
  ),
  z
    .strictObject({ say: z.coerce.string() })
    .transform(({ say }): EngineInput => ({ kind: 'reply', reply: { kind: 'text', text: say } })),
  z
    .strictObject({ tap: z.string() })
    .transform(({ tap }): EngineInput => ({ kind: 'reply', reply: { kind: 'choice', choice: tap } })),
  z.strictObject({ send: z.enum(MEDIA_KINDS), id: z.string().optional(), at: place.optional() }).transform(
    ({ send, ...named }): EngineInput => ({
      kind: 'reply',
      reply: { kind: 'media', media: send, ...named },
    }),
  ),
  z
    .strictObject({ brings: z.unknown() })
    // Whatever its type says: a call is another room's work.
    .transform(
      ({ brings }): EngineInput => ({ kind: 'result', result: { ok: true, value: brings as CallValue } }),
    ),
  z
    .strictObject({ fails: z.string() })
    .transform(({ fails }): EngineInput => ({ kind: 'result', result: { ok: false, code: fails } })),
]);

/** What a case writes as what the engine takes: `{ say: eau }`, `{ tap: eau }`, `{ send: voice }`, `{ brings: 3 }`,
 * `{ interrupt: rappel, with: { activite: a1 } }`. */
export const inputOf = (written: unknown): EngineInput => input.parse(written);
