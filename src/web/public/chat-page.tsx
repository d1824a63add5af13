import type { VNode } from 'preact';
import { CHAT_WORDS as WORDS } from './chat-words.ts';

/** Longest message the conversation reads as text (domain `MAX_TEXT_LENGTH`); the field stops there. */
const MOST_TYPED = 4096;

/** The shell of the chat: readable before its script has arrived, and what a visitor without scripts is told. */
export function ChatPage({ style, script }: { style: string; script: string }): VNode {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0c5a4a" />
        <meta name="description" content={WORDS.about} />
        <title>{WORDS.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={style} />
        <script src={script} defer />
      </head>
      <body>
        <Head />
        <main>
          <p class="state" id="state" role="status">
            {WORDS.connecting}
          </p>
          <div class="log" id="log" role="log" aria-label={WORDS.log} tabIndex={0}>
            <div class="hint">
              <p class="motto" lang="bm">
                {WORDS.bambara}
              </p>
              <p>{WORDS.noAccount}</p>
            </div>
          </div>
          <noscript>
            <p class="noscript">{WORDS.noscript}</p>
          </noscript>
          <div class="choices" id="choices" role="group" aria-label={WORDS.choices} hidden />
          <Attach />
          <Composer />
        </main>
        <Forget />
      </body>
    </html>
  );
}

function Head(): VNode {
  return (
    <header>
      <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="15" cy="18" r="10" />
        <circle cx="25" cy="22" r="10" />
      </svg>
      <div class="name">
        <h1>{WORDS.name}</h1>
        <p>{WORDS.about}</p>
      </div>
      <a class="news" href="/updates">
        {WORDS.news}
      </a>
      <button type="button" class="quiet" id="forget" aria-label={WORDS.menu} title={WORDS.menu} hidden>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />
        </svg>
      </button>
    </header>
  );
}

/** What is about to be sent besides words, and what it weighs. */
function Attach(): VNode {
  return (
    <div class="attach" id="attach" hidden>
      <p id="attach-words" role="status" />
      <div id="attach-buttons" />
    </div>
  );
}

function Composer(): VNode {
  return (
    <form class="composer" id="composer" hidden>
      <textarea
        id="say"
        rows={1}
        maxLength={MOST_TYPED}
        aria-label={WORDS.message}
        placeholder={WORDS.message}
        autocomplete="off"
        enterkeyhint="send"
        dir="auto"
      />
      <input type="file" id="photo" accept="image/*" hidden />
      <button type="button" class="extra" id="picture" aria-label={WORDS.picture} title={WORDS.picture}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 8h3l2-3h6l2 3h3v11H4z" />
          <circle cx="12" cy="13" r="3.5" />
        </svg>
      </button>
      <button
        type="button"
        class="extra"
        id="speak"
        aria-label={WORDS.speak}
        title={WORDS.speak}
        aria-pressed="false"
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V21" />
        </svg>
      </button>
      <button type="submit" aria-label={WORDS.send}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 12 20 4l-5 16-3.5-6.5z M11.5 13.5 20 4" />
        </svg>
      </button>
    </form>
  );
}

function Forget(): VNode {
  return (
    <dialog id="forget-dialog" aria-labelledby="forget-title">
      <h2 id="forget-title">{WORDS.forgetTitle}</h2>
      <p>{WORDS.forgetText}</p>
      <form method="dialog">
        <button type="submit" value="cancel">
          {WORDS.cancel}
        </button>
        <button type="submit" value="forget" class="danger">
          {WORDS.forget}
        </button>
      </form>
    </dialog>
  );
}
