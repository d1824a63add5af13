import type { House } from '../../src/app/compose.ts';
import { Fault } from '../../src/domain/faults.ts';
import type { Inbound, Outbound } from '../../src/domain/message.ts';
import { PATIENCE_MS } from '../app/running.ts';
import { until } from '../channels/until.ts';

export type Deed = { say: string } | { tap: string };

/** The key of a choice stands at the end of its token (src/conversation/choice-token.ts). */
const KEY_FROM = 17;

/** People on the web chat of a house, which may end and begin again; what they are told is caught on its way out. */
export class Town {
  readonly #inbox = new Map<string, Outbound[]>();
  readonly #unasked: (user: string, text: string) => void;
  #house: House | undefined;
  #sent = 0;

  /** @param unasked hears what nobody asked for, as it leaves */
  constructor(unasked: (user: string, text: string) => void) {
    this.#unasked = unasked;
  }

  /** From now on they talk with this house. */
  movesTo(house: House): void {
    this.#house = house;
    house.web.send = async (message) => {
      if (message.lane === 'reply') this.#of(message.address).push(message);
      else this.#unasked(message.address, message.text);
      return { kind: 'sent' };
    };
  }

  /** Says or taps; the answer. */
  async act(user: string, deed: Deed): Promise<string> {
    const inbox = this.#of(user);
    const before = inbox.length;
    this.#sent += 1;
    await this.#bring({
      ...{ channel: 'web', account: 'web', user, address: user, id: `m${this.#sent}`, order: this.#sent },
      content:
        'say' in deed
          ? { kind: 'text', text: deed.say }
          : { kind: 'choice', token: this.#token(user, deed.tap) },
    });
    await until(
      () => inbox.length > before,
      () => `no answer to ${JSON.stringify(deed)}`,
      PATIENCE_MS,
    );
    return inbox.at(-1)?.text ?? '';
  }

  /** Keys of the buttons under the last answer. */
  offered(user: string): string[] {
    return (this.#of(user).at(-1)?.choices ?? []).map(({ id }) => id.slice(KEY_FROM));
  }

  #token(user: string, key: string): string {
    const last = this.#of(user).at(-1);
    const token = last?.choices?.find(({ id }) => id.slice(KEY_FROM) === key)?.id;
    if (token === undefined) throw new Error(`No button "${key}" under "${last?.text ?? ''}".`);
    return token;
  }

  /** As a platform does: what the door could not take in time comes again under the same id. */
  async #bring(message: Inbound): Promise<void> {
    for (;;) {
      try {
        await this.#house?.reception.receive(message);
        return;
      } catch (cause) {
        if (!(cause instanceof Fault && cause.kind === 'unavailable')) throw cause;
      }
    }
  }

  #of(user: string): Outbound[] {
    const inbox = this.#inbox.get(user) ?? [];
    this.#inbox.set(user, inbox);
    return inbox;
  }
}
