import type { Talk } from '../../../conversation/conversation.ts';
import type { Channel, Fingerprint, Prompt } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { Lang } from '../../../domain/language.ts';
import type { Audiences } from '../../audiences/index.ts';
import type { Calendar } from '../../calendar/index.ts';
import type { ReceivedStore } from '../fatigue/received-store.ts';
import type { RecipientsStore } from '../plan/recipients-store.ts';
import type { RunsStore } from '../plan/runs-store.ts';
import type { FiguresStore } from '../report/figures-store.ts';
import type { Admit, Sendables, SendingSettings, Waiting } from './ports.ts';

/** What sending is done with. */
export interface SendingDeps {
  broadcasts: Sendables;
  admit: Admit;
  audiences: Pick<Audiences, 'members' | 'conversationOf'>;
  calendar: Pick<Calendar, 'rule'>;
  waiting: Waiting;
  recipients: RecipientsStore;
  runs: RunsStore;
  figures: FiguresStore;
  received: ReceivedStore;
  settings: SendingSettings;
  prompt: Prompt;
  /** A person's talk as it stands now; `null`: there is none any more. */
  talkOf: (conversation: string) => Promise<Talk | null>;
  /** Ids of what a conversation is still to be told. */
  unsent: (conversation: string) => Promise<readonly string[]>;
  /** Until when a channel takes free words for an address; `null`: no more, `undefined`: it sets no end. */
  windowEnds: (channel: string, address: string) => Promise<number | null | undefined>;
  /** The channels there are, with their pace. */
  channels: () => readonly Pick<Channel, 'id' | 'pace'>[];
  fallback: Lang;
  fingerprint: Fingerprint;
  clock: Clock;
  pause(ms: number): Promise<void>;
  /** The house is closing: the rest waits in the database. */
  stopping(): boolean;
  /** An urgent broadcast goes over the weekly measure of so many people; recorded in the house's name. */
  overMeasure: (org: string, broadcast: string, people: number) => Promise<void>;
}
