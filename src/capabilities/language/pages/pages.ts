import type { Clock } from '../../../domain/clock.ts';
import type { Lang } from '../../../domain/language.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { EDITORS, type LanguageDesk } from '../desk.ts';
import type { LanguageNotes, Texts } from '../texts.ts';
import type { Voiced } from '../voiced.ts';
import type { Recordings, VoiceShelf } from '../voices.ts';
import type { Page } from './page.ts';
import { LANGUAGE } from './texts.ts';

/** What the routes of languages are made with. */
export interface LanguagePages {
  texts: Texts;
  desk: LanguageDesk;
  voices: VoiceShelf;
  recordings: Recordings;
  clock: Clock;
  fallback: Lang;
  /** Those an organisation has; none for a stranger (T36). */
  languagesOf: (org: string) => readonly Lang[];
  /** The texts of a language with what can be heard of them. */
  voiced: (lang: Lang) => Promise<Voiced[]>;
  notesOf: (lang: Lang) => LanguageNotes;
  /** A colleague's name by account id. */
  staffName: (account: string) => Promise<string | undefined>;
}

export const pageOf = ({ fallback, languagesOf }: LanguagePages, ctx: StaffContext): Page => ({
  ctx,
  texts: LANGUAGE[ctx.frame.lang],
  languages: languagesOf(ctx.person.org),
  fallback,
  edits: EDITORS.includes(ctx.person.role),
});

/** The names a page mentions, each asked for once. */
export async function namesOf(
  accounts: Iterable<string>,
  staffName: LanguagePages['staffName'],
): Promise<ReadonlyMap<string, string>> {
  const found = [...new Set(accounts)].map(async (id) => [id, await staffName(id)] as const);
  const names = await Promise.all(found);
  return new Map(names.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}
