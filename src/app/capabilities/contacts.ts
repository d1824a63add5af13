import {
  type Contacts,
  contacts as contactsCapability,
  type ContactsDeps,
} from '../../capabilities/contacts/index.ts';
import { SMS } from '../../channels/sms/index.ts';
import { WHATSAPP_CLOUD } from '../../channels/whatsapp-cloud/index.ts';
import { type BringDeps, bringing } from '../bring-contact.ts';
import { PLACES } from '../places.ts';
import type { Settings } from '../settings.ts';

type Numbers = Pick<Settings, 'SMS_NUMBER' | 'WHATSAPP_CLOUD_PHONE_NUMBER_ID'>;

/** Lists of contacts, on the channels that know people by their number. */
export function contactsOf(
  parts: Omit<ContactsDeps, 'rooms'> & Omit<BringDeps, 'addressOf'> & { settings: Numbers },
): Contacts {
  const { settings } = parts;
  return contactsCapability({
    ...parts,
    rooms: {
      ...bringing({ ...parts, addressOf: (channel, phone) => addressOf(settings, channel, phone) }),
      channels: channelsOf(settings),
      placeOf,
    },
  });
}

const channelsOf = ({ SMS_NUMBER: sms, WHATSAPP_CLOUD_PHONE_NUMBER_ID: cloud }: Numbers): string[] => [
  ...(sms === undefined ? [] : [SMS]),
  ...(cloud === undefined ? [] : [WHATSAPP_CLOUD]),
];

/** As each channel's own messages name whom they come from; WhatsApp writes no `+`. */
function addressOf(
  { SMS_NUMBER: sms, WHATSAPP_CLOUD_PHONE_NUMBER_ID: cloud }: Numbers,
  channel: string,
  phone: string,
): { channel: string; account: string; user: string } | undefined {
  if (channel === SMS && sms !== undefined) return { channel, account: sms, user: phone };
  if (channel === WHATSAPP_CLOUD && cloud !== undefined)
    return { channel, account: cloud, user: phone.slice(1) };
  return undefined;
}

const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\s_’'-]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Regions first: where a cercle has a region's name, the region is meant. */
const BY_NAME = new Map(
  [...PLACES].reverse().flatMap(({ slug, name }) => [[slug, slug] as const, [folded(name), slug] as const]),
);

const placeOf = (words: string): string | undefined => BY_NAME.get(folded(words));

/** The same for the command that checks a file. */
export const contactRooms = { channels: channelsOf, addressOf, placeOf };
