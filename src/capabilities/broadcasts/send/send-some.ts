import type { MayBroadcastAt } from '../../calendar/index.ts';
import { type RecipientIds, recipientIds } from '../plan/recipient-ids.ts';
import type { Recipient } from '../plan/recipients-store.ts';
import type { RunDoc } from '../plan/documents-store.ts';
import { settledOf } from '../report/tally.ts';
import { faultOf } from './canary.ts';
import { Cursors, roomIn, STEP_MS } from './lanes.ts';
import { Lost } from './lost.ts';
import type { Sendable } from './ports.ts';
import type { SendingDeps } from './sending-deps.ts';
import { tell } from './tell.ts';

/** Work a run, milliseconds: the runner gives one a minute; the outbox has enough to do until the next one. */
const A_RUN_MS = 45_000;
/** How often it is counted how far it has come. Over a million people counting takes its time: it is done less often then. */
const LOOK_MS = 5000;
const COSTS = 20;

/** Comes again at a time, or `undefined`: the broadcast stands elsewhere by now. */
export type Sent = { again: number } | undefined;

/** What one process remembers of a broadcast between two runs. */
export interface Memory {
  cursors: Cursors;
  lost: Lost;
  /** Nothing of a former process has been looked after yet. */
  isFirst: boolean;
  lookAt: number;
}

export const newMemory = (deps: SendingDeps): Memory => ({
  ...{ cursors: new Cursors(), lost: new Lost(deps), isFirst: true, lookAt: 0 },
});

/** Sends a broadcast for a while, as fast as its channels take it; who had their turn is known to the recipients alone. */
export async function sendSome(deps: SendingDeps, id: string, memory: Memory): Promise<Sent> {
  const { clock, broadcasts, runs } = deps;
  const until = clock.now() + A_RUN_MS;
  for (;;) {
    const began = clock.now();
    const [broadcast, run] = [await broadcasts.find(id), await runs.find(id)];
    if (broadcast === undefined || run === null) return undefined;
    if (broadcast.state !== 'canary' && broadcast.state !== 'running') return undefined;
    const rests = await step(deps, broadcast, run, memory);
    if (rests === 'moved') return undefined;
    const now = clock.now();
    if (rests !== undefined && rests > now) return { again: rests };
    if (now >= until || deps.stopping()) return { again: now };
    await deps.pause(Math.max(0, STEP_MS - (now - began)));
  }
}

/** `moved`: it stands elsewhere now; a time: nothing can be done before. */
async function step(
  deps: SendingDeps,
  broadcast: Sendable,
  run: RunDoc,
  memory: Memory,
): Promise<number | 'moved' | undefined> {
  const ids = recipientIds(deps.fingerprint, broadcast.id);
  const first = broadcast.state === 'canary' ? run.canary : undefined;
  const until = first === undefined ? ids.to : Buffer.from(first.until.value());
  const live = await deps.recipients.live(broadcast.id);
  await memory.lost.look(broadcast, live, memory.isFirst);
  memory.isFirst = false;
  const stops = await look(deps, { broadcast, ids, until, isFirst: first !== undefined }, memory);
  if (stops) return 'moved';
  const rule = await deps.calendar.rule();
  const { rests, page } = await nextPage(deps, { broadcast, run, ids, until, live, rule }, memory);
  if (page.length > 0) await tell(deps, broadcast, page);
  const { channels = [] } = run;
  if (page.length === 0 && live.length === 0 && rests !== undefined) return rests;
  const isThrough = page.length === 0 && channels.every((channel) => memory.cursors.hasEnded(channel));
  if (!isThrough) return undefined;
  if (await deps.recipients.anyQueued(ids, until)) {
    memory.cursors.rewind();
    return rests;
  }
  if (live.length > 0) return undefined;
  return first === undefined ? end(deps, broadcast, run, ids) : endOfFirst(deps, broadcast, run, memory);
}

interface Where {
  broadcast: Sendable;
  run: RunDoc;
  ids: RecipientIds;
  until: Buffer;
  live: readonly Recipient[];
  rule: MayBroadcastAt;
}

/** Those whose turn it is now; `rests`: when somebody may be written to again who may not be now. */
async function nextPage(
  { recipients, channels, clock }: SendingDeps,
  { broadcast: { urgent }, run, ids, until, live, rule }: Where,
  { cursors }: Memory,
): Promise<{ rests: number | undefined; page: Recipient[] }> {
  const now = clock.now();
  const wait = (region?: string): number => rule(now, { region }, urgent);
  const nowhere = wait();
  if (nowhere > now) return { rests: nowhere, page: [] };
  const held = (run.regions ?? []).filter((region) => wait(region) > now);
  const rests = held.length === 0 ? undefined : Math.min(...held.map(wait));
  const page: Recipient[] = [];
  for (const channel of run.channels ?? []) {
    const onTheWay = live.filter((one) => one.channel === channel).length;
    const pace = channels().find(({ id }) => id === channel)?.pace;
    const limit = roomIn(pace, onTheWay);
    page.push(...(await cursors.next(recipients, { from: ids.from, until, channel, notIn: held, limit })));
  }
  return { rests, page };
}

/** Counts now and then, and stops a broadcast whose first ones go wrong. @returns whether it has */
async function look(
  { clock, figures, runs, broadcasts, settings }: SendingDeps,
  of: { broadcast: Sendable; ids: RecipientIds; until: Buffer; isFirst: boolean },
  memory: Memory,
): Promise<boolean> {
  const now = clock.now();
  if (now < memory.lookAt) return false;
  const { broadcast, ids, until, isFirst } = of;
  const tally = await figures.tally(ids, until);
  const took = clock.now() - now;
  memory.lookAt = now + Math.max(LOOK_MS, took * COSTS);
  await runs.look(broadcast.id, { at: now, settled: settledOf(tally) });
  const fault = isFirst ? faultOf(tally, settings) : undefined;
  if (fault === undefined) return false;
  await runs.set(broadcast.id, { stoppedBy: fault });
  return broadcasts.move(broadcast.id, ['canary'], 'stopped', { why: fault, changedAt: now });
}

/** The first ones are all sent to: their platforms have a while to tell what became of them. */
async function endOfFirst(
  deps: SendingDeps,
  { id }: Sendable,
  { canary }: RunDoc,
  memory: Memory,
): Promise<number | 'moved'> {
  const { clock, runs, broadcasts, settings } = deps;
  const now = clock.now();
  if (canary === undefined) return 'moved';
  const over = (canary.sentAt ?? now) + settings.canaryWaitMs;
  if (canary.sentAt === undefined || now < over) {
    await runs.firstSent(id, now);
    // It is counted once more when the while is over, whenever that was done last.
    memory.lookAt = 0;
    return over;
  }
  memory.cursors.rewind();
  await runs.firstOver(id);
  await runs.rested(id);
  memory.lookAt = 0;
  await broadcasts.move(id, ['canary'], 'running', { changedAt: now });
  return 'moved';
}

/** Done is what the recipients say is done, and nothing else (listmonk#2168). */
async function end(
  { figures, broadcasts, runs, clock }: SendingDeps,
  { id }: Sendable,
  { of = 0 }: RunDoc,
  ids: RecipientIds,
): Promise<'moved' | undefined> {
  const settled = settledOf(await figures.tally(ids));
  await runs.look(id, { at: clock.now(), settled });
  if (settled < of) return undefined;
  await broadcasts.move(id, ['running'], 'done', { changedAt: clock.now() });
  return 'moved';
}
