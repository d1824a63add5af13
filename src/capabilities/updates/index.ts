import type { Board } from '../../conversation/board.ts';
import type { Fetched, Fingerprint, Prompt, Sealer, Speaker } from '../../conversation/ports.ts';
import { type Chance, type Clock, dayOf } from '../../domain/clock.ts';
import type { Lang } from '../../domain/language.ts';
import type { DueDates } from '../../schedule/due-dates.ts';
import type { Capability, DemoPart } from '../capability.ts';
import type { Walls } from '../wall.ts';
import { cameEffect } from './came/came.ts';
import { noticeCall, readCall, sharedCall } from './chat/calls.ts';
import { digestCall } from './chat/digest-call.ts';
import { pictureCall } from './chat/picture-call.ts';
import { subscriptionCall, wishCall } from './chat/subscription-calls.ts';
import { askedCall } from './check/asked-call.ts';
import { callOf } from './check/checks.ts';
import { houseChecks } from './check/house-checks.ts';
import { lastAsked } from './check/last-asked.ts';
import { cardsStore } from './check/pictures/cards-store.ts';
import { printsStore } from './check/prints/prints-store.ts';
import { UPDATE_COLLECTIONS } from './collections.ts';
import { demoUpdates } from './demo/demo-updates.ts';
import { desk } from './desk.ts';
import { logApi } from './log/api.ts';
import { eachNight } from './log/collections.ts';
import type { OpenLog } from './log/open-log.ts';
import { logRoutes } from './log/pages/routes.tsx';
import type { Statement } from './log/ports.ts';
import { verifyRoutes } from './log/public/routes.tsx';
import { verifyStyles } from './log/public/styles.ts';
import { statementOf } from './log/statement.ts';
import { updateNeeds } from './needs.ts';
import { numberWords } from './model/update.ts';
import type { Reached, Recordings } from './pages/pages.ts';
import { updateRoutes } from './pages/routes.tsx';
import { updateStyles } from './pages/styles.ts';
import { posting } from './posts/posting.ts';
import { ownedRatings } from './ratings/owned.ts';
import { ratingEffect } from './ratings/rating.ts';
import { picturesStore } from './pictures/pictures-store.ts';
import { pictureRoute } from './pictures/picture-route.ts';
import { openPages, type Shown } from './public/index.ts';
import { following } from './receipts/following.ts';
import { receiptsStore } from './receipts/receipts-store.ts';
import type { WaitingDoor } from './receipts/ports.ts';
import { digestDue, readDigest } from './send/digest-due.ts';
import type { Weekday } from './send/digest-when.ts';
import type { AtNight } from './send/night.ts';
import { readNotice, sendDue } from './send/send-due.ts';
import { weekReceivedEffect } from './send/week-received.ts';
import { type Database, updateStores } from './all-store.ts';
import { type Handing, handing } from './subscriptions/handing-store.ts';
import { subscriberKey, subscriptionEffect } from './subscriptions/subscription.ts';

export interface UpdatesDeps {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
  speaker: Speaker;
  clock: Clock;
  chance: Chance;
  dues: DueDates;
  prompt: Prompt;
  /** Regions and cercles an item may be about, by slug, in the order they are offered. */
  places: readonly { slug: string; name: string }[];
  /** A colleague's name by account id; `undefined` when the account is gone. */
  staffName: (account: string) => Promise<string | undefined>;
  /** Who else may read items that are more than a draft. */
  walls: Walls;
  /** Where recordings are kept. */
  recordings: Recordings;
  /** The region somebody lives in, as far as they have said. */
  regionOf: (person: string) => Promise<string | null>;
  /** What goes out at night. */
  atNight: AtNight;
  /** The weekday on which the week's titles go out. */
  digestDay: Weekday;
  /** `https://benkan.example` */
  publicUrl: string;
  /** Brings a picture somebody was sent, to be looked at and forgotten. */
  fetch: (channel: string, file: string, account: string) => Promise<Fetched>;
  /** What became of the messages of one broadcast. */
  reached?: (broadcast: string) => Promise<Reached>;
  /** Where talks stand, and what waits for people's next conversation. */
  door: WaitingDoor;
  /** Waits between the pages of a send. */
  pause?: (ms: number) => Promise<void>;
  /** Whether one account alone could be both of these. */
  sameHands: (a: string, b: string) => Promise<boolean>;
  /** Everything that was ever published, signed. */
  log: OpenLog;
  /** How everybody is shown what is published; without it nobody is. */
  shown?: Shown;
  /** Where items are posted for everybody, where there is such a place. */
  board?: () => Board | undefined;
  /** An organisation as it stands under what it publishes. */
  publisher: (org: string) => Promise<Statement['publisher']>;
}

export interface Updates extends Capability {
  readonly demo: DemoPart;
  /** What waits for people where nobody may write to them first (U4). */
  readonly waits: ReturnType<typeof following>['waits'];
  /** Who paid for what was published last, each once. */
  funders(): Promise<readonly string[]>;
  /** For "my data": 1 when the person is subscribed. */
  kept(person: string): Promise<{ subscriptions: number }>;
  /** For erasure; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two people are one, and have one subscription; or one leaves with a talk. Both are safe to repeat. */
  readonly owned: Handing;
}

/** Verified updates: written by one, verified by another, read and subscribed to in chat. */
export function updates(deps: UpdatesDeps): Updates {
  const receipts = receiptsStore(deps.db, deps);
  const pictures = picturesStore(deps.db, deps.clock);
  const stores = { ...updateStores(deps.db), receipts };
  const { subscriptions, sends, published, ratings, came } = stores;
  const ours = desk({ ...deps, ...stores });
  const names = new Map(deps.places.map(({ slug, name }) => [slug, name]));
  const calls = { ...deps, ...stores, pictures, placeName: (slug: string) => names.get(slug) };
  const pause = deps.pause ?? wait;
  const closing = { begun: false };
  const key = (person: string): Buffer => subscriberKey(deps.fingerprint, person);
  const subscribed = handing({ subscriptions, sealer: deps.sealer, key });
  const rated = ownedRatings(ratings, deps.fingerprint);
  const sending = {
    ...{ ...deps, subscriptions, sends, pause },
    stopping: (): boolean => closing.begun,
  };
  const checking = houseChecks({
    ...{ ...calls, ...sending, pictures },
    ...{ cards: cardsStore(deps.db), prints: printsStore(deps.db) },
  });
  const asked = lastAsked();
  const followed = following({ ...calls, ...sending, desk: ours });
  const posts = posting({ ...deps, ...stores, names: deps.shown?.names ?? {} }, followed);
  const open = deps.shown && openPages({ ...deps, ...stores, pictures, shown: deps.shown });
  return {
    name: 'updates',
    collections: eachNight(UPDATE_COLLECTIONS, async () => {
      await came.forgetMarks(dayOf(deps.clock.now() - MARKED_MS));
      await deps.log.look();
    }),
    async begin() {
      await deps.log.begin();
      // Nobody is to wait for all that was ever published; where reading it fails now, the first who asks does. Whoever asks
      // comes first: every signature is looked at after that.
      void checking
        .begin()
        .catch(() => undefined)
        .then(() => deps.log.look());
    },
    effects: [
      subscriptionEffect({ ...deps, change: (changes) => subscriptions.change(changes) }),
      ratingEffect({ ...deps, keep: (all) => ratings.keep(all) }),
      weekReceivedEffect(receipts),
      cameEffect((arrivals) => came.count(arrivals)),
      ...followed.effects,
    ],
    calls: [
      ...[
        readCall(calls),
        sharedCall(calls),
        subscriptionCall(calls),
        wishCall(calls),
        noticeCall(calls),
        digestCall(calls),
      ],
      ...[
        callOf(checking, { ...calls, pause, asked }),
        askedCall(asked),
        pictureCall(calls),
        ...followed.calls,
      ],
    ],
    dues: [
      ...[sendDue({ ...sending, item: (id) => published.byId(id) }), digestDue({ ...sending, published })],
      ...[...followed.dues, ...posts.dues],
    ],
    staffRoutes: [
      ...logRoutes(deps.log),
      ...updateRoutes({
        ...{ ...deps, ...stores, desk: ours, languages: inOrder(deps.speaker), pictures },
        ...{ ...posts.deeds, ...posts.pages },
      }),
      ...(open?.staffRoutes ?? []),
    ],
    staffSlots: updateNeeds({ ...stores, clock: deps.clock, log: deps.log }),
    api: logApi(deps.log),
    publicRoutes: [
      ...[pictureRoute(pictures), ...(open?.publicRoutes ?? [])],
      ...verifyRoutes({ ...deps, match: checking.match }),
    ],
    assets: [...updateStyles, ...verifyStyles, ...(open?.assets ?? [])],
    funders: async () => (await open?.funders()) ?? [],
    waits: followed.waits,
    kept: async (person) => ({ subscriptions: await subscriptions.kept(key(person)) }),
    async eraseFor(person) {
      asked.forgetPerson(person);
      const [one, two] = [await subscriptions.erase(key(person)), await rated.erase(person)];
      return one + two + (await followed.owned.erase(person));
    },
    owned: {
      async unite(from, to) {
        await subscribed.unite(from, to);
        await rated.unite(from, to);
        await followed.owned.unite(from, to);
      },
      // What somebody thought of an item stays with who they are.
      async part(leaving) {
        await subscribed.part(leaving);
        await followed.owned.part(leaving);
      },
    },
    demo: {
      deeds: (from, to, org) =>
        demoUpdates({ store: stores.store, chance: deps.chance, org, published: sayExample }, from, to),
      async sweep() {
        // Who was told an example, and what they thought of it, cannot be found once its number is gone.
        for (const number of await stores.store.demoNumbers()) {
          await receipts.dropOf(number);
          await ratings.dropOf(numberWords(number));
          await came.dropOf(numberWords(number));
        }
        await stores.store.dropDemo();
        await deps.log.dropDemo();
      },
    },
    async inDoubt(broadcast, conversation) {
      const send = await sendBehind(broadcast);
      if (send === undefined) return;
      const who = deps.fingerprint('update-doubt', broadcast, conversation).subarray(0, DOUBT_BYTES);
      await sends.doubt(send.update, send.version, who);
    },
    async stop() {
      closing.begun = true;
      checking.stop();
    },
  };

  /** Into the log of the demonstration, which proves nothing of the real one. */
  async function sayExample(item: Parameters<typeof statementOf>[0], org: string, at: number): Promise<void> {
    const said = { kind: 'published', version: 1, at, reason: null } as const;
    const publisher = await deps.publisher(org);
    await deps.log.appendAlone(statementOf(item, { ...said, publisher }, deps.fingerprint), true);
  }

  /** The send a broadcast belongs to; `undefined`: it is none of ours. */
  async function sendBehind(broadcast: string): Promise<{ update: string; version: number } | undefined> {
    const notice = readNotice(broadcast);
    if (notice === undefined) return readDigest(broadcast) ?? followed.sendBehind(broadcast);
    const update = await published.idOf(notice.number, notice.version);
    return update === undefined ? undefined : { update, version: notice.version };
  }
}

/** As long as the ids of messages that came are kept: no effect comes again after it. */
const MARKED_MS = 8 * 86_400_000;

/** Tells the doubtful ones of one send apart, and joins with nothing else. */
const DOUBT_BYTES = 12;

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** The language everybody on the staff reads comes first. */
const inOrder = ({ fallback, languages }: Speaker): Lang[] => [
  fallback,
  ...languages.filter((lang) => lang !== fallback),
];

export { publicKeyOf } from './keys/signing-keys.ts';
export { openLog, type OpenLog, type OpenLogDeps } from './log/open-log.ts';
export type { LogEntry, LogHead, PublicLog, Statement } from './log/ports.ts';
export { picturesStore } from './pictures/pictures-store.ts';
export { plainLine } from './model/plain-line.ts';
export { type Theme, THEMES } from './model/themes.ts';
export { CARD_HEIGHT, CARD_WIDTH, type PlainCard, plainCards } from './share/index.ts';
export { CHOOSE, SUBSCRIBE, UNSUBSCRIBE } from './subscriptions/subscription.ts';
export { readWish } from './subscriptions/wish.ts';
