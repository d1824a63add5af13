import { z } from 'zod';
import type { EffectKind } from '../../../conversation/ports.ts';
import { readNumber } from '../model/update.ts';
import type { NoteReceived } from '../receipts/ports.ts';

/** What the week's flow asks for: `recues` as the call gave it, `ML-2026-0042:1`, a space between. */
export const WEEK_RECEIVED = 'updates.week_received';
/** What the turn orders: the numbers themselves. */
const WEEK_NOTED = 'updates.week_noted';
const asked = z.object({ recues: z.string() });

const params = z.strictObject({
  items: z.array(
    z.strictObject({ number: z.strictObject({ year: z.int(), n: z.int() }), version: z.int().min(1) }),
  ),
});
type WeekReceived = z.infer<typeof params>;

/** Whoever was told a title is told, as whoever read the item, when it turns out wrong (U4). */
export const weekReceivedEffect = ({ note }: { note: NoteReceived }): EffectKind<WeekReceived> => ({
  name: WEEK_NOTED,
  params,
  from(event) {
    if (event.kind !== 'asked_for' || event.effect !== WEEK_RECEIVED) return [];
    const items = itemsIn(asked.parse(event.params).recues);
    return items.length === 0 ? [] : [{ items }];
  },
  apply: (batch) =>
    note(
      batch.flatMap(({ params: { items }, context: { person, conversation, lang, day } }) =>
        items.map((item) => ({ ...item, person, conversation, lang, day })),
      ),
    ),
});

function itemsIn(words: string): WeekReceived['items'] {
  return words.split(' ').flatMap((word) => {
    const [name = '', version = ''] = word.split(':');
    const number = readNumber(name);
    return number === undefined || !/^[1-9]\d{0,3}$/.test(version)
      ? []
      : [{ number, version: Number(version) }];
  });
}
