import { CHAT_WORDS as WORDS } from '../public/chat-words.ts';
import { attachmentOf } from './chat/attachment.ts';
import { composerOf } from './chat/composer.ts';
import { deviceOf } from './chat/device.ts';
import { forgetButton } from './chat/forget.ts';
import { listenerOf } from './chat/listener.ts';
import { senderOf } from './chat/sender.ts';
import type { Reply } from './chat/server.ts';
import { sessionOf } from './chat/session.ts';
import { talkOf, type Mine } from './chat/talk.ts';
import { viewOf } from './chat/view.ts';

// The page's own composition: the clock, chance and the browser's storage are taken here and handed to the parts.

/** How long the dots go on when no answer comes, and when to look for an answer the stream has not brought. */
const THINKING_MS = 8000;
const LATE_MS = 3000;

const device = deviceOf(() => window.localStorage);
const now = (): number => Date.now();
const session = sessionOf(device);
const talk = talkOf(device, now, () => view.show(talk.entries()));
const view = viewOf((choice) => speak({ choose: choice.id, shown: choice.label }));
const composer = composerOf((text) => speak({ say: text, shown: text }));
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
  reached: (ok) => view.state(ok ? '' : WORDS.offline),
});
const sender = senderOf({
  talk,
  async send(entry) {
    const posted = await session.send(entry, files.get(entry.id));
    if (posted.kind !== 'wait') files.delete(entry.id);
    return posted;
  },
  reached(ok, slow) {
    view.state(slow ? WORDS.slow : ok ? '' : WORDS.offline);
    if (ok && !slow) expectAnswer();
  },
});

begin();
window.addEventListener('online', wake);
window.addEventListener('offline', () => view.state(WORDS.offline));
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
  view.state(WORDS.connecting);
  view.show(talk.entries());
  if (talk.entries().length === 0) speak({ say: '/start', shown: '/start', hidden: true });
  void connect();
}

/** The stream needs the token in its address, so it opens once there is one. */
async function connect(): Promise<void> {
  while ((await session.token()) === undefined) {
    view.state(WORDS.offline);
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
  const { n, text, choices, audio, image } = reply;
  talk.add({ by: 'bot', at: now(), n, text, choices, ...(audio && { audio }), ...(image && { image }) });
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

/** 128 random bits. `crypto.randomUUID` is missing on pages served without TLS, as in a test on a local network. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
