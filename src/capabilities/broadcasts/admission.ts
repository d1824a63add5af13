import { type Chance, type Clock, dayOf } from '../../domain/clock.ts';
import type { Audiences } from '../audiences/index.ts';
import type { Broadcast, Held, HistoryEntry } from './model/broadcast.ts';
import { hashOfStored } from './model/hash.ts';
import { aloneUpTo as upTo, isApproved, recipientsOf } from './model/two-people.ts';
import { ALIKE_MS } from './outlook.ts';
import type { BroadcastsStore } from './ports.ts';
import { promiseNext, withdrawNext } from './repetitions.ts';
import type { Admit, Launch } from './send/ports.ts';

export interface AdmissionDeps {
  store: BroadcastsStore;
  audiences: Pick<Audiences, 'count' | 'smallest'>;
  clock: Clock;
  chance: Chance;
  launch: Launch;
  /** Recipients one person alone may write to. */
  aloneUpTo: number;
}

/**
 * Lets a broadcast begin whose moment has come, or gives it back to the staff. What they might have got round is looked at
 * again (T21): who approved exactly this, and how many it is for by now.
 */
export function admission(deps: AdmissionDeps): Admit {
  return async (id) => {
    const broadcast = await deps.store.find(id);
    if (broadcast === undefined) return { go: false };
    if (broadcast.state === 'approved' && !(await begin(deps, broadcast))) return { go: false };
    const begun = broadcast.state === 'approved' ? await deps.store.find(id) : broadcast;
    if (begun?.admitted === undefined) return { go: false };
    const alone = begun.admitted.alone && !isApproved(begun);
    return { go: true, most: alone ? upTo(begun, deps.aloneUpTo) : null };
  };
}

/** From its moment into planning, or back to the staff. */
async function begin(deps: AdmissionDeps, broadcast: Broadcast): Promise<boolean> {
  const { store, audiences, clock } = deps;
  const recipients = recipientsOf(await audiences.count(broadcast.audience, broadcast.scope));
  const alone = !isApproved(broadcast);
  const why = await heldBy(deps, broadcast, recipients);
  if (why !== undefined) {
    const held = { ...entryOf(deps, broadcast, 'hold'), reason: why };
    await store.write(broadcast, { state: 'submitted', approval: null, why }, held);
    return false;
  }
  // The next one first: a crash here makes it again under the same id, a crash after would lose it.
  await promiseNext(deps, broadcast);
  const admitted = { at: clock.now(), recipients, alone };
  const entry = entryOf(deps, broadcast, 'begin');
  if (await store.write(broadcast, { state: 'planning', admitted }, entry)) return true;
  await withdrawNext(deps, broadcast);
  return false;
}

/** Why it does not begin, though it was launched. */
async function heldBy(
  deps: AdmissionDeps,
  broadcast: Broadcast,
  recipients: number,
): Promise<Held | undefined> {
  const { store, clock, audiences } = deps;
  if (hashOfStored(broadcast) !== broadcast.hash || !(await followsOne(store, broadcast))) return 'altered';
  if (recipients < audiences.smallest) return 'too_few';
  if (broadcast.again !== true && (await saysAgain(deps, broadcast))) return 'identical';
  if (isApproved(broadcast)) return undefined;
  if (broadcast.urgent) return 'needs_second';
  const { id, org } = broadcast;
  const taken = { org, day: dayOf(clock.now()), id, n: recipients, most: upTo(broadcast, deps.aloneUpTo) };
  return (await store.spendAlone(taken)) ? undefined : 'needs_second';
}

/** A repetition goes out only after what it repeats did: that one may have been changed before it began. */
async function followsOne(store: BroadcastsStore, { series }: Broadcast): Promise<boolean> {
  return series === undefined || (await store.find(series.before))?.admitted !== undefined;
}

/** Of two that were launched in the same moment the first goes. Whoever launched the other knowing of this one said so. */
async function saysAgain({ store, clock }: AdmissionDeps, broadcast: Broadcast): Promise<boolean> {
  const others = await store.alike(broadcast, broadcast.due ?? clock.now(), ALIKE_MS);
  return others.some(({ id, state, again }) => again !== true && (state !== 'approved' || id < broadcast.id));
}

const entryOf = (
  { chance, clock }: Pick<AdmissionDeps, 'chance' | 'clock'>,
  { hash }: Broadcast,
  what: HistoryEntry['what'],
): HistoryEntry => ({ token: chance.token(12), what, by: '', at: clock.now(), hash });
