import { z } from 'zod';
import type { EffectKind } from '../../../conversation/ports.ts';
import { type CountRow, countsOf } from './counts-of.ts';

/** A row and where it was talked. */
export interface StoredRow extends CountRow {
  channel: string;
}

/** A turn's rows under the id of its effect: counted once, however often it comes. */
export interface CountedTurn {
  id: Buffer;
  /** Day of the turn. */
  day: string;
  channel: string;
  rows: StoredRow[];
}

const name = z.string().regex(/^[\w-]{1,128}$/u);
/** A sign that means something to the database can be in no name. */
const path = z
  .string()
  .regex(/^(?:begun|steps\.[a-z][\w@-]{0,63}\.(?:waiting|dropped|retried|(?:out|time)\.[\w-]{1,64}))$/u);
const params = z.strictObject({
  rows: z.array(
    z.strictObject({
      flow: name,
      day: z.iso.date(),
      lang: name,
      counts: z.record(path, z.number().int()),
    }),
  ),
});

/** A transaction for some hundred turns instead of one for twenty; who looks at figures does not notice. */
const GATHER_MS = 400;

/** Every turn is counted where its talk stood and where it went (F11). */
export const walkedEffect = (
  addOnce: (turns: readonly CountedTurn[]) => Promise<void>,
): EffectKind<z.infer<typeof params>> => ({
  name: 'flows.walked',
  gatherMs: GATHER_MS,
  params,
  from: () => [],
  fromTurn(passage) {
    const rows = countsOf(passage);
    return rows.length === 0 ? [] : [{ rows }];
  },
  async apply(batch) {
    if (batch.length === 0) return;
    await addOnce(
      batch.map(({ id, context: { channel, day }, params: { rows } }) => ({
        id,
        day,
        channel,
        rows: rows.map((row) => ({ ...row, channel })),
      })),
    );
  },
});
