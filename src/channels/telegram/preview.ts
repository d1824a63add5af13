import { MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { type Preview, type Shown, tightOn, weightOf } from '../../domain/shown.ts';
import { numbered } from '../platform/numbered.ts';
import { areButtons } from './markup.ts';
import { TAKEN } from './send.ts';

const CHANNEL = 'telegram';

/** A message as Telegram would show it. */
export const preview: Preview = {
  id: CHANNEL,
  show({ text, choices = [], audio, image, asks, asksNoMore }) {
    const keys = asks === undefined ? choices.map(numbered) : [asks.label];
    // A key of the keyboard goes away only with a message that has no buttons.
    const before = asksNoMore && choices.length > 0 ? [{ text: TAKEN, keys: [] }] : [];
    const messages = [...before, { text, keys }];
    const refused = refusalOf(text, areButtons(choices));
    const carries = audio !== undefined || image !== undefined;
    return {
      way: keys.length > 0 ? 'buttons' : 'words',
      messages,
      bytes: weightOf(messages),
      ...(carries && { file: text.length > MAX_CAPTION_LENGTH ? ('left_out' as const) : ('with' as const) }),
      ...(refused && { refused }),
      tight: tightOn(CHANNEL, choices),
    } satisfies Shown;
  },
};

function refusalOf(text: string, buttons: boolean): string | undefined {
  if (text.length > MAX_TEXT_LENGTH) return 'too_long';
  return buttons ? undefined : 'bad_buttons';
}
