import type { VNode } from 'preact';
import { Button } from '../../../web/kit/index.ts';
import { ASSIGNING_ROLES, type Reach, type Thread } from '../ports.ts';
import { Tags } from './marks.tsx';
import { colleagueName, isMine, momentWords, type Page, spanWords, threadPath } from './page.ts';

/** Whose the talk is, whether the bot is silent, until when can be answered, and who is writing. Kept up to date. */
export function State({ page, thread }: { page: Page; thread: Thread }): VNode {
  const { texts, now } = page;
  const { unansweredSince, answering, reach } = thread;
  return (
    <section id="etat" class="talk-state" aria-labelledby="etat-titre">
      <h2 id="etat-titre" class="unseen">
        {texts.state.title}
      </h2>
      <p class="talk-whose">
        <strong>{whoseWords(page, thread)}</strong>{' '}
        {thread.with === 'staff' ? texts.state.silent : texts.state.botHas}
      </p>
      {unansweredSince === null ? null : <p>{texts.state.waits(spanWords(page, unansweredSince, now))}</p>}
      <p role="status" class="thread-answering">
        {answering === null ? null : texts.answering(colleagueName(page, answering))}
      </p>
      <Window page={page} reach={reach} />
      <Moves page={page} thread={thread} />
      <Tags tags={thread.tags} />
    </section>
  );
}

function whoseWords(page: Page, { state, claimedBy, snoozedUntil }: Thread): string {
  const { state: texts } = page.texts;
  if (state === 'closed') return texts.closed;
  if (state === 'snoozed' && snoozedUntil !== null) return texts.snoozed(momentWords(page, snoozedUntil));
  if (claimedBy === null) return texts.waiting;
  return isMine(page, claimedBy) ? texts.mine : texts.theirs(colleagueName(page, claimedBy));
}

/** WhatsApp's 24 hours: till when, and what then. Other channels have no such end. */
function Window({ page, reach }: { page: Page; reach: Reach }): VNode | null {
  const { texts, now } = page;
  const { endsAt } = reach;
  if (endsAt === undefined) return null;
  const when = momentWords(page, endsAt);
  return (
    <p class={reach.may ? 'talk-window' : 'talk-window talk-window-shut'}>
      {endsAt > now ? texts.window.open(when, spanWords(page, now, endsAt)) : texts.window.shut(when)}
    </p>
  );
}

function Moves({ page, thread }: { page: Page; thread: Thread }): VNode | null {
  const { state: texts } = page.texts;
  const { state, claimedBy, id } = thread;
  const moves: { to: string; words: string; main?: true }[] = [];
  if (state === 'closed') moves.push({ to: 'claim', words: texts.reopen, main: true });
  if (state === 'snoozed') moves.push({ to: 'wake', words: texts.wake });
  if (state === 'waiting' || (state === 'snoozed' && claimedBy === null))
    moves.push({ to: 'claim', words: thread.with === 'bot' ? texts.claimFromBot : texts.claim, main: true });
  if (state === 'claimed' && mayRelease(page, thread))
    moves.push({ to: 'release', words: isMine(page, claimedBy) ? texts.release : texts.free });
  if (moves.length === 0) return null;
  return (
    <div class="talk-moves">
      {moves.map(({ to, words, main }) => (
        <form key={to} method="post" action={threadPath(id, `/${to}`)}>
          {state === 'closed' ? <input type="hidden" name="closed" value="1" /> : null}
          <Button look={main === true ? 'main' : 'quiet'}>{words}</Button>
        </form>
      ))}
    </div>
  );
}

const mayRelease = (page: Page, { claimedBy }: Thread): boolean =>
  isMine(page, claimedBy) || ASSIGNING_ROLES.some((role) => role === page.ctx.person.role);
