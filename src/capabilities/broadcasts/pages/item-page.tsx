import type { ComponentChildren, VNode } from 'preact';
import { Live, liveScripts, Notice, StaffPage } from '../../../web/kit/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { Badges } from './badges.tsx';
import { NextMoves } from './next-moves.tsx';
import { itemPath, momentWords, type Page, whoWords } from './page.ts';
import { broadcastStyles } from './styles.ts';

interface ItemPageProps {
  page: Page;
  broadcast: Broadcast;
  takesTwo: boolean;
  /** Of what is shown, read before it. */
  mark: string;
  /** Seconds after which a browser without scripts looks again. */
  lookAgain: number | undefined;
  /** How far it has come, or who would get it. */
  now: ComponentChildren;
  /** What does not move. */
  children: ComponentChildren;
}

/** One broadcast: where it stands, what can be done next, what it says and to whom, and all that was done to it. */
export function ItemPage(props: ItemPageProps): VNode {
  const { page, broadcast, takesTwo, mark, lookAgain, now, children } = props;
  const { ctx, texts } = page;
  const held = broadcast.why === undefined ? undefined : texts.held[broadcast.why];
  return (
    <StaffPage
      {...{ ...ctx.frame, title: broadcast.name, styles: broadcastStyles, scripts: liveScripts }}
      {...(lookAgain === undefined ? {} : { againUnscripted: lookAgain })}
    >
      <p>
        <a href="/staff/broadcasts">{texts.back}</a>
      </p>
      <div id="etat">
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
      </div>
      <div id="gestes">
        <NextMoves page={page} broadcast={broadcast} takesTwo={takesTwo} />
      </div>
      <Live
        id="avancee"
        stream={itemPath(broadcast, '/live')}
        page={itemPath(broadcast)}
        also={['etat', 'gestes', 'essais', 'passe']}
        mark={mark}
      >
        {now}
      </Live>
      {children}
      <History page={page} broadcast={broadcast} />
    </StaffPage>
  );
}

/** Who did what, when and why, the newest first. */
function History({ page, broadcast }: { page: Page; broadcast: Broadcast }): VNode {
  const { texts } = page;
  return (
    <section id="passe" aria-labelledby="histoire">
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
