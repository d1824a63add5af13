import type { GlobalIntent } from '../../domain/language.ts';

/**
 * Words networks everywhere teach people for SMS, beside those the bot understands on every channel (STOP, ARRET, AIDE):
 * whole messages only. INFO is left to the bot, for which it is the news; YES to the question that is open.
 * Source: Twilio, "Advanced Opt-Out", default keywords; they are those of the CTIA's Messaging Principles.
 */
const WORDS: ReadonlyMap<string, GlobalIntent> = new Map([
  ...[
    'stop',
    'stopall',
    'stop all',
    'stop sms',
    'unsubscribe',
    'end',
    'quit',
    'cancel',
    'optout',
    'revoke',
  ].map((word) => [word, 'stop'] as const),
  ...['start', 'unstop'].map((word) => [word, 'menu'] as const),
  ['help', 'help'],
]);

/** Some networks have people name the number that is to stop. */
const STOP_A_NUMBER = /^stop \d{3,15}$/u;

/** What such a word asks for; `undefined` for everything else. */
export function carrierWord(text: string): GlobalIntent | undefined {
  const word = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  return STOP_A_NUMBER.test(word) ? 'stop' : WORDS.get(word);
}
