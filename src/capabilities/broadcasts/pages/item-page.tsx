import type { ComponentChildren, VNode } from 'preact';
import { Notice, StaffPage } from '../../../web/kit/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { Badges } from './badges.tsx';
import { NextMoves } from './next-moves.tsx';
import { itemPath, momentWords, type Page, whoWords } from './page.ts';
import { broadcastStyles } from './styles.ts';

interface ItemPageProps {
  page: Page;
  broadcast: Broadcast;
  takesTwo: boolean;
  /** How far it has come, or who would get it. */
  children: ComponentChildren;
}

/** One broadcast: where it stands, what can be done next, what it says and to whom, and all that was done to it. */
export function ItemPage({ page, broadcast, takesTwo, children }: ItemPageProps): VNode {
  const { ctx, texts } = page;
  const held = broadcast.why === undefined ? undefined : texts.held[broadcast.why];
  return (
    <StaffPage {...ctx.frame} title={broadcast.name} styles={broadcastStyles}>
      <p>
        <a href="/staff/broadcasts">{texts.back}</a>
      </p>
      <Badges page={page} broadcast={broadcast} />
      <p class="next">{texts.next[broadcast.state]}</p>
      {broadcast.state === 'approved' && broadcast.due !== undefined ? (
        <p>{texts.dueAt(momentWords(page, broadcast.due))}</p>
      ) : null}
      {held === undefined ? null : (
        <Notice tone="warning">
          <p>{held}</p>
        </Notice>
      )}
      <NextMoves page={page} broadcast={broadcast} takesTwo={takesTwo} />
      {children}
      <History page={page} broadcast={broadcast} />
    </StaffPage>
  );
}

/** Who did what, when and why, the newest first. */
function History({ page, broadcast }: { page: Page; broadcast: Broadcast }): VNode {
  const { texts } = page;
  return (
    <section aria-labelledby="histoire">
      <h2 id="histoire">{texts.history}</h2>
      <ol class="history" reversed>
        {[...broadcast.history].reverse().map((entry) => (
          <li key={entry.token}>
            {entry.by === '' ? null : <strong>{whoWords(page, entry.by)} </strong>}
            {texts.done[entry.what]}
            <span class="soft"> · {momentWords(page, entry.at)}</span>
            {entry.reason === undefined ? null : (
              <p>{entry.what === 'hold' ? texts.held[entry.reason] : texts.reasonOf(entry.reason)}</p>
            )}
          </li>
        ))}
      </ol>
      {broadcast.series === undefined ? null : (
        <p>
          <a href={itemPath({ id: broadcast.series.before })}>{texts.seriesBefore}</a>
        </p>
      )}
    </section>
  );
}
