import { PLACES } from '../app/places.ts';
import { checks } from '../capabilities/updates/check/checks.ts';
import { cardsStore } from '../capabilities/updates/check/pictures/cards-store.ts';
import { looker } from '../capabilities/updates/check/pictures/look.ts';
import type { Match } from '../capabilities/updates/check/match.ts';
import { signingKeys } from '../capabilities/updates/keys/signing-keys.ts';
import { logStore } from '../capabilities/updates/log/log-store.ts';
import { loadSpeaker } from '../language/index.ts';
import { onDatabase } from './on-database.ts';

/** Does `work` with the check over the log of the database. */
export const withChecks = <T>(env: NodeJS.ProcessEnv, work: (match: Match) => Promise<T>): Promise<T> =>
  onDatabase(env, ({ db, keyring, settings, publicUrl }) => {
    const names = new Map(PLACES.map(({ slug, name }) => [slug, name]));
    const log = logStore(db, signingKeys(keyring.publishing));
    const { match } = checks({
      log,
      speaker: loadSpeaker({ localesDir: settings.LOCALES_DIR, onMissing: () => undefined }),
      placeName: (slug) => names.get(slug),
      publicUrl,
      look: looker({ log, cards: cardsStore(db), publicUrl }),
    });
    return work(match);
  });
