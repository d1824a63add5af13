import type { InboundContent } from '../../domain/message.ts';
import type { Talk } from '../conversation.ts';
import type { EntryContent } from '../entry.ts';
import { isByStaff } from '../staff-turn.ts';
import type { Turn } from '../turn.ts';
import type { TurnDeps, TurnInput } from '../turn-input.ts';
import type { OnPhone, PhoneSeen } from './on-phone.ts';
import type { Phone, Seating } from './phone.ts';

/** A turn, and whose the phone is afterwards. */
export interface PhoneTurn extends Turn {
  person: string;
  /** Where it is somebody else's now, or something changed for somebody who does not have it. */
  seating?: Seating;
  /** The conversation is nobody's any more. */
  ends: boolean;
  /** It says only that something waits for somebody. */
  announces?: true;
}

export interface At {
  deps: TurnDeps;
  input: TurnInput;
  phone: Phone;
}

/** The same where several people have used the phone: `talk` and `on` are of whoever had it last. */
export interface Here extends At {
  talk: Talk;
  on: OnPhone;
}

/** What a flow of theirs may know of the phone. */
export const seenBy = ({ sign }: OnPhone, { parked }: Phone): PhoneSeen => ({
  sign,
  others: parked.map((other) => other.sign).filter((other) => other !== sign),
});

/** What nobody who has the phone sent. */
export const isOurs = (content: EntryContent): content is Exclude<EntryContent, InboundContent> =>
  content.kind === 'prompt' || content.kind === 'due' || content.kind === 'returned' || isByStaff(content);
