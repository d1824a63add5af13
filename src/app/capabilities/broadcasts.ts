import type { AudiencesCapability } from '../../capabilities/audiences/index.ts';
import { memberKey } from '../../capabilities/audiences/members/member.ts';
import type { AuditLedger } from '../../capabilities/audit/index.ts';
import {
  type Broadcasts,
  broadcasts as broadcastsCapability,
  type Carrier,
  type HouseRooms,
  houseSending,
} from '../../capabilities/broadcasts/index.ts';
import { FLOW, USUAL } from '../../capabilities/broadcasts/send/index.ts';
import type { Calendar } from '../../capabilities/calendar/index.ts';
import { DEMO_CHANNEL } from '../../capabilities/demo/index.ts';
import { SMS } from '../../channels/sms/index.ts';
import { smsOf } from '../../channels/sms/fit.ts';
import { sizeOf } from '../../channels/sms/gsm.ts';
import { WHATSAPP_CLOUD } from '../../channels/whatsapp-cloud/index.ts';
import type { Channel, Sealer } from '../../conversation/ports.ts';
import type { StaffParts, StaffPerson } from '../../web/staff/index.ts';
import type { LoadedFlows } from '../load-flows.ts';
import { REGIONS } from '../places.ts';
import type { Settings } from '../settings.ts';
import { WAITING_ON, WINDOWED } from './channel-rules.ts';
import { colleaguesOf } from './colleagues.ts';

interface Parts extends Pick<HouseRooms, 'db' | 'fingerprint' | 'prompt' | 'windowEnds'> {
  settings: Settings;
  sealer: Sealer;
  flows: Pick<LoadedFlows, 'speaker'>;
  staff: StaffParts;
  ledger: Pick<AuditLedger, 'record'>;
  conversations: { talkOf: HouseRooms['talkOf']; unsent: HouseRooms['unsent'] };
  dueDates: HouseRooms['dues'];
  channels: () => readonly Channel[];
}

interface Neighbours extends Pick<HouseRooms, 'also'> {
  audiences: AudiencesCapability['audiences'];
  choosing: AudiencesCapability['choosing'];
  calendar: Calendar;
  publisher: (org: string) => Promise<{ name: string }>;
}

/** Broadcasts, with the sending and what waits for people where a channel must not broadcast. */
export function broadcastsOf(
  parts: Parts,
  { audiences, choosing, calendar, publisher, also }: Neighbours,
): Broadcasts {
  const { flows, settings, staff, fingerprint, conversations } = parts;
  const senderOf = async (org: string): Promise<string> => (await publisher(org)).name;
  const channels = (): readonly Channel[] => parts.channels().filter(({ id }) => id !== DEMO_CHANNEL);
  return broadcastsCapability({
    ...{ db: parts.db, clock: staff.clock, chance: staff.chance, audiences, choosing },
    sending: houseSending({
      ...{ db: parts.db, fingerprint, clock: staff.clock, dues: parts.dueDates, prompt: parts.prompt },
      ...{ audiences, calendar, channels, senderOf, windowEnds: parts.windowEnds, settings: USUAL },
      fallback: flows.speaker.fallback,
      talkOf: (id) => conversations.talkOf(id),
      unsent: (id) => conversations.unsent(id),
      async overMeasure(org, broadcast, people) {
        await parts.ledger.record({
          ...{ actor: { id: 'benkan', role: 'house', org }, action: 'broadcasts.over_measure' },
          ...{ subject: `broadcast/${broadcast}`, detail: { people } },
        });
      },
      memberOf: (person) => memberKey(fingerprint, person),
      waitingOn: WAITING_ON,
      windowed: WINDOWED,
      also,
    }),
    trying: {
      ...{ fingerprint, sealer: parts.sealer, dues: parts.dueDates, prompt: parts.prompt, channels },
      ...{ windowEnds: parts.windowEnds, waitingOn: WAITING_ON },
      talkOf: (id) => conversations.talkOf(id),
      colleague: (account) => colleague(staff, account),
    },
    languages: flows.speaker.languages,
    regions: REGIONS,
    carriers: () => channels().map((channel) => carrierOf(channel, settings)),
    spoken: async (org, lang, text) => {
      const said = { texte: text, par: await senderOf(org) };
      const lines = ['texte', 'par', 'partir'].map((key) =>
        flows.speaker.say(lang, { flow: FLOW, key }, said),
      );
      return lines.join('\n\n');
    },
    asSms: (text) => smsIn(settings, text),
    ours: ownAddresses(staff.publicUrl, settings),
    aloneUpTo: settings.BROADCAST_TWO_PEOPLE_ABOVE,
    ...colleaguesOf(staff),
  });
}

/** An account that may sign in, as its pages know it. */
async function colleague({ accounts }: StaffParts, id: string): Promise<StaffPerson | undefined> {
  const found = await accounts.byId(id);
  if (found === undefined || found.suspended === true) return undefined;
  const { role, org, regions } = found;
  return { id, name: '', role, org, ...(regions && { regions }) };
}

/** How fast a channel takes a mailing, and what a message on it costs. */
function carrierOf({ id, pace }: Channel, settings: Settings): Carrier {
  const limit = pace?.inAll;
  const price = id === SMS ? settings.SMS_PRICE : settings.WHATSAPP_CLOUD_PRICE;
  const paidBy = id === SMS ? 'part' : id === WHATSAPP_CLOUD ? 'message' : undefined;
  return {
    id,
    ...(limit === undefined ? {} : { perSecond: (limit.messages * 1000) / limit.perMs }),
    ...(paidBy === undefined ? {} : { paidBy, ...(price === undefined ? {} : { price }) }),
  };
}

/** A text as the gateway would be asked to send it. */
function smsIn(settings: Settings, text: string): { text: string; parts: number } {
  const { SMS_LETTERS: letters, SMS_LONG: long, SMS_MAX_PARTS: maxParts } = settings;
  const messages = smsOf(text, [], { letters, long, maxParts })?.messages ?? [text];
  return {
    text: messages.join('\n'),
    parts: messages.reduce((sum, message) => sum + sizeOf(message).parts, 0),
  };
}

/** Where a text may lead to: our own pages, and our own number and bot. */
const ownAddresses = (publicUrl: string, { SHARE_WHATSAPP, SHARE_TELEGRAM }: Settings): string[] => [
  publicUrl,
  ...(SHARE_WHATSAPP === undefined ? [] : [`https://wa.me/${SHARE_WHATSAPP}`]),
  ...(SHARE_TELEGRAM === undefined ? [] : [`https://t.me/${SHARE_TELEGRAM}`]),
];
