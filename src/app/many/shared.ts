import type { Channel } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import { Pacing } from '../../outbox/pacing.ts';
import type { Turnstile } from '../../outbox/turnstile.ts';
import {
  Departures,
  type DeparturesParts,
  PaceKeeper,
  Processes,
  RedisLink,
  type SharedDues,
  sharedDues,
  type SharedDuesParts,
  SharedPacing,
} from '../../queue/index.ts';
import type { Keyring } from '../../store/keys/keyring.ts';

const ID_BYTES = 9;

export interface SharedParts {
  url: string;
  keyring: Pick<Keyring, 'id' | 'fingerprint'>;
  chance: Chance;
  clock: Clock;
  /** Told when Redis goes and comes. */
  turned: (up: boolean) => void;
  /** How long a process that died is believed to be at a job, milliseconds. */
  stalledAfterMs?: number;
}

/** What this process shares with others over Redis. MongoDB stays the truth: losing all of it loses time only. */
export interface Shared {
  readonly up: boolean;
  readonly processes: Processes;
  /** Keeps the pace of a channel together with the others. */
  turnstile: (channel: Channel) => Turnstile;
  departures: (parts: Pick<DeparturesParts, 'channels' | 'untried' | 'send'>) => Departures;
  dues: (parts: Pick<SharedDuesParts, 'store' | 'kinds' | 'clock' | 'runner'>) => SharedDues;
  /** Calls `begin` once, as soon as Redis is there. */
  whenUp: (begin: () => void) => void;
  /** Whether Redis is there, as soon as that is known. */
  looked: () => Promise<boolean>;
  close: () => Promise<void>;
}

export function openShared({ url, keyring, chance, clock, turned, stalledAfterMs }: SharedParts): Shared {
  const { fingerprint } = keyring;
  // Two installations may share a Redis; the keyring tells them apart, as it does databases.
  const prefix = `benkan-${fingerprint('redis', keyring.id).toString('hex').slice(0, 12)}`;
  const me = chance.token(ID_BYTES);
  let waiting: (() => void)[] = [];
  const link = new RedisLink({
    url,
    turned(up) {
      turned(up);
      if (!up) return;
      const due = waiting;
      waiting = [];
      for (const begin of due) begin();
    },
  });
  const processes = new Processes({ link, prefix, me, clock });
  const jobs = { link, prefix, ...(stalledAfterMs !== undefined && { stalledAfterMs }) };
  return {
    processes,
    get up() {
      return link.up;
    },
    turnstile({ id, pace }) {
      // Our own page takes as much as comes: nobody needs to be asked.
      if (pace === undefined) return new Pacing({});
      const keeper = new PaceKeeper({
        ...{ link, pace, me, prefix: `${prefix}:{${id}}` },
        fingerprint: (to) => fingerprint('pace', id, to).toString('base64url').slice(0, 22),
      });
      return new SharedPacing({ keeper, pace, processes: () => processes.count });
    },
    departures: (parts) => new Departures({ ...jobs, ...parts }),
    dues: (parts) => sharedDues({ ...jobs, ...parts }),
    whenUp(begin) {
      if (link.up) begin();
      else waiting.push(begin);
    },
    looked: () => link.looked(),
    async close() {
      await processes.leave();
      link.close();
    },
  };
}
