import type { AuditLedger } from '../../capabilities/audit/index.ts';
import type { DemoDeps } from '../../capabilities/demo/index.ts';
import type { EditionDesk, PublishedSince, VersionsOf } from '../../capabilities/flows/index.ts';
import type { TalkDoors } from '../../capabilities/inbox/index.ts';
import type { WhatsappLink } from '../../capabilities/whatsapp/index.ts';
import type { Board } from '../../conversation/board.ts';
import type { Channel, Fingerprint, Prompt, Sealer } from '../../conversation/ports.ts';
import type { Committed } from '../../conversation/conversation.ts';
import type { Clock } from '../../domain/clock.ts';
import type { DueDates } from '../../schedule/due-dates.ts';
import type { Connection } from '../../store/connection.ts';
import type { ConversationStore } from '../../store/conversations/conversation-store.ts';
import type { MediaStore } from '../../store/media.ts';
import type { TalkRewriter } from '../../store/conversations/rewrite-talk.ts';
import type { JoinedPeople } from '../../store/joined-people.ts';
import type { PeopleStore } from '../../store/people.ts';
import type { StaffParts } from '../../web/staff/index.ts';
import type { LoadedFlows } from '../load-flows.ts';
import type { MediaRooms } from '../media-rooms.ts';
import type { Delivery } from '../delivery.ts';
import type { LogGround } from '../public-log.ts';
import type { Settings } from '../settings.ts';
import type { AdministrationRooms } from '../administration.ts';

/** What the capabilities are made of. */
export interface CapabilityParts extends AdministrationRooms {
  db: NonNullable<Connection['db']>;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
  settings: Settings;
  flows: LoadedFlows;
  flowVersions: VersionsOf;
  publishedSince: PublishedSince;
  /** Where staff look at what could be published, and publish it. */
  editions: EditionDesk;
  people: PeopleStore;
  /** Who is one person with whom, and what changes their talks from outside a turn. */
  joined: JoinedPeople;
  talks: TalkRewriter;
  conversations: ConversationStore;
  media: MediaStore;
  /** Where recordings and files lie. */
  rooms: MediaRooms;
  /** The channel of this name, to fetch files by. */
  channelOf: (channel: string) => Pick<Channel, 'fetch' | 'forget'> | undefined;
  delivery: Pick<Delivery, 'letters' | 'ceiling' | 'receipts'>;
  staff: StaffParts;
  ledger: AuditLedger;
  /** What the log of publications is kept with. */
  logGround: LogGround;
  /** What the demonstration is played with, besides the capabilities themselves. */
  demo: Pick<DemoDeps, 'openStage' | 'invented' | 'chance' | 'report'>;
  dueDates: DueDates;
  /** Begins a flow in somebody's talk. */
  prompt: Prompt;
  /** Takes a talk, speaks in it, gives it back. */
  doors: TalkDoors;
  /** Has done what a commit from outside a turn ordered. */
  followed: (conversation: string, committed: Committed) => void;
  /** Resolves when what a talk's last turns ordered is done. */
  settled: (conversation: string) => Promise<void>;
  /** Until when a channel takes free words for an address; `null`: no more, `undefined`: it sets no end. */
  windowEnds: (channel: string, address: string) => Promise<number | null | undefined>;
  /** The session with WhatsApp that an operator opens, where there is one. */
  whatsappLink: () => WhatsappLink | undefined;
  /** Where updates are posted for everybody, where there is such a place. */
  board: () => Board | undefined;
  /** Deletes what a channel keeps for an address. */
  forgetAddress: (channel: string, address: string) => Promise<void>;
}
