import type { Clock } from '../../../domain/clock.ts';
import type { Lang } from '../../../domain/language.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Walls } from '../../wall.ts';
import type { UpdateStores } from '../all-store.ts';
import type { Desk } from '../desk.ts';
import type { Update } from '../model/update.ts';
import type { PublicLog } from '../log/ports.ts';
import type { Pictures } from '../pictures/ports.ts';
import type { PostDesk } from '../posts/post-desk.ts';
import type { PublicItem } from '../public/public-item.ts';
import type { Receipts, WaitingDoor } from '../receipts/ports.ts';
import type { AtNight } from '../send/night.ts';
import type { Deed } from '../send/promised.ts';
import type { ContentForm } from './form.ts';
import type { Page } from './page.ts';

/** Where recordings are kept; `put` refuses what is none. */
export interface Recordings {
  put(bytes: Buffer, type: string): Promise<string>;
}

/** Messages of a send, by what platforms have told of them; not all of them tell. */
export type Reached = Readonly<Record<'delivered' | 'read' | 'failed', number>>;

export interface UpdatePagesDeps extends UpdateStores {
  desk: Desk;
  publish: Deed;
  withdraw: Deed;
  receipts: Pick<Receipts, 'count' | 'reach'>;
  pictures: Pick<Pictures, 'put'>;
  log: Pick<PublicLog, 'of'>;
  languages: readonly Lang[];
  places: readonly { slug: string; name: string }[];
  staffName: (account: string) => Promise<string | undefined>;
  walls: Walls;
  recordings: Recordings;
  /** What became of the messages of a send; nothing is said where it is not given. */
  reached?: ((broadcast: string) => Promise<Reached>) | undefined;
  /** For whom what became of a version waits. */
  door: Pick<WaitingDoor, 'figures'>;
  posting: PostDesk;
  /** All that was said under a number. */
  publicItem: (number: string) => Promise<PublicItem | undefined>;
  /** Leads from a post to its item in a talk. */
  postLink: (number: string) => string;
  clock: Clock;
  /** What goes out at night. */
  atNight: AtNight;
}

/** What the routes share. */
export interface Pages extends UpdatePagesDeps {
  form: ContentForm;
  /** The page's surroundings, with the names of everyone in the item's history. */
  pageOf(ctx: StaffContext, update?: Update): Promise<Page>;
}
