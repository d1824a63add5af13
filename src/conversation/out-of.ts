import type { Chance } from '../domain/clock.ts';
import { laneOf } from './admission.ts';
import type { OutItem } from './conversation.ts';
import type { Entry } from './entry.ts';
import type { PhoneTurn } from './phone/phone-turn.ts';
import type { Fingerprint } from './ports.ts';
import { replyId } from './reply-id.ts';

/** What a turn says, as messages that are to leave. */
export function outOf(
  { bubbles, talk: { route, profile }, announces }: Pick<PhoneTurn, 'bubbles' | 'talk' | 'announces'>,
  entry: Entry,
  { chance, fingerprint }: { chance: Chance; fingerprint: Fingerprint },
): OutItem[] {
  const lane = announces ? 'alert' : laneOf(entry);
  const broadcast = entry.kind === 'prompt' && lane === 'broadcast' ? { broadcast: entry.prompt.id } : {};
  const said = entry.kind === 'speak' ? entry.spoken : undefined;
  return bubbles.map((bubble, index) => {
    // What staff say is one message; it leaves under a name by which they find what became of it.
    const reply = index === 0 ? said : undefined;
    const id = reply === undefined ? chance.token(12) : replyId(fingerprint, reply.conversation, reply.id);
    const lang = profile.lang === undefined ? {} : { lang: profile.lang };
    const message = { id, address: route.address, lane, ...lang, ...bubble };
    const saidIn = reply === undefined ? {} : { saidIn: reply.conversation };
    return { message, route, ...broadcast, ...saidIn, again: 0 };
  });
}
