import { mongo } from 'mongoose';
import { AUDIENCE_COLLECTIONS, MEMBERS } from '../../src/capabilities/audiences/collections.ts';
import type { KeptMember, StoredMember } from '../../src/capabilities/audiences/members/stored-store.ts';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { connect } from '../../src/store/connection.ts';
import { openCollections } from '../../src/store/collections.ts';
import { testDatabase } from '../mongo/database.ts';
import { REGIONS } from './expressions.ts';

export const TODAY = '2026-11-22';
export const NOW = Date.parse(`${TODAY}T10:00:00Z`);
const DAYS = ['2026-11-22', '2026-11-21', '2026-11-01', '2026-09-01', '2026-01-15'];

export { REGIONS };

export interface MembersWorld {
  uri: string;
  db: mongo.Db;
  members: mongo.Collection<StoredMember>;
  close(): Promise<void>;
}

/** The collection of members, on a database of its own. */
export async function membersWorld(): Promise<MembersWorld> {
  const database = await testDatabase();
  const connection = await connect(database.uri);
  const { db } = connection;
  if (db === undefined) throw new Error('not connected');
  await openCollections(db, AUDIENCE_COLLECTIONS);
  return {
    ...{ uri: database.uri, db },
    members: db.collection<StoredMember>(MEMBERS),
    async close() {
      await database.drop();
      await connection.close();
    },
  };
}

/** Invented members, the same for the same seed: some said nothing, stopped, are gone, or are reached nowhere. */
export function inventedMembers(seed: number): () => StoredMember {
  const chance = seededChance(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const some = (of: readonly string[]): string[] => of.filter(() => chance() < 0.3);
  return () => {
    const [agreed, stopped, gone] = [chance() < 0.95, chance() < 0.1, chance() < 0.08];
    const reached = chance() < 0.97;
    const active = pick(DAYS);
    const id = Buffer.alloc(16);
    for (let at = 0; at < 16; at += 4) id.writeUInt32BE(Math.floor(chance() * 2 ** 32), at);
    return {
      _id: new mongo.Binary(id),
      ...{ lang: pick(['fr', 'bm', 'bm']), channel: pick(['telegram', 'whatsapp', 'whatsapp-web', 'web']) },
      reach: reached ? new mongo.Binary(Buffer.alloc(60, 7)) : null,
      ...{ via: new mongo.Binary(Buffer.alloc(8, 1)), agreed, stopped, gone, active },
      writable: agreed && !stopped && !gone && reached,
      ...{ day: active, talk: new mongo.Binary(Buffer.alloc(8, 1)), rev: 1 },
      ...(chance() < 0.7 ? ofSelf() : {}),
      ...(chance() < 0.4 ? { themes: some(['accord', 'charte', 'securite']) } : {}),
      ...(chance() < 0.2 ? { groups: some(['lecteurs', 'jeunes']) } : {}),
    };
  };

  function ofSelf(): Partial<KeptMember> {
    const region = pick(REGIONS);
    const place = chance() < 0.5 ? region : `${region}/${pick(['un', 'deux', 'trois'])}`;
    return {
      told: true,
      ...(chance() < 0.9 ? { region, place } : {}),
      ...(chance() < 0.8 ? { sex: pick(['femme', 'homme']) } : {}),
      ...(chance() < 0.8 ? { age: pick(['15-17', '18-24', '25-35', '36']) } : {}),
      ...(chance() < 0.3 ? { answers: some(['eau:oui', 'eau:non', 'route:oui']) } : {}),
    };
  }
}
