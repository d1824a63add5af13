import type { VNode } from 'preact';
import { StaffPage } from '../../../web/kit/index.ts';
import { ProofLinks } from '../log/pages/proof-links.tsx';
import type { LogEntry } from '../log/ports.ts';
import type { Update } from '../model/update.ts';
import { type Given, PostSection, type Seen } from '../posts/post-section.tsx';
import type { RatingFigures } from '../ratings/figures.ts';
import { RatingsSection } from '../ratings/ratings-section.tsx';
import type { Send } from '../send/sends-store.ts';
import { ShareLink } from '../share/share-link.tsx';
import type { Reached } from './pages.ts';
import { AudioForms } from './audio-forms.tsx';
import { ContentView } from './content-view.tsx';
import { OpenCorrections } from './correct-routes.tsx';
import { type FateFigures, FateSection } from './fate-section.tsx';
import { History } from './history.tsx';
import { ImageForm } from './image-form.tsx';
import { LogEntries, Versions } from './log-entries.tsx';
import { NextMoves } from './next-moves.tsx';
import { countWords, type Page, titleOf } from './page.ts';
import { updateStyles } from './styles.ts';

interface ItemPageProps {
  page: Page;
  update: Update;
  send: Send | null;
  reached?: Reached | undefined;
  /** It is night, and goes out at seven. */
  rests: boolean;
  /** What became of it or of the version it corrects, and how far that is known. */
  fate?: FateFigures | undefined;
  /** What the public log says under its number. */
  entries: readonly LogEntry[];
  /** Corrections of it that are being written. */
  open: readonly Update[];
  /** Where its number stands on the public board, once it has one. */
  seen?: Seen | undefined;
  /** A link to the post in doubt, and why it is none. */
  given?: Given | undefined;
  /** Once it is published. */
  ratings?: RatingFigures | undefined;
}

/** One item: what can be done next, what it says, how far it has gone out, and all that was done to it. */
export function ItemPage({
  page,
  update,
  send,
  reached,
  rests,
  ratings,
  fate,
  entries,
  open,
  seen,
  given,
}: ItemPageProps): VNode {
  const { ctx, texts } = page;
  const { title, lang } = titleOf(page, update);
  return (
    <StaffPage {...ctx.frame} title={title} titleLang={lang} styles={updateStyles}>
      <p>
        <a href="/staff/updates">{texts.back}</a>
      </p>
      <Versions page={page} update={update} />
      <NextMoves page={page} update={update} />
      <ShareLink update={update} />
      <OpenCorrections page={page} open={open} />
      {seen === undefined ? null : <PostSection {...{ page, update, seen, given }} />}
      {fate === undefined ? null : <FateSection page={page} figures={fate} />}
      {update.publication === undefined || update.demo ? null : (
        <Progress {...{ page, update, send, reached, rests }} />
      )}
      <ContentView page={page} update={update} />
      {ratings === undefined ? null : <RatingsSection page={page} figures={ratings} />}
      <AudioForms page={page} update={update} />
      <ProofLinks ctx={ctx} update={update}>
        <LogEntries page={page} update={update} entries={entries} />
      </ProofLinks>
      <ImageForm page={page} update={update} />
      <History page={page} update={update} />
    </StaffPage>
  );
}

/** Never "finished" while somebody is still to be served: what is missing at the end is counted as not wanted. */
function Progress({
  page,
  update,
  send,
  reached,
  rests,
}: Pick<ItemPageProps, 'page' | 'update' | 'send' | 'reached' | 'rests'>): VNode {
  const { texts } = page;
  const waits = rests ? texts.publishAtSeven : texts.sendWaits;
  const served = send === null ? 0 : send.sent + send.unwanted + send.doubtful;
  return (
    <section aria-labelledby="envoi">
      <h2 id="envoi">{texts.sendTitle}</h2>
      {send === null ? (
        <p>{update.state === 'published' ? waits : texts.sendStates.withdrawn}</p>
      ) : (
        <>
          <p>
            <strong>{texts.sendStates[send.state]}</strong>
          </p>
          <progress
            max={Math.max(1, send.of, served)}
            value={send.of === 0 ? 1 : served}
            aria-label={texts.sendTitle}
          />
          <dl class="facts-row">
            {(
              [
                [texts.sent, send.sent],
                [texts.unwanted, send.unwanted],
                [texts.doubtful, send.doubtful],
                [texts.of, send.of],
                ...toldOf(page, reached),
              ] as const
            ).map(([term, n]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{countWords(page, n)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

/** What platforms have told, where any has: Telegram and the chat page tell nothing. */
function toldOf({ texts }: Page, reached: Reached | undefined): readonly (readonly [string, number])[] {
  if (reached === undefined || reached.delivered + reached.read + reached.failed === 0) return [];
  return [
    [texts.delivered, reached.delivered + reached.read],
    [texts.read, reached.read],
    [texts.failed, reached.failed],
  ];
}
