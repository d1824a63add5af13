import { AUDIENCE_COLLECTIONS } from '../../src/capabilities/audiences/collections.ts';
import {
  type AudiencesCapability,
  audiences,
  type Counts,
  shownCounts,
  valueNames,
} from '../../src/capabilities/audiences/index.ts';
import { BROADCAST_COLLECTIONS } from '../../src/capabilities/broadcasts/collections.ts';
import { type Broadcasts, broadcasts } from '../../src/capabilities/broadcasts/index.ts';
import { NO_TALLY } from '../../src/capabilities/broadcasts/report/tally.ts';
import type { Admit, Sendables } from '../../src/capabilities/broadcasts/send/ports.ts';
import { TESTER_COLLECTIONS } from '../../src/capabilities/broadcasts/testers/collections.ts';
import { openCollections } from '../../src/store/collections.ts';
import type { Connection } from '../../src/store/connection.ts';
import { placeOf, sameHands } from '../../src/web/staff/index.ts';
import {
  ask,
  cookieFrom,
  type Member,
  member,
  openSite,
  type Sent,
  signIn,
  type Site,
} from '../staff/site.ts';
import { countsOf, LIMIT } from './life-world.ts';

/** Who works on the broadcasts of the test: writes, approves, does both, reads, leads a region, and one of elsewhere. */
export type Who = 'awa' | 'binta' | 'chaka' | 'dado' | 'fanta' | 'eve';
const ROLE_OF: Record<Who, string> = {
  awa: 'editor',
  binta: 'verifier',
  chaka: 'admin',
  dado: 'viewer',
  fanta: 'coordinator',
  eve: 'admin',
};

/** By group, whom every broadcast of the test has reached. */
const REACHED = { lang: 'bm', channel: 'sms', region: 'gao' } as const;

export interface LifeSite {
  site: Site;
  capability: Broadcasts;
  house: AudiencesCapability;
  members: Record<Who, Member>;
  /** What the next count says. */
  people: { counts: Counts };
  ordered: Map<string, number>;
  orders: string[];
  broadcasts: Sendables;
  admit: Admit;
  as(who: Who, path: string, sent?: Sent): Promise<{ status: number; body: string; to: string }>;
  /** Writes one by the form; its id. */
  begun(who: Who, form?: Record<string, string>): Promise<string>;
  /** The value of a hidden field of a page. */
  hidden(who: Who, path: string, name: string): Promise<string>;
  /** Presses a button of a page, with the hash that stands there. */
  press(who: Who, id: string, what: string, form?: Record<string, string>): ReturnType<LifeSite['as']>;
  /** Time goes by; who works here signs in again. */
  pass(ms: number, ...who: readonly Who[]): Promise<void>;
  close(): Promise<void>;
}

export const FORM = {
  ...{ nom: 'Rencontres de samedi', texte_fr: 'Rencontre samedi à 9 h.', texte_bm: '' },
  ...{ urgence: 'non', quand: '', jour: '', heure: '' },
  ...{ tous_les: '', jusqu_au: '' },
};

const REGIONS = [
  { slug: 'gao', name: 'Gao' },
  { slug: 'kayes', name: 'Kayes' },
];
const KNOWN = {
  ...{ languages: ['fr', 'bm'], channels: ['telegram', 'sms'], regions: REGIONS },
  cercles: [
    { slug: 'gao/ansongo', name: 'Ansongo', region: 'gao' },
    { slug: 'kayes/bafoulabe', name: 'Bafoulabé', region: 'kayes' },
  ],
  communes: [],
};

/** The pages of broadcasts over HTTP, on the real store, with a sending that only notes its orders. */
export async function lifeSite(): Promise<LifeSite> {
  const opened: {
    house?: AudiencesCapability;
    connection?: Connection;
    capability?: Broadcasts;
    sendables?: Sendables;
    admit?: Admit;
  } = {};
  const people = { counts: countsOf(60) };
  const ordered = new Map<string, number>();
  const orders: string[] = [];
  const site = await openSite(
    (parts) => {
      const staffName = async (id: string) => {
        const account = await parts.accounts.byId(id);
        return account && parts.sealer.open(account.name, placeOf('name', id));
      };
      const house = audiences({
        ...{ db: opened.connection!.db!, clock: parts.clock, chance: parts.chance, smallest: 5 },
        ...{ fingerprint: parts.fingerprint, sealer: parts.sealer },
        ...{ rules: { windowed: [], waiting: [] }, known: () => KNOWN, staffName },
        nameOf: valueNames((slug) => REGIONS.find((region) => region.slug === slug)?.name),
        usedBy: (ctx, ids) => opened.capability!.usedBy(ctx, ids),
      });
      opened.house = house;
      opened.capability = broadcasts({
        ...{ db: opened.connection!.db!, clock: parts.clock, chance: parts.chance },
        audiences: {
          smallest: 5,
          count: async () => people.counts,
          shown: async () => shownCounts(people.counts, 5),
          describe: () => 'tout le monde',
        },
        choosing: house.choosing,
        sending(found, admit) {
          Object.assign(opened, { sendables: found, admit });
          return {
            ...{ collections: [], calls: [], progress: async () => undefined },
            ...{ eraseFor: async () => 0, unite: async () => undefined },
            report: {
              ...{ progress: async () => undefined, byReason: async () => [], rows: async () => [] },
              bySegment: async (_id, segment) =>
                new Map(people.counts.reachable === 0 ? [] : [[REACHED[segment], { ...NO_TALLY, read: 12 }]]),
            },
            launch: async (id, at) => void ordered.set(id, at),
            control: async (id, order) => {
              orders.push(order);
              const from = order === 'resume' ? (['paused'] as const) : (['running', 'paused'] as const);
              return found.move(
                id,
                from,
                order === 'pause' ? 'paused' : order === 'cancel' ? 'cancelled' : 'running',
              );
            },
          };
        },
        ...{ languages: ['fr', 'bm'], ours: ['https://benkan.example'], aloneUpTo: LIMIT },
        regions: REGIONS,
        carriers: () => [
          { id: 'telegram', perSecond: 30 },
          { id: 'sms', perSecond: 1, paidBy: 'part', price: 12 },
        ],
        spoken: async (_org, _lang, text) => text,
        asSms: (text) => ({ text, parts: Math.ceil(text.length / 160) }),
        trying: {
          ...{ fingerprint: parts.fingerprint, sealer: parts.sealer, waitingOn: ['whatsapp-web'] },
          dues: { set: async () => undefined },
          channels: () => [{ id: 'telegram' }],
          windowEnds: async () => undefined,
          talkOf: async () => null,
          prompt: async () => 'gone',
          colleague: async (id) => {
            const account = await parts.accounts.byId(id);
            return account && { ...account, name: '' };
          },
        },
        staffName,
        sameHands: (one, other) => sameHands(parts.accounts, one, other, parts.clock.now()),
      });
      return [...opened.capability.staffRoutes, ...house.staffRoutes];
    },
    {
      change: async (parts, connection) => {
        opened.connection = connection;
        const rules = [...BROADCAST_COLLECTIONS, ...TESTER_COLLECTIONS, ...AUDIENCE_COLLECTIONS];
        await openCollections(connection.db!, rules);
        return parts;
      },
    },
  );
  const members = {} as Record<Who, Member>;
  for (const who of Object.keys(ROLE_OF) as Who[])
    members[who] = await member(site, ROLE_OF[who], nameOf(who), who === 'eve' ? 'autre' : 'benkan');
  const as: LifeSite['as'] = async (who, path, sent = {}) => {
    const answer = await ask(site, `/staff${path}`, { cookie: members[who].cookie, ...sent });
    return { status: answer.status, body: await answer.text(), to: answer.headers.get('location') ?? '' };
  };
  const hidden: LifeSite['hidden'] = async (who, path, name) =>
    new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec((await as(who, path)).body)?.[1] ?? '';
  return {
    ...{ site, members, people, ordered, orders, as, hidden },
    ...{
      capability: opened.capability!,
      house: opened.house!,
      broadcasts: opened.sendables!,
      admit: opened.admit!,
    },
    async begun(who, form = {}) {
      const { to } = await as(who, '/broadcasts/new', { form: { ...FORM, ...form } });
      return /broadcasts\/([^/?]+)/u.exec(to)?.[1] ?? '';
    },
    async press(who, id, what, form = {}) {
      const page = what === 'submit' ? '' : what === 'reject' ? '/approve' : `/${what}`;
      const seen = await hidden(who, `/broadcasts/${id}${page}`, 'seen');
      return as(who, `/broadcasts/${id}/${what}`, { form: { ...(seen && { seen }), ...form } });
    },
    async pass(ms, ...who) {
      site.pass(ms);
      for (const each of who) members[each].cookie = cookieFrom(await signIn(site, members[each])) ?? '';
    },
    async close() {
      await opened.house?.stop();
      await site.close();
    },
  };
}

const nameOf = (who: Who): string => `${who.charAt(0).toUpperCase()}${who.slice(1)} Diarra`;
