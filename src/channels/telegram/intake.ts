import type { Receive } from '../../conversation/ports.ts';
import { committing, type Intake, type Verdict } from '../platform/commit.ts';
import { InHand } from '../platform/in-hand.ts';
import type { Counted, Log } from '../platform/ports.ts';
import { toInbound } from './to-inbound.ts';

interface Around {
  account: string;
  receive: Receive;
  /** Stops the clock on a tapped button; called after the commit. */
  confirmTap(id: string): Promise<unknown>;
  log: Log;
  count(what: Counted): void;
  waitMs?: number;
}

/** What both doors, webhook and polling, do with an update. */
export function intake(around: Around): Intake {
  const commit = committing(around);
  const inHand = new InHand();

  async function take(update: unknown): Promise<Verdict> {
    const reading = toInbound(update, around.account);
    if ('ignored' in reading) {
      around.count('ignored');
      return 'done';
    }
    const verdict = await commit(reading.inbound);
    if (verdict === 'done' && reading.tap !== undefined)
      inHand.add(around.confirmTap(reading.tap)).catch(() => undefined);
    return verdict;
  }

  return { take: (update) => inHand.add(take(update)), idle: () => inHand.idle() };
}
