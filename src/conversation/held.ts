import type { InboundContent } from '../domain/message.ts';
import type { EngineInput, Session, TextKey } from '../engine/types.ts';
import { isGlobal } from './global-intents.ts';
import type { IntentReader } from './ports.ts';
import { uncaptioned } from './uncaptioned.ts';

/** A person of the house has this talk: the bot is silent in it, but for what its citizen opens over it. */
export const isHeld = (session: Session | null): boolean =>
  session?.frames.some(({ staff }) => staff === true) === true;

/** What is written now is for them: nothing has been opened over the talk. */
export const isHeard = (session: Session | null): boolean => session?.frames.at(-1)?.staff === true;

/**
 * What a message means while a person of the house hears it: it is for them, greetings, keywords and all. Only the words
 * that always win still go to the bot, and what nobody can read is said to be so, or its sender would wait for an answer.
 * @returns `undefined` where it means what it always does
 */
export function forStaff(
  intents: IntentReader,
  content: InboundContent,
): { say?: TextKey; input?: EngineInput } | undefined {
  switch (content.kind) {
    case 'text': {
      const read = intents.intent(content.text);
      if (read.kind === 'one' && isGlobal(read.intent)) return undefined;
      return { input: { kind: 'reply', reply: content } };
    }
    case 'media':
      return { input: { kind: 'reply', reply: uncaptioned(content) } };
    case 'choice':
      return {};
    case 'unsupported':
      return { say: { flow: 'bot', key: content.what === 'too_long' ? 'too_long' : 'media_not_kept' } };
    case 'presence':
    case 'intent':
    case 'arrival':
      return undefined;
  }
}
