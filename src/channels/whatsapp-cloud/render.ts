import { type ChoiceWay, choiceWay } from '../../domain/choice-limits.ts';
import type { Choice } from '../../domain/message.ts';
import { listed } from '../platform/numbered.ts';

const BUTTONS = choiceWay('whatsapp-cloud', 'buttons');
const LIST = choiceWay('whatsapp-cloud', 'list');
/** Of the words above buttons, in characters as people count them (Cloud API, interactive messages). */
const MAX_BUTTONS_TEXT = 1024;
export const MAX_BODY = 4096;
const MAX_ID = 200;
/** Opens a list; the same in every language. */
const LIST_BUTTON = '☰';

/** The part of a request that says what is shown. */
export type Body =
  | { type: 'text'; text: { body: string; preview_url: false } }
  | { type: 'interactive'; interactive: Interactive };

interface Interactive {
  type: 'button' | 'list';
  body: { text: string };
  action: Buttons | Rows;
}

interface Buttons {
  buttons: readonly { type: 'reply'; reply: { id: string; title: string } }[];
}

interface Rows {
  button: string;
  sections: readonly { rows: readonly { id: string; title: string }[] }[];
}

/**
 * A message in WhatsApp's shapes (C7): up to three short choices are buttons, up to ten a list, and what fits neither is
 * numbered text, which is answered by a digit or a label like everything else.
 */
export function render(text: string, choices: readonly Choice[]): Body {
  const distinct = new Set(choices.map(({ label }) => label.trim())).size === choices.length;
  const tappable = distinct && choices.length > 0 && choices.every(({ id, label }) => isOffer(id, label));
  if (tappable && fit(choices, BUTTONS) && lengthOf(text) <= MAX_BUTTONS_TEXT)
    return interactive('button', text, {
      buttons: choices.map(({ id, label }) => ({ type: 'reply' as const, reply: { id, title: label } })),
    });
  if (tappable && fit(choices, LIST) && lengthOf(text) <= MAX_BODY)
    return interactive('list', text, {
      button: LIST_BUTTON,
      sections: [{ rows: choices.map(({ id, label }) => ({ id, title: label })) }],
    });
  const body = [text, ...listed(choices)].join('\n');
  return { type: 'text', text: { body, preview_url: false } };
}

const interactive = (type: Interactive['type'], text: string, action: Interactive['action']): Body => ({
  type: 'interactive',
  interactive: { type, body: { text }, action },
});

const isOffer = (id: string, label: string): boolean =>
  id !== '' && id.length <= MAX_ID && label.trim() !== '';

const fit = (choices: readonly Choice[], { most, label: longest }: ChoiceWay): boolean =>
  choices.length <= most && choices.every(({ label }) => lengthOf(label) <= longest);

/** In code points, as the platform counts. */
export const lengthOf = (text: string): number => Array.from(text).length;
