import type { Capability } from '../capability.ts';
import { background } from './background.ts';
import { type Campaign, campaign, type CampaignDeps } from './campaign/campaign.ts';
import { type Database, demoRecords } from './campaign/record-store.ts';
import { DEMO_COLLECTIONS } from './collections.ts';
import { demoRoutes } from './pages/routes.tsx';
import { demoSlots } from './pages/slots.tsx';
import { demoStyles } from './pages/styles.ts';

export interface DemoDeps extends Omit<CampaignDeps, 'records'> {
  db: Database;
  /** A load or a clearing that a page began has failed. */
  report: (cause: unknown) => void;
}

export interface Demo extends Capability {
  campaign: Campaign;
}

/** The demonstration: three months of an invented campaign, so that every page is worth looking at (W15). */
export function demo({ db, report, ...deps }: DemoDeps): Demo {
  const played = campaign({ ...deps, records: demoRecords(db) });
  const work = background(report);
  return {
    name: 'demo',
    collections: DEMO_COLLECTIONS,
    effects: [],
    calls: [],
    staffRoutes: demoRoutes({ campaign: played, work, production: deps.production }),
    staffSlots: demoSlots(played, deps.production),
    assets: demoStyles,
    campaign: played,
    stop: () => work.stop(),
  };
}

export type { Campaign, LoadOrder, Work } from './campaign/campaign.ts';
export type { DemoRecord, DemoState } from './campaign/record.ts';
export type { OpenStage, Stage } from './campaign/stage.ts';
export { DEMO_MARK } from './mark.ts';
export { type ConcernKey, CONCERNS } from './talks/concerns.ts';
export { DEMO_CHANNEL, type OpenQuestion, type Talks } from './talks/talks.ts';
