import type { VNode } from 'preact';
import { MAX_TEXT_LENGTH } from '../../../domain/message.ts';
import type { Asset } from '../../kit/index.ts';
import { ChatMeta, ChatTop } from '../chat-head.tsx';
import { CHAT } from '../chat-words.ts';
import { langOf, plainly, type PublicLang } from '../languages.ts';
import type { NavLink } from '../nav.ts';
import { Say } from '../say.tsx';
import { isAnswered } from './await-reply.ts';
import { FORM_PATH } from './cookie.ts';
import { LineOf } from './line-of.tsx';
import type { Line } from './ports.ts';

export type FailedStatus = keyof (typeof CHAT)['fr']['failed'];

export interface TalkPageProps {
  lang: PublicLang;
  nav: readonly NavLink[];
  style: Asset;
  talk: readonly Line[];
  /** Of this very page: the same words sent from it twice are said once. */
  page: string;
  pageKey: string;
  /** Shows all that is kept, and not only its end. */
  whole: boolean;
  /** Why nothing was sent, and what was written. */
  status?: FailedStatus;
  draft?: string;
  refusesCookie?: true;
}

/** Lines a page brings: every message sent loads it anew, and a phone pays for each. */
const MOST_LINES = 12;

/** The language of a talk, once it has one. */
export function langOfTalk(talk: readonly Line[], otherwise: PublicLang): PublicLang {
  const lang = talk.findLast((line) => line.lang !== undefined)?.lang;
  return lang === undefined ? otherwise : lang === 'bm' ? 'bm' : 'fr';
}

/** The talk so far and the form to go on with it. */
export function TalkPage(props: TalkPageProps): VNode {
  const { lang, nav, style, talk, whole, status, refusesCookie } = props;
  const words = CHAT[lang];
  const lines = whole ? talk : talk.slice(-MOST_LINES);
  const turn = Math.max(
    0,
    lines.findLastIndex(({ mine }) => mine !== undefined),
  );
  return (
    <html lang={lang}>
      <ChatMeta {...{ lang, words }} style={style.href} />
      <body class="as-form">
        <ChatTop {...{ lang, words, nav }} />
        <main>
          <div class="log" role="log" aria-label={plainly(words.log)}>
            {lines.length < talk.length ? (
              <p class="hint">
                <a href={`${FORM_PATH}?tout`} lang={langOf(words.whole)}>
                  {plainly(words.whole)}
                </a>
              </p>
            ) : null}
            {lines.map((line, at) => (
              <LineOf key={line.n} {...{ line, words }} id={at === turn ? 'bas' : undefined} />
            ))}
          </div>
          {status === undefined ? null : (
            <p class="state" role="alert" lang={langOf(words.failed[status])}>
              {plainly(words.failed[status])}
            </p>
          )}
          {refusesCookie ? (
            <p class="state" role="alert">
              <Say of={words.noCookie} />
            </p>
          ) : null}
          {talk.length > 0 && !isAnswered(talk) ? <NotYet lang={lang} /> : null}
          {refusesCookie ? null : <Answering {...props} />}
        </main>
      </body>
    </html>
  );
}

function NotYet({ lang }: { lang: PublicLang }): VNode {
  const words = CHAT[lang];
  return (
    <p class="state">
      <Say of={words.notYet} />{' '}
      <a class="again" href={`${FORM_PATH}?attend#bas`} lang={langOf(words.lookAgain)}>
        {plainly(words.lookAgain)}
      </a>
    </p>
  );
}

/** Buttons of the newest question, else the one that always leads on; a field; a file; the way out. */
function Answering({ lang, talk, page, pageKey, draft = '' }: TalkPageProps): VNode {
  const words = CHAT[lang];
  const own = (
    <>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="key" value={pageKey} />
    </>
  );
  const choices = isAnswered(talk) ? (talk.findLast((line) => line.choices.length > 0)?.choices ?? []) : [];
  const open = isOpen(talk) ? choices : [];
  return (
    <>
      <form class="choices" method="post" action={FORM_PATH} aria-label={plainly(words.choices)}>
        {own}
        {open.map(({ id, label, digits }) => (
          <button key={id} type="submit" name="choose" value={id}>
            {digits === undefined || label.startsWith(digits) ? null : <span class="digit">{digits}</span>}{' '}
            <span class="label" dir="auto">
              {label}
            </span>
          </button>
        ))}
        {open.length > 0 ? null : (
          <button type="submit" class="lead" name="say" value="menu">
            <span class="label">{plainly(words.menu)}</span>
          </button>
        )}
      </form>
      <form class="composer" method="post" action={FORM_PATH}>
        {own}
        <textarea
          name="say"
          rows={2}
          maxLength={MAX_TEXT_LENGTH}
          aria-label={plainly(words.message)}
          placeholder={plainly(words.message)}
          autocomplete="off"
          dir="auto"
        >
          {draft}
        </textarea>
        <button type="submit" class="wide">
          <Say of={words.send} />
        </button>
      </form>
      <details>
        <summary>
          <Say of={words.file} />
        </summary>
        <form class="file" method="post" action={`${FORM_PATH}/file`} enctype="multipart/form-data">
          {own}
          <p id="limits">
            <Say of={words.fileLimits} />
          </p>
          <input
            type="file"
            name="file"
            accept="image/jpeg,image/png,image/webp,audio/*"
            aria-label={plainly(words.file)}
            aria-describedby="limits"
          />
          <button type="submit" class="wide">
            <Say of={words.sendFile} />
          </button>
        </form>
      </details>
      <details>
        <summary>
          <Say of={words.erase} />
        </summary>
        <form class="file" method="post" action={`${FORM_PATH}/forget`}>
          {own}
          <p>
            <Say of={words.eraseText} />
          </p>
          <button type="submit" class="wide danger">
            <Say of={words.forget} />
          </button>
        </form>
      </details>
    </>
  );
}

/** Only the newest question is open, and only until something was said after it. */
function isOpen(talk: readonly Line[]): boolean {
  const asked = talk.findLastIndex((line) => line.choices.length > 0);
  return asked > talk.findLastIndex((line) => line.mine !== undefined);
}
