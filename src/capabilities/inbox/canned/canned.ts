import type { Chance, Clock } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { Lang } from '../../../domain/language.ts';
import {
  ASSIGNING_ROLES,
  type CannedDone,
  type CannedForm,
  type CannedRepliesOf,
  MAX_REPLY,
} from '../ports.ts';
import { typed } from '../typed.ts';
import type { CannedStore } from './canned-store.ts';

export interface CannedDeps {
  store: CannedStore;
  clock: Clock;
  chance: Chance;
  /** Languages a reply may be in. */
  languages: readonly Lang[];
}

/** More than that nobody finds anything in. */
const MOST_REPLIES = 100;
const MAX_TITLE = 60;
const ID_BYTES = 9;

/** Canned replies of an organisation: everybody who answers may use them, who assigns may change them. */
export const cannedOf =
  ({ store, clock, chance, languages }: CannedDeps): CannedRepliesOf =>
  ({ org, role }, audit) => {
    const mayEdit = ASSIGNING_ROLES.some((each) => each === role);
    const today = (): string => dayOf(clock.now());
    return {
      list: () => store.list(org),
      find: (id) => store.find(org, id),
      async save(id, form, rev) {
        if (!mayEdit) return refused('not_allowed');
        const reply = read(form, languages);
        if ('why' in reply) return refused(reply.why);
        if (id !== null) {
          if ((await store.find(org, id)) === null) return refused('no_such_reply');
          await audit('inbox.canned_saved', `canned/${id}`);
          const saved = await store.replace(org, { id, ...reply, rev: rev + 1 }, rev, today());
          return saved ? { kind: 'done', id } : refused('stale');
        }
        if ((await store.count(org)) >= MOST_REPLIES) return refused('too_many');
        const fresh = `r${Buffer.from(chance.token(ID_BYTES), 'base64url').toString('hex')}`;
        await audit('inbox.canned_saved', `canned/${fresh}`);
        await store.add(org, { id: fresh, ...reply, rev: 1 }, today());
        return { kind: 'done', id: fresh };
      },
      async remove(id, rev) {
        if (!mayEdit) return refused('not_allowed');
        if ((await store.find(org, id)) === null) return refused('no_such_reply');
        await audit('inbox.canned_removed', `canned/${id}`);
        return (await store.remove(org, id, rev)) ? { kind: 'done', id } : refused('stale');
      },
    };
  };

/** Only languages there are; what is empty in one is left out of it. */
function read(form: CannedForm, languages: readonly Lang[]): CannedForm | { why: 'empty' | 'too_long' } {
  const title = typed(form.title);
  const texts = Object.fromEntries(
    languages.flatMap((lang) => {
      const text = typed(form.texts[lang] ?? '');
      return text === '' ? [] : [[lang, text] as const];
    }),
  );
  if (title === '' || Object.keys(texts).length === 0) return { why: 'empty' };
  const long = title.length > MAX_TITLE || Object.values(texts).some((text) => text.length > MAX_REPLY);
  return long ? { why: 'too_long' } : { title, texts };
}

const refused = (why: Extract<CannedDone, { kind: 'refused' }>['why']): CannedDone => ({
  ...{ kind: 'refused', why },
});
