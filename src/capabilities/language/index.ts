import type { Sealer } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { Lang } from '../../domain/language.ts';
import type { SpeakingTexts } from '../../language/index.ts';
import type { TextPlace } from '../../language/reviewing/index.ts';
import type { Capability } from '../capability.ts';
import { LANGUAGE_COLLECTIONS } from './collections.ts';
import { followed } from './corrections.ts';
import { correctionsStore, type Database } from './corrections-store.ts';
import { languageDesk } from './desk.ts';
import { languageNeeds } from './needs.ts';
import { languageRoutes } from './pages/routes.tsx';
import { countsOf } from './pages/shown.ts';
import { recordingScripts } from '../../web/kit/index.ts';
import { languageStyles } from './pages/styles.ts';
import { type LanguageNotes, textsOf } from './texts.ts';
import { type Voiced, voiced } from './voiced.ts';
import type { Recordings, VoiceShelf } from './voices.ts';

export interface LanguageDeps {
  db: Database;
  sealer: Sealer;
  clock: Clock;
  chance: Chance;
  speaker: SpeakingTexts;
  /** Where citizens meet each text. */
  places: () => ReadonlyMap<string, TextPlace>;
  notesOf: (lang: Lang) => LanguageNotes;
  voices: VoiceShelf;
  recordings: Recordings;
  staffName: (account: string) => Promise<string | undefined>;
  /** The organisation whose texts they are. */
  owner: string;
  /** Words changed: labels are matched by them too. */
  reworded: () => Promise<void>;
}

export interface Language extends Capability {
  /** How far the texts of these flows are, over all languages they are translated into. */
  countsOf(flows: readonly string[]): Promise<{ texts: number; open: number; voiceless: number }>;
  /** Takes over what any process corrected. */
  follow(): Promise<void>;
}

export type { LanguageNotes } from './texts.ts';

/** What the bot says, reviewed, corrected and recorded by staff (L2, W10); see docs/decisions/reviewed-texts.md. */
export function language(deps: LanguageDeps): Language {
  const { speaker, sealer, owner, voices } = deps;
  const store = correctionsStore(deps.db);
  const corrections = followed(store, sealer, async (texts) => {
    speaker.correct(texts);
    await deps.reworded();
  });
  const texts = textsOf({ ...deps, corrections });
  const languagesOf = (org: string): Lang[] => (org === owner ? inOrder(speaker) : []);
  const voicedIn = (lang: Lang): Promise<Voiced[]> => voiced(lang, texts.all(lang), voices);
  return {
    name: 'language',
    collections: LANGUAGE_COLLECTIONS,
    effects: [],
    calls: [],
    staffRoutes: languageRoutes({
      ...{ texts, voices, recordings: deps.recordings, clock: deps.clock, notesOf: deps.notesOf },
      desk: languageDesk({ ...deps, store, corrections, texts }),
      fallback: speaker.fallback,
      languagesOf,
      voiced: voicedIn,
      staffName: deps.staffName,
    }),
    staffSlots: languageNeeds({
      languagesOf,
      fallback: speaker.fallback,
      voiced: voicedIn,
      clock: deps.clock,
    }),
    assets: [...languageStyles, ...recordingScripts],
    async countsOf(flows) {
      const all = (await Promise.all(texts.languages.map(voicedIn))).flat();
      const { texts: n, open, voice } = countsOf(all.filter(({ flow }) => flows.includes(flow)));
      return { texts: n, open, voiceless: voice };
    },
    async follow() {
      await corrections.follow();
    },
  };
}

/** What is to be reviewed comes before what is only recorded. */
const inOrder = ({ languages, fallback }: SpeakingTexts): Lang[] => [
  ...languages.filter((lang) => lang !== fallback),
  fallback,
];
