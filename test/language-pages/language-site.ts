import { notesIn, placesIn } from '../../src/app/language-rooms.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import { LANGUAGE_COLLECTIONS } from '../../src/capabilities/language/collections.ts';
import { type Language, language } from '../../src/capabilities/language/index.ts';
import type { SpeakingTexts } from '../../src/language/index.ts';
import { openCollections } from '../../src/store/collections.ts';
import type { Connection } from '../../src/store/connection.ts';
import { MediaStore } from '../../src/store/media.ts';
import { Voices } from '../../src/store/voices.ts';
import { placeOf } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Sent, type Site } from '../staff/site.ts';

/** Who works on the languages: writes, writes too, reads, has nothing to do with it, is of another organisation. */
export type Who = 'awa' | 'binta' | 'dado' | 'oumar' | 'eve';
const ROLE_OF: Record<Who, string> = {
  awa: 'editor',
  binta: 'editor',
  dado: 'viewer',
  oumar: 'organiser',
  eve: 'admin',
};

export interface LanguageSite {
  site: Site;
  /** A second process on the same database. */
  other: { speaker: SpeakingTexts; language: Language };
  speaker: SpeakingTexts;
  members: Record<Who, Member>;
  /** How often labels were made anew. */
  reworded: () => number;
  as(who: Who, path: string, sent?: Sent): Promise<{ status: number; body: string; to: string }>;
  /** A form with a file. */
  upload(
    who: Who,
    path: string,
    file: { field: string; name: string; type: string; bytes: Buffer },
    form?: Record<string, string>,
  ): Promise<{ status: number; body: string; to: string }>;
  /** What the form of a text was filled from. */
  seen(path: string): Promise<{ rev: string; seen: string }>;
  close(): Promise<void>;
}

const LOCALES = 'locales';

/** The pages of languages over what is shipped. */
export async function languageSite(): Promise<LanguageSite> {
  const opened: { connection?: Connection } = {};
  let reworded = 0;
  const made: { speaker: SpeakingTexts; language: Language }[] = [];
  const site = await openSite(
    (parts) => {
      while (made.length < 2) {
        const flows = loadFlows({ flowsDir: 'flows', localesDir: LOCALES });
        const { speaker } = flows;
        const connection = opened.connection!;
        const media = new MediaStore(connection, parts.clock, parts.chance);
        const voices = new Voices({
          ...{ connection, clock: parts.clock, about: (id: string) => media.about(id) },
          words: (lang, text) => speaker.text(lang, text),
        });
        made.push({
          speaker,
          language: language({
            ...{ ...parts, db: connection.db!, speaker, voices, recordings: media, owner: 'benkan' },
            places: placesIn(flows),
            notesOf: notesIn(LOCALES),
            staffName: async (id) => {
              const account = await parts.accounts.byId(id);
              return account && parts.sealer.open(account.name, placeOf('name', id));
            },
            reworded: async () => void (reworded += 1),
          }),
        });
      }
      return made[0]!.language.staffRoutes;
    },
    {
      change: async (parts, connection) => {
        opened.connection = connection;
        await openCollections(connection.db!, LANGUAGE_COLLECTIONS);
        return parts;
      },
    },
  );
  const members = {} as Record<Who, Member>;
  for (const who of Object.keys(ROLE_OF) as Who[])
    members[who] = await member(site, ROLE_OF[who], `${who} diarra`, who === 'eve' ? 'autre' : 'benkan');
  const answered = async (answer: Response) => ({
    status: answer.status,
    body: unescaped(await answer.text()),
    to: answer.headers.get('location') ?? '',
  });
  const as: LanguageSite['as'] = async (who, path, sent = {}) =>
    answered(await ask(site, `/staff/language${path}`, { cookie: members[who].cookie, ...sent }));
  return {
    ...{ site, members, as, speaker: made[0]!.speaker, other: made[1]!, reworded: () => reworded },
    async upload(who, path, { field, name, type, bytes }, form = {}) {
      const body = new FormData();
      for (const [key, value] of Object.entries(form)) body.set(key, value);
      body.set(field, new Blob([new Uint8Array(bytes)], { type }), name);
      const headers = { origin: site.url, cookie: members[who].cookie };
      const to = `${site.url}/staff/language${path}`;
      return answered(await fetch(to, { method: 'POST', redirect: 'manual', headers, body }));
    },
    async seen(path) {
      const { body } = await as('awa', path);
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
      return { rev: value('rev'), seen: value('seen') };
    },
    close: () => site.close(),
  };
}

const unescaped = (body: string): string =>
  body.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
