import type { Audience, Field } from '../model/audience.ts';
import type { PageLang, ValueName } from '../model/words.ts';
import { BANDS, SEXES } from '../members/member.ts';
import { THEMES } from '../../updates/index.ts';

/** Values that may be chosen for a field, with their names; cercles stand under their region. */
export interface OfferGroup {
  label?: string;
  offers: readonly { value: string; label: string }[];
}
export type Offers = Readonly<Record<Field, readonly OfferGroup[]>>;

export interface Named {
  slug: string;
  name: string;
}

/** What the house knows that somebody may be. */
export interface Known {
  languages: readonly string[];
  channels: readonly string[];
  regions: readonly Named[];
  cercles: readonly (Named & { region: string })[];
  communes: readonly (Named & { region: string })[];
  /** Groups and answers some people of the house have. */
  groups: readonly string[];
  answers: readonly string[];
}

/** A few spans, so that no two of them differ by a day in which one person wrote. */
const SPANS = [1, 7, 30, 90, 365];

/** All that may be chosen, within the regions of who chooses. */
export function offersOf(
  known: Known,
  { nameOf, lang, regions }: { nameOf: ValueName; lang: PageLang; regions?: readonly string[] | undefined },
): Offers {
  const named = (field: Field, values: readonly string[]): OfferGroup[] =>
    values.length === 0
      ? []
      : [{ offers: values.map((value) => ({ value, label: nameOf(field, value, lang) })) }];
  const places = known.regions.filter(({ slug }) => regions?.includes(slug) !== false);
  const below = (finer: Known['cercles']): OfferGroup[] =>
    places.flatMap(({ slug, name }) => {
      const found = finer.filter(({ region }) => region === slug);
      return found.length === 0
        ? []
        : [{ label: name, offers: found.map((each) => ({ value: each.slug, label: each.name })) }];
    });
  return {
    lang: named('lang', known.languages),
    channel: named('channel', known.channels),
    region: [{ offers: places.map(({ slug, name }) => ({ value: slug, label: name })) }],
    cercle: below(known.cercles),
    commune: below(known.communes),
    sex: named('sex', SEXES),
    age: named('age', BANDS),
    group: named('group', known.groups),
    theme: named('theme', THEMES),
    active: named('active', SPANS.map(String)),
    answer: named('answer', known.answers),
  };
}

/** Values of an audience that nobody can choose any more: a language that was taken out, a group nobody is in. */
export function goneFrom(of: Audience, offers: Offers): { field: Field; value: string }[] {
  if ('all' in of) return of.all.flatMap((each) => goneFrom(each, offers));
  if ('any' in of) return of.any.flatMap((each) => goneFrom(each, offers));
  if ('not' in of) return goneFrom(of.not, offers);
  // Any number of days means something.
  if (of.field === 'active') return [];
  return of.in
    .filter((value) => !isOffered(offers, of.field, value))
    .map((value) => ({ field: of.field, value }));
}

export const isOffered = (offers: Offers, field: Field, value: string): boolean =>
  offers[field].some((group) => group.offers.some((offer) => offer.value === value));
