import { z } from 'zod';
import { MEDIA_KINDS } from '../../src/domain/message.ts';
import type { EngineInput, Value } from '../../src/engine/types.ts';

const value: z.ZodType<Value> = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const input = z.union([
  z.literal('again').transform((): EngineInput => ({ kind: 'again' })),
  z
    .strictObject({ start: z.string() })
    .transform(({ start }): EngineInput => ({ kind: 'start', flow: start })),
  z
    .strictObject({ interrupt: z.string() })
    .transform(({ interrupt }): EngineInput => ({ kind: 'interrupt', flow: interrupt })),
  z
    .strictObject({ say: z.coerce.string() })
    .transform(({ say }): EngineInput => ({ kind: 'reply', reply: { kind: 'text', text: say } })),
  z
    .strictObject({ tap: z.string() })
    .transform(({ tap }): EngineInput => ({ kind: 'reply', reply: { kind: 'choice', choice: tap } })),
  z
    .strictObject({ send: z.enum(MEDIA_KINDS) })
    .transform(({ send }): EngineInput => ({ kind: 'reply', reply: { kind: 'media', media: send } })),
  z
    .strictObject({ brings: z.union([value, z.record(z.string(), value)]) })
    .transform(({ brings }): EngineInput => ({ kind: 'result', result: { ok: true, value: brings } })),
  z
    .strictObject({ fails: z.string() })
    .transform(({ fails }): EngineInput => ({ kind: 'result', result: { ok: false, code: fails } })),
]);

/** What a case writes as what the engine takes: `{ say: eau }`, `{ tap: eau }`, `{ send: voice }`, `{ brings: 3 }`. */
export const inputOf = (written: unknown): EngineInput => input.parse(written);
