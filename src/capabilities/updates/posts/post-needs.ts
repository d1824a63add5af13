import type { StaffLang } from '../../../web/kit/index.ts';
import type { Need } from '../../../web/staff/index.ts';
import { readNumber } from '../model/update.ts';
import type { UpdatesStore } from '../updates-store.ts';
import type { PostsStore } from './posts-store.ts';
import { POSTS } from './texts.ts';

/** Who has not posted it again in a week has let it be. */
const REMEMBERED_MS = 7 * 86_400_000;

export interface PostNeedsDeps {
  posts: Pick<PostsStore, 'troubled'>;
  store: Pick<UpdatesStore, 'count' | 'list'>;
}

/**
 * Posts that wait for a person, of one organisation's items: what the board still says and holds no more comes first. Each
 * leads to the item that changed last; once that is settled, to the next.
 */
export async function postNeeds(
  { posts, store }: PostNeedsDeps,
  { org, lang, asOf }: { org: string; lang: StaffLang; asOf: number },
): Promise<Need[]> {
  const { behind, toSee } = await posts.troubled(asOf - REMEMBERED_MS);
  const words = POSTS[lang].needs;
  const need = async (what: 'behind' | 'toSee', all: readonly string[], level: Need['level']) => {
    const numbers = all.map(readNumber).filter((number) => number !== undefined);
    if (numbers.length === 0) return [];
    const of = { org, numbers };
    const [count, [latest]] = await Promise.all([store.count(of), store.list(of, { skip: 0, limit: 1 })]);
    if (latest === undefined) return [];
    const href = `/staff/updates/${latest.id}`;
    return [{ ...{ key: `updates.posts.${what}`, count, level, asOf }, words: words[what](count), href }];
  };
  return (await Promise.all([need('behind', behind, 'red'), need('toSee', toSee, 'amber')])).flat();
}
