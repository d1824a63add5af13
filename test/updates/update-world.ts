import mongoose, { type mongo } from 'mongoose';
import { UPDATE_COLLECTIONS } from '../../src/capabilities/updates/collections.ts';
import { type Actor, type Desk, desk } from '../../src/capabilities/updates/desk.ts';
import { logStore } from '../../src/capabilities/updates/log/log-store.ts';
import type { PublicLog } from '../../src/capabilities/updates/log/ports.ts';
import type { UpdateContent } from '../../src/capabilities/updates/model/content.ts';
import type { State } from '../../src/capabilities/updates/model/states.ts';
import type { Update } from '../../src/capabilities/updates/model/update.ts';
import { type UpdatesStore, updatesStore } from '../../src/capabilities/updates/updates-store.ts';
import { openCollections } from '../../src/store/collections.ts';
import type { Role } from '../../src/web/staff/index.ts';
import { testDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';
import { realChance, type TestClock, testClock } from '../universe/time.ts';
import { keysAfter } from './signed-log.ts';

export interface Audited {
  by: string;
  action: string;
  subject: string;
}

export interface UpdateWorld {
  db: mongo.Db;
  store: UpdatesStore;
  desk: Desk;
  clock: TestClock;
  audited: Audited[];
  as(id: string, role?: Role, org?: string): Actor;
  log: PublicLog;
  /** From now on one account alone could be both of these. */
  makeKin(a: string, b: string): void;
  /** An item in a state, brought there by Awa (editor) and Binta (verifier). */
  itemIn(state: State, content?: Partial<UpdateContent>): Promise<Update>;
  /** The correction of a published item, published by the same two. */
  correctionOf(former: Pick<Update, 'id'>, content?: Partial<UpdateContent>): Promise<Update>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** The desk of updates on a database of its own. */
export async function updateWorld(): Promise<UpdateWorld> {
  const database = await testDatabase();
  const connection = await mongoose.createConnection(database.uri, { autoIndex: false }).asPromise();
  const db = connection.getClient().db(database.name);
  await openCollections(db, UPDATE_COLLECTIONS);
  const clock = testClock();
  const store = updatesStore(db);
  const log = logStore(db, keysAfter());
  await log.begin(undefined);
  const { fingerprint } = testKeyring();
  const kin = new Set<string>();
  const ours = desk({
    ...{ store, clock, fingerprint, log, chance: realChance },
    sameHands: async (a, b) => a === b || kin.has([a, b].sort().join(' ')),
    publisher: async (org) => ({ id: org, name: `Organisation ${org}` }),
  });
  const audited: Audited[] = [];
  const as = (id: string, role: Role = 'editor', org = 'campagne'): Actor => ({
    person: { id, name: id, role, org },
    audit: async (action, subject) => void audited.push({ by: id, action, subject }),
  });
  const correctionOf: UpdateWorld['correctionOf'] = async (former, content = {}) => {
    const [awa, binta] = [as('awa'), as('binta', 'verifier')];
    const begun = await ours.correct(awa, former.id);
    const { texts } = begun.content;
    const why = { texts: { ...texts, fr: { ...texts['fr']!, reason: 'La date était fausse.' } } };
    let item = await ours.move(awa, begun.id, {
      move: 'edit',
      content: { ...begun.content, ...why, ...content },
    });
    item = await ours.move(awa, item.id, { move: 'submit' });
    item = await ours.move(binta, item.id, { move: 'verify', seen: item.hash });
    return ours.move(awa, item.id, { move: 'publish', seen: item.hash });
  };
  return {
    ...{ db, store, desk: ours, clock, audited, as, log, correctionOf },
    makeKin: (a, b) => void kin.add([a, b].sort().join(' ')),
    async itemIn(state, content) {
      const [awa, binta] = [as('awa'), as('binta', 'verifier')];
      let item = await ours.begin(awa, buildContent(content));
      const path = { draft: 0, submitted: 1, verified: 2, published: 3, corrected: 3, withdrawn: 4 }[state];
      if (path >= 1) item = await ours.move(awa, item.id, { move: 'submit', seen: item.hash });
      if (path >= 2) item = await ours.move(binta, item.id, { move: 'verify', seen: item.hash });
      if (path >= 3) item = await ours.move(awa, item.id, { move: 'publish', seen: item.hash });
      if (path >= 4) item = await ours.move(awa, item.id, WITHDRAW);
      if (state !== 'corrected') return item;
      await correctionOf(item);
      return ours.find(awa, item.id);
    },
    async empty() {
      audited.length = 0;
      kin.clear();
      await Promise.all(UPDATE_COLLECTIONS.map(({ name }) => db.collection(name).deleteMany({})));
      await log.begin(undefined);
    },
    async close() {
      await database.drop();
      await connection.close();
    },
  };
}

/** A withdrawal that lacks nothing. */
export const WITHDRAW = { move: 'withdraw', reason: 'Erreur de date', cause: 'wrong' } as const;

/** Content that can be submitted on 2026-11-21. */
export const buildContent = (of: Partial<UpdateContent> = {}): UpdateContent => ({
  date: '2026-11-10',
  place: 'mali',
  theme: 'charte',
  tier: 'official_text',
  texts: {
    fr: { title: 'La charte est remise', first: 'Le texte compte 106 articles.', second: '', audio: '' },
    bm: { title: '', first: '', second: '', audio: '' },
  },
  source: { title: 'Journal officiel', url: 'https://example.org/jo.pdf', sha256: '' },
  funding: 'Campagne de la paix',
  reviewBy: '2027-05-01',
  ...of,
});
