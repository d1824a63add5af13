import { z } from 'zod';
import type { EffectItem, EffectKind } from '../../../conversation/ports.ts';
import { numberWords, readNumber } from '../model/update.ts';

/** What flows ask for: `do: updates.came` with the item's `numero`, where a shared link led to it. */
export const CAME = 'updates.came';

const params = z.strictObject({ item: z.string() });
export type CameParams = z.infer<typeof params>;

/** Somebody came by a shared link. */
export interface Arrival {
  /** `ML-2026-0042`. */
  item: string;
  /** `YYYY-MM-DD`; nothing finer is kept (T6). */
  day: string;
  /** Of the effect, so that it counts once however often it is applied; forgotten when none can come again. */
  mark: Buffer;
}

/** No two effects of one item and day meet by chance; a whole id would say which effect it was. */
const MARK_BYTES = 8;

/** Counts who came by a shared link. Of the turn nothing is kept but its day. */
export const cameEffect = (
  count: (arrivals: readonly Arrival[]) => Promise<void>,
): EffectKind<CameParams> => ({
  name: 'updates.arrival',
  params,
  from(event) {
    if (event.kind !== 'asked_for' || event.effect !== CAME) return [];
    const { numero } = event.params;
    const number = typeof numero === 'string' ? readNumber(numero) : undefined;
    return number === undefined ? [] : [{ item: numberWords(number) }];
  },
  async apply(batch) {
    if (batch.length > 0) await count(batch.map(arrivalOf));
  },
});

const arrivalOf = ({ id, context, params: { item } }: EffectItem<CameParams>): Arrival => ({
  ...{ item, day: context.day },
  mark: id.subarray(0, MARK_BYTES),
});
