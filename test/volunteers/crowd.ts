import type { mongo } from 'mongoose';
import type { House } from '../../src/app/compose.ts';
import type { EffectItem, EffectKind } from '../../src/conversation/ports.ts';
import { dayOf } from '../../src/domain/clock.ts';
import { Fault } from '../../src/domain/faults.ts';
import type { Inbound, Outbound } from '../../src/domain/message.ts';
import { until } from '../channels/until.ts';
import { PATIENCE_MS } from '../app/running.ts';

/** Turns under way at once while people get ready; when it counts, all go at once. */
const AT_ONCE = 50;
/** The key of a choice stands at the end of its token (src/conversation/choice-token.ts). */
const KEY_FROM = 17;

/** From the first word to consent. */
const GREETING = [{ say: 'bonjour' }, { tap: 'fr' }, { tap: 'accepter' }] as const;

/** What the sheet's eight answers come to: giving them is the matter of talk.test.ts, and 1,600 turns of nothing else. */
const SHEET = {
  ...{ band: '18-24', rules: 'accepte', nickname: 'Kadi', sex: 'non_dit', place: 'bamako' },
  ...{ skill: 'sport', available: 'soir', member: 'non' },
};

type Deed = { say: string } | { tap: string };

export interface Crowd {
  /** Everybody agrees in the chat, and has a volunteer's sheet. */
  signUp(db: mongo.Db): Promise<void>;
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
    async signUp(db) {
      for (const deed of GREETING) await all(deed);
      await house.effects.idle();
      const people = await db.collection<{ _id: string }>('people').find().toArray();
      await registering(house).apply(people.map(({ _id }, at) => sheetOf(_id, at)));
    },
    tapAtOnce: (key) => Promise.all(users.map((user) => act(user, { tap: key }))),
    one: (index, deed) => act(users[index]!, deed),
    heard: (index) => last(users[index]!)?.text ?? '',
  };
}

function registering({ capabilities }: House): EffectKind {
  const found = capabilities
    .flatMap(({ effects }) => effects)
    .find(({ name }) => name === 'volunteers.register');
  if (found === undefined) throw new Error('Nobody can be registered here.');
  return found;
}

const sheetOf = (person: string, at: number): EffectItem => ({
  id: Buffer.from(`sheet ${at}`),
  rev: 1,
  context: {
    ...{ person, conversation: person, channel: 'web', account: 'web', address: person },
    ...{ lang: 'fr', day: dayOf(Date.now()) },
  },
  params: SHEET,
});
