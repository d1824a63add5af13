import { repeat } from '../../../domain/repeat.ts';
import { shareCard } from '../share/card.ts';
import { type Checks, checks, type ChecksDeps } from './checks.ts';
import type { CardsStore } from './pictures/cards-store.ts';
import { hashedCards } from './pictures/hashed-cards.ts';
import { looker } from './pictures/look.ts';

export interface HouseChecksDeps extends Omit<ChecksDeps, 'look'> {
  cards: CardsStore;
  /** The pictures of items. */
  pictures: { get(id: string): Promise<{ bytes: Buffer } | undefined> };
  stopping: () => boolean;
}

/** The check where the house runs: it also learns what our cards look like, soon after they are out. */
export interface HouseChecks extends Checks {
  stop(): void;
}

/** Nobody has a card to ask about sooner. */
const LOOK_EVERY_MS = 60_000;

export function houseChecks(deps: HouseChecksDeps): HouseChecks {
  const { log, cards: store, pictures, publicUrl, stopping } = deps;
  const hashed = hashedCards({
    ...{ log, store, stopping },
    draw: (statement, lang) => shareCard(statement, lang, publicUrl),
    pictureOf: async (id) => (await pictures.get(id))?.bytes,
  });
  const ours = checks({ ...deps, look: looker({ log, cards: hashed, publicUrl }) });
  let looking: ReturnType<typeof repeat> | undefined;
  return {
    match: ours.match,
    async begin() {
      looking ??= repeat(LOOK_EVERY_MS, () => hashed.follow());
      await ours.begin();
    },
    stop: () => looking?.stop(),
  };
}
