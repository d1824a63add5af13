import {
  type AudiencesCapability,
  type AudiencesDeps,
  audiences as audiencesCapability,
  SMALLEST,
  valueNames,
} from '../../capabilities/audiences/index.ts';
import { WHATSAPP_CLOUD } from '../../channels/whatsapp-cloud/index.ts';
import { WHATSAPP_WEB } from '../../channels/whatsapp-web/index.ts';
import { PLACES } from '../places.ts';
import type { Settings } from '../settings.ts';

/** Whom broadcasts may be for, with what each channel allows. */
export const audiencesOf = (
  parts: Omit<AudiencesDeps, 'rules' | 'nameOf' | 'smallest'> & { settings: Pick<Settings, 'NODE_ENV'> },
): AudiencesCapability =>
  audiencesCapability({
    ...parts,
    rules: { windowed: [WHATSAPP_CLOUD], waiting: [WHATSAPP_WEB] },
    nameOf: valueNames((slug) => NAMES.get(slug)),
    // Whoever tries it on their own machine is alone (docs/decisions/small-counts.md).
    smallest: parts.settings.NODE_ENV === 'development' ? 1 : SMALLEST,
  });

const NAMES = new Map(PLACES.map(({ slug, name }) => [slug, name]));
