import type { Broadcasts } from '../../capabilities/broadcasts/index.ts';
import {
  type Updates,
  updates as updatesCapability,
  type UpdatesDeps,
} from '../../capabilities/updates/index.ts';
import { PLACES } from '../places.ts';
import type { CapabilityParts } from './parts.ts';
import { waitingDoor } from './waiting-door.ts';

/** Staff see no count of 1 to 4 (row S12). */
const SMALLEST_FOR_STAFF = 5;

type Neighbours = Pick<
  UpdatesDeps,
  'walls' | 'log' | 'publisher' | 'staffName' | 'sameHands' | 'regionOf' | 'fetch'
> & {
  /** What waits for people where a channel must not be used to write first. */
  waiting: () => Broadcasts['waiting'];
};

/** Updates, with the public pages about them, the check in the chat and where they are posted. */
export function updatesOf(parts: CapabilityParts, { waiting, ...neighbours }: Neighbours): Updates {
  const { flows, settings, staff } = parts;
  return updatesCapability({
    ...parts,
    ...neighbours,
    speaker: flows.speaker,
    chance: staff.chance,
    dues: parts.dueDates,
    places: PLACES,
    recordings: parts.media,
    atNight: settings.UPDATES_AT_NIGHT,
    digestDay: settings.UPDATES_WEEK_ENDS,
    shown: {
      publicUrl: staff.publicUrl,
      names: { whatsapp: settings.SHARE_WHATSAPP, telegram: settings.SHARE_TELEGRAM },
      recordingOf: (id) => parts.media.about(id),
      smallest: settings.NODE_ENV === 'development' ? 1 : SMALLEST_FOR_STAFF,
    },
    reached: (broadcast) => parts.delivery.receipts.figures(broadcast),
    door: waitingDoor(parts, waiting),
    publicUrl: staff.publicUrl,
  });
}
