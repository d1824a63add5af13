import type { Lang } from '../domain/language.ts';
import type { Choice, Outbound } from '../domain/message.ts';
import type { EngineEvent, OfferedChoice, TextKey } from '../engine/types.ts';
import { choiceCode } from './choice-code.ts';
import { choiceToken } from './choice-token.ts';
import { pack, type Part } from './pack.ts';
import type { Fingerprint, Speaker, TextVoices } from './ports.ts';

export interface Bubble {
  text: string;
  choices?: Choice[];
  audio?: { media: string };
  image?: { media: string };
  asks?: NonNullable<Outbound['asks']>;
  asksNoMore?: true;
}

export interface Composition {
  speaker: Speaker;
  fingerprint: Fingerprint;
  person: string;
  lang: Lang;
  /** Given where the person listens: what is said goes with its recording. */
  voices?: TextVoices | undefined;
}

/**
 * Makes of everything a turn says one bubble, for each one costs the reader data and the platform's patience
 * (Telegram: one a second a chat). Only the open question has buttons; longer words than a bubble holds become several.
 * A bubble is one attempt to send with one outcome (COMMIT 10), so what a channel could not send at once is cut here.
 */
export function compose(
  how: Composition,
  first: TextKey | undefined,
  events: readonly EngineEvent[],
): Bubble[] {
  const said: Part[] = first === undefined ? [] : [part(how, first)];
  let choices: Choice[] = [];
  for (const event of events) {
    if (event.kind !== 'said') continue;
    said.push(part(how, event.text, event));
    choices = event.ask === undefined ? [] : buttons(how, event.ask);
  }
  const parts = pack(said);
  return parts.map(({ text, audio, image }, index) => ({
    text,
    ...(audio !== undefined && { audio: { media: audio } }),
    ...(image !== undefined && { image: { media: image } }),
    ...(index === parts.length - 1 && choices.length > 0 && { choices }),
  }));
}

/** A recording the flow names goes to everybody. */
const part = (
  { speaker, lang, voices }: Composition,
  text: TextKey,
  { params, audio, image }: Partial<Pick<Said, 'params' | 'audio' | 'image'>> = {},
): Part => ({ text: speaker.say(lang, text, params), audio: audio ?? voices?.of(lang, text), image });

type Said = Extract<EngineEvent, { kind: 'said' }>;
type Ask = NonNullable<Said['ask']>;

/** On a scale the number is the answer; elsewhere it is the place in the list, as the question understands it. */
const buttons = (
  { speaker, fingerprint, person, lang }: Composition,
  { sid, step, type, choices }: Ask,
): Choice[] =>
  choices.map((one, at) => {
    const id = choiceToken(fingerprint, { person, sid, step }, one.choice);
    const typed = one.buttonOnly
      ? { code: choiceCode(id) }
      : { digits: type === 'scale' ? one.choice : String(at + 1) };
    return { id, label: labelOf(one, speaker, lang), ...typed };
  });

/** What stands on a button. */
export const labelOf = ({ label, picked }: OfferedChoice, speaker: Speaker, lang: Lang): string =>
  `${picked ? PICKED : ''}${'literal' in label ? label.literal : speaker.say(lang, label)}`;

/** Two characters, which the checker leaves room for. */
const PICKED = '✓ ';
