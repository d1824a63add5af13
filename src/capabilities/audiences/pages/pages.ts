import type { Clock } from '../../../domain/clock.ts';
import type { StaffLang } from '../../../web/kit/index.ts';
import { isRegional, namesOf, type StaffContext } from '../../../web/staff/index.ts';
import { type Known, type Offers, offersOf } from '../builder/offers.ts';
import { pageLang } from '../builder/page-lang.ts';
import type { Field } from '../model/audience.ts';
import type { ValueName } from '../model/words.ts';
import type { Audiences } from '../ports.ts';
import { borders, type SavedDesk } from '../saved/desk.ts';
import type { SavedAudience } from '../saved/saved.ts';
import { AUDIENCE_WORDS } from './texts.ts';
import type { AudienceTexts } from './texts.fr.ts';

/** A broadcast whose audience was taken from a saved one. */
export interface Use {
  id: string;
  name: string;
}

export interface AudiencePagesDeps {
  audiences: Pick<Audiences, 'shown' | 'met' | 'describe' | 'smallest'>;
  desk: SavedDesk;
  nameOf: ValueName;
  /** What the house knows besides the groups and answers people have. */
  known: () => Omit<Known, 'groups' | 'answers'>;
  /** Which broadcasts this person may see were made from these audiences, by audience. */
  usedBy: (
    ctx: Pick<StaffContext, 'person'>,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly Use[]>>;
  /** A colleague's name by account id. */
  staffName: (account: string) => Promise<string | undefined>;
  clock: Clock;
}

/** What every page of audiences is made with. */
export interface Page {
  ctx: StaffContext;
  texts: AudienceTexts;
  /** Names by account id. */
  names: ReadonlyMap<string, string>;
  nameOf: (field: Field, value: string) => string;
}

export async function pageOf(
  { nameOf, staffName }: AudiencePagesDeps,
  ctx: StaffContext,
  saved: readonly SavedAudience[] = [],
): Promise<Page> {
  const { lang } = ctx.frame;
  const texts = AUDIENCE_WORDS[lang];
  return {
    ...{ ctx, texts },
    names: await namesOf(
      saved.map(({ author }) => author),
      staffName,
    ),
    nameOf: namesIn({ nameOf }, lang),
  };
}

/** What values are called on a page; `''` was not said. */
export const namesIn =
  ({ nameOf }: Pick<AudiencePagesDeps, 'nameOf'>, lang: StaffLang): Page['nameOf'] =>
  (field, value) =>
    value === '' ? AUDIENCE_WORDS[lang].notSaid : nameOf(field, value, pageLang(lang));

/** What this person may choose among. */
export async function offersFor(
  { audiences, known, nameOf }: Pick<AudiencePagesDeps, 'audiences' | 'known' | 'nameOf'>,
  { person, frame }: Pick<StaffContext, 'person' | 'frame'>,
): Promise<Offers> {
  const met = await audiences.met(borders(person));
  const regions = isRegional(person.role) ? (person.regions ?? []) : undefined;
  return offersOf({ ...known(), ...met }, { nameOf, lang: pageLang(frame.lang), regions });
}
