import type { Connection } from '../store/connection.ts';
import { type CollectionRule, expire, openCollections } from '../store/collections.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { Demo } from '../capabilities/demo/index.ts';
import { countPassed, type Traffic } from '../capabilities/overview/index.ts';
import { WEB, webChannel, type WebChannel } from '../channels/web/index.ts';
import { SMS } from '../channels/sms/index.ts';
import { WHATSAPP_CLOUD } from '../channels/whatsapp-cloud/index.ts';
import { WHATSAPP_WEB, type WhatsappWebChannel } from '../channels/whatsapp-web/index.ts';
import { callsAfter, Effects } from '../conversation/apply.ts';
import type { Channel } from '../conversation/ports.ts';
import { type Followers, Reception } from '../conversation/receive.ts';
import { wakeEffect } from '../conversation/wake.ts';
import type { Chance, Clock } from '../domain/clock.ts';
import { refusal } from '../domain/faults.ts';
import { intentReader, readWriting } from '../language/index.ts';
import type { BroadcastFate } from '../outbox/fate.ts';
import { Outbox } from '../outbox/outbox.ts';
import type { Departures } from '../queue/index.ts';
import { type DueRunner, dueRunner } from '../schedule/due-runner.ts';
import { ConversationStore } from '../store/conversations/conversation-store.ts';
import { TalkRewriter } from '../store/conversations/rewrite-talk.ts';
import { Standing } from '../store/conversations/standing.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import { DUE_COLLECTIONS, DueDateStore } from '../store/due-dates.ts';
import { EXPIRATION_COLLECTIONS, Expirations } from '../store/expirations.ts';
import { flowCollections } from '../store/flow-versions-expire.ts';
import { FlowVersionStore } from '../store/flow-versions.ts';
import { JoinedPeople } from '../store/joined-people.ts';
import { MailboxStore } from '../store/mailbox.ts';
import { PeopleStore } from '../store/people.ts';
import { PeopleFigures } from '../store/people-figures.ts';
import { PeopleLookup } from '../store/people-lookup.ts';
import { RECEIPT_COLLECTIONS } from '../store/receipts/shapes.ts';
import { SMS_PIECES_COLLECTION, SmsPieces } from '../store/sms-pieces.ts';
import { WhatsappWindows, WINDOWS_COLLECTION } from '../store/whatsapp-windows.ts';
import type { StaffParts } from '../web/staff/index.ts';
import { boardOf } from './board.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import { type PlatformChannel, platformChannels } from './channels.ts';
import { type Delivery, openDelivery } from './delivery.ts';
import { demoParts } from './demo/demo-parts.ts';
import { noDueDates } from './demo/no-due-dates.ts';
import { quietChannel } from './demo/quiet-channel.ts';
import { followersOf } from './followers.ts';
import { editionDesk } from './flows/desk.ts';
import { draftFiles } from './flows/draft-files.ts';
import { publishedSince, versionReader } from './flows/version-rows.ts';
import type { LoadedFlows } from './load-flows.ts';
import { type MediaRooms, openMedia } from './media-rooms.ts';
import { type Logger, errorFields } from './logs.ts';
import { handing, leaving, untriedIn, UNTRIED_FOR_MS } from './many/sending.ts';
import type { Shared } from './many/shared.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';
import { OFFERED } from './offers.ts';
import { openStaff } from './staff.ts';
import { logGround } from './public-log.ts';
import { talkDue } from './talk-dues.ts';

export interface Parts {
  settings: Settings;
  connection: Connection;
  keyring: Keyring;
  flows: LoadedFlows;
  log: Logger;
  metrics: Metrics;
  clock: Clock;
  chance: Chance;
  publicUrl: string;
  /** Lines for the person who started it. */
  say?: (line: string) => void;
  /** How long a process is believed to work on what it committed, milliseconds. */
  leaseMs: number;
  /** With several processes: what they share. */
  shared?: Shared;
  /** How long what several processes may send waits for one of them, milliseconds. */
  untriedMs?: number;
  /** A house of the demonstration: nothing comes due in it, and it speaks on no platform. */
  invented?: true;
}

/** The house, put together: nothing runs yet. */
export interface House {
  reception: Reception;
  conversations: ConversationStore;
  people: PeopleStore;
  effects: Effects;
  outbox: Outbox;
  delivery: Delivery;
  /** Runs what has become due; a tick calls it. */
  dues: DueRunner;
  followers: Followers;
  /** With several processes: hands over what another one may send. */
  departures: Departures | undefined;
  channels: readonly Channel[];
  rooms: MediaRooms;
  web: WebChannel;
  /** Where platforms call. */
  doors: readonly NonNullable<PlatformChannel['door']>[];
  capabilities: readonly Capability[];
  /** Counts messages in memory; a tick writes the sums. */
  traffic: Traffic;
  /** Brings what any process corrected of the texts; a tick calls it. */
  languages: Capabilities['languages'];
  /** Every collection that is emptied by a rule. */
  collections: readonly CollectionRule[];
  staff: StaffParts;
  demo: Demo;
  /** Erases a person over all channels and capabilities. */
  erase: (person: string) => Promise<void>;
  /** Deletes what the retention rules no longer allow. */
  expire: (now: number) => Promise<void>;
}

/** Wires every room, on a database that `prepareStore` has prepared; the only place that knows all of them. */
export async function compose(parts: Parts): Promise<House> {
  const { connection, keyring, clock, chance, flows, log, metrics, leaseMs } = parts;
  const { fingerprint, sealer } = keyring;
  const { db } = connection;
  if (db === undefined) throw refusal('not_connected', 'The database is not connected.');
  const people = new PeopleStore(connection, keyring, clock, chance);
  const shared = parts.invented === true ? undefined : parts.shared;
  const untried = untriedIn({
    ...{ shared, leaseMs, channels: () => channels, untriedMs: parts.untriedMs ?? UNTRIED_FOR_MS },
  });
  const conversations = new ConversationStore({
    ...{ connection, keyring, people, clock, chance, leaseMs, untried },
  });
  const mailbox = new MailboxStore(connection, fingerprint, sealer, clock);
  await mailbox.prepare();
  const rooms = await openMedia(parts, db, people);
  const { media, library, voices, uploads } = rooms;
  const windows = new WhatsappWindows(connection, fingerprint);
  const pieces = new SmsPieces(connection, fingerprint, sealer);
  const flowStore = new FlowVersionStore(connection);
  const standing = new Standing(fingerprint);
  // A thread nobody told of it shows it at the next look.
  const replied = (talk: string): void => {
    for (const capability of capabilities) capability.replied?.(talk).catch(() => undefined);
  };
  const delivery = openDelivery(parts, () => reception, {
    failed: (channel, code) => traffic.count('failed', channel, code),
    replied,
    became: (...told) => became(...told),
  });
  const became = async (broadcast: string, conversation: string, fate: BroadcastFate): Promise<void> => {
    for (const capability of capabilities) await capability.became?.(broadcast, conversation, fate);
  };

  const linked = (): WhatsappWebChannel | undefined =>
    platforms.flatMap((platform) => platform.linked ?? [])[0];
  /** What is kept of an address, by channel. */
  const kept = new Map<string, { drop(address: string): Promise<void> }[]>([
    [WEB, [mailbox, uploads]],
    [WHATSAPP_CLOUD, [windows]],
    [WHATSAPP_WEB, [{ drop: async (address) => linked()?.dropChat(address) }]],
    [SMS, [pieces]],
  ]);

  const expirations = new Expirations(connection);
  const dueDates = new DueDateStore(connection, keyring, chance);
  const promises = parts.invented === true ? noDueDates : dueDates;

  const staffRooms = await openStaff(parts);
  const {
    all: capabilities,
    erase,
    demo,
    languages,
    overview: { traffic },
  } = capabilitiesOf({
    ...staffRooms,
    db,
    fingerprint,
    sealer,
    clock,
    settings: parts.settings,
    flows,
    logGround: logGround(parts),
    flowVersions: versionReader(connection, fingerprint),
    publishedSince: () => publishedSince(flowStore),
    editions: editionDesk({
      ...{ store: flowStore, speaker: flows.speaker, known: OFFERED, now: () => clock.now() },
      count: (places) => standing.count(connection, places),
      draft: draftFiles(
        { flowsDir: parts.settings.FLOWS_DIR, localesDir: parts.settings.LOCALES_DIR },
        OFFERED,
      ),
      byHand: parts.settings.FLOWS_PUBLISH === 'by_hand',
      follow: async () => flows.follow?.(),
    }),
    people,
    peopleFigures: new PeopleFigures(connection),
    peopleLookup: new PeopleLookup(connection),
    keyring,
    channels: () => channels,
    waiting: () => outbox.waiting,
    rules: () => collections,
    expirations,
    joined: new JoinedPeople(connection),
    talks: new TalkRewriter({ connection, people, conversations }),
    conversations,
    rooms,
    channelOf: (channel) => channels.find(({ id }) => id === channel),
    media,
    delivery,
    dueDates: promises,
    prompt: (prompted) => reception.prompt(prompted),
    doors: {
      take: (taken) => reception.take(taken),
      speak: (spoken) => reception.speak(spoken),
      giveBack: (given) => reception.giveBack(given),
    },
    followed: (conversation, committed) => {
      followers.committed(conversation, committed);
    },
    settled: (conversation) => effects.applied(conversation),
    windowEnds: async (channel, address) =>
      channel === WHATSAPP_CLOUD ? windows.openUntil(address, clock.now()) : undefined,
    demo: demoParts(parts, compose),
    whatsappLink: linked,
    board: boardOf(
      () => platforms,
      () => outbox,
    ),
    forgetAddress: async (channel, address) => {
      for (const place of kept.get(channel) ?? []) await place.drop(address);
    },
  });
  const collections = [
    ...rooms.collections,
    WINDOWS_COLLECTION,
    SMS_PIECES_COLLECTION,
    ...DUE_COLLECTIONS,
    ...RECEIPT_COLLECTIONS,
    ...EXPIRATION_COLLECTIONS,
    ...flowCollections(flowStore, connection, fingerprint),
    ...capabilities.flatMap((capability) => capability.collections),
  ];
  await openCollections(db, collections);
  // Before anybody is spoken to: what staff corrected is what is said.
  await languages.follow();
  // The invented house stands beside the real one, which has begun all this.
  if (parts.invented !== true) for (const capability of capabilities) await capability.begin?.();

  const web = webChannel({
    mailbox,
    media: library,
    uploads,
    clock,
    chance,
    report: (cause) => log.error(errorFields(cause), 'web chat'),
  });
  const platforms =
    parts.invented === true ? [] : platformChannels({ ...parts, media: library, windows, pieces, delivery });
  const channels: readonly Channel[] = [web, quietChannel, ...platforms.map(({ channel }) => channel)];
  const kinds = [wakeEffect(promises, fingerprint), ...capabilities.flatMap(({ effects }) => effects)];
  const effects = new Effects({
    kinds,
    conversations,
    report(effect, cause, buried) {
      metrics.effectFailed(effect);
      const line = buried ? 'effect kept as a dead letter' : 'effect waits for another try';
      log.warn({ effect, ...errorFields(cause) }, line);
    },
  });
  const outbox = new Outbox({
    channels,
    conversations,
    clock,
    leaseMs,
    ...(shared && { turnstile: shared.turnstile }),
    report(outcome, channel, code) {
      metrics.outbound(outcome, channel);
      if (outcome === 'sent') traffic.count('out', channel);
      if (outcome === 'refused' || outcome === 'unknown') traffic.count('failed', channel, code ?? outcome);
      if (outcome !== 'sent')
        log.warn({ what: outcome, channel, ...(code === undefined ? {} : { code }) }, 'send');
    },
    async keep(fate) {
      await delivery.receipts.left(fate);
      if (fate.item.broadcast !== undefined) await became(fate.item.broadcast, fate.conversation, fate);
    },
    async mayLeave(broadcast, conversation) {
      for (const capability of capabilities)
        if ((await capability.mayLeave?.(broadcast, conversation)) === false) return false;
      return true;
    },
    // Until what has left is cleared from its document it seems to wait.
    replied: (talk) => void conversations.cleared().then(() => replied(talk)),
    async gone(conversation, message) {
      await reception.outOfReach(conversation, message);
    },
    async inDoubt(broadcast, conversation) {
      for (const capability of capabilities) await capability.inDoubt?.(broadcast, conversation);
    },
  });
  const dueKinds = [
    talkDue((conversation, due) => reception.wake(conversation, due)),
    ...capabilities.flatMap((capability) => capability.dues ?? []),
  ];
  const runner = dueRunner({
    store: dueDates,
    kinds: dueKinds,
    clock,
    leaseMs,
    report(what, kind, code) {
      if (what !== 'run') log.warn({ what, kind, ...(code === undefined ? {} : { code }) }, 'due-date');
    },
  });
  const sharedDues = shared?.dues({
    ...{ store: dueDates, kinds: dueKinds.map(({ kind }) => kind), clock, runner },
  });
  const sending = { channels, conversations, outbox: () => outbox };
  const departures = handing({ shared, ...sending });
  const followers = followersOf(effects, leaving({ departures, ...sending }));
  const reception = new Reception({
    script: flows.script,
    intents: intentReader,
    writing: readWriting,
    speaker: flows.speaker,
    voices,
    fingerprint,
    effects: kinds,
    calls: callsAfter(
      effects,
      capabilities.flatMap(({ calls }) => calls),
    ),
    conversations,
    followers,
    clock,
    chance,
    report(what, ids, cause) {
      metrics.inbound(what);
      if (what === 'failed') log.error({ ...ids, ...errorFields(cause) }, 'turn failed');
      else log.debug(ids, what);
    },
    passed: (turn) => countPassed(traffic, turn),
  });
  return {
    reception,
    conversations,
    people,
    effects,
    outbox,
    delivery,
    dues: sharedDues ?? runner,
    followers,
    departures,
    channels,
    rooms,
    web,
    doors: platforms.flatMap(({ door }) => door ?? []),
    capabilities,
    traffic,
    languages,
    collections,
    staff: staffRooms.staff,
    demo,
    erase,
    async expire(now) {
      const gone = await expire(db, collections, now);
      for (const [what, count] of gone) if (count > 0) log.info({ what, count }, 'expired');
      await expirations.note(gone, now);
    },
  };
}
