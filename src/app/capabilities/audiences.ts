import {
  type AudiencesCapability,
  type AudiencesDeps,
  audiences as audiencesCapability,
  SMALLEST,
  valueNames,
} from '../../capabilities/audiences/index.ts';
import { DEMO_CHANNEL } from '../../capabilities/demo/index.ts';
import { WHATSAPP_CLOUD } from '../../channels/whatsapp-cloud/index.ts';
import { WHATSAPP_WEB } from '../../channels/whatsapp-web/index.ts';
import type { Channel } from '../../conversation/ports.ts';
import { placeOf, type StaffParts } from '../../web/staff/index.ts';
import type { LoadedFlows } from '../load-flows.ts';
import { CERCLES, PLACES, REGIONS } from '../places.ts';
import type { Settings } from '../settings.ts';

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
    async staffName(account) {
      const found = await parts.staff.accounts.byId(account);
      return found === undefined ? undefined : parts.staff.sealer.open(found.name, placeOf('name', account));
    },
    rules: { windowed: [WHATSAPP_CLOUD], waiting: [WHATSAPP_WEB] },
    nameOf: valueNames((slug) => NAMES.get(slug)),
    // Whoever tries it on their own machine is alone (docs/decisions/small-counts.md).
    smallest: parts.settings.NODE_ENV === 'development' ? 1 : SMALLEST,
  });

/** Of Bamako alone the communes are known, and people are understood to live in one. */
const isCommune = (slug: string): boolean => slug.includes('/commune-');

const NAMES = new Map(PLACES.map(({ slug, name }) => [slug, name]));
