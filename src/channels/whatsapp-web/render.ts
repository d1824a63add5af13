import { choiceWay } from '../../domain/choice-limits.ts';
import type { Choice } from '../../domain/message.ts';
import { listed, numbered } from '../platform/numbered.ts';
import type { ChoicesAs } from './ports.ts';

const POLL = choiceWay('whatsapp-web', 'poll');
/** WhatsApp's limits, in characters as people count them. */
const MAX_QUESTION = 255;
const MAX_BODY = 65_536;

/** What is shown. `options`: the text is a poll's question. */
export interface Body {
  text: string;
  options?: string[];
}

/**
 * A message in WhatsApp's shapes (C7): numbered lines, as people know them from paying by phone, or a poll where that was
 * chosen and the message fits. Either is answered by a digit or a label as well. `undefined`: it is too long.
 */
export function render(text: string, choices: readonly Choice[], as: ChoicesAs): Body | undefined {
  const options = choices.map(numbered);
  if (as === 'poll' && fitsPoll(text, options)) return { text, options };
  const body = [text, ...listed(choices)].join('\n');
  return lengthOf(body) > MAX_BODY ? undefined : { text: body };
}

/** The library trims words; what would change stays text. */
function fitsPoll(text: string, labels: readonly string[]): boolean {
  return (
    labels.length >= 2 &&
    labels.length <= POLL.most &&
    new Set(labels).size === labels.length &&
    [text, ...labels].every((words) => words !== '' && words === words.trim()) &&
    labels.every((label) => lengthOf(label) <= POLL.label) &&
    lengthOf(text) <= MAX_QUESTION
  );
}

const lengthOf = (text: string): number => Array.from(text).length;
