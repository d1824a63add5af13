import { refusal } from '../../domain/faults.ts';
import type { Settings } from '../settings.ts';

/** What a process of several may be for: `benkan serve --role …`. */
export const SERVE_ROLES = ['all', 'web', 'worker', 'whatsapp-web'] as const;
export type ServeRole = (typeof SERVE_ROLES)[number];

/** What a process does. */
export interface Part {
  /** Serves pages and the doors platforms call. */
  doors: boolean;
  /** Brings messages in: registers webhooks, polls, opens the session of a linked number. */
  receives: boolean;
  /** Sends what another process handed over. */
  sends: boolean;
  /** Runs due-dates, finishes what a dead process left, expires. */
  jobs: boolean;
}

/**
 * Doors answer whoever writes, at once and by themselves; workers do what nobody waits for. The linked WhatsApp number is
 * one session in one browser, so that one process alone receives and sends there.
 */
export const PARTS: Readonly<Record<ServeRole, Part>> = {
  all: { doors: true, receives: true, sends: true, jobs: true },
  web: { doors: true, receives: true, sends: false, jobs: false },
  worker: { doors: false, receives: false, sends: true, jobs: true },
  'whatsapp-web': { doors: false, receives: true, sends: true, jobs: false },
};

/**
 * The settings as a process of this role sees them: with a role of its own, only that one has the linked number, and
 * nothing else.
 * @throws Fault `missing_setting` where several processes would have nothing in common
 */
export function settingsFor(role: ServeRole, settings: Settings): Settings {
  if (role === 'all') return settings;
  for (const [name, example] of NEEDED)
    if (settings[name] === undefined)
      throw refusal(
        'missing_setting',
        `${name} is missing: processes with --role ${role} share what they do; expected the address they all use, e.g. ${name}=${example}`,
      );
  const driver = settings.WHATSAPP_DRIVER;
  if (role !== 'whatsapp-web')
    return { ...settings, WHATSAPP_DRIVER: driver === 'both' ? 'cloud' : driver === 'web' ? 'off' : driver };
  if (driver !== 'web' && driver !== 'both')
    throw refusal(
      'bad_setting',
      `WHATSAPP_DRIVER is ${driver}: expected web or both with --role whatsapp-web, e.g. WHATSAPP_DRIVER=both`,
    );
  return { ...settings, WHATSAPP_DRIVER: 'web', TELEGRAM_TOKEN: undefined, SMS_SEND_URL: undefined };
}

const NEEDED = [
  ['MONGODB_URI', 'mongodb://db1,db2,db3/benkan?replicaSet=rs0'],
  ['REDIS_URL', 'redis://localhost:6379'],
] as const;
