import type { Lang } from '../domain/language.ts';
import type { Choice } from '../domain/message.ts';
import type { EngineEvent, TextKey } from '../engine/types.ts';
import { choiceToken } from './choice-token.ts';
import type { Fingerprint, Speaker } from './ports.ts';

/** The tightest limit among our channels on one message's text, in UTF-16 units. */
const MAX_BUBBLE = 4000;

export interface Bubble {
  text: string;
  choices?: Choice[];
}

export interface Composition {
  speaker: Speaker;
  fingerprint: Fingerprint;
  person: string;
  lang: Lang;
}

/**
 * Makes of everything a turn says one bubble, for each one costs the reader data and the platform's patience
 * (Telegram: one a second a chat). Only the open question has buttons; longer words than a bubble holds become several.
 */
export function compose(
  how: Composition,
  first: TextKey | undefined,
  events: readonly EngineEvent[],
): Bubble[] {
  const said: string[] = first === undefined ? [] : [how.speaker.say(how.lang, first)];
  let choices: Choice[] = [];
  for (const event of events) {
    if (event.kind !== 'said') continue;
    said.push(how.speaker.say(how.lang, event.text, event.params));
    choices = event.ask === undefined ? [] : buttons(how, event.ask);
  }
  const texts = pack(said.filter((text) => text !== ''));
  return texts.map((text, index) =>
    index === texts.length - 1 && choices.length > 0 ? { text, choices } : { text },
  );
}

type Ask = NonNullable<Extract<EngineEvent, { kind: 'said' }>['ask']>;

const buttons = (
  { speaker, fingerprint, person, lang }: Composition,
  { sid, step, choices }: Ask,
): Choice[] =>
  choices.map(({ choice, label }) => ({
    id: choiceToken(fingerprint, { person, sid, step }, choice),
    label: 'literal' in label ? label.literal : speaker.say(lang, label),
  }));

function pack(paragraphs: readonly string[]): string[] {
  const bubbles: string[] = [];
  for (const paragraph of paragraphs.flatMap(cut)) {
    const last = bubbles.at(-1);
    if (last !== undefined && last.length + 2 + paragraph.length <= MAX_BUBBLE)
      bubbles[bubbles.length - 1] = `${last}\n\n${paragraph}`;
    else bubbles.push(paragraph);
  }
  return bubbles;
}

/** Cuts an overlong paragraph at a space where there is one, never inside a surrogate pair. */
function cut(paragraph: string): string[] {
  if (paragraph.length <= MAX_BUBBLE) return [paragraph];
  const space = paragraph.lastIndexOf(' ', MAX_BUBBLE);
  let end = space > MAX_BUBBLE / 2 ? space : MAX_BUBBLE;
  if (/[\uD800-\uDBFF]/.test(paragraph.charAt(end - 1))) end -= 1;
  return [paragraph.slice(0, end), ...cut(paragraph.slice(end).trimStart())];
}
