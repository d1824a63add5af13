import type { House } from '../../src/app/compose.ts';
import { Fault } from '../../src/domain/faults.ts';
import type { Inbound, Outbound } from '../../src/domain/message.ts';
import { until } from '../channels/until.ts';
import { PATIENCE_MS } from '../app/running.ts';

/** Turns under way at once while people get ready; when it counts, all go at once. */
const AT_ONCE = 50;
/** The key of a choice stands at the end of its token (src/conversation/choice-token.ts). */
const KEY_FROM = 17;

/** From the first word to the sheet: three turns of welcome, nine of the sheet. */
const SIGN_UP = [
  { say: 'bonjour' },
  { tap: 'fr' },
  { tap: 'accepter' },
  { say: 'volontaire' },
  { tap: '18-24' },
  { tap: 'accepte' },
  { say: 'Kadi' },
  { tap: 'non_dit' },
  { say: 'Bamako' },
  { tap: 'sport' },
  { tap: 'soir' },
  { tap: 'non' },
] as const;

type Deed = { say: string } | { tap: string };

export interface Crowd {
  /** Signs everybody up as a volunteer, through the chat. */
  signUp(): Promise<void>;
  /** Everybody does this, a few at a time, and has an answer. */
  all(deed: Deed): Promise<void>;
  /** Everybody taps at the very same time; what each was told. */
  tapAtOnce(key: string): Promise<string[]>;
  /** One of them does something; what they are told. */
  one(index: number, deed: Deed): Promise<string>;
  /** What somebody was told last. */
  heard(index: number): string;
}

/** People on the web chat of a house, each in a talk of their own; what they are told is caught on its way out. */
export function crowd(house: House, size: number, name = 'p'): Crowd {
  const inbox = new Map<string, Outbound[]>();
  house.web.send = async (message) => {
    inbox.set(message.address, [...(inbox.get(message.address) ?? []), message]);
    return { kind: 'sent' };
  };
  const users = Array.from({ length: size }, (_, index) => `${name}${index}`);
  const last = (user: string): Outbound | undefined => inbox.get(user)?.at(-1);
  let sent = 0;

  const content = (user: string, deed: Deed) => {
    if ('say' in deed) return { kind: 'text', text: deed.say } as const;
    const token = last(user)?.choices?.find(({ id }) => id.slice(KEY_FROM) === deed.tap)?.id;
    if (token === undefined) throw new Error(`No button "${deed.tap}" under "${last(user)?.text ?? ''}".`);
    return { kind: 'choice', token } as const;
  };
  const act = async (user: string, deed: Deed): Promise<string> => {
    const before = inbox.get(user)?.length ?? 0;
    sent += 1;
    const message = {
      ...{ channel: 'web', account: 'web', user, address: user },
      id: `m${sent}`,
      order: sent,
    };
    await bring({ ...message, content: content(user, deed) });
    await until(
      async () => (inbox.get(user)?.length ?? 0) > before,
      () => `no answer to ${JSON.stringify(deed)}`,
      PATIENCE_MS,
    );
    return last(user)?.text ?? '';
  };
  /** As a platform does: what the door could not take in time comes again under the same id. */
  const bring = async (message: Inbound): Promise<void> => {
    for (;;) {
      try {
        await house.reception.receive(message);
        return;
      } catch (cause) {
        if (!(cause instanceof Fault && cause.kind === 'unavailable')) throw cause;
      }
    }
  };
  const all = async (deed: Deed): Promise<void> => {
    for (let from = 0; from < users.length; from += AT_ONCE)
      await Promise.all(users.slice(from, from + AT_ONCE).map((user) => act(user, deed)));
  };
  return {
    all,
    async signUp() {
      for (const deed of SIGN_UP) await all(deed);
      await house.effects.idle();
    },
    tapAtOnce: (key) => Promise.all(users.map((user) => act(user, { tap: key }))),
    one: (index, deed) => act(users[index]!, deed),
    heard: (index) => last(users[index]!)?.text ?? '',
  };
}
