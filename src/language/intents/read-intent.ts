import type { By, Told } from '../../domain/how.ts';
import type { Intent } from '../../domain/language.ts';
import { foldSafe } from '../folding/fold.ts';
import { Typed, typed } from '../folding/typed.ts';
import { Spellings, toMatch } from '../matching/spellings.ts';
import type { IntentReader, Match } from '../types.ts';
import { withoutEndings } from './endings.ts';
import { readMisspelt } from './misspelt.ts';
import { OTHER_WORDS } from './other-words.ts';
import { plainly } from './politeness.ts';
import { UTTERANCES } from './utterances.ts';
import { COMMANDS, YES_OR_NO } from './words.ts';
import { readYesNoPhrases, readYesNoWords } from './yes-no.ts';

/**
 * The intent of a whole utterance: a platform's command, then the tables level by level, then the same without its
 * politeness, then its endings, then a slip of the finger. A sentence that contains a command word is no command.
 */
export const intentReader: IntentReader = {
  intent(text, told) {
    const utterance = typed(text);
    if (utterance.tidy.startsWith('/'))
      return asIntent(telling(readCommand(utterance.tidy), 'command', told));
    if (utterance.exact === '') return asIntent(asWords(readYesNoWords(text, told)));
    if (utterance.tooLong)
      return asIntent(telling(readCheck(utterance.tidy.slice(0, CHECK_HEAD)), 'code', told));
    const found = TABLE.find(utterance, told);
    if (found.kind !== 'none') return asIntent(found);
    const check = readCheck(utterance.safe);
    if (check.kind !== 'none') return asIntent(telling(check, 'code', told));
    const plain = plainly(utterance.safe);
    const request = plain === utterance.safe ? utterance : new Typed(plain);
    if (request.words > TABLE.mostWords || OTHER_WORDS.has(plain)) return { kind: 'none' };
    const polite = request === utterance ? NONE : TABLE.find(request);
    if (polite.kind !== 'none') return asIntent(telling(polite, 'polite', told));
    // One of them alone would have stood in the table.
    const answer = readYesNoPhrases(utterance, told);
    if (answer.kind !== 'none') return asIntent(asWords(answer));
    const ended = ENDINGS.get(withoutEndings(request.frenchLike));
    if (ended !== undefined) return asIntent(telling(toMatch(ended), 'ending', told));
    const slip = readMisspelt(request);
    if (slip.kind !== 'none') told?.({ by: 'close', errors: 1 });
    return asIntent(slip);
  },
};

const NONE: Match<Intent> = { kind: 'none' };
/** Enough to see the word before a long pasted claim. */
const CHECK_HEAD = 40;
/** "données" without its ending would be "donner". */
const MIN_ENDED = 5;
/** The same, and what it went by. */
function telling(found: Match<Intent>, by: By, told?: Told): Match<Intent> {
  if (found.kind !== 'none') told?.({ by });
  return found;
}

const asWords = (answer: Match<boolean>): Match<Intent> => {
  if (answer.kind === 'none') return NONE;
  if (answer.kind === 'many') return { kind: 'many', values: ['yes', 'no'] };
  return { kind: 'one', value: answer.value ? 'yes' : 'no' };
};

const TABLE = new Spellings<Intent>(
  [
    ...UTTERANCES.map(({ typed, intent }) => [typed, intent] as const),
    ...YES_OR_NO.flatMap((spelling) => [[spelling, 'yes'] as const, [spelling, 'no'] as const]),
  ],
  OTHER_WORDS,
);

/** What French spells with an ending or without, by what stands before it. */
const ENDINGS = new Map<string, Intent[]>();
for (const { typed, intent } of UTTERANCES) {
  const key = withoutEndings(typed.frenchLike);
  const known = ENDINGS.get(key) ?? [];
  if (intent !== 'yes' && intent !== 'no' && key.length >= MIN_ENDED && !known.includes(intent))
    ENDINGS.set(key, [...known, intent]);
}

function readCommand(tidied: string): Match<Intent> {
  const name = /^\/([a-z_]{1,32})(?:@\w{1,64})?(?: |$)/u.exec(tidied)?.[1];
  const intent = name === undefined ? undefined : COMMANDS.get(name);
  return intent === undefined ? NONE : { kind: 'one', value: intent };
}

/**
 * `verif …` carries what to check; the other words do only before a code, or any sentence about a rumour would. A whole
 * code is enough by itself.
 */
function readCheck(text: string): Match<Intent> {
  const isCheck = /^verif /u.test(foldSafe(text)) || BEFORE_CODE.test(text) || CODE.test(text);
  return isCheck ? { kind: 'one', value: 'check' } : NONE;
}

const BEFORE_CODE = /^(?:verifie[rz]?|rumeur|segesege) (?:[a-z]{2} ?)?(?:\d{4} ?)?\d{1,6}$/u;
const CODE = /^ml ?20\d{2} ?\d{1,6}$/u;

function asIntent(found: Match<Intent>): ReturnType<IntentReader['intent']> {
  if (found.kind === 'one') return { kind: 'one', intent: found.value };
  return found.kind === 'many' ? { kind: 'many', intents: found.values } : { kind: 'none' };
}
