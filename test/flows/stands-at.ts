import type { Talk } from '../../src/conversation/conversation.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { NO_ANSWERS } from '../../src/engine/answers.ts';
import type { Session } from '../../src/engine/types.ts';
import type { TestStore } from '../universe/store.ts';

/** Where somebody's talk stands. */
interface Stands {
  user: string;
  flow: string;
  hash: string;
  step: string;
}

/** A talk that stands at a step, as the store keeps it. */
export async function standsAt(
  { conversations }: Pick<TestStore, 'conversations'>,
  { user, flow, hash, step }: Stands,
): Promise<{ id: string; person: string; session: Session }> {
  const content = { kind: 'text' as const, text: 'x' };
  const message = { channel: 'web', account: 'web', user, address: user, id: 'm', order: 1, content };
  const base = await conversations.load(conversations.id(message));
  const person = await conversations.newPerson(base.id);
  const session: Session = {
    v: 2,
    frames: [{ sid: user, flow, hash, step, tries: 0, answers: NO_ANSWERS, vars: {} }],
  };
  const talk: Talk = {
    session,
    profile: NEW_PROFILE,
    route: { channel: 'web', account: 'web', address: user },
  };
  const inbound = conversations.inboundId(message);
  await conversations.commit({ base, inbound, person, talk, out: [], effects: [], erasedAt: null });
  return { id: base.id, person, session };
}
