import type { Intent } from '../../domain/language.ts';
import { foldSafe } from '../folding/fold.ts';
import { Typed, typed } from '../folding/typed.ts';
import { ClosePhrases } from '../matching/close.ts';
import { Spellings } from '../matching/spellings.ts';
import type { IntentReader, Match } from '../types.ts';
import { plainly } from './politeness.ts';
import { COMMANDS, INTENT_WORDS, YES_OR_NO } from './words.ts';

/**
 * The intent of a whole utterance: a platform's command, then the tables level by level, then the same without its
 * politeness, then a typing error in a long word. A sentence that contains a command word is no command.
 */
export const intentReader: IntentReader = {
  intent(text) {
    const utterance = typed(text);
    if (utterance.tidy.startsWith('/')) return asIntent(readCommand(utterance.tidy));
    if (utterance.exact === '' || utterance.tooLong)
      return asIntent(readCheck(utterance.tidy.slice(0, CHECK_HEAD)));
    const found = TABLE.find(utterance);
    if (found.kind !== 'none') return asIntent(found);
    const check = readCheck(utterance.safe);
    if (check.kind !== 'none') return asIntent(check);
    const plain = plainly(utterance.safe);
    const request = plain === utterance.safe ? utterance : new Typed(plain);
    const polite = request === utterance ? NONE : TABLE.find(request);
    return asIntent(polite.kind === 'none' ? MISSPELT.find(request) : polite);
  },
};

const NONE: Match<Intent> = { kind: 'none' };
/** Enough to see the word before a long pasted claim. */
const CHECK_HEAD = 40;
/** In a shorter word a single changed letter is often another word; and yes, no and the greetings never forgive one. */
const MIN_MISSPELT = 7;
const NEVER_MISSPELT: readonly Intent[] = ['yes', 'no', 'hello', 'thanks', 'back', 'repeat'];

const entries = (Object.keys(INTENT_WORDS) as Intent[]).flatMap((intent) =>
  [...INTENT_WORDS[intent].fr, ...INTENT_WORDS[intent].bm].map((spelling) => [spelling, intent] as const),
);

const TABLE = new Spellings<Intent>([
  ...entries,
  ...YES_OR_NO.flatMap((spelling) => [[spelling, 'yes'] as const, [spelling, 'no'] as const]),
]);

const MISSPELT = new ClosePhrases<Intent>(
  entries.filter(([spelling, intent]) => {
    const { frenchLike } = new Typed(spelling);
    return (
      !NEVER_MISSPELT.includes(intent) && frenchLike.split(' ').some((word) => word.length >= MIN_MISSPELT)
    );
  }),
  (letters) => (letters >= MIN_MISSPELT - 1 ? 1 : 0),
);

function readCommand(tidied: string): Match<Intent> {
  const name = /^\/([a-z_]{1,32})(?:@\w{1,64})?(?: |$)/u.exec(tidied)?.[1];
  const intent = name === undefined ? undefined : COMMANDS.get(name);
  return intent === undefined ? NONE : { kind: 'one', value: intent };
}

/** `verif …` carries what to check; the other words do only before a code, or any sentence about a rumour would. */
function readCheck(text: string): Match<Intent> {
  const isCheck =
    /^verif /u.test(foldSafe(text)) || /^(?:verifie[rz]?|rumeur|segesege) [a-z]{2} ?\d{4} ?\d+$/u.test(text);
  return isCheck ? { kind: 'one', value: 'check' } : NONE;
}

function asIntent(found: Match<Intent>): ReturnType<IntentReader['intent']> {
  if (found.kind === 'one') return { kind: 'one', intent: found.value };
  return found.kind === 'many' ? { kind: 'many', intents: found.values } : { kind: 'none' };
}
