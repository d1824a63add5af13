import type { VNode } from 'preact';
import { MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { ChatMeta, ChatTop } from './chat-head.tsx';
import { CHAT, MOTTO } from './chat-words.ts';
import { FORM_PATH } from './form/cookie.ts';
import { inLang, langOf, plainly, type PublicLang, type Spoken } from './languages.ts';
import type { NavLink } from './nav.ts';
import { Say } from './say.tsx';

export interface ChatPageProps {
  lang: PublicLang;
  style: string;
  script: string;
  nav: (lang: PublicLang) => readonly NavLink[];
  /** Within somebody else's page: what leads elsewhere opens beside it. */
  framed?: boolean;
}

/**
 * The shell of the chat. Without scripts it is a door to the form; with them the script puts the talk in its place. The
 * words that follow the language of the talk name themselves (`data-word`, `data-label`).
 */
export function ChatPage({ lang, style, script, nav, framed = false }: ChatPageProps): VNode {
  const words = CHAT[lang];
  return (
    <html lang={lang}>
      <ChatMeta {...{ lang, words, style, script }} />
      <body class={framed ? 'framed' : undefined}>
        <ChatTop {...{ lang, words }} nav={framed ? [] : nav(lang)} inBambara={nav('bm')}>
          {framed ? (
            <a
              class="quiet"
              href={inLang('/', lang)}
              target="_blank"
              rel="noopener"
              aria-label={plainly(words.openWhole)}
              title={plainly(words.openWhole)}
              data-label="openWhole"
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M14 5h5v5M19 5l-9 9M11 6H5v13h13v-6" />
              </svg>
            </a>
          ) : null}
          <IconButton id="forget" name="erase" label={words.erase} hidden>
            M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5
          </IconButton>
        </ChatTop>
        <main>
          <p class="state" id="state" role="status" />
          <div class="log" id="log" role="log" aria-label={plainly(words.log)} data-label="log" tabIndex={0}>
            <div class="hint">
              <p class="motto" lang="bm">
                {MOTTO}
              </p>
              <p>
                <Word of={words.noAccount} name="noAccount" /> <Word of={words.howToStop} name="howToStop" />
              </p>
            </div>
          </div>
          <Unscripted lang={lang} framed={framed} />
          <div
            class="choices"
            id="choices"
            role="group"
            aria-label={plainly(words.choices)}
            data-label="choices"
            hidden
          />
          <div class="attach" id="attach" hidden>
            <p id="attach-words" role="status" />
            <div id="attach-buttons" />
          </div>
          <Composer lang={lang} />
        </main>
        <Forget lang={lang} />
      </body>
    </html>
  );
}

/** Words that follow the talk's language. */
const Word = ({ of, name }: { of: Spoken; name: string }): VNode => (
  <span data-word={name} lang={langOf(of)}>
    {plainly(of)}
  </span>
);

/** The way to the form: what a browser shows that runs no script of ours, and every other until the script is there. */
function Unscripted({ lang, framed }: { lang: PublicLang; framed: boolean }): VNode {
  const words = CHAT[lang];
  return (
    <form
      class="unscripted"
      id="unscripted"
      method="post"
      action={inLang(FORM_PATH, lang)}
      target={framed ? '_blank' : undefined}
    >
      <button type="submit" class="wide">
        <Say of={words.start} />
      </button>
      <p>
        <Say of={words.cookie} />
      </p>
    </form>
  );
}

interface IconButtonProps {
  id: string;
  /** Of its words, for when the language changes. */
  name: string;
  label: Spoken;
  hidden?: boolean;
  /** Outlines, on a square of 24. */
  children: string;
}

function IconButton({ id, name, label, hidden, children }: IconButtonProps): VNode {
  return (
    <button
      type="button"
      class={id === 'forget' ? 'quiet' : 'extra'}
      id={id}
      aria-label={plainly(label)}
      title={plainly(label)}
      data-label={name}
      aria-pressed={id === 'speak' ? 'false' : undefined}
      hidden={hidden}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={children} />
      </svg>
    </button>
  );
}

function Composer({ lang }: { lang: PublicLang }): VNode {
  const words = CHAT[lang];
  return (
    <form class="composer" id="composer" method="post" action={FORM_PATH} hidden>
      <textarea
        id="say"
        rows={1}
        maxLength={MAX_TEXT_LENGTH}
        aria-label={plainly(words.message)}
        placeholder={plainly(words.message)}
        data-label="message"
        autocomplete="off"
        enterkeyhint="send"
        dir="auto"
      />
      <input type="file" id="photo" accept="image/*" hidden />
      <IconButton id="picture" name="picture" label={words.picture}>
        M4 8h3l2-3h6l2 3h3v11H4zM15.5 13.5a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0z
      </IconButton>
      <IconButton id="speak" name="speak" label={words.speak}>
        M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12
        17.5V21
      </IconButton>
      <button type="submit" aria-label={plainly(words.send)} data-label="send">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 12 20 4l-5 16-3.5-6.5z M11.5 13.5 20 4" />
        </svg>
      </button>
    </form>
  );
}

function Forget({ lang }: { lang: PublicLang }): VNode {
  const words = CHAT[lang];
  return (
    <dialog id="forget-dialog" aria-labelledby="forget-title">
      <h2 id="forget-title" data-word="eraseTitle" lang={langOf(words.eraseTitle)}>
        {plainly(words.eraseTitle)}
      </h2>
      <p data-word="eraseText" lang={langOf(words.eraseText)}>
        {plainly(words.eraseText)}
      </p>
      <form method="dialog">
        <button type="submit" value="cancel">
          <Word of={words.cancel} name="cancel" />
        </button>
        <button type="submit" value="forget" class="danger">
          <Word of={words.forget} name="forget" />
        </button>
      </form>
    </dialog>
  );
}
