import { offers as audiences } from '../capabilities/audiences/offers.ts';
import { offers as broadcasts } from '../capabilities/broadcasts/send/offers.ts';
import { offers as explainers } from '../capabilities/explainers/offers.ts';
import { offers as flows } from '../capabilities/flows/offers.ts';
import { offers as inbox } from '../capabilities/inbox/offers.ts';
import { offers as media } from '../capabilities/media/offers.ts';
import { offers as people } from '../capabilities/people/offers.ts';
import { offers as regionPacks } from '../capabilities/region-packs/offers.ts';
import { offers as surveys } from '../capabilities/surveys/offers.ts';
import { offers as timeline } from '../capabilities/timeline/offers.ts';
import { offers as updates } from '../capabilities/updates/offers.ts';
import { offers as volunteers } from '../capabilities/volunteers/offers.ts';
import { DEEDS } from '../conversation/phone/on-phone.ts';
import { ERASE } from '../conversation/turn.ts';
import type { Known } from '../engine/compile-flows.ts';

/** Flows are read before there is a database, so what they may lean on is said apart from the capabilities that do it. */
const OFFERS: readonly Known[] = [
  {
    calls: [],
    effects: [ERASE, ...Object.values(DEEDS)],
    shapes: {
      ...{ [ERASE]: { takes: [] }, [DEEDS.who]: { takes: [] }, [DEEDS.change]: { takes: ['qui'] } },
      ...{ [DEEDS.stopAll]: { takes: [] }, [DEEDS.eraseAll]: { takes: [] } },
    },
  },
  audiences,
  broadcasts,
  explainers,
  flows,
  inbox,
  media,
  people,
  regionPacks,
  surveys,
  timeline,
  updates,
  volunteers,
];

/** Every call and every effect a flow may name. */
export const OFFERED: Known = {
  calls: OFFERS.flatMap(({ calls }) => calls),
  effects: OFFERS.flatMap(({ effects }) => effects),
  shapes: Object.assign({}, ...OFFERS.map(({ shapes }) => shapes)) as NonNullable<Known['shapes']>,
};
