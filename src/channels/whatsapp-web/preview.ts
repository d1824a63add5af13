import { type Preview, tightOn, weightOf } from '../../domain/shown.ts';
import type { ChoicesAs } from './ports.ts';
import { render } from './render.ts';
import { CHANNEL } from './to-inbound.ts';

/** A message as WhatsApp shows what an ordinary number sends. */
export const preview = (choicesAs: ChoicesAs): Preview => ({
  id: CHANNEL,
  show({ text, choices = [], audio, image }) {
    const body = render(text, choices, choicesAs);
    const { options = [] } = body ?? {};
    const messages = [{ text: body?.text ?? text, keys: options }];
    const carries = audio !== undefined || image !== undefined;
    return {
      way: options.length > 0 ? 'poll' : choices.length > 0 ? 'numbers' : 'words',
      messages,
      bytes: weightOf(messages),
      ...(carries && { file: 'after' as const }),
      ...(body === undefined && { refused: 'too_long' }),
      tight: choicesAs === 'poll' ? tightOn(CHANNEL, choices) : [],
    };
  },
});
