import type { Response } from 'express';
import { repeat } from '../../domain/repeat.ts';
import type { Mailbox, MailboxItem } from './mailbox.ts';
import { unavailableProblem } from './problem.ts';

/** A phone and two tabs. A line lost on 3G stays open here for minutes, so the newest stream wins over the oldest. */
const MOST_A_CHAT = 3;
/** Bytes that may wait for one slow reader before it is cut; it comes again and loses nothing. */
const MOST_WAITING = 256 * 1024;

export interface StreamOptions {
  mailbox: Mailbox;
  /** Open streams in this process; each costs a socket and a few kilobytes. */
  most?: number;
  /** How soon a reply written by another process is seen. */
  pollMs?: number;
  /** Below a minute: proxies and mobile networks drop what is silent for longer. */
  beatMs?: number;
}

/** Pages that listen. */
export interface Streams {
  /** Writes what came after `after` and everything new until the page leaves. Throws a 503 when the house is full. */
  open(address: string, after: number, response: Response): Promise<void>;
  /** Something was appended for this chat by this process. */
  wake(address: string): void;
  /** Ends every stream; the pages come again by themselves, to whoever serves then. */
  stop(): void;
}

interface Stream {
  address: string;
  after: number;
  response: Response;
  /** A read is under way; `again` asks for one more after it. */
  busy: boolean;
  again: boolean;
}

export function streamsOf(options: StreamOptions): Streams {
  const { mailbox, most = 2000, pollMs = 1000, beatMs = 25_000 } = options;
  const open = new Map<string, Set<Stream>>();
  let count = 0;
  let stopped = false;
  const poll = repeat(pollMs, () => lookForNew(mailbox, open));
  const beat = setInterval(() => {
    each(open, (stream) => stream.response.write('event: beat\ndata: 1\n\n'));
  }, beatMs).unref();

  const close = (stream: Stream): void => {
    const mine = open.get(stream.address);
    if (mine?.delete(stream) !== true) return;
    count -= 1;
    if (mine.size === 0) open.delete(stream.address);
    stream.response.end();
  };

  return {
    async open(address, after, response) {
      if (stopped || count >= most) throw unavailableProblem();
      const stream: Stream = { address, after, response, busy: false, again: false };
      const mine = open.get(address) ?? new Set();
      open.set(address, mine.add(stream));
      count += 1;
      response.on('close', () => close(stream));
      if (mine.size > MOST_A_CHAT) retire(mine, close);
      begin(response);
      await flush(mailbox, stream);
    },
    wake(address) {
      for (const stream of open.get(address) ?? []) void flush(mailbox, stream);
    },
    stop() {
      stopped = true;
      poll.stop();
      clearInterval(beat);
      each(open, close);
    },
  };
}

function begin(response: Response): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // nginx would gather events until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
}

/** Told by name, so that a fourth tab goes over to asking now and then instead of pushing the others out in turn. */
function retire(mine: Set<Stream>, close: (stream: Stream) => void): void {
  const [oldest] = mine;
  if (oldest === undefined) return;
  oldest.response.write('event: moved\ndata: 1\n\n');
  close(oldest);
}

/** Reads and writes what is new; one at a time a stream, so that nothing comes twice or out of order. */
async function flush(mailbox: Mailbox, stream: Stream): Promise<void> {
  stream.again = true;
  if (stream.busy) return;
  stream.busy = true;
  try {
    while (stream.again) {
      stream.again = false;
      for (const item of await mailbox.list(stream.address, stream.after)) write(stream, item);
    }
  } catch {
    // The store is away: the poll finds the same messages when it is back.
  } finally {
    stream.busy = false;
  }
}

function write(stream: Stream, item: MailboxItem): void {
  const { response } = stream;
  if (response.writableEnded || item.n <= stream.after) return;
  stream.after = item.n;
  response.write(`id: ${item.n}\nevent: message\ndata: ${JSON.stringify(item)}\n\n`);
  if (response.writableLength > MOST_WAITING) response.destroy();
}

async function lookForNew(mailbox: Mailbox, open: Map<string, Set<Stream>>): Promise<void> {
  if (open.size === 0) return;
  const newest = await mailbox.newest([...open.keys()]);
  each(open, (stream) => {
    if ((newest.get(stream.address) ?? 0) > stream.after) void flush(mailbox, stream);
  });
}

function each(open: Map<string, Set<Stream>>, act: (stream: Stream) => void): void {
  for (const mine of [...open.values()]) for (const stream of [...mine]) act(stream);
}
