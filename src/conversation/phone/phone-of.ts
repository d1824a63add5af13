import { Fault } from '../../domain/faults.ts';
import type { Conversation, Conversations } from '../conversation.ts';
import type { Entry } from '../entry.ts';
import type { Phone } from './phone.ts';
import { seatId } from './seat.ts';

/** Made by a try of a turn, and nobody if that try is not the one that is committed. */
export interface Made {
  newcomer: string | null;
}

/** What a turn may do with the phone: one newcomer a try. */
export const phoneOf = ({ id, shared }: Conversation, conversations: Conversations, made: Made): Phone => ({
  id,
  seat: shared?.seat ?? 0,
  seats: shared?.seats ?? 0,
  parked: shared?.parked ?? [],
  async open(parked) {
    try {
      return await conversations.openParked(id, parked);
    } catch (cause) {
      // A talk that is damaged must not keep the others from being erased, or from stopping.
      if (cause instanceof Fault && cause.kind !== 'unavailable') return null;
      throw cause;
    }
  },
  async admit() {
    const seat = (shared?.seats ?? 0) + 1;
    made.newcomer ??= await conversations.newPerson(seatId(id, seat));
    return { person: made.newcomer, seat };
  },
});

/** What somebody wrote days ago is not heard as the words of whoever has the phone now. */
export const isOfSomebody = (entry: Entry, { shared }: Conversation): boolean =>
  entry.kind === 'message' && entry.letter !== undefined && (shared?.parked.length ?? 0) > 0;
