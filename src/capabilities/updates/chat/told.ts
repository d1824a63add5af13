import type { Speaker } from '../../../conversation/ports.ts';
import type { Lang } from '../../../domain/language.ts';
import type { Value } from '../../../engine/types.ts';
import { NATIONAL } from '../model/content.ts';
import { isWhole } from '../model/missing.ts';
import { numberWords, type Update } from '../model/update.ts';

export interface Telling {
  speaker: Speaker;
  /** A region's or cercle's name by its slug. */
  placeName: (slug: string) => string | undefined;
}

/** What a flow can say of an item. */
export const TOLD = [
  ...(['numero', 'palier', 'titre', 'un', 'deux', 'source', 'lien', 'date', 'annee'] as const),
  ...(['lieu', 'paye', 'par', 'autre_langue', 'audio', 'demo', 'version', 'correction', 'image'] as const),
] as const;
type Told = Record<(typeof TOLD)[number], Value>;

/** A published item as a flow says it, in a person's language where it has one: words, no codes. */
export function told(item: Update, lang: Lang, { speaker, placeName }: Telling): Told {
  const { content, number, org, publication } = item;
  const spoken = languageOf(item, lang, speaker);
  const text = content.texts[spoken];
  const say = (key: string): string => speaker.say(lang, { flow: 'nouvelles', key });
  return {
    numero: number === undefined ? null : numberWords(number),
    palier: content.tier === '' ? null : say(`paliers.${content.tier}`),
    titre: text?.title ?? '',
    un: text?.first ?? '',
    deux: text?.second === '' ? null : (text?.second ?? null),
    source: content.source.title,
    lien: content.source.url === '' ? null : content.source.url,
    date: content.date,
    annee: content.date.slice(0, 4),
    lieu: content.place === NATIONAL ? say('partout') : (placeName(content.place) ?? content.place),
    paye: content.funding,
    par: org,
    autre_langue: spoken !== lang,
    audio: text?.audio === '' ? null : (text?.audio ?? null),
    demo: item.demo,
    // What its picture weighs, where whoever asks looks it up.
    image: null,
    version: publication?.version ?? 1,
    // What was wrong with the version before.
    correction: text?.reason ?? null,
  };
}

/** Nobody goes without: who has no text in their language gets another one, and is told so. */
export function languageOf(
  { content }: Pick<Update, 'content'>,
  lang: Lang,
  { fallback, languages }: Speaker,
): Lang {
  return [lang, fallback, ...languages].find((each) => isWhole(content, each)) ?? fallback;
}
