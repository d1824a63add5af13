import type { Clock } from '../../domain/clock.ts';
import type { Lang } from '../../domain/language.ts';
import { lately } from '../../domain/lately.ts';
import { inLangs, type StaffLang } from '../../web/kit/index.ts';
import type { Need, StaffSlots } from '../../web/staff/index.ts';
import { countsOf } from './pages/shown.ts';
import type { Voiced } from './voiced.ts';

/** Going over every text takes some milliseconds, and texts change slowly. */
const REMEMBERED_MS = 30_000;

interface LanguageNeedsDeps {
  languagesOf: (org: string) => readonly Lang[];
  /** The one all texts are written in first: it has nothing to review. */
  fallback: Lang;
  voiced: (lang: Lang) => Promise<readonly Voiced[]>;
  clock: Clock;
}

/** Texts nobody has reviewed and recordings nobody has made, in each language (W1, L2). */
export function languageNeeds({ languagesOf, fallback, voiced, clock }: LanguageNeedsDeps): StaffSlots {
  const counted = new Map<Lang, ReturnType<typeof lookAt>>();
  const lookAt = (lang: Lang) => lately(clock, REMEMBERED_MS, async () => countsOf(await voiced(lang)));
  const countOf = (lang: Lang): ReturnType<typeof lookAt> => {
    const known = counted.get(lang) ?? lookAt(lang);
    counted.set(lang, known);
    return known;
  };
  return {
    async needs({ person: { org }, frame }) {
      const each = languagesOf(org).map(async (lang): Promise<Need[]> => {
        const { seen, asOf } = await countOf(lang)();
        const words = WORDS[frame.lang];
        const name = nameOf(lang, frame.lang);
        const need = (what: 'review' | 'voice', count: number, show: string): Need => ({
          ...{ key: `language.${what}.${lang}`, count, words: words[what](count, name), level: 'calm', asOf },
          href: `/staff/language/${lang}?show=${show}`,
        });
        return [
          ...(lang === fallback ? [] : [need('review', seen.open, 'unreviewed')]),
          need('voice', seen.voice, 'voiceless'),
        ];
      });
      return (await Promise.all(each)).flat();
    },
  };
}

const nameOf = (lang: Lang, reader: StaffLang): string =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(lang) ?? lang;

const WORDS = inLangs(
  {
    review: (n: number, lang: string) => `${n === 1 ? 'texte' : 'textes'} à relire (${lang})`,
    voice: (n: number, lang: string) => `${n === 1 ? 'texte' : 'textes'} à enregistrer en audio (${lang})`,
  },
  {
    review: (n, lang) => `${n === 1 ? 'text' : 'texts'} to review (${lang})`,
    voice: (n, lang) => `${n === 1 ? 'text' : 'texts'} to record as audio (${lang})`,
  },
);
