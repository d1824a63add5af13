import { z } from 'zod';
import { isHeld } from '../../../conversation/held.ts';
import type { Passage } from '../../../conversation/ports.ts';
import type { EngineEvent, Value } from '../../../engine/types.ts';
import { TIP, WRITE } from '../offers.ts';
import { MAX_MEDIA_NAME, MEDIA_KINDS } from '../../../domain/message.ts';

/** What a citizen sent to a person: words, or something their channel names. */
const body = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ media: z.enum(MEDIA_KINDS), file: z.string().max(MAX_MEDIA_NAME).optional() }),
]);
export type Body = z.infer<typeof body>;

const at = z.number().int().nonnegative();

/** What happened to a thread in a turn; `at` in milliseconds since 1970, `said`: under which id it was asked for. */
export const deed = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('handed_over'), at, reason: z.string(), byStaff: z.boolean() }),
  z.strictObject({ what: z.literal('written'), at, body }),
  z.strictObject({
    ...{ what: z.literal('spoken'), at, by: z.string(), text: z.string() },
    canned: z.string().optional(),
    said: z.string().optional(),
  }),
  z.strictObject({ what: z.literal('given_back'), at, by: z.string().nullable() }),
]);
export type Deed = z.infer<typeof deed>;

/** Pure: the talk itself says whose it was before and after, whichever way it came to that. */
export function deedsOf({ now: at, before, after, events, staff }: Passage): Deed[] {
  const deeds: Deed[] = [];
  for (const event of events) {
    if (event.kind === 'written') deeds.push({ what: 'written', at, body: bodyOf(event.reply) });
    if (event.kind === 'handed_over')
      deeds.push({ what: 'handed_over', at, reason: event.reason, byStaff: staff !== undefined });
    if (event.kind === 'asked_for' && event.effect === WRITE)
      deeds.push({ what: 'written', at, body: { text: noteOf(event.params) } });
    if (event.kind === 'asked_for' && event.effect === TIP)
      for (const sent of tipOf(event.params)) deeds.push({ what: 'written', at, body: sent });
  }
  if (isHeld(before.session) && !isHeld(after.session))
    deeds.push({ what: 'given_back', at, by: staff?.by ?? null });
  if (staff?.said !== undefined && staff.by !== undefined)
    deeds.push({
      ...{ what: 'spoken', at, by: staff.by, text: staff.said.text, said: staff.said.id },
      ...(staff.said.canned !== undefined && { canned: staff.said.canned }),
    });
  return deeds;
}

/** What it is about stands before the words themselves. */
const noteOf = ({ sujet, mots }: Record<string, Value>): string =>
  [sujet, mots].filter((each) => typeof each === 'string' && each !== '').join(' : ');

/** The words of a message that is passed on, and its picture, which is fetched as one sent to the team is. */
function tipOf({ sujet, un, deux, trois, quatre, photo }: Record<string, Value>): Body[] {
  const mots = [un, deux, trois, quatre].filter((each) => typeof each === 'string').join('');
  const text = noteOf({ sujet: sujet ?? null, mots });
  const file = typeof photo === 'string' ? { media: 'photo' as const, file: photo } : undefined;
  return [...(text === '' ? [] : [{ text }]), ...(file === undefined ? [] : [file])];
}

/** A place and a number are read like words; of a file its channel's name is kept until it is fetched. */
function bodyOf(reply: Extract<EngineEvent, { kind: 'written' }>['reply']): Body {
  if (reply.kind === 'text') return { text: reply.text };
  const { media, id, at: place, phone } = reply;
  if (place !== undefined) return { text: `📍 ${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}` };
  if (phone !== undefined) return { text: `📞 ${phone}` };
  return { media, ...(id !== undefined && { file: id }) };
}
