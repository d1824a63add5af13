import type { Arriving, Brought, ContactRooms, Standing } from '../capabilities/contacts/index.ts';
import { SAY } from '../capabilities/audiences/offers.ts';
import type {
  Committed,
  Conversation,
  Conversations,
  ConversationId,
  Talk,
} from '../conversation/conversation.ts';
import type { EffectContext, EffectKind, Passage } from '../conversation/ports.ts';
import { CONSENT } from '../conversation/script.ts';
import { type Clock, dayOf } from '../domain/clock.ts';
import { unavailable } from '../domain/faults.ts';
import type { Profile } from '../domain/person.ts';
import type { EngineEvent } from '../engine/types.ts';

/** Others write to the same conversation at this very moment: they wrote themselves. */
const MOST_TRIES = 3;

export interface BringDeps {
  conversations: Pick<Conversations, 'load' | 'promptId' | 'newPerson' | 'dropPerson' | 'commit'>;
  /** Where a channel knows somebody by their number, as its own messages name them. */
  addressOf(channel: string, phone: string): { channel: string; account: string; user: string } | undefined;
  idOf(address: { channel: string; account: string; user: string }): ConversationId;
  kinds: () => readonly EffectKind[];
  followed(conversation: ConversationId, committed: Committed): void;
  erase(person: string): Promise<void>;
  clock: Clock;
  fallback: string;
}

type Bringing = Pick<ContactRooms, 'conversationOf' | 'standing' | 'bring' | 'takeAway'>;

/**
 * How somebody comes into the house who has not written: one commit, as if they had agreed in a talk, by which the house
 * learns of them as of everybody. What they agreed to stands in the proof of the import.
 */
export function bringing(deps: BringDeps): Bringing {
  const { conversations } = deps;
  const conversationOf = (channel: string, phone: string): string => {
    const address = deps.addressOf(channel, phone);
    return address === undefined ? '' : deps.idOf(address);
  };
  return {
    conversationOf,
    standing: async (ids) => {
      const found = await Promise.all(ids.map((id) => conversations.load(id)));
      return found.map(standingOf);
    },
    bring: (arriving) => bring(deps, conversationOf(arriving.channel, arriving.phone), arriving),
    async takeAway(id) {
      const { person, talk } = await conversations.load(id, true);
      const gone = person === null || talk === null;
      if (!gone && (talk.wroteOn !== undefined || talk.session !== null || talk.joined === true)) return null;
      if (!gone) await deps.erase(person);
      return (await conversations.load(id, true)).erasedAt ?? deps.clock.now();
    },
  };
}

function standingOf({ rev, person, talk, erasedAt }: Conversation): Standing {
  if (erasedAt !== null && person === null) return { erasedAt };
  if (rev === 0) return undefined;
  return talk?.profile.stopped === true ? 'stopped' : 'known';
}

async function bring(deps: BringDeps, id: ConversationId, arriving: Arriving): Promise<Brought> {
  const { conversations } = deps;
  const inbound = conversations.promptId(id, `contact ${arriving.by}`);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const base = await conversations.load(id, true);
    if (base.person !== null && base.ring.includes(inbound)) return { kind: 'brought', person: base.person };
    const is = standingOf(base);
    if (typeof is === 'string') return { kind: is };
    if (is !== undefined && is.erasedAt !== arriving.undoneAt) return { kind: 'erased' };
    const address = deps.addressOf(arriving.channel, arriving.phone);
    if (address === undefined) return { kind: 'known' };
    const person = await conversations.newPerson(id);
    const profile = profileOf(arriving);
    const talk: Talk = {
      ...{ session: null, profile },
      route: { channel: address.channel, account: address.account, address: address.user },
    };
    const effects = ordered(deps, { person, conversation: id, talk }, arriving);
    const outcome = await conversations.commit({
      ...{ base, inbound, person, talk, out: [], effects, erasedAt: null },
    });
    if (outcome.kind === 'committed') {
      deps.followed(id, outcome.committed);
      return { kind: 'brought', person };
    }
    await conversations.dropPerson(person);
  }
  throw unavailable('contended', 'Other writers were faster too often.');
}

const profileOf = ({ lang, place, labels }: Arriving): Profile => ({
  ...(lang !== undefined && { lang }),
  consents: { [CONSENT.purpose]: CONSENT.version, ...(place !== undefined && { profil: 1 }) },
  stopped: false,
  ...(labels.length > 0 && { groups: [...labels] }),
  fields: {},
});

/** What capabilities do because somebody is there now, as after any turn. */
function ordered(
  { kinds, clock, fallback }: BringDeps,
  { person, conversation, talk }: { person: string; conversation: string; talk: Talk },
  { place, labels }: Arriving,
): { kind: string; context: EffectContext; params: unknown }[] {
  const now = clock.now();
  const { profile, route } = talk;
  const lang = profile.lang ?? fallback;
  const events: EngineEvent[] = [
    ...Object.entries(profile.consents).map(([purpose, version]) => changed(`consents.${purpose}`, version)),
    ...(profile.lang === undefined ? [] : [changed('lang', profile.lang)]),
    ...labels.map((label) => changed(`groups.${label}`, true)),
    ...(place === undefined ? [] : [asked(SAY, { what: 'place', value: place })]),
  ];
  const passage: Passage = {
    ...{ now, events, walk: [] },
    before: { session: null, lang },
    after: { session: null, lang },
    standing: {
      ...{ consents: profile.consents, agreed: true, stopped: false, away: false },
      ...{ wrote: false, brought: true },
    },
  };
  const context: EffectContext = {
    ...{ person, conversation, lang, day: dayOf(now) },
    ...{ channel: route.channel, account: route.account, address: route.address },
  };
  return kinds().flatMap((kind) =>
    [...events.flatMap((event) => kind.from(event)), ...(kind.fromTurn?.(passage) ?? [])].map((params) => ({
      ...{ kind: kind.name, context, params },
    })),
  );
}

const asked = (effect: string, params: Record<string, string>): EngineEvent => ({
  ...{ kind: 'asked_for', effect, params },
});

const changed = (path: string, value: string | number | boolean): EngineEvent => ({
  ...{ kind: 'profile_changed', path, value },
});
