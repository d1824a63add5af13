import type { FoundPerson, People } from '../capabilities/settings/index.ts';
import { SMS } from '../channels/sms/index.ts';
import { WEB } from '../channels/web/index.ts';
import { WHATSAPP_CLOUD } from '../channels/whatsapp-cloud/index.ts';
import { WHATSAPP_WEB } from '../channels/whatsapp-web/index.ts';
import type { Inbound } from '../domain/message.ts';
import type { Settings } from './settings.ts';

type Address = Pick<Inbound, 'channel' | 'account' | 'user'>;

interface FindParts {
  settings: Settings;
  /** The number of the phone that is linked, where there is one. */
  linkedAccount: () => string | undefined;
  idOf: (address: Address) => string;
  /** Everybody who talks in a conversation. */
  personsOf: (conversation: string) => Promise<readonly string[]>;
  kept: (person: string) => Promise<Readonly<Record<string, number | undefined>>>;
  erase: (person: string) => Promise<void>;
}

/** Finds people by their own number or id, as each channel's messages name them (T4). */
export function findPeople(parts: FindParts): People {
  return {
    async find(typed) {
      const found = await Promise.all(
        addressesOf(typed, parts.settings, parts.linkedAccount()).map(async (address) => ({
          channel: address.channel,
          persons: await parts.personsOf(parts.idOf(address)),
        })),
      );
      const known = found.filter(({ persons }) => persons.length > 0);
      const persons = [...new Set(known.flatMap((one) => one.persons))];
      if (persons.length === 0) return undefined;
      const channels = [...new Set(known.map(({ channel }) => channel))];
      return { persons, channels, kept: await keptOf(persons, parts) } satisfies FoundPerson;
    },
    erase: parts.erase,
  };
}

async function keptOf(persons: readonly string[], { kept }: FindParts): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const each of await Promise.all(persons.map(kept)))
    for (const [kind, count = 0] of Object.entries(each)) sums[kind] = (sums[kind] ?? 0) + count;
  return sums;
}

/** All ids somebody may have who is known under what was typed: a number has one on each channel. */
export function addressesOf(typed: string, settings: Settings, linkedAccount: string | undefined): Address[] {
  const digits = typed.replace(/[\s().+-]/gu, '');
  const cloud = settings.WHATSAPP_CLOUD_PHONE_NUMBER_ID;
  if (!/^\d{5,20}$/u.test(digits))
    return [
      { channel: WEB, account: WEB, user: typed },
      ...(cloud === undefined ? [] : [{ channel: WHATSAPP_CLOUD, account: cloud, user: typed }]),
    ];
  const number = internationalOf(digits, typed, settings);
  const telegram = settings.TELEGRAM_TOKEN?.split(':')[0];
  const addresses: Address[] = [];
  if (telegram !== undefined) addresses.push({ channel: 'telegram', account: telegram, user: digits });
  if (cloud !== undefined)
    for (const user of new Set([number, digits]))
      addresses.push({ channel: WHATSAPP_CLOUD, account: cloud, user });
  if (linkedAccount !== undefined)
    addresses.push({ channel: WHATSAPP_WEB, account: linkedAccount, user: `${number}@c.us` });
  const short = settings.SMS_NUMBER;
  if (short !== undefined)
    for (const user of new Set([`+${number}`, number, digits]))
      addresses.push({ channel: SMS, account: short, user });
  return addresses;
}

/** Eight digits are a number of the country; 00 stands for +. */
function internationalOf(digits: string, typed: string, settings: Settings): string {
  if (typed.trim().startsWith('+')) return digits;
  if (digits.startsWith('00')) return digits.slice(2);
  return digits.length === 8 ? `${settings.SMS_COUNTRY}${digits}` : digits;
}
