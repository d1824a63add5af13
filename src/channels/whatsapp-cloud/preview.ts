import { type Preview, tightOn, weightOf } from '../../domain/shown.ts';
import { type Body, lengthOf, MAX_BODY, render } from './render.ts';
import { CHANNEL } from './to-inbound.ts';

/** A message as WhatsApp shows what its Cloud API sends. */
export const preview: Preview = {
  id: CHANNEL,
  show({ text, choices = [], audio, image }) {
    const body = render(text, choices);
    const message = messageOf(body);
    const carries = audio !== undefined || image !== undefined;
    return {
      way: wayOf(body, choices.length),
      messages: [message],
      bytes: weightOf([message]),
      ...(carries && { file: 'after' as const }),
      ...(body.type === 'text' && lengthOf(message.text) > MAX_BODY && { refused: 'too_long' }),
      tight: tightOn(CHANNEL, choices),
    };
  },
};

function wayOf(body: Body, choices: number): 'buttons' | 'list' | 'numbers' | 'words' {
  if (body.type === 'interactive') return body.interactive.type === 'button' ? 'buttons' : 'list';
  return choices > 0 ? 'numbers' : 'words';
}

function messageOf(body: Body): { text: string; keys: readonly string[] } {
  if (body.type === 'text') return { text: body.text.body, keys: [] };
  const { body: words, action } = body.interactive;
  const keys =
    'buttons' in action
      ? action.buttons.map(({ reply }) => reply.title)
      : action.sections.flatMap(({ rows }) => rows.map(({ title }) => title));
  return { text: words.text, keys };
}
