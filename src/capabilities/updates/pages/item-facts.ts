import type { StaffContext } from '../../../web/staff/index.ts';
import { numberWords, type Update } from '../model/update.ts';
import { nowSaid, saysAs } from '../posts/post.ts';
import type { Seen } from '../posts/post-section.tsx';
import { figuresOf } from '../ratings/figures.ts';
import { fateId, fateSend } from '../receipts/fate-due.ts';
import { isUrgent, mayGoAt } from '../send/night.ts';
import { noticeId } from '../send/send-due.ts';
import type { FateFigures } from './fate-section.tsx';
import type { Pages } from './pages.ts';

/** What the page of an item says of it besides its content. */
export async function itemFacts(pages: Pages, ctx: StaffContext, update: Update) {
  const [figures, seen] = await Promise.all([publicFigures(pages, update), seenPost(pages, update)]);
  // What another organisation is still writing is not shared.
  const open = update.org === ctx.person.org ? await pages.store.corrections(update) : [];
  return { ...figures, open, seen };
}

/** Where its number stands on the public board; nothing before it has one. */
async function seenPost({ posting, publicItem }: Pages, update: Update): Promise<Seen | undefined> {
  if (update.number === undefined) return undefined;
  const post = await posting.of(update);
  const item = post?.state === 'posted' ? await publicItem(post.number) : undefined;
  return { board: posting.board(), post, stale: item !== undefined && !saysAs(post?.shows, nowSaid(item)) };
}

/** Whether it is night, and what is sent of an item goes out at seven. */
function restsNow({ clock, atNight }: Pages, update: Update): boolean {
  const now = clock.now();
  return mayGoAt(now, atNight, isUrgent(update)) > now;
}

/** What is known of an item once it has a number. */
async function publicFigures(pages: Pages, update: Update) {
  const { number, publication } = update;
  if (number === undefined || publication === undefined) return { send: null, entries: [], rests: false };
  const words = numberWords(number);
  const [send, entries, tallies, fate] = await Promise.all([
    pages.sends.find(update.id, publication.version),
    pages.log.of(words),
    pages.ratings.tallies(words),
    fateOf(pages, update),
  ]);
  const reached = send === null ? undefined : await pages.reached?.(noticeId(words, publication.version));
  return { send, entries, ratings: figuresOf(tallies), reached, fate, rests: restsNow(pages, update) };
}

/** Of a version that was replaced or withdrawn, and of the one that replaces it: who knows by now. */
async function fateOf(pages: Pages, update: Update): Promise<FateFigures | undefined> {
  const told = whatCame(update);
  if (told === undefined || update.number === undefined) return undefined;
  const { fate, by, version, former } = told;
  const prompt = fateId(fate, numberWords(update.number), version);
  const [reach, send, reached, waiting, moved] = await Promise.all([
    pages.receipts.reach(update.number, former),
    pages.sends.find(fateSend(by, fate), version),
    pages.reached?.(prompt),
    pages.door.figures(prompt),
    by === update.id ? update : pages.published.byId(by),
  ]);
  return { fate, reach, send, reached, waiting, rests: restsNow(pages, moved ?? update) };
}

/** `by`: the item whose move is told; `version`: the one it has; `former`: the newest whose readers are told. */
function whatCame({ id, publication, withdrawal, corrects, correction, state }: Update) {
  const version = publication?.version ?? 1;
  if (state === 'withdrawn')
    // Before there were causes nobody was told.
    return withdrawal?.cause === undefined
      ? undefined
      : ({ fate: 'withdrawn', by: id, version, former: version } as const);
  if (correction !== undefined)
    return { fate: 'corrected', by: correction.id, version: version + 1, former: version } as const;
  return corrects === undefined
    ? undefined
    : ({ fate: 'corrected', by: id, version, former: corrects.version } as const);
}
