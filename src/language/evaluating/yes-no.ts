import { INTENT_WORDS } from '../intents/words.ts';
import { readYesNo } from '../intents/yes-no.ts';
import { allSpellingsOf } from './spellings.ts';

/** Every spelling of every yes and no, and those that are taken for the other: there must be none. */
export function yesNoConfusions(): { spellings: number; confused: string[] } {
  const [yes, no] = [allOf('yes'), allOf('no')];
  const confused = [...taken(yes, false), ...taken(no, true)];
  return { spellings: yes.length + no.length, confused };
}

/** French too is put through the Bambara spellings: what matters here is that nothing ever becomes its opposite. */
const allOf = (intent: 'yes' | 'no'): string[] =>
  [...INTENT_WORDS[intent].fr, ...INTENT_WORDS[intent].bm].flatMap((said) => allSpellingsOf(said, 'bm'));

const taken = (spellings: readonly string[], value: boolean): string[] =>
  spellings.filter((spelling) => {
    const found = readYesNo(spelling);
    return found.kind === 'one' && found.value === value;
  });
