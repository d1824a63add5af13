import { INTENT_WORDS } from '../intents/words.ts';
import { readYesNo } from '../intents/yes-no.ts';
import { allSpellingsOf } from './spellings.ts';

/** Every spelling of every yes and no, and those that are taken for the other: there must be none. */
export function yesNoConfusions(): { spellings: number; confused: string[] } {
  const yes = [...INTENT_WORDS.yes.fr, ...INTENT_WORDS.yes.bm].flatMap(allSpellingsOf);
  const no = [...INTENT_WORDS.no.fr, ...INTENT_WORDS.no.bm].flatMap(allSpellingsOf);
  const confused = [...taken(yes, false), ...taken(no, true)];
  return { spellings: yes.length + no.length, confused };
}

const taken = (spellings: readonly string[], value: boolean): string[] =>
  spellings.filter((spelling) => {
    const found = readYesNo(spelling);
    return found.kind === 'one' && found.value === value;
  });
