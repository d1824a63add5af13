import mongoose, { type mongo } from 'mongoose';
import { UPDATE_COLLECTIONS } from '../../src/capabilities/updates/collections.ts';
import { type Actor, type Desk, desk } from '../../src/capabilities/updates/desk.ts';
import type { UpdateContent } from '../../src/capabilities/updates/model/content.ts';
import type { State } from '../../src/capabilities/updates/model/states.ts';
import type { Update } from '../../src/capabilities/updates/model/update.ts';
import {
  type StoredUpdate,
  type UpdatesStore,
  updatesStore,
} from '../../src/capabilities/updates/updates-store.ts';
import { openCollections } from '../../src/store/collections.ts';
import type { Role } from '../../src/web/staff/index.ts';
import { testDatabase } from '../mongo/database.ts';
import { realChance, type TestClock, testClock } from '../universe/time.ts';

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
  /** An item in a state, brought there by Awa (editor) and Binta (verifier). */
  itemIn(state: State, content?: Partial<UpdateContent>): Promise<Update>;
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
  const ours = desk({ store, clock, chance: realChance });
  const audited: Audited[] = [];
  const as = (id: string, role: Role = 'editor', org = 'campagne'): Actor => ({
    person: { id, name: id, role, org },
    audit: async (action, subject) => void audited.push({ by: id, action, subject }),
  });
  return {
    ...{ db, store, desk: ours, clock, audited, as },
    async itemIn(state, content) {
      const [awa, binta] = [as('awa'), as('binta', 'verifier')];
      let item = await ours.begin(awa, buildContent(content));
      const path = { draft: 0, submitted: 1, verified: 2, published: 3, corrected: 3, withdrawn: 4 }[state];
      if (path >= 1) item = await ours.move(awa, item.id, { move: 'submit', seen: item.hash });
      if (path >= 2) item = await ours.move(binta, item.id, { move: 'verify', seen: item.hash });
      if (path >= 3) item = await ours.move(awa, item.id, { move: 'publish', seen: item.hash });
      if (path >= 4) item = await ours.move(awa, item.id, { move: 'withdraw', reason: 'Erreur de date' });
      if (state !== 'corrected') return item;
      await db.collection<StoredUpdate>('updates').updateOne({ _id: item.id }, { $set: { state } });
      return { ...item, state };
    },
    async empty() {
      audited.length = 0;
      await Promise.all(UPDATE_COLLECTIONS.map(({ name }) => db.collection(name).deleteMany({})));
    },
    async close() {
      await database.drop();
      await connection.close();
    },
  };
}

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
