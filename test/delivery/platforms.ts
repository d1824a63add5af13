import { cloudPlace, type OpenPlace, smsPlace, telegramPlace, webPlace } from './places.ts';

export interface Platform {
  name: string;
  open: OpenPlace;
  /** Messages a second its stand-in takes, and not one more. */
  perSecond?: number;
}

/** Every channel that has a stand-in without a browser. */
export const PLATFORMS: readonly Platform[] = [
  { name: 'telegram', open: telegramPlace, perSecond: 30 },
  { name: 'whatsapp-cloud', open: cloudPlace, perSecond: 80 },
  { name: 'sms', open: smsPlace(50), perSecond: 50 },
  { name: 'web', open: webPlace },
];

/**
 * What a stand-in takes is counted over so many seconds: the machine that runs both ends stalls for longer than the way
 * over the internet differs. That no single second sees more is held by src/outbox/pacing.test.ts, where time is made.
 */
const WINDOW_S = 5;

export const windowOf = (perSecond: number): { messages: number; perMs: number } => ({
  messages: perSecond * WINDOW_S,
  perMs: WINDOW_S * 1000,
});
