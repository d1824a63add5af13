import type { PageLang } from '../model/words.ts';
import type { Audiences, Scope } from '../ports.ts';
import type { Counted } from './audience-part.tsx';
import { audienceOf, draftFault, type GroupDraft } from './draft.ts';

/** What the panel beside a builder says: what is meant so far, and how many that are. */
export async function countOf(
  { audiences }: { audiences: Pick<Audiences, 'shown' | 'describe' | 'smallest'> },
  draft: GroupDraft,
  scope: Scope,
  lang: PageLang,
): Promise<Counted> {
  // What is too large is not counted; the form says so when it is kept.
  const of = draftFault(draft) === 'too_big' ? { any: [] } : audienceOf(draft);
  return {
    counts: await audiences.shown(of, scope),
    smallest: audiences.smallest,
    words: audiences.describe(of, lang),
  };
}
