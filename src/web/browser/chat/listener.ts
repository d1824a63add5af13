import type { Reply } from './server.ts';

export interface ListenerOptions {
  /** Address of the stream, going on after the newest message known. */
  streamUrl(): string;
  /** Asks once for what is new; false when the server cannot be reached. */
  catchUp(): Promise<boolean>;
  heard(reply: Reply): void;
  /** Whether replies reach this page now. */
  reached(ok: boolean): void;
}

export interface Listener {
  start(): void;
  /** The line may be back, or an answer is late: look now. */
  nudge(): void;
  stop(): void;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;
/** The server beats every 25 s; more than two beats missed is a dead line that nobody has noticed. */
const SILENCE_MS = 60_000;
/** Between two questions where streams do not get through (some proxies, a fourth tab). */
const ASK_EVERY = 4000;

/** Listens to the event stream and asks now and then where streams do not work. */
export function listenerOf(options: ListenerOptions): Listener {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let streams = typeof EventSource === 'function';
  let running = false;

  const later = (ms: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const hangUp = (): void => {
    source?.close();
    source = undefined;
    clearTimeout(timer);
  };
  const alive = (): void => {
    failures = 0;
    options.reached(true);
    later(SILENCE_MS, lost);
  };
  const lost = (): void => {
    hangUp();
    failures += 1;
    // One question tells a broken stream from a broken line, and brings what was missed.
    void options.catchUp().then((ok) => {
      if (!running) return;
      options.reached(ok);
      const hiccup = streams && failures < 3;
      const wait = ok
        ? hiccup
          ? FIRST_PAUSE
          : ASK_EVERY
        : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures, 5));
      later(wait, streams ? listen : lost);
    });
  };
  const listen = (): void => {
    hangUp();
    if (!streams) {
      lost();
      return;
    }
    source = new EventSource(options.streamUrl());
    source.onopen = alive;
    source.onerror = lost;
    source.onmessage = (event: MessageEvent<string>) => {
      options.heard(JSON.parse(event.data) as Reply);
      alive();
    };
    source.addEventListener('beat', alive);
    // A newer tab of this chat took the place: this one asks from now on.
    source.addEventListener('moved', () => {
      streams = false;
      lost();
    });
    later(SILENCE_MS, lost);
  };

  return {
    start() {
      running = true;
      listen();
    },
    nudge() {
      if (!running) return;
      if (source?.readyState === 1) void options.catchUp();
      else listen();
    },
    stop() {
      running = false;
      hangUp();
    },
  };
}
