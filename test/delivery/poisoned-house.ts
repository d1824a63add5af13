import { replayAsked } from '../../src/app/letters.ts';
import { Effects } from '../../src/conversation/apply.ts';
import { recover } from '../../src/app/recovery.ts';
import { followersOf } from '../../src/app/followers.ts';
import type { EffectKind } from '../../src/conversation/ports.ts';
import { Reception } from '../../src/conversation/receive.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { DeadLetters } from '../../src/store/conversations/dead-letters.ts';
import { countingScript } from '../commit/counting-script.ts';
import { testStore } from '../universe/store.ts';
import { realChance, type TestClock, testClock } from '../universe/time.ts';
import { z } from 'zod';

export const LEASE_MS = 10_000;

export type PoisonedHouse = Awaited<ReturnType<typeof poisonedHouse>>;

/** A house on a real database, some of whose words are poison, and one of whose capabilities refuses what it gets. */
export async function poisonedHouse(clock: TestClock = testClock()) {
  const store = await testStore({ clock, leaseMs: LEASE_MS });
  const { conversations, connection, keyring } = store;
  const letters = new DeadLetters(connection, keyring.sealer, clock);
  const fragile = { words: new Set<string>(), refuses: false };
  const sent: string[] = [];
  const applied: string[] = [];
  let somebody = 0;
  const note: EffectKind<{ word: string }> = {
    name: 'note',
    params: z.object({ word: z.string() }),
    from: (event) => (event.kind === 'said' ? [{ word: event.text.key }] : []),
    async apply(batch) {
      if (fragile.refuses) throw new TypeError('it refuses');
      applied.push(...batch.map(({ params }) => params.word));
    },
  };
  const effects = new Effects({ kinds: [note], conversations, report: () => undefined });
  const outbox = new Outbox({
    channels: [
      {
        id: 'web',
        send: async ({ text }) => {
          sent.push(text);
          return { kind: 'sent' };
        },
      },
    ],
    ...{ conversations, clock, leaseMs: LEASE_MS, report: () => undefined },
  });
  const followers = followersOf(effects, outbox);
  const reception = new Reception({
    script: {
      ...countingScript,
      advance(before, profile, input, facts) {
        const text = input.kind === 'reply' && input.reply.kind === 'text' ? input.reply.text : '';
        if (fragile.words.has(text)) throw new TypeError('a step that throws');
        return countingScript.advance(before, profile, input, facts);
      },
    },
    intents: { intent: () => ({ kind: 'none' }) },
    speaker: { languages: ['fr'], fallback: 'fr', say: (_lang, { key }) => key || '…' },
    fingerprint: keyring.fingerprint,
    effects: [note],
    calls: [],
    ...{ conversations, followers, clock, chance: realChance, report: () => undefined },
  });
  const settled = async (): Promise<void> => {
    await reception.idle();
    await effects.idle();
    await outbox.idle();
    await conversations.idle();
  };
  return {
    ...{ store, letters, fragile, sent, applied, clock, reception, settled },
    /** Somebody new, nothing broken, no letter there. */
    async begin(): Promise<void> {
      await connection.collection('dead_letters').deleteMany({});
      fragile.words.clear();
      fragile.refuses = false;
      somebody += 1;
      sent.length = 0;
      await this.says('ala');
    },
    async says(text: string, user = `person-${String(somebody)}`): Promise<void> {
      await reception.receive(messageOf(text, user));
      await settled();
    },
    async replay(): Promise<string[]> {
      const became: string[] = [];
      await replayAsked({ letters, reception, effects, conversations, report: (what) => became.push(what) });
      await settled();
      return became;
    },
    /** The lease of what was not done ends, and somebody looks at it. */
    async leaseEnds(): Promise<void> {
      clock.advance(LEASE_MS + 1);
      await recover(conversations, followers, () => undefined);
      await settled();
    },
    close: () => store.close(),
  };
}

let order = 0;
const messageOf = (text: string, user: string): Inbound => ({
  ...{ channel: 'web', account: 'web', user, address: user },
  ...{ id: `${text} ${(order += 1)}`, order, content: { kind: 'text', text } },
});
