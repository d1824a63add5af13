import { UPDATE_COLLECTIONS } from '../../src/capabilities/updates/collections.ts';
import { type Updates, updates } from '../../src/capabilities/updates/index.ts';
import type { UpdateContent } from '../../src/capabilities/updates/model/content.ts';
import type { State } from '../../src/capabilities/updates/model/states.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import { PLACES } from '../../src/app/places.ts';
import type { Board } from '../../src/conversation/board.ts';
import type { Prompted } from '../../src/conversation/ports.ts';
import { refusal } from '../../src/domain/faults.ts';
import { openCollections } from '../../src/store/collections.ts';
import type { Connection } from '../../src/store/connection.ts';
import { placeOf, sameHands } from '../../src/web/staff/index.ts';
import { dueRunner } from '../../src/schedule/due-runner.ts';
import { MemoryDueDates } from '../schedule/memory-due-dates.ts';
import { ask, type Member, member, openSite, type Sent, type Site } from '../staff/site.ts';
import { NO_SHARING } from '../staff/no-sharing.ts';
import { testLog } from './test-log.ts';
import { buildContent } from './update-world.ts';

/** Who works on the updates of the test: writes, verifies, does both, reads, and one of another organisation. */
export type Who = 'awa' | 'binta' | 'chaka' | 'dado' | 'eve';
const ROLE_OF: Record<Who, string> = {
  awa: 'editor',
  binta: 'verifier',
  chaka: 'admin',
  dado: 'viewer',
  eve: 'admin',
};

export interface UpdatesSite {
  site: Site;
  updates: Updates;
  members: Record<Who, Member>;
  prompts: Prompted[];
  /** What platforms have told of the messages of each broadcast. */
  reached: Map<string, Record<'delivered' | 'read' | 'failed', number>>;
  /** For whom it waits, by the same prompts. */
  waiting: Map<string, Record<'waiting' | 'read' | 'dropped', number>>;
  /** Runs what is due now. */
  runDue(): Promise<void>;
  as(who: Who, path: string, sent?: Sent): Promise<{ status: number; body: string; to: string }>;
  /** An item brought to a state by the pages, and its id. */
  itemIn(state: State, content?: Partial<UpdateContent>): Promise<string>;
  correctionOf(former: string): Promise<string>;
  /** The value of a hidden field of a page. */
  hidden(who: Who, path: string, name: string): Promise<string>;
  /** Subscribes people by effects, as their turns would. */
  subscribe(people: readonly string[], lang?: string): Promise<void>;
  apply(person: string, change: 'on' | 'off' | 'stopped' | 'back', rev: number): Promise<void>;
  close(): Promise<void>;
}

const { speaker } = loadFlows({ flowsDir: 'flows', localesDir: 'locales' });
/** Accepted as a recording; anything else is refused, as the media store does. */
export const RECORDING = Buffer.from('OggS a recording');

export async function updatesSite(
  prompt: (prompted: Prompted) => Promise<'committed' | 'duplicate' | 'gone'> = async () => 'committed',
  board: () => Board | undefined = () => undefined,
): Promise<UpdatesSite> {
  const opened: { connection?: Connection; capability?: Updates } = {};
  const prompts: Prompted[] = [];
  const reached: UpdatesSite['reached'] = new Map();
  const waiting: UpdatesSite['waiting'] = new Map();
  const dues = new MemoryDueDates();
  const site = await openSite(
    (parts) => {
      opened.capability = updates({
        ...{ db: opened.connection!.db!, speaker, dues, places: PLACES },
        ...{ fingerprint: parts.fingerprint, sealer: parts.sealer, clock: parts.clock, chance: parts.chance },
        prompt: async (prompted) => {
          const receipt = await prompt(prompted);
          if (receipt === 'committed') prompts.push(prompted);
          return receipt;
        },
        recordings: {
          put: async (bytes) => {
            if (!bytes.equals(RECORDING)) throw refusal('media_mismatch', 'No recording.');
            return 'r'.repeat(22);
          },
        },
        staffName: async (id) => {
          const account = await parts.accounts.byId(id);
          return account && parts.sealer.open(account.name, placeOf('name', id));
        },
        door: {
          standsAt: async (talk) => ({ person: talk, way: 'now' }),
          wait: async () => undefined,
          figures: async (id) => waiting.get(id) ?? { waiting: 0, read: 0, dropped: 0 },
        },
        reached: async (broadcast) => reached.get(broadcast) ?? { delivered: 0, read: 0, failed: 0 },
        pause: async () => undefined,
        walls: NO_SHARING,
        board,
        shown: {
          ...{ publicUrl: 'https://benkan.example', smallest: 5, recordingOf: async () => null },
          names: { whatsapp: '22370000000', telegram: 'benkan_bot' },
        },
        ...{ publicUrl: 'https://benkan.example', fetch: async () => ({ kind: 'gone' }) },
        ...{ regionOf: async () => null, atNight: 'nothing', digestDay: 'saturday' },
        log: testLog(opened.connection!.db!, { clock: parts.clock }).log,
        publisher: async (org) => ({ id: org, name: org }),
        sameHands: (one, other) => sameHands(parts.accounts, one, other, parts.clock.now()),
      });
      return opened.capability.staffRoutes;
    },
    {
      change: async (parts, connection) => {
        opened.connection = connection;
        await openCollections(connection.db!, UPDATE_COLLECTIONS);
        return parts;
      },
    },
  );
  const capability = opened.capability!;
  await capability.begin?.();
  const members = {} as Record<Who, Member>;
  for (const who of Object.keys(ROLE_OF) as Who[])
    members[who] = await member(site, ROLE_OF[who], nameOf(who), who === 'eve' ? 'autre' : 'benkan');

  const as: UpdatesSite['as'] = async (who, path, sent = {}) => {
    const answer = await ask(site, `/staff${path}`, { cookie: members[who].cookie, ...sent });
    return { status: answer.status, body: await answer.text(), to: answer.headers.get('location') ?? '' };
  };
  const hidden: UpdatesSite['hidden'] = async (who, path, name) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec((await as(who, path)).body)?.[1] ?? '';
  const idIn = ({ to }: { to: string }): string => /updates\/([^/?]+)/.exec(to)?.[1] ?? '';
  const apply: UpdatesSite['apply'] = async (person, change, rev) => {
    const context = { person, conversation: `talk-of-${person}`, channel: 'web', address: person };
    await capability.effects[0]!.apply([
      {
        ...{ id: Buffer.from(`${person}${String(rev)}`), rev, params: { change } },
        context: { ...context, lang: 'fr', day: '2026-11-21' },
      },
    ]);
  };
  const runner = dueRunner({
    ...{ store: dues, kinds: capability.dues ?? [], clock: site.parts.clock, leaseMs: 10_000 },
    report: () => undefined,
  });
  /** The correction of an item, published by the same two; its id. */
  const correctionOf: UpdatesSite['correctionOf'] = async (former) => {
    const begun = idIn(await as('awa', `/updates/${former}/correct`, { form: {} }));
    const rev = await hidden('awa', `/updates/${begun}/edit`, 'rev');
    const form = { ...formOf(buildContent({ funding: 'Corrigé' })), rev, fr_reason: 'La date était fausse.' };
    const moves: [Who, string, string, Record<string, string>][] = [
      ['awa', 'edit', '', form],
      ['awa', 'submit', '', {}],
      ['binta', 'verify', '/verify', {}],
      ['awa', 'publish', '/publish', {}],
    ];
    for (const [who, what, page, fields] of moves) {
      const seen = what === 'edit' ? '' : await hidden(who, `/updates/${begun}${page}`, 'seen');
      const done = await as(who, `/updates/${begun}/${what}`, { form: { ...(seen && { seen }), ...fields } });
      if (done.status !== 303) throw new Error(`${what}: ${String(done.status)}`);
    }
    return begun;
  };
  return {
    ...{ site, updates: capability, correctionOf, members, prompts, reached, waiting, as, hidden, apply },
    async runDue() {
      await runner.run();
      await runner.idle();
    },
    async itemIn(state, content) {
      const id = idIn(await as('awa', '/updates/new', { form: formOf(buildContent(content)) }));
      const path = ['draft', 'submitted', 'verified', 'published', 'withdrawn'].indexOf(
        state === 'corrected' ? 'published' : state,
      );
      const move = async (who: Who, what: string, page: string, form: Record<string, string> = {}) => {
        const seen = await hidden(who, `/updates/${id}${page}`, 'seen');
        const done = await as(who, `/updates/${id}/${what}`, { form: { ...(seen && { seen }), ...form } });
        if (done.status !== 303) throw new Error(`${what}: ${String(done.status)}`);
      };
      if (path >= 1) await move('awa', 'submit', '');
      if (path >= 2) await move('binta', 'verify', '/verify');
      if (path >= 3) await move('awa', 'publish', '/publish');
      if (path >= 4) await move('awa', 'withdraw', '/withdraw', { reason: 'Erreur de date', cause: 'wrong' });
      if (state === 'corrected') await correctionOf(id);
      return id;
    },
    async subscribe(people, lang = 'fr') {
      for (const person of people) {
        const context = { person, conversation: `talk-of-${person}`, channel: 'web', address: person };
        await capability.effects[0]!.apply([
          {
            ...{ id: Buffer.from(person), rev: 1, params: { change: 'on' } },
            context: { ...context, lang, day: '2026-11-21' },
          },
        ]);
      }
    },
    close: () => site.close(),
  };
}

/** A form as the page sends it. */
export const formOf = (content: UpdateContent): Record<string, string> => ({
  ...{ date: content.date, place: content.place, theme: content.theme, tier: content.tier },
  ...Object.fromEntries(
    Object.entries(content.texts).flatMap(([lang, text]) =>
      (['title', 'first', 'second'] as const).map((part) => [`${lang}_${part}`, text[part]]),
    ),
  ),
  ...{ source_title: content.source.title, source_url: content.source.url },
  ...{ source_sha256: content.source.sha256, funding: content.funding, review_by: content.reviewBy },
});

const nameOf = (who: Who): string => `${who.charAt(0).toUpperCase()}${who.slice(1)} Diarra`;
