import { langOf, type Talk } from '../conversation.ts';
import type { EntryContent } from '../entry.ts';
import type { Speaker } from '../ports.ts';
import { runTurn, type Turn } from '../turn.ts';
import type { TurnDeps, TurnInput } from '../turn-input.ts';
import { spoke } from '../unasked.ts';
import type { Kept, OnPhone, Sign } from './on-phone.ts';

/** Things that wait for one person; of more the oldest is dropped, as nobody reads as much at once. */
const MOST_KEPT = 8;
/** The phone says once a day that something waits for somebody: each message costs all of them data. */
const TOLD_EVERY_MS = 86_400_000;

export interface Keeping {
  /** What came of it for the talk; nothing of it is said. */
  turn: Turn;
  /** It is time to say that something waits. */
  tells: boolean;
}

/**
 * What the house begins for somebody who does not have the phone: their talk goes on in silence, and what was to be said
 * waits for them.
 */
export async function kept(deps: TurnDeps, input: TurnInput & { talk: Talk }, on: OnPhone): Promise<Keeping> {
  const { talk, content, now } = input;
  const one = keepable(content);
  const turn =
    content.kind === 'prompt'
      ? silent(talk)
      : await runTurn(deps, { ...input, talk: { ...talk, away: true } });
  const waits = one !== undefined || spoke(turn.events);
  const tells = waits && (on.told === undefined || now - on.told >= TOLD_EVERY_MS);
  const phone = {
    ...on,
    ...(one && { kept: [...(on.kept ?? []), one].slice(-MOST_KEPT) }),
    ...(tells && { told: now }),
  };
  return { turn: { ...turn, bubbles: [], talk: { ...turn.talk, away: talk.away, phone } }, tells };
}

/** Neutral: neither what waits nor from whom, as anybody may have the phone. */
export const waitsFor = (speaker: Speaker, reader: Talk, sign: Sign): string =>
  saidOfSign(speaker, reader, 'phone.waits', sign);

/** A sentence with somebody's sign in it, in the language of whoever had the phone last. */
export function saidOfSign(speaker: Speaker, { profile }: Talk, key: string, sign: Sign): string {
  const lang = langOf(profile, speaker.fallback);
  const signe = speaker.say(lang, { flow: 'bot', key: `phone.signs.${sign}` });
  return speaker.say(lang, { flow: 'bot', key }, { signe });
}

/** A turn in which nothing happens. */
export const silent = (talk: Talk): Turn => ({
  ...{ talk, say: undefined, bubbles: [], effects: [], erase: false, events: [], walk: [] },
});

function keepable(content: EntryContent): Kept | undefined {
  if (content.kind === 'prompt') return { kind: 'prompt', flow: content.flow, params: content.params };
  if (content.kind === 'speak') return { kind: 'words', text: content.text };
  return undefined;
}
