import type { GlobalIntent } from '../../domain/language.ts';
import { type InboundContent, LINK } from '../../domain/message.ts';

/** The commands of Telegram's menu, in the order in which it shows them. */
export const MENU_COMMANDS = {
  menu: 'menu',
  aide: 'help',
  langue: 'language',
  nouvelles: 'news',
  sondage: 'survey',
  volontaire: 'volunteer',
  activites: 'events',
  verif: 'check',
  signaler: 'report',
  donnees: 'my_data',
  effacer: 'erase',
  stop: 'stop',
} as const satisfies Record<string, GlobalIntent>;

const INTENTS = new Map<string, GlobalIntent>([['start', 'menu'], ...Object.entries(MENU_COMMANDS)]);

/**
 * `/aide`, `/AIDE@benkan_bot`: the intent. `/verif some rumour` keeps its words, as text without the slash, and `/start`
 * the name of the link the person came by, as far as a link can carry it: what that means, if anything, is decided by a
 * list of ours, for anybody can make a link. What follows any other command is dropped. Unknown commands stay text.
 */
export function readCommand(text: string): InboundContent {
  const [, word = '', rest = ''] =
    /^\/([\p{L}\p{M}0-9_]{1,32})(?:@\w{1,64})?(?:\s+([^]*))?$/u.exec(text) ?? [];
  const intent = INTENTS.get(plain(word));
  if (!intent) return { kind: 'text', text };
  if (plain(word) === 'start' && LINK.test(rest.trim())) return { kind: 'arrival', link: rest.trim() };
  if (intent === 'check' && rest.trim() !== '') return { kind: 'text', text: `${word} ${rest}` };
  return { kind: 'intent', intent };
}

/** Someone who types `/Activités` by hand means the command, which Telegram allows without accents only. */
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
