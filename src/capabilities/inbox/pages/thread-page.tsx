import type { VNode } from 'preact';
import { Live, liveScripts, StaffPage } from '../../../web/kit/index.ts';
import type { CannedReply, Colleague, ResumeStep, Thread } from '../ports.ts';
import { Composer } from './composer.tsx';
import { Entries } from './entries.tsx';
import { Notes } from './notes.tsx';
import { INBOX_PATH, type Page, threadPath } from './page.ts';
import { Panel } from './panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { Safeguarding } from './safeguarding.tsx';
import { State } from './state.tsx';
import { composerScripts, inboxStyles } from './styles.ts';

export interface ThreadPageProps {
  page: Page;
  thread: Thread;
  steps: readonly ResumeStep[];
  colleagues: readonly Colleague[];
  /** Tags in use elsewhere, to choose from. */
  tags: readonly string[];
  canned: readonly CannedReply[];
  /** The stream's, read before the rest. */
  mark: string;
  /** Of the reply form: the same one sent twice is one reply. */
  formKey: string;
}

/** A talk with a person of the team: what was said, what stands in the way of answering, and what can be done. */
export function ThreadPage(props: ThreadPageProps): VNode {
  const { page, thread, mark } = props;
  const { ctx, texts } = page;
  const path = threadPath(thread.id);
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.title(thread.handle)}
      styles={inboxStyles}
      scripts={[...liveScripts, ...composerScripts]}
    >
      <p class="thread-ways">
        <a href={INBOX_PATH}>{texts.back}</a>
        <a href="#repondre">{texts.toLatest}</a>
        <a href={path}>{texts.lookAgain}</a>
      </p>
      <div id="danger">
        {thread.red === null ? null : <Safeguarding page={page} thread={thread} red={thread.red} />}
      </div>
      <div class="talk">
        <div class="talk-main">
          <State page={page} thread={thread} />
          <h2 id="messages">{texts.messages}</h2>
          <Live
            id="fil"
            class="log"
            role="log"
            label={texts.messages}
            stream={`${path}/live`}
            mark={mark}
            page={path}
            also={['danger', 'etat', 'notes-liste']}
          >
            <Entries page={page} thread={thread} />
          </Live>
          <Composer {...props} />
        </div>
        <div class="talk-side">
          <PersonPanel page={page} thread={thread} />
          <Notes page={page} thread={thread} />
          <Panel {...props} />
        </div>
      </div>
    </StaffPage>
  );
}
