import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Reception } from '../../src/conversation/receive.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { shipped } from '../flows/shipped.ts';
import { MemoryConversations } from '../universe/memory-conversations.ts';
import { realChance, testClock } from '../universe/time.ts';

const ID = 'web/web/awa';
const ANSWERS = ['eau', '25', 'Parler avec les voisins', 'Ségou', 'oui'];

/** A house whose database takes its time, a different one for each commit. */
function house(delays: readonly number[]): {
  receive: (text: string, nth: number) => Promise<unknown>;
  store: MemoryConversations;
  said: string[];
} {
  const store = new MemoryConversations();
  const said: string[] = [];
  const { commit } = store;
  let commits = 0;
  store.commit = async (given) => {
    for (let wait = delays[(commits += 1) % delays.length] ?? 0; wait > 0; wait -= 1) await Promise.resolve();
    return commit(given);
  };
  const reception = new Reception(
    {
      ...shipped.deps('fr'),
      fingerprint: (purpose, ...parts) => Buffer.from([purpose, ...parts].join('/').padEnd(32).slice(-32)),
      conversations: store,
      followers: { committed: (_id, { out }) => void said.push(...out.map(({ message }) => message.text)) },
      clock: testClock(),
      chance: realChance,
      report: () => undefined,
    },
    60_000,
  );
  const receive = (text: string, nth: number): Promise<unknown> => reception.receive(message(text, nth));
  return { receive, store, said };
}

const message = (text: string, nth: number): Inbound => ({
  ...{ channel: 'web', account: 'web', user: 'awa', address: 'awa', id: `m${nth}`, order: nth },
  content: { kind: 'text', text },
});

describe('glific#2682, glific#5595: quick messages never race the session', () => {
  it('a whole survey sent at once, with copies, is answered in order and once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: ANSWERS.length - 1 }), { maxLength: 4 }),
        async (delays, copies) => {
          const { receive, store, said } = house(delays);
          const nobody = await store.load(ID);
          store.docs.set(ID, {
            ...nobody,
            person: 'p',
            talk: {
              session: null,
              profile: { ...NEW_PROFILE, lang: 'fr', consents: { base: 1 } },
              route: { channel: 'web', account: 'web', address: 'awa' },
            },
          });
          await receive('sondage', 0);
          const sent = [
            ...ANSWERS.map((text, at) => receive(text, at + 1)),
            ...copies.map((at) => receive(ANSWERS[at] ?? '', at + 1)),
          ];
          const receipts = await Promise.all(sent);
          expect(receipts.filter((receipt) => receipt === 'committed')).toHaveLength(ANSWERS.length);
          expect(said.map((text) => text.split('\n\n').at(-1))).toEqual(
            ['priorite.ask', 'age.ask', 'idee.ask', 'lieu.ask', 'reunion.ask', 'merci'].map((key) =>
              shipped.speaker.say('fr', { flow: 'sondage-paix', key }),
            ),
          );
          expect(store.docs.get(ID)?.talk?.session).toBeNull();
        },
      ),
      { numRuns: 15 },
    );
  });
});
