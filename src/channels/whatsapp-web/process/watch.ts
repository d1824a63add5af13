import type { WatchLimits } from '../protocol.ts';

/** What the page says of itself; `undefined` where it did not answer. */
export interface Glimpse {
  /** WhatsApp's word for its connection, e.g. `CONNECTED`. */
  socket: string;
  /** It has what it needs to show messages. */
  synced: boolean;
  /** The library's functions are in the page; a navigation takes them away. */
  injected: boolean;
}

/** What is known besides. Times in milliseconds of one clock. */
export interface Watched {
  begunAt: number;
  /** The library has said that it is ready. */
  ready: boolean;
  /** When the newest QR code came. */
  qrAt?: number;
  /** When the page last answered. */
  seenAt?: number;
  /** Since when it should be ready and is not. */
  stuckAt?: number;
  nudgedAt?: number;
  refreshedAt?: number;
  /** Since when a session that was ready has had no owner. */
  unpairedAt?: number;
}

export type Act =
  | { do: 'nothing' | 'nudge' | 'refresh_qr' | 'unlink' }
  /** Nothing else helps: the process ends, and another one begins. */
  | { do: 'rebuild'; code: string };

const NOTHING: Act = { do: 'nothing' };
const UNPAIRED = new Set(['UNPAIRED', 'UNPAIRED_IDLE']);

/**
 * The watchdogs of C2, for what the library misses; pure. It may lose `ready` (the page was in step before it listened),
 * does not renew a QR code that nobody reads (its own attempt fails), and says nothing when its page is gone.
 */
export function watch(
  watched: Watched,
  glimpse: Glimpse | undefined,
  now: number,
  limits: WatchLimits,
): { watched: Watched; act: Act } {
  if (glimpse === undefined) return { watched, act: blind(watched, now, limits) };
  const seen = { ...watched, seenAt: now };
  if (UNPAIRED.has(glimpse.socket))
    return watched.ready ? disowned(seen, now, limits) : waiting(seen, glimpse, now, limits);
  const paired = { ...seen };
  delete paired.unpairedAt;
  if (glimpse.socket === 'CONNECTED' && glimpse.synced) return inStep(paired, glimpse, now, limits);
  const tooLong = !paired.ready && now - (paired.qrAt ?? paired.begunAt) > limits.startMs;
  return { watched: paired, act: tooLong ? rebuild('sync_timeout') : NOTHING };
}

function blind({ seenAt, begunAt }: Watched, now: number, { blindMs, startMs }: WatchLimits): Act {
  if (seenAt === undefined) return now - begunAt > startMs ? rebuild('start_timeout') : NOTHING;
  return now - seenAt > blindMs ? rebuild('page_gone') : NOTHING;
}

/** Nobody has read the code yet: there must be one, and a fresh one. */
function waiting(
  watched: Watched,
  { socket }: Glimpse,
  now: number,
  { qrMs, startMs, nudgeMs }: WatchLimits,
): ReturnType<typeof watch> {
  const { begunAt, qrAt, refreshedAt = -Infinity } = watched;
  if (now - (qrAt ?? begunAt) > startMs) return { watched, act: rebuild('qr_stale') };
  const idle = socket === 'UNPAIRED_IDLE';
  const old = qrAt !== undefined && now - qrAt > qrMs;
  if (!(idle || old) || now - refreshedAt < nudgeMs) return { watched, act: NOTHING };
  return { watched: { ...watched, refreshedAt: now }, act: { do: 'refresh_qr' } };
}

/** Logged out without a word of it. */
function disowned(watched: Watched, now: number, { nudgeMs }: WatchLimits): ReturnType<typeof watch> {
  const { unpairedAt = now } = watched;
  return {
    watched: { ...watched, unpairedAt },
    act: now - unpairedAt > nudgeMs ? { do: 'unlink' } : NOTHING,
  };
}

/** Everything is there; so `ready` must come: it is called for once, then all begins anew. */
function inStep(
  { stuckAt, nudgedAt, ...watched }: Watched,
  { injected }: Glimpse,
  now: number,
  { nudgeMs, rebuildMs }: WatchLimits,
): ReturnType<typeof watch> {
  if (watched.ready && injected) return { watched, act: NOTHING };
  const stuck = { ...watched, stuckAt: stuckAt ?? now, ...(nudgedAt !== undefined && { nudgedAt }) };
  if (nudgedAt !== undefined)
    return { watched: stuck, act: now - nudgedAt > rebuildMs ? rebuild('ready_lost') : NOTHING };
  if (now - stuck.stuckAt <= nudgeMs) return { watched: stuck, act: NOTHING };
  return { watched: { ...stuck, nudgedAt: now }, act: { do: 'nudge' } };
}

const rebuild = (code: string): Act => ({ do: 'rebuild', code });
