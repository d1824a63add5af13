import { memberKey } from '../../capabilities/audiences/members/member.ts';
import type { Broadcasts } from '../../capabilities/broadcasts/index.ts';
import type { UpdatesDeps } from '../../capabilities/updates/index.ts';
import { mayBeWrittenTo } from '../../conversation/conversation.ts';
import type { Fingerprint } from '../../conversation/ports.ts';
import type { ConversationStore } from '../../store/conversations/conversation-store.ts';
import { WAITING_ON } from './channel-rules.ts';

interface Parts {
  fingerprint: Fingerprint;
  conversations: Pick<ConversationStore, 'whoseTalk'>;
  windowEnds: (channel: string, address: string) => Promise<number | null | undefined>;
}

const NONE = { waiting: 0, read: 0, dropped: 0 };

/**
 * Where a talk stands for what takes words back, and what waits for its person, as broadcasts do (B11, U4).
 * @param waiting broadcasts are put together after who asks
 */
export const waitingDoor = (
  { fingerprint, conversations, windowEnds }: Parts,
  waiting: () => Broadcasts['waiting'],
): UpdatesDeps['door'] => ({
  async standsAt(conversation) {
    const found = await conversations.whoseTalk(conversation);
    if (found === null) return null;
    const { person, talk } = found;
    const { profile, route, away } = talk;
    if (!mayBeWrittenTo(profile)) return null;
    if (WAITING_ON.includes(route.channel)) return { person, way: 'next' };
    const closed = away === true || (await windowEnds(route.channel, route.address)) === null;
    return { person, way: closed ? 'hardly' : 'now' };
  },
  wait: async (person, id) => waiting()?.wait({ id: memberKey(fingerprint, person) }, id),
  figures: async (id) => (await waiting()?.figures(id)) ?? NONE,
});
