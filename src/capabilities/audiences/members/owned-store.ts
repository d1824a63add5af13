import { mongo } from 'mongoose';
import type { Sealer } from '../../../conversation/ports.ts';
import { openReach, sealReach } from './member.ts';
import type { MembersStore } from './members-store.ts';
import type { KeptMember } from './stored-store.ts';

export interface OwnedMembers {
  /** `from` is `to` from now on: the newer standing holds, a "stop" of the same day too. Safe to repeat. */
  unite(from: string, to: string): Promise<void>;
  /** A talk is another person's: whoever is reached in it is reached there. What `from` said of themselves stays theirs. */
  part(leaving: { from: string; to: string; conversation: string }): Promise<void>;
}

interface OwnedDeps {
  members: MembersStore;
  sealer: Sealer;
  key: (person: string) => Buffer;
}

/** A change that comes in between makes it look again. */
const LOOKS = 5;

/** Members who become one, or two again. Each is written before it is taken away. */
export const ownedMembers = ({ members, sealer, key }: OwnedDeps): OwnedMembers => ({
  async unite(one, other) {
    const [from, to] = [key(one), key(other)];
    for (let look = 0; look < LOOKS; look += 1) {
      const theirs = await members.find(from);
      if (theirs === null) return;
      const ours = await members.find(to);
      const moved = { ...theirs, reach: resealed(sealer, theirs.reach, from, to) };
      if (!(await members.replace(to, ours, ours === null ? moved : united(moved, ours)))) continue;
      await members.remove(from, theirs);
    }
  },

  async part({ from: one, to: other, conversation }) {
    const [from, to] = [key(one), key(other)];
    for (let look = 0; look < LOOKS; look += 1) {
      const theirs = await members.find(from);
      if (theirs?.reach == null) return;
      if (openReach(sealer, from, theirs.reach.value()) !== conversation) return;
      const ours = await members.find(to);
      const { reach, via, channel, lang, agreed, stopped, gone, writable, active, day, talk, rev } = theirs;
      const standing = { via, channel, lang, agreed, stopped, gone, writable, active, day, talk, rev };
      const moved = { ...ours, ...standing, reach: resealed(sealer, reach, from, to) };
      if (!(await members.replace(to, ours, moved))) continue;
      // Reached nowhere until they write again in a talk that is theirs.
      if (await members.replace(from, theirs, { ...theirs, reach: null, writable: false })) return;
    }
  },
});

/** What both said of themselves is the newer one's, where they said anything. */
function united(theirs: KeptMember, ours: KeptMember): KeptMember {
  const [newer, before] = theirs.day > ours.day ? [theirs, ours] : [ours, theirs];
  const stopped = newer.stopped || (newer.day === before.day && before.stopped);
  const ofSelf = newer.told === true ? {} : saidBy(before);
  const groups = [...new Set([...(before.groups ?? []), ...(newer.groups ?? [])])];
  const themes = newer.themes ?? before.themes;
  return {
    ...{ ...newer, ...ofSelf, stopped },
    ...(themes === undefined ? {} : { themes }),
    ...(groups.length === 0 ? {} : { groups }),
    writable: newer.writable && !stopped,
  };
}

function saidBy({ told, region, place, sex, age, answers }: KeptMember): Partial<KeptMember> {
  if (told === undefined) return {};
  const all = { told, region, place, sex, age, answers };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function resealed(
  sealer: Sealer,
  sealed: mongo.Binary | null,
  from: Buffer,
  to: Buffer,
): mongo.Binary | null {
  if (sealed === null) return null;
  return new mongo.Binary(sealReach(sealer, to, openReach(sealer, from, sealed.value())));
}
