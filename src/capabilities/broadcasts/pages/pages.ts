import type { VNode } from 'preact';
import type { Clock } from '../../../domain/clock.ts';
import type { Lang } from '../../../domain/language.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Audiences, Choosing } from '../../audiences/index.ts';
import type { Desk } from '../desk.ts';
import type { Broadcast } from '../model/broadcast.ts';
import type { BroadcastsStore } from '../ports.ts';
import type { Control } from '../send/ports.ts';
import type { Trials } from '../testers/index.ts';
import type { Page } from './page.ts';

/** What one message on a channel takes. */
export interface Carrier {
  id: string;
  /** Messages a second of a whole send; absent where nothing limits it. */
  perSecond?: number;
  /** `part`: an SMS each part; `message`: one message; absent: nothing is paid. */
  paidBy?: 'part' | 'message';
  /** FCFA for one; absent where the setting is empty. */
  price?: number;
}

export interface BroadcastPagesDeps {
  store: BroadcastsStore;
  desk: Desk;
  audiences: Pick<Audiences, 'describe' | 'smallest'>;
  /** Audiences, saved ones and those that are put together for a broadcast. */
  choosing: Choosing;
  control: Control;
  /** Test sends, and who receives them. */
  trials: Pick<Trials, 'desk' | 'testers' | 'of'>;
  languages: readonly Lang[];
  regions: readonly { slug: string; name: string }[];
  /** The channels people write on, as they are now. */
  carriers: () => readonly Carrier[];
  /** All that somebody is told, with who sends it and how to stop. */
  spoken: (org: string, lang: Lang, text: string) => Promise<string>;
  /** How many SMS a text takes, and how it reads there. */
  asSms: (text: string) => { text: string; parts: number };
  /** Addresses whose pages a text may lead to. */
  ours: readonly string[];
  /** Recipients one person alone may write to. */
  aloneUpTo: number;
  /** A colleague's name by account id. */
  staffName: (account: string) => Promise<string | undefined>;
  /** How far one that is being sent has come, to be mounted on its page; `undefined` before it is. */
  progress: (ctx: StaffContext, broadcast: Broadcast) => Promise<VNode | undefined>;
  /** Differs once there is something new on the page of a broadcast. */
  stamp: (broadcast: string) => Promise<string>;
  clock: Clock;
}

/** What the routes share. */
export interface Pages extends BroadcastPagesDeps {
  /** The page's surroundings, with the names of everyone in the broadcast's history. */
  pageOf(ctx: StaffContext, broadcast?: Broadcast): Promise<Page>;
}
