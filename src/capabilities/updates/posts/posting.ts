import type { DueKind } from '../../../schedule/due-dates.ts';
import type { PublicLog } from '../log/ports.ts';
import { itemOf } from '../public/public-item.ts';
import type { Deed } from '../send/promised.ts';
import { type BotNames, botLinks } from '../share/bot-links.ts';
import type { Pages } from '../pages/pages.ts';
import { amending } from './amending.ts';
import { postDesk, type PostDeskDeps } from './post-desk.ts';
import { type PostDueDeps, postDue } from './post-due.ts';

/** Posting on the public board: a capability's parts, put together. */
export interface Posting {
  dues: readonly DueKind[];
  /** The moves, with what follows from them on the board. */
  deeds: { publish: Deed; withdraw: Deed };
  pages: Pick<Pages, 'posting' | 'publicItem' | 'postLink'>;
}

type Deps = Omit<PostDeskDeps, 'board'> &
  Pick<PostDueDeps, 'chance'> & {
    board?: PostDeskDeps['board'] | undefined;
    log: Pick<PublicLog, 'of'>;
    /** Under which names people find the bot. */
    names: BotNames;
  };

/** @param deeds the moves as they are without a board */
export function posting(
  { log, names, board = () => undefined, ...rest }: Deps,
  deeds: Posting['deeds'],
): Posting {
  const deps = { ...rest, board };
  const item: PostDueDeps['item'] = async (number) => itemOf(await log.of(number));
  // Who sets a board names the bot too (src/app/settings.ts).
  const linkTo = (number: string): string => botLinks({ telegram: names.telegram }, number)[0]?.href ?? '';
  return {
    dues: [postDue({ ...deps, item, linkTo })],
    deeds: { publish: amending(deps, deeds.publish), withdraw: amending(deps, deeds.withdraw) },
    pages: { posting: postDesk(deps), publicItem: item, postLink: linkTo },
  };
}
