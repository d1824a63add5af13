import { describe, expect, it } from '@jest/globals';
import { testKeyring } from '../../../../test/universe/keyring.ts';
import type { Talk } from '../../../conversation/conversation.ts';
import type { Prompted } from '../../../conversation/ports.ts';
import { CONSENT } from '../../../conversation/script.ts';
import { NEW_PROFILE } from '../../../domain/person.ts';
import type { Recipient } from '../plan/recipients-store.ts';
import type { Sendable } from './ports.ts';
import type { SendingDeps } from './sending-deps.ts';
import { tell } from './tell.ts';

const { fingerprint } = testKeyring();
const NOW = Date.UTC(2026, 10, 21, 12);

/** People by name, on a channel whose windows end then; `null`: theirs is over. */
function room(
  ends: Readonly<Record<string, number | null | undefined>>,
  { stopped = [], turn = 0 }: { stopped?: readonly string[]; turn?: number } = {},
) {
  const became = new Map<string, string>();
  const waited: string[] = [];
  const prompts: Prompted[] = [];
  const recipients = Object.keys(ends).map(
    (name): Recipient => ({
      ...{ key: Buffer.from(name), id: Buffer.from(name), reach: Buffer.from(name) },
      ...{ lang: 'fr', channel: 'windowed', state: 'queued', turn },
    }),
  );
  const talkOf = async (name: string): Promise<Talk> => ({
    session: null,
    profile: {
      ...NEW_PROFILE,
      ...{ lang: 'fr', consents: { [CONSENT.purpose]: CONSENT.version }, stopped: stopped.includes(name) },
    },
    route: { channel: 'windowed', account: 'a', address: name },
  });
  const deps = {
    ...{ fingerprint, fallback: 'fr', clock: { now: () => NOW }, talkOf, settings: { mostAWeek: 3 } },
    audiences: { conversationOf: ({ reach }: { reach: Buffer }) => reach.toString() },
    channels: () => [{ id: 'windowed' }],
    windowEnds: async (_channel: string, address: string) => ends[address],
    waiting: {
      mustWait: () => false,
      wait: async ({ id }: { id: Buffer }) => void waited.push(id.toString()),
    },
    recipients: {
      async skip(all: readonly { key: Buffer; state: string; reason?: string }[]) {
        for (const { key, state, reason = '' } of all)
          became.set(key.toString(), `${state} ${reason}`.trim());
      },
      going: async () => undefined,
    },
    received: { claim: async ({ members }: { members: readonly Buffer[] }) => members.map(() => true) },
    async prompt(prompted: Prompted) {
      prompts.push(prompted);
      return 'committed';
    },
  } as unknown as SendingDeps;
  const broadcast: Sendable = {
    ...{ id: 'b', org: 'o', state: 'running' as const, urgent: false, content: { fr: { text: 'Réunion.' } } },
    ...{ audience: { all: [] }, scope: {} },
  };
  const run = () => tell(deps, broadcast, recipients);
  return { run, became, waited, told: () => prompts.map(({ conversation }) => conversation) };
}

describe('whom a broadcast reaches on a channel that takes free words for a day only', () => {
  it('B1, B11: whoever is outside their day reads it when they write next, and is not counted as left out', async () => {
    const { run, became, waited, told } = room({ awa: NOW + 1, binta: null, chaka: undefined });
    await run();
    expect([told(), waited]).toEqual([['awa', 'chaka'], ['binta']]);
    expect(Object.fromEntries(became)).toEqual({ binta: 'waiting' });
  });

  it('B11: for who said stop nothing waits', async () => {
    const { run, became, waited, told } = room({ binta: null }, { stopped: ['binta'] });
    await run();
    expect([told(), waited, became.get('binta')]).toEqual([[], [], 'skipped stopped']);
  });

  it('B6, B11: whose message was taken back once waits for nothing that their talk would not say', async () => {
    const { run, became, waited, told } = room({ binta: null }, { turn: 1 });
    await run();
    expect([told(), waited, became.get('binta')]).toEqual([[], [], 'skipped window']);
  });
});
