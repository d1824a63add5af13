import type { Connection } from 'mongoose';
import type { Fingerprint } from '../conversation/ports.ts';
import type { CollectionRule } from './collections.ts';
import { Standing } from './conversations/standing.ts';
import type { FlowVersionStore } from './flow-versions.ts';
import { FLOW_EDITIONS, FLOW_HOUSES, FLOW_VERSIONS } from './flow-versions-shapes.ts';
import { statesOf, stateOf } from './flow-versions-states.ts';

/** Longer than any answer is kept, for its hash names the version it was given to. */
const KEPT_DAYS = 800;
const DAY_MS = 86_400_000;

/** The collections of published flows. No person is in them. */
export function flowCollections(
  store: FlowVersionStore,
  connection: Connection,
  fingerprint: Fingerprint,
): CollectionRule[] {
  const standing = new Standing(fingerprint);
  return [
    {
      name: FLOW_VERSIONS,
      indexes: [{ name: 'by_hash', key: { flow: 1, hash: 1, at: -1 } }],
      retention: {
        kind: 'own',
        days: KEPT_DAYS,
        reason:
          'answers name the version they were given to; one that is published or that some talk runs stays',
        async expire(now) {
          const before = now - KEPT_DAYS * DAY_MS;
          const states = statesOf(await store.editions());
          const old = (await store.list()).filter((version) => {
            const state = stateOf(states, version);
            return state.state === 'draft'
              ? version.at < before
              : state.state === 'archived' && state.since < before;
          });
          const running = await standing.count(
            connection,
            old.map(({ flow, hash }) => ({ flow, hash })),
          );
          const stood = [...running.values()];
          return store.drop(old.filter((_version, index) => stood[index] === 0));
        },
      },
    },
    {
      name: FLOW_EDITIONS,
      indexes: [{ name: 'by_files', key: { files: 1 } }],
      retention: {
        kind: 'own',
        days: KEPT_DAYS,
        reason: 'what was published when, as long as the versions; the one that is published stays',
        expire: (now) => store.dropEditions(now - KEPT_DAYS * DAY_MS),
      },
    },
    {
      name: FLOW_HOUSES,
      indexes: [],
      retention: {
        kind: 'days',
        days: 1,
        since: 'at',
        reason: 'a process says every ten seconds that it is there, and takes itself away when it stops',
      },
    },
  ];
}
