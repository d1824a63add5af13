import type { Channel } from '../../conversation/ports.ts';
import { progressView } from './report/index.ts';
import { FLOW, sending, type SendingRooms } from './send/index.ts';
import type { Admit, Control, Sendables } from './send/ports.ts';
import type { Sending } from './sending.ts';
import { keptEffect, type WaitingDeps, waitingItems, type WaitingRooms } from './waiting/index.ts';

/** Flows in which somebody who is asked something is in the middle of nothing. */
const AT_REST = ['menu', 'accueil'];
/** In which what waits is said; the call that reads it knows the same. */
const TOLD_IN: ReadonlySet<string> = new Set(['canary', 'running', 'done']);

export interface HouseRooms
  extends Omit<SendingRooms, 'broadcasts' | 'admit' | 'waiting'>,
    Pick<WaitingDeps, 'db' | 'memberOf' | 'also'> {
  /** Channels where nobody may be written to unless they have written. */
  waitingOn: readonly Channel['id'][];
  /** Channels that take free words only for a while after the person's own. */
  windowed: readonly Channel['id'][];
}

/** The sending of a house, and what waits for people where a channel must not broadcast (B5–B9, B11). */
export const houseSending =
  (rooms: HouseRooms) =>
  (broadcasts: Sendables, admit: Admit): Sending => {
    const telling: Pick<WaitingRooms, 'flow' | 'memberOf' | 'wanted' | 'told'> = {
      ...{ flow: FLOW, memberOf: rooms.memberOf },
      wanted: async (id) => {
        const state = (await broadcasts.find(id))?.state;
        if (state === undefined || state === 'cancelled') return false;
        // Paused, or stopped by its canary: it would be silent, and counted as said.
        return TOLD_IN.has(state) || 'later';
      },
      told: (member, id) => parts.toldLater(member, id),
    };
    const waiting = waitingItems({
      ...{ db: rooms.db, fingerprint: rooms.fingerprint, clock: rooms.clock, prompt: rooms.prompt },
      ...{ channels: rooms.waitingOn, windowed: rooms.windowed, atRest: AT_REST, also: rooms.also },
      ...telling,
    });
    const parts = sending({ ...rooms, broadcasts, admit, waiting });
    const control: Control = async (id, order) => {
      const done = await parts.control(id, order);
      if (done && order === 'cancel') await waiting.cancel(id);
      return done;
    };
    return {
      waiting,
      ...{ launch: parts.launch, control, progress: progressView(parts.report), report: parts.report },
      mayLeave: (...of) => parts.mayLeave(...of),
      became: (...of) => parts.became(...of),
      inDoubt: (...of) => parts.inDoubt(...of),
      collections: [...parts.collections, waiting.collection],
      ...{ calls: parts.calls, dues: parts.dues, effects: [waiting.effect, keptEffect(telling)] },
      async eraseFor(person) {
        return (await parts.erase(rooms.memberOf(person))) + (await waiting.erase(person));
      },
      async unite(from, to) {
        await parts.unite(rooms.memberOf(from), rooms.memberOf(to));
        await waiting.unite(from, to);
      },
      // Whoever stops it waits for what it does in its own rooms.
      stop: async () => {
        parts.stop();
      },
    };
  };
