import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import type { AddressInfo } from 'node:net';
import { type Explainers, explainers } from '../../src/capabilities/explainers/index.ts';
import { timeline } from '../../src/capabilities/timeline/index.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import type { EffectContext, Prompted } from '../../src/conversation/ports.ts';
import { dayOf } from '../../src/domain/clock.ts';
import type { CallValue, Value } from '../../src/engine/types.ts';
import { CitizenMediaStore } from '../../src/store/citizen-media.ts';
import { CITIZEN_COLLECTIONS } from '../../src/store/citizen-media-shapes.ts';
import { openCollections } from '../../src/store/collections.ts';
import type { Connection } from '../../src/store/connection.ts';
import { open, seal } from '../../src/store/keys/envelope.ts';
import type { PersonSealing } from '../../src/store/person-sealer.ts';
import { publicRouter } from '../../src/web/public/index.ts';
import { placeOf } from '../../src/web/staff/index.ts';
import { buildRunner } from '../schedule/due-world.ts';
import { MemoryDueDates } from '../schedule/memory-due-dates.ts';
import { ask, type Member, member, openSite, type Sent, type Site } from '../staff/site.ts';

const ROLE_OF = {
  awa: 'editor',
  binta: 'verifier',
  chaka: 'admin',
  dado: 'viewer',
  gao: 'organiser',
  eve: 'admin',
} as const;
export type Who = keyof typeof ROLE_OF;

export interface ExplainersSite {
  site: Site;
  capability: Explainers;
  /** Where voices of offices lie. */
  spoken: CitizenMediaStore;
  /** Data keys by person; taking one away erases them. */
  keys: Map<string, Buffer>;
  prompts: Prompted[];
  /** Comes between, once, when the next words are sealed. */
  meanwhile: { run?: (() => Promise<unknown>) | undefined };
  gone: Set<string>;
  call(name: string, params: Record<string, Value>, person: string): Promise<CallValue>;
  pass(person: string, mots: string, of: { bureau: string; theme?: string; billet: string }): Promise<void>;
  runDue(): Promise<void>;
  as(
    who: Who,
    path: string,
    sent?: Sent & { voix?: Buffer },
  ): Promise<{ status: number; body: string; to: string }>;
  /** The value of a hidden field of a page. */
  hidden(who: Who, path: string, name: string): Promise<string>;
  /** A public page. */
  read(path: string): Promise<{ status: number; body: string }>;
  /** Moves the clock of the capabilities; nobody on the staff is signed out. */
  wait(ms: number): void;
  now(): number;
  close(): Promise<void>;
}

const { speaker } = loadFlows({ flowsDir: 'flows', localesDir: 'locales' });
const REGIONS = [{ slug: 'segou', name: 'Ségou' }];

/** Explainers and the timeline on a database of their own, with staff, the public pages, and a clock the test owns. */
export async function explainersSite(): Promise<ExplainersSite> {
  const opened: {
    connection?: Connection;
    spoken?: CitizenMediaStore;
    explainers?: Explainers;
    timeline?: ReturnType<typeof timeline>;
  } = {};
  const meanwhile: ExplainersSite['meanwhile'] = {};
  const keys = new Map<string, Buffer>();
  const persons: PersonSealing = {
    seal: async (person, plain, place) => {
      const { run } = meanwhile;
      meanwhile.run = undefined;
      await run?.();
      const key = keys.get(person);
      return key === undefined ? null : seal(key, plain, place);
    },
    open: async (person, sealed, place) => {
      const key = keys.get(person);
      return key === undefined ? null : open(key, Buffer.from(sealed), place);
    },
  };
  const prompts: Prompted[] = [];
  const gone = new Set<string>();
  const dues = new MemoryDueDates();
  let ahead = 0;
  const site = await openSite(
    ({ fingerprint, sealer, clock: staffClock, chance, accounts }) => {
      const clock = { now: () => staffClock.now() + ahead };
      const shared = {
        ...{ db: opened.connection!.db!, clock, chance, sameHands: async () => false },
        staffName: async (id: string) => {
          const account = await accounts.byId(id);
          return account && sealer.open(account.name, placeOf('name', id));
        },
      };
      opened.explainers = explainers({
        ...{ ...shared, fingerprint, sealer, persons, dues, smallest: 2 },
        spoken: opened.spoken!,
        async prompt(prompted) {
          if (gone.has(prompted.conversation)) return 'gone';
          prompts.push(prompted);
          return 'committed';
        },
      });
      opened.timeline = timeline({ ...shared, speaker, regions: REGIONS });
      return [...opened.explainers.staffRoutes, ...opened.timeline.staffRoutes];
    },
    {
      change: async (parts, connection) => {
        opened.connection = connection;
        opened.spoken = new CitizenMediaStore({
          connection,
          fingerprint: parts.fingerprint,
          sealer: parts.sealer,
          persons,
        });
        return parts;
      },
    },
  );
  const { explainers: capability, timeline: steps, connection } = opened;
  if (capability === undefined || steps === undefined || connection?.db === undefined)
    throw new Error('not open');
  await openCollections(connection.db, [
    ...CITIZEN_COLLECTIONS,
    ...capability.collections,
    ...steps.collections,
  ]);
  const members = {} as Record<Who, Member>;
  for (const who of Object.keys(ROLE_OF) as Who[])
    members[who] = await member(site, ROLE_OF[who], who, who === 'eve' ? 'autre' : 'benkan');
  const pages = express();
  const routes = [...(capability.publicRoutes ?? []), ...(steps.publicRoutes ?? [])];
  const { chance, log } = site.parts;
  const clock = { now: () => site.parts.clock.now() + ahead };
  pages.use(publicRouter({ publicUrl: 'http://127.0.0.1', chance, log, routes }));
  const server = createServer({ keepAliveTimeout: 60_000 }, pages).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  let turns = 0;
  const contextOf = (person: string): EffectContext => ({
    ...{ person, conversation: `talk-of-${person}`, channel: 'web', address: person, lang: 'fr' },
    day: dayOf(clock.now()),
  });
  const as: ExplainersSite['as'] = async (who, path, { voix, ...sent } = {}) => {
    const { cookie } = members[who];
    const form = typeof sent.form === 'object' ? sent.form : {};
    const answer =
      'reponse' in form
        ? await answered(site, path, { cookie, form, voix })
        : await ask(site, `/staff${path}`, { cookie, ...sent });
    return { status: answer.status, body: await answer.text(), to: answer.headers.get('location') ?? '' };
  };
  const runner = buildRunner({ store: dues, kinds: capability.dues ?? [], clock });
  return {
    spoken: opened.spoken!,
    ...{ site, capability, keys, prompts, meanwhile, gone, as, now: clock.now },
    wait: (ms) => (ahead += ms),
    async call(name, params, person) {
      turns += 1;
      const kind = [...capability.calls, ...steps.calls].find((each) => each.name === name);
      if (kind === undefined) throw new Error(name);
      const claim = { inbound: `turn-${String(turns)}`, call: 0 };
      return kind.run(kind.params.parse(params), { ...contextOf(person), claim });
    },
    async pass(person, mots, { bureau, theme = 'charte', billet }) {
      if (!keys.has(person)) keys.set(person, randomBytes(32));
      const [effect] = capability.effects;
      const params = { mots, theme, bureau, billet };
      const asked = effect?.from({ kind: 'asked_for', effect: effect.name, params }) ?? [];
      const items = asked.map((each) => ({
        id: randomBytes(16),
        rev: 1,
        context: contextOf(person),
        params: each,
      }));
      await effect?.apply(items);
      // A crash brings it again.
      await effect?.apply(items);
    },
    async runDue() {
      await runner.run();
      await runner.idle();
    },
    hidden: async (who, path, name) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec((await as(who, path)).body)?.[1] ?? '',
    async read(path) {
      const answer = await fetch(url + path);
      return { status: answer.status, body: await answer.text() };
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await site.close();
    },
  };
}

/** An answer goes as a form that may bring a voice. */
function answered(
  { url }: Site,
  path: string,
  { cookie, form, voix }: { cookie: string; form: Record<string, string>; voix: Buffer | undefined },
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  if (voix !== undefined)
    body.set('voix', new Blob([new Uint8Array(voix)], { type: 'audio/ogg' }), 'voix.ogg');
  const headers = { cookie, origin: url };
  return fetch(`${url}/staff${path}`, { method: 'POST', redirect: 'manual', headers, body });
}
