import type { Capability } from '../capabilities/capability.ts';
import { calendar as calendarCapability } from '../capabilities/calendar/index.ts';
import { people as peopleCapability } from '../capabilities/people/index.ts';
import { audit } from '../capabilities/audit/index.ts';
import { type Demo, demo as demoCapability, DEMO_CHANNEL, DEMO_MARK } from '../capabilities/demo/index.ts';
import { explainers as explainersCapability } from '../capabilities/explainers/index.ts';
import { flows as flowsCapability } from '../capabilities/flows/index.ts';
import { type Language, language as languageCapability } from '../capabilities/language/index.ts';
import { media as mediaCapability } from '../capabilities/media/index.ts';
import { organisations as organisationsCapability } from '../capabilities/organisations/index.ts';
import { regionPacks } from '../capabilities/region-packs/index.ts';
import { delivery } from '../capabilities/delivery/index.ts';
import { staff } from '../capabilities/staff/index.ts';
import { surveys as surveysCapability } from '../capabilities/surveys/index.ts';
import { timeline as timelineCapability } from '../capabilities/timeline/index.ts';
import { volunteers as volunteersCapability } from '../capabilities/volunteers/index.ts';
import { whatsapp } from '../capabilities/whatsapp/index.ts';
import type { Fetched } from '../conversation/ports.ts';
import { TALK_DUE } from '../conversation/wake.ts';
import { personSealer } from '../store/person-sealer.ts';
import { readSent } from '../store/read-sent.ts';
import { FIRST_ORG } from '../web/staff/index.ts';
import { notesIn, placesIn } from './language-rooms.ts';
import { askedBefore, surveyOutlines } from './outlines.ts';
import { cercleName, placeName, REGIONS } from './places.ts';
import { publicLog } from './public-log.ts';
import { previews } from './previews.ts';
import { rehearsalDeps } from './rehearsal-deps.ts';
import { audiencesOf } from './capabilities/audiences.ts';
import { broadcastsOf } from './capabilities/broadcasts.ts';
import { colleaguesOf } from './capabilities/colleagues.ts';
import { contactsOf } from './capabilities/contacts.ts';
import { inboxOf } from './capabilities/inbox.ts';
import type { CapabilityParts } from './capabilities/parts.ts';
import { updatesOf } from './capabilities/updates.ts';
import { type Administration, administrationOf } from './administration.ts';

export interface Capabilities {
  all: readonly Capability[];
  demo: Demo;
  /** Counts people and messages by channel and day. */
  overview: Pick<Administration['overview'], 'traffic'>;
  /** Brings what any process corrected of the texts. */
  languages: Pick<Language, 'follow'>;
  /** Erases a person over all channels and capabilities. */
  erase: (person: string) => Promise<void>;
}

/** What Benkan can do, one line each; menus, checks, retention and roles follow from the list. */
export function capabilitiesOf(parts: CapabilityParts): Capabilities {
  const { people, conversations, flows, settings } = parts;
  const organisations = organisationsCapability(parts);
  const { walls } = organisations;
  const colleagues = colleaguesOf(parts.staff);
  const { staffName } = colleagues;
  const surveys = surveysCapability({
    ...parts,
    walls,
    speaker: flows.speaker,
    placeName,
    outlines: () => surveyOutlines(flows.set, flows.speaker),
    asked: (flow, hashes) => askedBefore(flows, flow, hashes),
    lastDays: (ids) => flowPages.lastDaysOf(ids),
    sent: (id) => parts.rooms.sent.note(id),
    owner: FIRST_ORG,
    rehearsal: settings.NODE_ENV === 'development',
    ...colleagues,
    chance: parts.staff.chance,
  });
  const days = calendarCapability({ ...parts, placeName: cercleName });
  const volunteers = volunteersCapability({
    ...parts,
    walls,
    persons: personSealer(people),
    chance: parts.staff.chance,
    zone: settings.TZ_CAMPAIGN,
    placeName,
    dues: parts.dueDates,
    countryDays: days.calendar.days,
    isExample: (id) => id.startsWith(DEMO_MARK),
  });
  const regionOf = async (person: string): Promise<string | null> =>
    (await volunteers.placeOf(person))?.split('/')[0] ?? null;
  const fetchSent = async (channel: string, file: string, account: string): Promise<Fetched> =>
    (await parts.channelOf(channel)?.fetch?.(file, account)) ?? { kind: 'gone' };
  const publisher = (org: string): Promise<{ id: string; name: string }> => organisations.publisher(org);
  const log = publicLog(parts.logGround, { ...parts, publisher, publicUrl: parts.staff.publicUrl });
  const audiences = audiencesOf(parts, (ctx, ids) => broadcasts.usedBy(ctx, ids));
  const updates = updatesOf(parts, {
    ...{ walls, log, publisher, ...colleagues, regionOf, fetch: fetchSent },
    waiting: () => broadcasts.waiting,
  });
  const contacts = contactsOf({
    ...parts,
    ...{ chance: parts.staff.chance, dues: parts.dueDates, fallback: flows.speaker.fallback },
    idOf: (address) => conversations.idOf(address),
    kinds: () => all.flatMap(({ effects }) => effects),
    erase: (person) => erase(person),
  });
  const broadcasts = broadcastsOf(parts, { ...audiences, ...days, publisher, also: [updates.waits] });
  const explainers = explainersCapability({
    ...parts,
    ...colleagues,
    persons: personSealer(people),
    chance: parts.staff.chance,
    dues: parts.dueDates,
    spoken: parts.rooms.sent,
    smallest: settings.NODE_ENV === 'development' ? 1 : SMALLEST_IN_PUBLIC,
  });
  const timeline = timelineCapability({
    ...parts,
    ...colleagues,
    speaker: flows.speaker,
    chance: parts.staff.chance,
    regions: REGIONS,
  });
  const flowPages = flowsCapability({
    ...parts,
    walls,
    writer: parts.staff.chance.token(6),
    flows: () => flows.set,
    speaker: flows.speaker,
    rehearsal: (lang) => rehearsalDeps(flows, lang),
    previews: previews(settings),
    versionsOf: parts.flowVersions,
    staffName,
    owner: FIRST_ORG,
    demoChannel: DEMO_CHANNEL,
  });
  const languages = languageCapability({
    ...parts,
    speaker: flows.speaker,
    chance: parts.staff.chance,
    places: placesIn(flows),
    notesOf: notesIn(settings.LOCALES_DIR),
    voices: parts.rooms.voices,
    recordings: parts.media,
    staffName,
    owner: FIRST_ORG,
    reworded: async () => flows.reworded?.(),
  });
  const media = mediaCapability({
    ...parts,
    store: parts.rooms.sent,
    persons: { isThere: async (person) => (await people.keysOf([person])).has(person) },
    dues: parts.dueDates,
    fetch: fetchSent,
    forget: async (channel, file, account) => parts.channelOf(channel)?.forget?.(file, account),
    read: readSent,
    recorded: parts.rooms.recorded,
    owner: FIRST_ORG,
  });
  const inbox = inboxOf(parts, { staffName, regionOf });
  const kept = async (person: string) => ({
    ...(await surveys.kept(person)),
    ...(await volunteers.kept(person)),
    ...(await updates.kept(person)),
    ...(await media.kept(person)),
    ...(await inbox.kept(person)),
    ...(await explainers.kept(person)),
    ...(await audiences.kept(person)),
    ...(await broadcasts.kept(person)),
  });
  const persons = peopleCapability({
    people,
    speaker: flows.speaker,
    kept,
    async closeConversation(id, person) {
      await parts.dueDates.cancel(TALK_DUE, id);
      return conversations.close(id, person);
    },
    forgetAddress: parts.forgetAddress,
    joining: {
      ...parts,
      dues: parts.dueDates,
      owned: [
        ...[surveys, media, volunteers.owned, updates.owned, inbox.owned, explainers.owned],
        ...[audiences.owned, broadcasts.owned],
        contacts.owned,
      ],
      talks: {
        profileOf: async (id) => (await conversations.talkOf(id))?.profile ?? null,
        rewrite: (id, rewriting) => parts.talks.rewrite(id, rewriting),
      },
    },
    erasers: [
      (person) => surveys.eraseFor(person),
      (person) => updates.eraseFor(person),
      (person) => volunteers.eraseFor(person),
      (person) => media.eraseFor(person),
      (person) => inbox.eraseFor(person),
      (person) => explainers.eraseFor(person),
      (person) => broadcasts.eraseFor(person),
      (person) => audiences.eraseFor(person),
      (person) => contacts.eraseFor(person),
      async (person) => {
        if (!person.startsWith(DEMO_MARK)) await settingsPages.noteErased(person);
      },
    ],
  });
  const erase = (person: string): Promise<void> => persons.erase(person);
  const { overview, settingsPages, readiness, about } = administrationOf(parts, {
    ...{ languages, kept, erase },
    runs: async () => (await publisher(FIRST_ORG)).name,
    funders: () => updates.funders(),
    demoIsLoaded: async () => (await demo.campaign.look()).state !== 'none',
    staffName,
  });
  const all: Capability[] = [
    overview,
    readiness,
    inbox,
    persons,
    surveys,
    updates,
    audiences,
    broadcasts,
    explainers,
    timeline,
    days,
    contacts,
    volunteers,
    media,
    flowPages,
    languages,
    regionPacks({ packs: flows.speaker.packs, placeOf: (person) => volunteers.placeOf(person) }),
    whatsapp({ link: parts.whatsappLink }),
    delivery({
      letters: parts.delivery.letters,
      standing: () => parts.delivery.ceiling.standing,
      clock: parts.clock,
      owner: FIRST_ORG,
    }),
    staff(parts.staff),
    settingsPages,
    organisations,
    audit(parts),
    about,
  ];
  const demo = demoCapability({
    ...parts,
    ...parts.demo,
    erase,
    sweeps: all.flatMap((capability) => (capability.demo === undefined ? [] : [capability.demo.sweep])),
    production: settings.NODE_ENV === 'production',
  });
  return { all: [...all, demo], erase, demo, languages, overview };
}

/** As tables of surveys in public: a figure over fewer people is about them (docs/decisions/small-counts.md). */
const SMALLEST_IN_PUBLIC = 10;
