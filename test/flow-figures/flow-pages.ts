import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { previews } from '../../src/app/previews.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import type { StoredCounts } from '../../src/capabilities/flows/counting/counts-store.ts';
import { flowRoutes } from '../../src/capabilities/flows/pages/routes.tsx';
import { flowReader, sharedFlows } from '../../src/capabilities/flows/reader.ts';
import type { VersionLine } from '../../src/capabilities/flows/versions.ts';
import { sharedBehindWall } from '../../src/capabilities/wall.ts';
import type { StaffRoute } from '../../src/web/staff/index.ts';
import { NO_SHARING } from '../staff/no-sharing.ts';

export const ORG = 'campagne';
const PREVIEWS = previews({
  ...{ WHATSAPP_WEB_CHOICES: 'text', SMS_LETTERS: 'plain', SMS_LONG: 'gateway', SMS_MAX_PARTS: 4 },
});
export const NOW = Date.UTC(2026, 0, 20, 12);
export const loaded = loadFlows({ flowsDir: 'flows', localesDir: 'locales' });

/** The pages over the flows that come with Benkan, and what was counted of them. */
export function flowPages(
  counts: readonly StoredCounts[] = [],
  versions: readonly VersionLine[] = [],
): StaffRoute[] {
  const reader = flowReader({
    flows: () => loaded.set,
    countsSince: async (flows, day) => counts.filter((row) => flows.includes(row.flow) && row.day >= day),
    clock: { now: () => NOW },
  });
  return flowRoutes({
    readerOf: sharedBehindWall({ walls: NO_SHARING, owner: ORG, records: 'flows' }, reader, sharedFlows),
    stageOf: (org) =>
      org === ORG ? { set: loaded.set, depsFor: (lang) => rehearsalDeps(loaded, lang) } : undefined,
    versionsOf: async (flow) => versions.filter((line) => line.flow === flow),
    publishedSince: async () =>
      new Map(versions.filter(({ state }) => state === 'published').map(({ flow, at }) => [flow, at])),
    deskOf: () => undefined,
    staffName: async () => undefined,
    speaker: loaded.speaker,
    previews: PREVIEWS,
  });
}

/** 140 people who began the survey in French on the web, three in Bambara on Telegram. */
export const COUNTS: readonly StoredCounts[] = [
  counted({ lang: 'fr', channel: 'web' }, 140, {
    debut: { out: { next: 140 } },
    priorite: { out: { answered: 120, on_fail: 6 }, waiting: 8, dropped: 6, retried: 20, time: { '3': 100 } },
    age: { out: { answered: 118 }, waiting: 2, dropped: 6 },
  }),
  counted({ lang: 'bm', channel: 'telegram' }, 3, {
    debut: { out: { next: 3 } },
    priorite: { out: { answered: 2 }, dropped: 1, time: { '3': 2 } },
    ancien_pas: { out: { next: 1 } },
  }),
];

function counted(
  { lang, channel }: { lang: string; channel: string },
  begun: number,
  steps: NonNullable<StoredCounts['steps']>,
): StoredCounts {
  const _id = `sondage-paix 2026-01-19 ${lang} ${channel} p1`;
  return { _id, flow: 'sondage-paix', day: '2026-01-19', lang, channel, begun, steps };
}
