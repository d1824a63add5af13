import type { Receive, TellDelivery } from '../../conversation/ports.ts';
import { committing, type Intake, type Verdict } from '../platform/commit.ts';
import { InHand } from '../platform/in-hand.ts';
import type { Counted, Log } from '../platform/ports.ts';
import { readNotification } from './notification.ts';
import type { Windows } from './ports.ts';
import { deliveryIn } from './statuses.ts';
import { toInbound } from './to-inbound.ts';

interface Around {
  account: string;
  receive: Receive;
  windows: Windows;
  log: Log;
  count: (what: Counted) => void;
  receipt: TellDelivery;
}

/** The worst of them is what the platform is told: it brings the whole batch again, and what is durable counts once. */
const WORST: readonly Verdict[] = ['failed', 'unavailable', 'done'];

/** What is done with a notification. */
export function intake(around: Around): Intake {
  const { account, windows, count, receipt } = around;
  const commit = committing(around);
  const inHand = new InHand();
  let nth = 0;

  async function take(notification: unknown): Promise<Verdict> {
    const { messages, statuses: told, malformed } = readNotification(notification, account);
    for (let n = 0; n < malformed; n += 1) count('ignored');
    const news = told.flatMap((status) => deliveryIn(status) ?? []);
    const inbounds = messages.flatMap((message) => {
      const inbound = toInbound(message, account, (nth += 1));
      if (inbound === undefined) count('ignored');
      return inbound ?? [];
    });
    // Before the commit: what it says may be sent at once, and by any process.
    const opened = inbounds.map(({ address, sentAt = 0 }) => windows.opened(address, sentAt * 1000));
    const verdicts = await Promise.all([
      ...inbounds.map((inbound) => commit(inbound)),
      unlessAway(opened),
      unlessAway(news.map((each) => receipt(each))),
    ]);
    return WORST.find((verdict) => verdicts.includes(verdict)) ?? 'done';
  }

  return { take: (notification) => inHand.add(take(notification)), idle: () => inHand.idle() };
}

/** What the store could not keep is brought again. */
const unlessAway = (works: readonly Promise<void>[]): Promise<Verdict> =>
  Promise.all(works).then(
    () => 'done',
    () => 'unavailable',
  );
