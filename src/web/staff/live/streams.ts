import type { Response } from 'express';
import { Refused } from '../refused.ts';
import { repeat } from '../../../domain/repeat.ts';
import { shared } from './shared.ts';

/** Browsers open six connections to a host at most, and some must stay free for pages. The newest stays, the oldest goes. */
const MOST_AN_ACCOUNT = 4;

export interface LiveOptions {
  /** Open streams in this process; each costs a socket and a look a second. */
  most?: number;
  /** How often is looked, at sessions too: what is revoked must be shut within a second. */
  lookMs?: number;
  /** Below a minute: proxies and mobile networks drop what is silent for longer. */
  beatMs?: number;
}

/** What a stream listens to, and for whom. */
export interface Opening {
  account: string;
  /** Names the session in this process's memory. */
  session: string;
  topic: string;
  /** What the page has seen. */
  seen: string;
  mark: () => Promise<string>;
  /** Whether this session may still read here. */
  stands: () => Promise<boolean>;
}

/** Streams of this process. */
export interface LiveStreams {
  /** @throws Refused 503 when the house is full or stopping */
  open(opening: Opening, response: Response): void;
  /** Ends every stream; the pages come again by themselves, to whoever serves then. */
  stop(): void;
}

interface Stream extends Opening {
  response: Response;
}

export function liveStreams({ most = 500, lookMs = 500, beatMs = 25_000 }: LiveOptions = {}): LiveStreams {
  const open = new Set<Stream>();
  let stopped = false;
  const end = (stream: Stream, why?: 'over' | 'moved'): void => {
    if (!open.delete(stream)) return;
    if (why !== undefined) stream.response.write(`event: ${why}\ndata: 1\n\n`);
    stream.response.end();
  };
  // Apart, so that a slow look at news keeps nobody's session open.
  const sessions = repeat(lookMs, () => lookAtSessions(open, (stream) => end(stream, 'over')));
  const news = repeat(lookMs, () => lookForNews(open));
  const beat = setInterval(() => {
    for (const { response } of open) response.write(': beat\n\n');
  }, beatMs).unref();
  return {
    open(opening, response) {
      if (stopped || open.size >= most) throw new Refused(503, 'streams_full', { 'Retry-After': '30' });
      const stream: Stream = { ...opening, response };
      response.on('close', () => end(stream));
      begin(response);
      open.add(stream);
      const mine = [...open].filter(({ account }) => account === opening.account);
      for (const oldest of mine.slice(0, -MOST_AN_ACCOUNT)) end(oldest, 'moved');
    },
    stop() {
      stopped = true;
      sessions.stop();
      news.stop();
      clearInterval(beat);
      for (const stream of [...open]) end(stream);
    },
  };
}

function begin(response: Response): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // nginx would gather events until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 3000\n\n');
}

/** A session nothing is known of, because the store is away, is looked at again the next time. */
async function lookAtSessions(open: ReadonlySet<Stream>, over: (stream: Stream) => void): Promise<void> {
  const once = shared<boolean>();
  await Promise.allSettled(
    [...open].map(async (stream) => {
      const { session, topic, stands } = stream;
      if (!(await once(`${session} ${topic}`, stands))) over(stream);
    }),
  );
}

async function lookForNews(open: ReadonlySet<Stream>): Promise<void> {
  const once = shared<string>();
  await Promise.allSettled(
    [...open].map(async (stream) => {
      const mark = await once(stream.topic, stream.mark);
      if (mark === stream.seen || !open.has(stream)) return;
      stream.seen = mark;
      stream.response.write(`id: ${mark}\nevent: changed\ndata: 1\n\n`);
    }),
  );
}
