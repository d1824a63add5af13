import type { Lang } from '../../../domain/language.ts';
import type { Entry, FieldSpec } from '../../approved/index.ts';
import type { Theme } from '../../updates/index.ts';

/** The way of the peace process, in its order. A milestone belongs to the phase in whose time it fell. */
export const PHASES = ['accord', 'dialogue', 'charte', 'mise_en_oeuvre'] as const;
export type Phase = (typeof PHASES)[number];

/** How sure the source is: `provisional` is said wherever the milestone is. */
export const CONFIDENCES = ['sourced', 'provisional'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Not one region: the whole country. */
export const NATIONAL = 'mali';
/** Three lines of a cheap phone. */
const MAX_TEXT = 200;
const MAX_SOURCE = 160;

/** Something that happened on the way, as citizens read it. */
export interface Milestone {
  /** Under which it is found again: of a shipped one its own, of others the entry's id. */
  key: string;
  date: string;
  phase: Phase;
  theme: Theme;
  /** `mali` or a region's slug. */
  place: string;
  texts: Readonly<Partial<Record<Lang, string>>>;
  source: string;
  /** `''` where there is none. */
  link: string;
  confidence: Confidence;
  /** Two people of the campaign stand for it; a shipped one waits for them. */
  verified: boolean;
  demo: boolean;
}

export const MILESTONE_FIELDS: readonly FieldSpec[] = [
  { name: 'date', kind: 'day', required: true },
  { name: 'phase', kind: 'choice', required: true },
  { name: 'theme', kind: 'choice', required: true },
  { name: 'lieu', kind: 'choice', required: true },
  { name: 'fr_texte', kind: 'words', max: MAX_TEXT, lang: 'fr', required: true },
  { name: 'bm_texte', kind: 'words', max: MAX_TEXT, lang: 'bm' },
  { name: 'source', kind: 'line', max: MAX_SOURCE, lang: 'fr', required: true },
  { name: 'lien', kind: 'address' },
  { name: 'confiance', kind: 'choice', required: true },
  // Which shipped milestone it takes the place of.
  { name: 'cle', kind: 'kept' },
];

/** What was approved; `undefined` where nothing is. */
export function milestoneOf({ id, live, demo }: Entry): Milestone | undefined {
  if (live === undefined) return undefined;
  const of = (name: string): string => live.content[name] ?? '';
  const bm = of('bm_texte');
  return {
    ...{ key: id, date: of('date'), phase: of('phase') as Phase, theme: of('theme') as Theme },
    ...{ place: of('lieu'), texts: { fr: of('fr_texte'), ...(bm === '' ? {} : { bm }) } },
    ...{ source: of('source'), link: of('lien'), confidence: of('confiance') as Confidence },
    ...{ verified: true, demo },
  };
}
