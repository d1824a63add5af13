import type { Receive } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import { Fault } from '../../domain/faults.ts';
import { committing, type Intake, type Verdict } from '../platform/commit.ts';
import { InHand } from '../platform/in-hand.ts';
import type { Counted, Log } from '../platform/ports.ts';
import type { Deliveries } from './deliveries.ts';
import { Echoes } from './echoes.ts';
import { join, type Joined, leftOver } from './joining.ts';
import { type NotificationPlaces, readNotification, type SmsMessage } from './notification.ts';
import type { Pieces } from './ports.ts';
import { idOf, toInbound } from './to-inbound.ts';

interface Around {
  account: string;
  country: string;
  places: NotificationPlaces;
  pieces: Pieces | undefined;
  deliveries: Deliveries;
  receive: Receive;
  clock: Clock;
  log: Log;
  count: (what: Counted) => void;
}

export interface SmsIntake extends Intake {
  /** Hands on what there is of messages whose rest did not come; never rejects. */
  sweep: () => Promise<void>;
}

/** The worst of them is what the gateway is told: it brings everything again, and what is durable counts once. */
const WORST: readonly Verdict[] = ['failed', 'unavailable', 'done'];

/** What is done with a call of the gateway. */
export function intake(around: Around): SmsIntake {
  const { account, country, places, pieces, deliveries, clock, count } = around;
  const commit = committing(around);
  const inHand = new InHand();
  const echoes = new Echoes();
  let nth = 0;

  async function take(body: unknown): Promise<Verdict> {
    const { messages, reports, ignored } = readNotification(body, places, country);
    for (let n = 0; n < ignored; n += 1) count('ignored');
    const verdicts = await Promise.all([
      ...messages.map((message) => unlessAway(takeMessage(message, (nth += 1)))),
      ...reports.map((report) => unlessAway(deliveries.told(report).then((): Verdict => 'done'))),
    ]);
    return WORST.find((verdict) => verdicts.includes(verdict)) ?? 'done';
  }

  async function takeMessage(message: SmsMessage, order: number): Promise<Verdict> {
    const { piece } = message;
    if (echoes.hears({ ...message, id: idOf(message) }, clock.now())) {
      count('ignored');
      return 'done';
    }
    if (pieces === undefined || piece === undefined) return commit(toInbound(message, account, order));
    const joined = await join(pieces, { ...message, piece }, idOf(message), clock);
    if (typeof joined !== 'string') return handOn(pieces, joined, order);
    count(joined === 'done' ? 'duplicate' : 'received');
    return 'done';
  }

  /** The pieces go only when the message is durable: until then the gateway, or the next sweep, brings it again. */
  async function handOn(store: Pieces, { message, gathered }: Joined, order: number): Promise<Verdict> {
    const verdict = await commit(toInbound(message, account, order));
    if (verdict === 'done') await store.done(gathered);
    return verdict;
  }

  async function sweep(): Promise<void> {
    if (pieces === undefined) return;
    for (const joined of await leftOver(pieces, clock)) await handOn(pieces, joined, (nth += 1));
  }

  return {
    take: (body) => inHand.add(take(body)),
    sweep: () => inHand.add(sweep().catch(() => undefined)),
    idle: () => inHand.idle(),
  };
}

/** The store of pieces or of deliveries may be away: the gateway comes again. */
const unlessAway = (taken: Promise<Verdict>): Promise<Verdict> =>
  taken.catch((cause: unknown) =>
    cause instanceof Fault && cause.kind === 'unavailable' ? 'unavailable' : 'failed',
  );
