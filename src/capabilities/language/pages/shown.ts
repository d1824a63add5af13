import type { Lang } from '../../../domain/language.ts';
import type { Voiced } from '../voiced.ts';
import { LANGUAGE_FR, type LanguageTexts } from './texts.fr.ts';

/** On one page; the list of a whole language would be a hundred screens of a phone. */
export const PER_PAGE = 40;

export type Show = keyof LanguageTexts['shows'];

/** Which texts of a language are looked at. */
export interface Looked {
  show: Show;
  /** Of one flow; empty for all. */
  flow: string;
  page: number;
}

/** What an address asks for; anything unknown is as if it were not said. */
export function lookedAt(query: URLSearchParams): Looked {
  const show = (Object.keys(LANGUAGE_FR.shows) as Show[]).find((one) => one === query.get('show')) ?? 'all';
  const flow = query.get('flow') ?? '';
  const page = query.get('page') ?? '';
  return {
    show,
    flow: /^[\w-]{1,64}$/u.test(flow) ? flow : '',
    page: /^[1-9]\d{0,4}$/u.test(page) ? Number(page) : 1,
  };
}

/** The same as an address. */
export function lookQuery({ show, flow, page }: Looked): string {
  const query = new URLSearchParams();
  if (show !== 'all') query.set('show', show);
  if (flow !== '') query.set('flow', flow);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

export const shownOf = (texts: readonly Voiced[], { show, flow }: Looked): Voiced[] =>
  texts.filter((text) => (flow === '' || text.flow === flow) && FITS[show](text));

const FITS: Readonly<Record<Show, (text: Voiced) => boolean>> = {
  all: () => true,
  unreviewed: ({ state }) => state !== 'reviewed',
  voiceless: ({ voice }) => voice === 'missing' || voice === 'stale',
  stale: ({ voice }) => voice === 'stale',
  outdated: ({ outdated }) => outdated !== undefined,
  remarked: ({ doubts }) => doubts.some((doubt) => doubt.startsWith('Remarque')),
};

/** How far a language is, or one flow of it. The first language has nothing to review. */
export interface Counts {
  texts: number;
  reviewed: number;
  /** All that is not reviewed; those left in French and those that are missing are among them. */
  open: number;
  kept: number;
  absent: number;
  voice: number;
}

export function countsOf(texts: readonly Voiced[]): Counts {
  const of = (state: Voiced['state']): number => texts.filter((text) => text.state === state).length;
  return {
    texts: texts.length,
    reviewed: of('reviewed'),
    open: texts.filter(FITS.unreviewed).length,
    kept: of('kept'),
    absent: of('absent'),
    voice: texts.filter(FITS.voiceless).length,
  };
}

/** A language with how far each of its flows is. */
export interface LanguageState {
  lang: Lang;
  counts: Counts;
  flows: readonly { flow: string; counts: Counts }[];
}

export function languageState(lang: Lang, texts: readonly Voiced[]): LanguageState {
  const flows = [...new Set(texts.map(({ flow }) => flow))];
  return {
    lang,
    counts: countsOf(texts),
    flows: flows.map((flow) => ({ flow, counts: countsOf(texts.filter((text) => text.flow === flow)) })),
  };
}
