import type { StoredUpdate } from '../../src/capabilities/updates/updates-store.ts';
import { hashOf } from '../../src/capabilities/updates/model/canonical.ts';
import { buildContent } from '../updates/update-world.ts';
import type { ReadableHouse } from './house.ts';

/** A published item, so that there is something to read and to rate; it holds nobody. */
export async function anItem({ client }: ReadableHouse): Promise<void> {
  const content = buildContent({ reviewBy: '2099-01-01' });
  const item: StoredUpdate = {
    ...{ _id: 'canary-item', org: 'benkan', state: 'published', content, hash: hashOf(content), rev: 1 },
    ...{ number: { year: 2026, n: 1 }, numbered: true, authors: [], history: [], demo: false },
    publication: { by: 'nobody', at: 1_700_000_000, version: 1 },
    ...{ changedAt: 1_700_000_000, since: '2026-11-21' },
  };
  await client.db('benkan').collection<StoredUpdate>('updates').insertOne(item);
}
