import { attachmentOf } from './attachment.ts';
import { composerOf } from './composer.ts';
import { deviceOf } from './device.ts';
import { forgetButton } from './forget.ts';
import { listenerOf } from './listener.ts';
import { senderOf } from './sender.ts';
import type { Reply } from './server.ts';
import { sessionOf } from './session.ts';
import { talkOf, type Mine } from './talk.ts';
import { viewOf } from './view.ts';
import { speakIn, word } from './words.ts';

/** How long the dots go on when no answer comes, and when to look for an answer the stream has not brought. */
const THINKING_MS = 8000;
const LATE_MS = 3000;
const HOUR_MS = 3_600_000;

/** The page's own composition. */
export function runChat({ now, storage }: { now: () => number; storage: () => Storage }): void {
  const device = deviceOf(storage);
  const session = sessionOf(device);
  const talk = talkOf(device, now, () => {
    speakIn(talk.lang() ?? document.documentElement.lang);
    view.show(talk.entries());
    if (!device.keeps()) view.note('notKept');
  });
  const view = viewOf({
    choose: ({ id, label }) => speak({ choose: id, shown: label }),
    lead: () => speak({ say: 'menu', shown: word('menu') }),
  });
  const composer = composerOf({
    say: (text) => speak({ say: text, shown: text }),
    tooLong: () => view.state(word('tooLong')),
  });
  const attachment = attachmentOf(({ media, file, shown }) => {
    const id = newId();
    files.set(id, file);
    speak({ media, shown }, id);
  }, now);
  const forget = forgetButton(forgetAll);
  /** Voices and photos on their way: too large for what the phone remembers of a talk. */
  const files = new Map<string, Blob>();
  /** False once everything was erased: what is still on its way then is let go. */
  let open = false;
  let thinking: ReturnType<typeof setTimeout> | undefined;

  const listener = listenerOf({
    streamUrl: () => session.streamUrl(talk.newest()),
    catchUp,
    heard,
    reached: (ok) => view.state(ok ? '' : word('offline')),
  });
  const sender = senderOf({
    talk,
    async send(entry) {
      const posted = await session.send(entry, files.get(entry.id));
      if (posted.kind !== 'wait') files.delete(entry.id);
      return posted;
    },
    reached(ok, slow) {
      view.state(slow ? word('slow') : ok ? '' : word('offline'));
      if (ok && !slow) expectAnswer();
    },
  });

  begin();
  window.addEventListener('online', wake);
  window.addEventListener('offline', () => view.state(word('offline')));
  window.addEventListener('storage', (event) => {
    // Erased in another tab: what is erased must not stay on the screen beside it.
    if (open && event.newValue === null) forgetAll();
    else talk.merge();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wake();
  });

  function begin(): void {
    open = true;
    composer.show(true);
    forget.show(true);
    view.state(word('connecting'));
    talk.merge();
    if (talk.entries().length === 0) {
      // Named by the hour, so that two tabs opened at once greet one person once.
      const id = `start-${String(Math.floor(now() / HOUR_MS))}`;
      speak({ say: '/start', shown: '/start', hidden: true }, id);
    }
    void connect();
  }

  /** The stream needs the token in its address, so it opens once there is one. */
  async function connect(): Promise<void> {
    while ((await session.token()) === undefined) {
      view.state(word('offline'));
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    }
    if (!open) return;
    listener.start();
    sender.go();
  }

  function speak(said: Pick<Mine, 'say' | 'choose' | 'media' | 'shown' | 'hidden'>, id = newId()): void {
    talk.add({ by: 'me', id, at: now(), state: 'waiting', ...said });
    sender.go();
  }

  function heard(reply: Reply): void {
    if (!open) return;
    clearTimeout(thinking);
    view.thinking(false);
    const { n, text, choices, lang, audio, image } = reply;
    talk.add({
      ...{ by: 'bot', at: now(), n, text, choices },
      ...(lang !== undefined && { lang }),
      ...(audio && { audio }),
      ...(image && { image }),
    });
  }

  async function catchUp(): Promise<boolean> {
    const replies = await session.replies(talk.newest());
    for (const reply of replies ?? []) heard(reply);
    return replies !== undefined;
  }

  function expectAnswer(): void {
    clearTimeout(thinking);
    view.thinking(true);
    const newest = talk.newest();
    setTimeout(() => {
      if (talk.newest() === newest) listener.nudge();
    }, LATE_MS);
    thinking = setTimeout(() => view.thinking(false), THINKING_MS);
  }

  function wake(): void {
    sender.go();
    listener.nudge();
  }

  function forgetAll(): void {
    open = false;
    listener.stop();
    device.forget();
    talk.clear();
    attachment.close();
    files.clear();
    composer.show(false);
    forget.show(false);
    view.thinking(false);
    view.state('');
    view.showForgotten(begin);
  }
}

/** 128 random bits. `crypto.randomUUID` is missing on pages served without TLS, as in a test on a local network. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
