import type { Speaker } from '../../../conversation/ports.ts';
import type { Lang } from '../../../domain/language.ts';
import type { Value } from '../../../engine/types.ts';
import { languageOf } from '../chat/told.ts';
import { staleSince } from '../model/stale.ts';
import type { PublicItem } from '../public/public-item.ts';
import type { Answer } from './answer.ts';
import type { Change } from './compare.ts';

/** What a flow can say of a check. */
export const CHECKED = [
  ...(['sorte', 'numero', 'version', 'titre', 'par', 'un', 'deux'] as const),
  ...(['passages', 'mots', 'semblable', 'lien', 'a_revoir', 'demo', 'reconnu', 'photo'] as const),
] as const;
export type Checked = Record<(typeof CHECKED)[number], Value>;

export interface ToldDeps {
  speaker: Speaker;
  publicUrl: string;
}

/**
 * An answer as a flow says it, in a person's language: words, no codes. `item` is the one it names, `today` a day as
 * `YYYY-MM-DD`.
 */
export function checked(
  answer: Answer,
  item: PublicItem | undefined,
  lang: Lang,
  today: string,
  deps: ToldDeps,
): Checked {
  const { kind, number, version, changes = [], beside = [], like, publishers = [] } = answer;
  const nothing = {
    ...{ numero: null, version: null, titre: null, par: null, un: null, deux: null },
    ...{ passages: null, mots: null, semblable: null, lien: null, a_revoir: null, demo: false },
    photo: null,
    reconnu: answer.known === undefined ? null : KNOWN[answer.known],
  };
  const say = (key: string, params?: Record<string, Value>): string =>
    deps.speaker.say(lang, { flow: 'verif', key }, params);
  const sorte = sortOf(answer);
  if (number === undefined || item === undefined) {
    const par = publishers.slice(0, MAX_NAMES).join(', ');
    return { ...nothing, sorte, par: par === '' ? say('personne') : par, semblable: like ?? null };
  }
  const { now, demo } = item;
  const spoken = answer.lang ?? languageOf(now, lang, deps.speaker);
  const text = now.content.texts[spoken];
  const whole = sorte === 'numero' || sorte === 'image';
  return {
    ...nothing,
    ...{
      sorte,
      numero: number,
      version: now.version,
      titre: text?.title ?? '',
      par: now.publisher.name,
    },
    ...(whole && { un: text?.first ?? '', deux: text?.second === '' ? null : (text?.second ?? null) }),
    a_revoir: kind === 'withdrawn' ? null : (staleSince(now.content, today) ?? null),
    demo,
    passages: changes.length === 0 ? null : passages(changes, kind, say),
    mots: beside.length === 0 ? null : cut(beside.join(' … '), MAX_BESIDE),
    lien: kind === 'withdrawn' || version === undefined ? null : `${deps.publicUrl}/updates/${number}`,
  };
}

/** A name more would fill the message. */
const MAX_NAMES = 2;
/** What a parameter of a text holds is 500 characters (engine/limits.ts). */
const MAX_PASSAGES = 480;
const MAX_PASSAGE = 110;
const MAX_BESIDE = 200;

function sortOf({ kind, part, image }: Answer): string {
  if (image === true && kind === 'not_ours') return 'autre_image';
  if (part === 'number' && kind !== 'withdrawn') return kind === 'authentic' ? 'numero' : 'inconnu';
  if (kind === 'authentic') return part === undefined || part === 'number' ? 'vrai' : PARTS[part];
  return SORTS[kind];
}

const KNOWN = { picture: 'image', words: 'mots', neither: 'rien' } as const;
const PARTS = { whole: 'vrai', beginning: 'debut', middle: 'milieu', end: 'bout' } as const;
const SORTS = {
  ...{ altered: 'change', withdrawn: 'retire', superseded: 'remplace', not_ours: 'autre' },
  ...{ too_short: 'court', looks_like: 'image', unreadable: 'illisible', nothing: 'rien' },
} as const;

/** As many as go into one message, the first ones first. */
function passages(
  changes: readonly Change[],
  kind: Answer['kind'],
  say: (key: string, params: Record<string, Value>) => string,
): string {
  let told = '';
  for (const change of changes) {
    const [was, is] = [cut(change.was, MAX_PASSAGE), cut(change.is, MAX_PASSAGE)];
    const key = was === '' ? 'ajoute' : is === '' ? 'enleve' : kind === 'superseded' ? 'ancien' : 'passage';
    const next = `${told === '' ? '' : `${told}\n\n`}${say(key, { was, is })}`;
    if (next.length > MAX_PASSAGES) break;
    told = next;
  }
  return told;
}

const cut = (words: string, most: number): string => {
  const letters = Array.from(words);
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join('')}…`;
};
