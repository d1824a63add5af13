import type { Receive } from '../../src/conversation/ports.ts';
import { unavailable } from '../../src/domain/faults.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { inbound } from '../../src/domain/message.ts';

/** Stands for the conversation: keeps every message once, in the order of arrival, and can be away for a while. */
export class MemoryReceive {
  readonly taken: Inbound[] = [];
  /** How many commits are through. */
  stored = 0;
  /** How often a door asked, repeats and failures included. */
  asked = 0;
  /** So many of the next messages find the store away. */
  awayFor = 0;
  /** How long a commit takes. */
  takesMs = 0;

  readonly receive: Receive = async (message) => {
    this.asked += 1;
    const strict = inbound.parse(message);
    if (this.awayFor > 0) {
      this.awayFor -= 1;
      throw unavailable('store_unavailable', 'The store is away.');
    }
    if (this.taken.some((known) => identity(known) === identity(strict))) return 'duplicate';
    this.taken.push(strict);
    if (this.takesMs > 0) await new Promise((resolve) => setTimeout(resolve, this.takesMs));
    this.stored += 1;
    return 'committed';
  };

  /** What this person's messages said, in order. */
  contents(address: string): Inbound['content'][] {
    return this.taken.filter((message) => message.address === address).map((message) => message.content);
  }
}

/** As the store has it: browsers choose their own message ids, and two may choose alike. */
const identity = ({ account, user, id }: Inbound): string => JSON.stringify([account, user, id]);
