import type { Clock } from '../../../domain/clock.ts';
import type { MediaCard } from '../../../domain/media.ts';
import type { Asset } from '../../../web/kit/index.ts';
import type { PublicRoute } from '../../../web/public/index.ts';
import type { StaffRoute } from '../../../web/staff/index.ts';
import type { PublicLog } from '../log/ports.ts';
import { type BotNames, cards, shareRoute, type ShareDeps, shareStyles } from '../share/index.ts';
import { publicItems } from './public-items.ts';
import { type PublicNewsDeps, publicNewsRoutes } from './routes.tsx';
import { newsStyles } from './styles.ts';

/** What it takes to show everybody what is published. */
export interface Shown {
  /** `https://benkan.example` */
  publicUrl: string;
  names: BotNames;
  /** Staff are told of no day on which fewer came by a shared link. */
  smallest: number;
  /** What is known of a recording; `null` where it is gone. */
  recordingOf: (id: string) => Promise<MediaCard | null>;
}

interface OpenPagesDeps {
  log: Pick<PublicLog, 'after' | 'of' | 'head'>;
  store: ShareDeps['store'];
  came: ShareDeps['came'];
  pictures: PublicNewsDeps['pictures'];
  clock: Clock;
  places: readonly { slug: string; name: string }[];
  shown: Shown;
}

/** Items that are asked who paid for them. */
const MOST_ASKED = 30;

/** The pages, feeds and cards of updates, and what staff share of them. */
export function openPages({ log, shown, ...deps }: OpenPagesDeps): {
  publicRoutes: PublicRoute[];
  staffRoutes: StaffRoute[];
  assets: Asset[];
  /** Who paid for what was published last, each once. */
  funders: () => Promise<readonly string[]>;
} {
  const items = publicItems(log);
  return {
    publicRoutes: publicNewsRoutes({ ...deps, ...shown, items, cards: cards() }),
    staffRoutes: [shareRoute({ ...deps, ...shown, items })],
    assets: [...newsStyles, ...shareStyles],
    async funders() {
      const last = await items.latest(MOST_ASKED);
      return [...new Set(last.map(({ now }) => now.content.funding))].filter((name) => name !== '');
    },
  };
}
