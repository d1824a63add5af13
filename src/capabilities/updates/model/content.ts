import { z } from 'zod';
import type { Lang } from '../../../domain/language.ts';
import { MEDIA_ID } from '../../../domain/media.ts';
import { type Theme, THEMES } from './themes.ts';
import { type Tier, TIERS } from './tiers.ts';
import { plainLine } from './plain-line.ts';

/** Two lines of a cheap phone's screen, and all of a notification. */
export const MAX_TITLE = 80;
/** Ten lines of a screen of 240 × 320 points; two of them and the rest stay on what WhatsApp shows without "read more". */
export const MAX_PARAGRAPH = 300;
/** One more line above the words of a correction. */
export const MAX_WHY = 160;
/** What is read out in the place of a picture. */
export const MAX_ALT = 160;
const MAX_LINE = 120;
const MAX_URL = 300;
/** Where the campaign's own memory begins. */
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2099-12-31';

/** Not one region: the whole country. */
export const NATIONAL = 'mali';

/** An item in one language; `''` where nothing is written yet. */
export type UpdateText = {
  title: string;
  first: string;
  second: string;
  /** Id of a recording in the media store. */
  audio: string;
  /** Of a correction: what was wrong before. Goes out with it, so it is verified with it. Absent where nothing is said. */
  reason?: string;
};

/** A picture beside the words. Its id is made of its bytes, so that whoever verifies the content verifies the picture. */
export type UpdateImage = {
  /** 128 bits of the SHA-256 of the file, base64url. */
  id: string;
  /** What it shows, for who does not see it; `''` where nothing is written yet. */
  alt: Readonly<Record<Lang, string>>;
};

/** All that is verified and published of an item, and all its hash covers. A draft may leave anything empty. */
export type UpdateContent = {
  /** Day of the event, `YYYY-MM-DD`. */
  date: string;
  /** `mali`, a region, or `region/cercle`. */
  place: string;
  theme: Theme | '';
  tier: Tier | '';
  texts: Readonly<Record<Lang, UpdateText>>;
  /** Absent, not empty, where there is none: what was published before keeps its hash. */
  image?: UpdateImage;
  source: { title: string; url: string; sha256: string };
  /** Goes out at once to everybody it concerns, also to who reads once a week (U10). Absent where it is not. */
  urgent?: true;
  /** Who pays for this publication. */
  funding: string;
  /** After that day the item is stale. */
  reviewBy: string;
};

export const NO_TEXT: UpdateText = { title: '', first: '', second: '', audio: '' };

const line = (max: number) => z.string().transform(plainLine).pipe(z.string().max(max, 'too_long'));
const day = z
  .union([z.literal(''), z.iso.date('bad_date')], 'bad_date')
  .refine((text) => text === '' || (text >= FIRST_DAY && text <= LAST_DAY), 'bad_date');
const text = z.strictObject({
  title: line(MAX_TITLE),
  first: line(MAX_PARAGRAPH),
  second: line(MAX_PARAGRAPH),
  audio: z.union([z.literal(''), z.string().regex(MEDIA_ID, 'bad_audio')], 'bad_audio'),
  reason: line(MAX_WHY).pipe(z.string().min(1)).exactOptional(),
});

/** Reads content from outside. Words are tidied; what is wrong is named by a code, for the page has the words. */
export const contentSchema = (languages: readonly Lang[], isPlace: (slug: string) => boolean) =>
  z.strictObject({
    date: day,
    place: z.string().refine((slug) => slug === NATIONAL || isPlace(slug), 'unknown_place'),
    theme: z.enum(['', ...THEMES], 'unknown_theme'),
    tier: z.enum(['', ...TIERS], 'unknown_tier'),
    texts: z.strictObject(Object.fromEntries(languages.map((lang) => [lang, text]))),
    image: z
      .strictObject({
        id: z.string().regex(MEDIA_ID, 'bad_image'),
        alt: z.strictObject(Object.fromEntries(languages.map((lang) => [lang, line(MAX_ALT)]))),
      })
      .exactOptional(),
    source: z.strictObject({
      title: line(MAX_LINE),
      url: z.string().trim().max(MAX_URL, 'too_long').refine(isWebAddress, 'bad_url'),
      sha256: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^([0-9a-f]{64})?$/, 'bad_sha256'),
    }),
    urgent: z.literal(true).exactOptional(),
    funding: line(MAX_LINE),
    reviewBy: day,
  });

/** Only what a browser opens as a page, and nobody's password in it. */
function isWebAddress(address: string): boolean {
  if (address === '') return true;
  if (!/^https?:\/\/[^\s<>"'\\]+$/i.test(address) || !URL.canParse(address)) return false;
  const { username, password, hostname } = new URL(address);
  return username === '' && password === '' && hostname.includes('.');
}
