import {
  type AudiencesCapability,
  type AudiencesDeps,
  audiences as audiencesCapability,
  SMALLEST,
  valueNames,
} from '../../capabilities/audiences/index.ts';
import { DEMO_CHANNEL } from '../../capabilities/demo/index.ts';
import type { Channel } from '../../conversation/ports.ts';
import type { StaffParts } from '../../web/staff/index.ts';
import type { LoadedFlows } from '../load-flows.ts';
import { CERCLES, PLACES, REGIONS } from '../places.ts';
import type { Settings } from '../settings.ts';
import { WAITING_ON, WINDOWED } from './channel-rules.ts';
import { colleaguesOf } from './colleagues.ts';

interface Parts
  extends Omit<AudiencesDeps, 'rules' | 'nameOf' | 'smallest' | 'chance' | 'known' | 'usedBy' | 'staffName'> {
  settings: Pick<Settings, 'NODE_ENV'>;
  staff: StaffParts;
  flows: Pick<LoadedFlows, 'speaker'>;
  channels: () => readonly Channel[];
}

/** Whom broadcasts may be for, with what each channel allows. */
export const audiencesOf = (parts: Parts, usedBy: AudiencesDeps['usedBy']): AudiencesCapability =>
  audiencesCapability({
    ...{ ...parts, usedBy, chance: parts.staff.chance },
    known: () => ({
      languages: parts.flows.speaker.languages,
      channels: parts.channels().flatMap(({ id }) => (id === DEMO_CHANNEL ? [] : [id])),
      regions: REGIONS,
      cercles: CERCLES.filter(({ slug }) => !isCommune(slug)),
      communes: CERCLES.filter(({ slug }) => isCommune(slug)),
    }),
    staffName: colleaguesOf(parts.staff).staffName,
    rules: { windowed: WINDOWED, waiting: WAITING_ON },
    nameOf: valueNames((slug) => NAMES.get(slug)),
    // Whoever tries it on their own machine is alone (docs/decisions/small-counts.md).
    smallest: parts.settings.NODE_ENV === 'development' ? 1 : SMALLEST,
  });

/** Of Bamako alone the communes are known, and people are understood to live in one. */
const isCommune = (slug: string): boolean => slug.includes('/commune-');

const NAMES = new Map(PLACES.map(({ slug, name }) => [slug, name]));
