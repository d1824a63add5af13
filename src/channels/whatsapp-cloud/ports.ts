import type { TellDelivery } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { MediaLibrary } from '../../domain/media.ts';
import type { Counted, Log } from '../platform/ports.ts';

/** When people last wrote to us: WhatsApp takes free words for 24 hours after that, and templates only later. */
export interface Windows {
  /** The person wrote; `at` in milliseconds since 1970. May be called for every message. */
  opened(address: string, at: number): Promise<void>;
  /** When they last wrote, in milliseconds since 1970, to the hour; `undefined`: longer ago than matters, or never. */
  lastOpened(address: string): Promise<number | undefined>;
  /** Takes the one leave a day to send a template to this person; `false`: it is taken. */
  mayKnock(address: string, at: number): Promise<boolean>;
}

/** A template as it was approved by Meta: no words of ours are in it, it only asks the person to write. */
export interface Template {
  name: string;
  /** Meta's code; there is none for Bambara. */
  language: string;
}

export interface WhatsappCloudOptions {
  /** The access token of a system user. */
  token: string;
  /** Signs what the platform brings. */
  appSecret: string;
  /** Typed beside the address of the webhook in Meta's console. */
  verifyToken: string;
  /** Id of our number, not the number itself; digits. */
  phoneNumberId: string;
  /** Default: https://graph.facebook.com. No slash at the end. */
  apiRoot?: string;
  windows: Windows;
  /** Without one, what a closed window keeps from a person waits for them to write. */
  template?: Template;
  /** Where recordings lie; without it all words go alone. */
  media?: MediaLibrary;
  clock: Clock;
  log: Log;
  count?: (what: Counted) => void;
  /** What became of a message that was sent. */
  receipt?: TellDelivery;
  /** Whether the campaign can pay for more of this month's messages; replies go in any case. */
  mayCost?: () => boolean;
}
