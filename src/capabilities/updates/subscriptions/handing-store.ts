import { mongo } from 'mongoose';
import type { Sealer } from '../../../conversation/ports.ts';
import { conversationPlace } from './subscription.ts';
import type { KeptSubscription, SubscriptionsStore } from './subscriptions-store.ts';

export interface Handing {
  /** What `from` had is `to`'s: the newer wish holds, of two of one day the stricter. */
  unite(from: string, to: string): Promise<void>;
  /** The news go on coming into the talk they come into, whoever's it is then. */
  part(leaving: { from: string; to: string; conversation: string }): Promise<void>;
}

export interface HandingDeps {
  subscriptions: SubscriptionsStore;
  sealer: Sealer;
  key: (person: string) => Buffer;
}

/** A change that comes in between makes it look again. */
const LOOKS = 5;

/** Subscriptions of people who become one, or two again. Each is written before it is taken away. */
export const handing = ({ subscriptions, sealer, key }: HandingDeps): Handing => {
  const hand = async (
    from: Buffer,
    to: Buffer,
    choose: (theirs: KeptSubscription, ours: KeptSubscription | null) => KeptSubscription,
  ): Promise<void> => {
    for (let look = 0; look < LOOKS; look += 1) {
      const theirs = await subscriptions.find(from);
      if (theirs === null) return;
      const ours = await subscriptions.find(to);
      const moved = { ...theirs, conversation: resealed(sealer, theirs.conversation, from, to) };
      if (!(await subscriptions.replace(to, ours, choose(moved, ours)))) continue;
      await subscriptions.remove(from, theirs);
    }
  };
  return {
    unite: (from, to) =>
      hand(key(from), key(to), (theirs, ours) => (ours === null ? theirs : one(theirs, ours))),
    async part({ from, to, conversation }) {
      const [before, after] = [key(from), key(to)];
      const found = await subscriptions.find(before);
      if (found?.conversation == null) return;
      const comesTo = sealer.open(found.conversation.value(), conversationPlace(before));
      if (comesTo === conversation) await hand(before, after, (theirs) => theirs);
    },
  };
};

/** Of one day the stricter holds; where both want the news, they come where the code was typed. */
function one(theirs: KeptSubscription, ours: KeptSubscription): KeptSubscription {
  const stopped = theirs.stopped || ours.stopped;
  const ofOneDay = ours.on ? theirs : ours;
  const newer = theirs.day > ours.day ? theirs : ours;
  const holds = theirs.day === ours.day ? ofOneDay : newer;
  return { ...holds, stopped, active: holds.on && !stopped };
}

function resealed(
  sealer: Sealer,
  sealed: mongo.Binary | null,
  from: Buffer,
  to: Buffer,
): mongo.Binary | null {
  if (sealed === null) return null;
  const plain = sealer.open(sealed.value(), conversationPlace(from));
  return new mongo.Binary(sealer.seal(plain, conversationPlace(to)));
}
