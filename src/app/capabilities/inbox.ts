import { DEMO_CHANNEL } from '../../capabilities/demo/index.ts';
import {
  inbox as inboxCapability,
  INBOX_ROLES,
  type InboxDeps,
  resumeSteps,
} from '../../capabilities/inbox/index.ts';
import { WEB } from '../../channels/web/index.ts';
import { readSeat } from '../../conversation/phone/seat.ts';
import { personSealer } from '../../store/person-sealer.ts';
import { FIRST_ORG } from '../../web/staff/index.ts';
import { placeName } from '../places.ts';
import type { CapabilityParts } from './parts.ts';

/** The inbox of the team: what people write to it, and the talks it has taken. */
export function inboxOf(
  parts: CapabilityParts,
  { staffName, regionOf }: Pick<InboxDeps, 'staffName' | 'regionOf'>,
): ReturnType<typeof inboxCapability> {
  const { flows, conversations, people, rooms, staff } = parts;
  return inboxCapability({
    ...parts,
    ...parts.doors,
    persons: personSealer(people),
    chance: staff.chance,
    dues: parts.dueDates,
    talkOf: (id) => conversations.talkOf(id),
    staffName,
    answering: async (org) =>
      (await staff.accounts.ofOrg(org)).filter(
        ({ role, suspended }) => suspended !== true && INBOX_ROLES.some((each) => each === role),
      ),
    regionOf,
    regionName: placeName,
    fileOf: (id) => rooms.sent.note(id),
    openFile: (id) => rooms.sent.open(id),
    fatesOf: async (talk, ids) => ({
      unsent: await conversations.unsent(readSeat(talk).conversation),
      known: await parts.delivery.receipts.fates(ids),
    }),
    stepsOf: (session) => resumeSteps(flows.set, flows.speaker, session),
    nameless: [WEB, DEMO_CHANNEL],
    languages: flows.speaker.languages,
    zone: parts.settings.TZ_CAMPAIGN,
    owner: FIRST_ORG,
  });
}
