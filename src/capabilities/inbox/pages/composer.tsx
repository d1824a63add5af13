import type { VNode } from 'preact';
import { Button, Notice } from '../../../web/kit/index.ts';
import type { CannedReply, Thread } from '../ports.ts';
import { cannedFor, type CannedText } from './canned-texts.ts';
import { colleagueName, isMine, languageName, numberWords, type Page, threadPath } from './page.ts';

export interface ComposerProps {
  page: Page;
  thread: Thread;
  canned: readonly CannedReply[];
  formKey: string;
  /** What was typed before, where it was not sent. */
  typed?: { text: string; canned?: string | undefined };
  error?: string;
}

/**
 * Where the answer is written: a plain form, which a script helps along. It stands beside what is brought up to date by
 * itself, so that nothing typed is ever taken away.
 */
export function Composer(props: ComposerProps): VNode {
  const { page, thread } = props;
  const { texts } = page;
  const why = inTheWay(page, thread);
  return (
    <section id="repondre" class="composer" aria-labelledby="repondre-titre">
      <h2 id="repondre-titre">{texts.reply.title}</h2>
      {why === undefined ? <Form {...props} /> : <InTheWay {...props} why={why} />}
    </section>
  );
}

/** What was typed before somebody else was faster, or the person was gone, is still the writer's to keep. */
function InTheWay({ page, why, typed }: ComposerProps & { why: string }): VNode {
  return (
    <>
      <Notice tone="info">
        <p>{why}</p>
      </Notice>
      {typed === undefined ? null : (
        <div class="field">
          <label for="garde">{page.texts.reply.draft}</label>
          <textarea id="garde" rows={5} readOnly dir="auto">
            {typed.text}
          </textarea>
        </div>
      )}
    </>
  );
}

/** Why nothing can be sent now, in words. */
function inTheWay(page: Page, { reach, claimedBy }: Thread): string | undefined {
  const { texts } = page;
  if (claimedBy !== null && !isMine(page, claimedBy)) return texts.takenBy(colleagueName(page, claimedBy));
  return reach.may ? undefined : texts.whyNot[reach.why];
}

function Form({ page, thread, canned, formKey, typed, error }: ComposerProps): VNode {
  const { texts } = page;
  const { reply } = texts;
  const most = thread.reach.may ? thread.reach.most : 0;
  const offered = cannedFor(canned, thread.lang);
  const path = (more: string): string => threadPath(thread.id, more);
  return (
    <form class="composer-form" method="post" action={path('/reply')} data-composer={path('/typing')}>
      <input type="hidden" name="key" value={formKey} />
      <div class={error === undefined ? 'field' : 'field field-wrong'}>
        <label for="text">{reply.label}</label>
        <p class="field-hint" id="text-aide">
          {reply.in(languageName(page, thread.lang))} {thread.claimedBy === null ? `${reply.claims} ` : null}
          {reply.most(numberWords(page, most))}
        </p>
        {error === undefined ? null : (
          <p class="field-error" id="text-erreur">
            {error}
          </p>
        )}
        <textarea
          id="text"
          name="text"
          rows={5}
          lang={thread.lang}
          dir="auto"
          data-most={String(most)}
          aria-describedby={error === undefined ? 'text-aide' : 'text-aide text-erreur'}
          aria-invalid={error === undefined ? undefined : 'true'}
        >
          {typed?.text}
        </textarea>
        <p class="composer-count" data-count={reply.counter('{used}', '{most}')} hidden />
      </div>
      {offered.length === 0 ? null : (
        <Canned page={page} offered={offered} chosen={typed?.canned} draft={path('/draft')} />
      )}
      <Button>{reply.send}</Button>
    </form>
  );
}

interface CannedProps {
  page: Page;
  offered: readonly CannedText[];
  chosen: string | undefined;
  draft: string;
}

/** Without scripts the button brings the same form again, with the words in it. */
function Canned({ page, offered, chosen, draft }: CannedProps): VNode {
  const { reply } = page.texts;
  return (
    <div class="composer-canned">
      <div class="field">
        <label for="canned">{reply.canned}</label>
        <p class="field-hint" id="canned-aide">
          {reply.insertHint}
        </p>
        <select id="canned" name="canned" aria-describedby="canned-aide">
          <option value="">{reply.choose}</option>
          {offered.map(({ id, title, lang, text, own }) => (
            <option key={id} value={id} data-text={text} selected={id === chosen}>
              {own ? title : `${title} (${reply.otherLanguage(languageName(page, lang))})`}
            </option>
          ))}
        </select>
      </div>
      <button class="button button-quiet" type="submit" formAction={draft} data-insert>
        {reply.insert}
      </button>
    </div>
  );
}
