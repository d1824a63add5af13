import { z } from 'zod';
import { NATIONAL, type UpdateContent } from '../model/content.ts';
import { type Theme, THEMES } from '../model/themes.ts';

/** How the news comes: each item as it is published, once a week, or what is urgent alone. */
export const RHYTHMS = ['all', 'weekly', 'urgent'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Which news somebody wants (U10). What is urgent comes at once whatever the rhythm, if it is of their themes and region. */
export interface Wish {
  rhythm: Rhythm;
  /** Empty: all. */
  themes: readonly Theme[];
  /** Slug of a region: what concerns it and what concerns the whole country. `mali`: the latter alone. `null`: everything. */
  region: string | null;
}

/** What a subscription means that says nothing of themes, region and rhythm: those from before there were any. */
export const EVERYTHING: Wish = { rhythm: 'all', themes: [], region: null };

/** Whom something goes to; what is left out does not matter. */
export interface Whom {
  rhythms: readonly Rhythm[];
  theme?: Theme;
  /** Left out: the whole country. */
  region?: string;
}

type About = Pick<UpdateContent, 'theme' | 'place' | 'urgent'>;

/** Whom an item goes to at once. */
export function whomOf({ theme, place, urgent }: About): Whom {
  return {
    rhythms: urgent === true ? RHYTHMS : ['all'],
    ...(theme === '' ? {} : { theme }),
    ...(place === NATIONAL ? {} : { region: regionOf(place) }),
  };
}

/** Whether an item is of somebody's themes and region. */
export function concerns({ themes, region }: Wish, { theme, place }: About): boolean {
  const ofTheme = themes.length === 0 || (theme !== '' && themes.includes(theme));
  return ofTheme && (region === null || place === NATIONAL || regionOf(place) === region);
}

/** A theme more, or one less where it was among them. All of them is none in particular. */
export function withTheme(themes: readonly Theme[], theme: Theme): Theme[] {
  const chosen = new Set(themes);
  if (!chosen.delete(theme)) chosen.add(theme);
  return chosen.size === THEMES.length ? [] : THEMES.filter((each) => chosen.has(each));
}

/** What somebody taps in the talk, with the theme or the place they add to it. */
export interface Chosen {
  choix: unknown;
  /** A theme, or `tous`. */
  theme: unknown;
  /** A place of the region meant. */
  ou: unknown;
}

/** What somebody wants after a tap; `undefined` for one that says nothing of it. */
export function wishAfter(wish: Wish, { choix, theme, ou }: Chosen): Wish | undefined {
  switch (choix) {
    case 'toutes':
      return { ...wish, rhythm: 'all' };
    case 'semaine':
      return { ...wish, rhythm: 'weekly' };
    case 'urgentes':
      return { ...wish, rhythm: 'urgent' };
    case 'pays':
      return { ...wish, region: NATIONAL };
    case 'partout':
      return { ...wish, region: null };
    case 'region':
      return typeof ou === 'string' ? { ...wish, region: regionOf(ou) } : undefined;
    case 'theme': {
      if (theme === ALL_THEMES) return { ...wish, themes: [] };
      const known = THEMES.find((each) => each === theme);
      return known && { ...wish, themes: withTheme(wish.themes, known) };
    }
    default:
      return undefined;
  }
}

/** The choice among the themes that means none in particular. */
const ALL_THEMES = 'tous';

/** A place as a person or an item names it: `gao/ansongo` lies in `gao`. */
export const regionOf = (place: string): string => place.split('/')[0] ?? place;

/** As flows say it: themes as words with a space between, `''` for all; the same for the region. */
export interface SaidWish {
  rythme: Rhythm;
  themes: string;
  region: string;
}

export const sayWish = ({ rhythm, themes, region }: Wish): SaidWish => ({
  rythme: rhythm,
  themes: themes.join(' '),
  region: region ?? '',
});

/** Reads what a flow said; a theme that is none any more is left out. `undefined` for anything else. */
export function readWish(said: unknown): Wish | undefined {
  const read = saidWish.safeParse(said);
  if (!read.success) return undefined;
  const { rythme, themes, region } = read.data;
  const named = new Set(themes.split(' '));
  return {
    rhythm: rythme,
    themes: THEMES.filter((theme) => named.has(theme)),
    region: region === '' ? null : regionOf(region),
  };
}

const saidWish = z.object({
  rythme: z.enum(RHYTHMS),
  themes: z.string().max(200),
  region: z.string().regex(/^([a-z0-9-]{2,40}(\/[a-z0-9-]{2,40}){0,2})?$/),
});
