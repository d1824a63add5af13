import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { countingScript, heard } from '../../test/commit/counting-script.ts';
import { MemoryConversations } from '../../test/universe/memory-conversations.ts';
import { realChance, testClock } from '../../test/universe/time.ts';
import { Fault, unavailable } from '../domain/faults.ts';
import type { Inbound } from '../domain/message.ts';
import type { Advanced, EngineInput, Session } from '../engine/types.ts';
import type { Profile } from '../domain/person.ts';
import type { Conversation } from './conversation.ts';
import { Reception } from './receive.ts';

const DOOR_WAITS_MS = 60;
const NEVER = new Promise<never>(() => undefined);
const clock = testClock();
let store: MemoryConversations;
let sent: string[];
let reported: string[];
let lanes: string[];
/** Words a step throws at. */
let broken: (text: string) => boolean;
let reception: Reception;

const buildMessage = (text: string, more: Partial<Inbound> = {}): Inbound => ({
  channel: 'web',
  account: 'web',
  user: 'awa',
  address: 'awa',
  id: text,
  order: 1,
  content: { kind: 'text', text },
  ...more,
});
const ID = 'web/web/awa';
const session = () => heard(store.docs.get(ID)?.talk?.session ?? null);

/** The house's own flow: it says its word, where it has one, and is over. */
function remind({ params = {} }: EngineInput & { kind: 'start' }, profile: Profile): Advanced {
  const { word = '' } = params;
  const said = { kind: 'said' as const, text: { flow: 'rappel', key: String(word) }, params: {} };
  return { session: null, profile, events: word === '' ? [] : [said], walk: [], waits: { kind: 'nothing' } };
}
const DUE_SAID = { kind: 'said' as const, text: { flow: 'count', key: 'due' }, params: {} };
const asked = (session: Session | null, profile: Profile): Advanced => ({
  session,
  profile,
  events: [{ kind: 'said', text: { flow: 'count', key: 'more?' }, params: {} }],
  walk: [],
  waits: { kind: 'reply' },
});

// A door's patience ends where a test says so, not where the machine is slow.
beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());
beforeEach(() => {
  store = new MemoryConversations();
  sent = [];
  reported = [];
  lanes = [];
  broken = () => false;
  reception = new Reception(
    {
      script: {
        ...countingScript,
        forPrompt: (flow) =>
          flow === 'rappel' ? { id: flow, beforeConsent: false, interrupts: true } : undefined,
        advance(before, profile, input, facts) {
          if (input.kind === 'start' && input.flow === 'rappel') return remind(input, profile);
          if (input.kind === 'again') return asked(before, profile);
          if (input.kind === 'due' || input.kind === 'resume')
            return { ...asked(before, profile), events: [DUE_SAID] };
          const text = input.kind === 'reply' && input.reply.kind === 'text' ? input.reply.text : '';
          if (text === 'poison' || broken(text)) throw new TypeError('a step that throws');
          if (text === 'outage') throw unavailable('store_unavailable', 'The database does not answer.');
          return countingScript.advance(before, profile, input, facts);
        },
      },
      intents: { intent: () => ({ kind: 'none' }) },
      speaker: { languages: ['fr'], fallback: 'fr', say: (_lang, { key }) => key || '…' },
      fingerprint: () => Buffer.alloc(32),
      effects: [],
      calls: [],
      conversations: store,
      followers: {
        committed(_id, { out }) {
          sent.push(...out.map(({ message }) => message.text));
          lanes.push(...out.map(({ message }) => message.lane));
        },
      },
      clock,
      chance: realChance,
      report: (what, { code }) => void reported.push([what, code].filter(Boolean).join(' ')),
    },
    DOOR_WAITS_MS,
  );
});

describe('T25: a door gets a receipt for what is durable, and nothing else', () => {
  it('a message is committed, then answered', async () => {
    expect(await reception.receive(buildMessage('ala'))).toBe('committed');
    expect(sent).toEqual(['…']);
    expect(store.docs.get(ID)?.ring).toEqual([`${ID}/ala`]);
  });

  it('T11: many copies at once are one turn', async () => {
    const copies = Array.from({ length: 100 }, () => reception.receive(buildMessage('ala')));
    const receipts = await Promise.all(copies);
    expect(receipts.filter((receipt) => receipt === 'committed')).toHaveLength(1);
    expect(sent).toHaveLength(1);
    expect(await reception.receive(buildMessage('ala'))).toBe('duplicate');
  });

  it('COMMIT 6: an id that left the ring is asked for in `seen`', async () => {
    await reception.receive(buildMessage('ala'));
    store.docs.set(ID, { ...(await store.load(ID)), ring: [], left: { mayHave: () => true } });
    store.seen = async () => true;
    expect(await reception.receive(buildMessage('ala'))).toBe('duplicate');
  });

  it('COMMIT 6: an id in a cached ring only is not believed', async () => {
    await reception.receive(buildMessage('ala'));
    const stale = await store.load(ID);
    store.docs.set(ID, { ...stale, ring: [] });
    const load = store.load;
    let reads = 0;
    store.load = async (id) => ((reads += 1) === 1 ? stale : load(id));
    expect(await reception.receive(buildMessage('ala'))).toBe('committed');
  });

  it('answers 503 after its time while the turn goes on; the repeat is a duplicate', async () => {
    const commit = store.commit;
    let release = (): void => undefined;
    const open = new Promise<void>((resolve) => {
      release = resolve;
    });
    store.commit = async (given) => open.then(() => commit(given));
    const refused = expect(reception.receive(buildMessage('ala'))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'slow',
    });
    await jest.advanceTimersByTimeAsync(DOOR_WAITS_MS);
    await refused;
    const repeat = reception.receive(buildMessage('ala'));
    release();
    expect(await repeat).toBe('duplicate');
    await reception.idle();
    expect(sent).toEqual(['…']);
  });

  it('an outage is told as one, and nothing is buried', async () => {
    await reception.receive(buildMessage('ala'));
    await expect(reception.receive(buildMessage('outage'))).rejects.toMatchObject({ kind: 'unavailable' });
    store.commit = () => Promise.reject(unavailable('store_unavailable', 'away'));
    await expect(reception.receive(buildMessage('2'))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(store.buried).toEqual([]);
  });

  it('T34: beyond 5,000 messages in hand it is busy at once', async () => {
    store.load = () => NEVER;
    const waiting = Array.from({ length: 5000 }, (_, n) => reception.receive(buildMessage(`m${n}`)));
    await expect(reception.receive(buildMessage('one more'))).rejects.toMatchObject({ code: 'busy' });
    const ended = Promise.allSettled(waiting);
    await jest.advanceTimersByTimeAsync(DOOR_WAITS_MS);
    expect((await ended).every(({ status }) => status === 'rejected')).toBe(true);
  });
});

describe('other writers', () => {
  it('COMMIT 1: a lost race is run again on what is there now', async () => {
    const commit = store.commit;
    let lost = 0;
    store.commit = async (given) => ((lost += 1) <= 3 ? { kind: 'conflict' } : commit(given));
    expect(await reception.receive(buildMessage('ala'))).toBe('committed');
    expect(store.people).toBe(1);
    expect(store.dropped).toEqual([]);
  });

  it('whoever always loses says 503', async () => {
    store.commit = async () => ({ kind: 'conflict' });
    await expect(reception.receive(buildMessage('ala'))).rejects.toMatchObject({ code: 'contended' });
  });

  it.each<['conflict' | 'duplicate', string[]]>([
    ['conflict', []],
    ['duplicate', [`${ID}/ala`]],
  ])('a person made for a greeting that somebody else won is dropped (%s)', async (kind, ring) => {
    const commit = store.commit;
    store.commit = async (given) => {
      store.commit = commit;
      await commit({ ...given, person: 'theirs', inbound: ring[0] ?? 'other' });
      return { kind };
    };
    await reception.receive(buildMessage('ala'));
    expect(store.dropped).toEqual(['p1']);
    expect(store.docs.get(ID)?.person).toBe('theirs');
  });

  it('a person whose commit was ours after all is kept', async () => {
    const commit = store.commit;
    store.commit = async (given) => {
      store.commit = commit;
      await commit(given);
      return { kind: 'duplicate' };
    };
    expect(await reception.receive(buildMessage('ala'))).toBe('duplicate');
    expect(store.dropped).toEqual([]);
  });
});

describe('T29: a message no turn can be made of', () => {
  it('is kept for a person to look at, its sender is told, and the talk goes on', async () => {
    await reception.receive(buildMessage('ala'));
    await reception.receive(buildMessage('1'));
    expect(await reception.receive(buildMessage('poison'))).toBe('committed');
    await reception.receive(buildMessage('2'));
    expect(store.buried.map(({ entry, code }) => [entry.inbound, code])).toEqual([
      [`${ID}/poison`, 'turn_failed'],
    ]);
    expect(sent).toEqual(['…', '1', 'trouble', '2']);
    expect(session()).toEqual(['1', '2']);
    expect(reported).toContain('failed turn_failed');
  });

  it('also when what it made cannot be written', async () => {
    await reception.receive(buildMessage('ala'));
    const commit = store.commit;
    store.commit = async () => {
      store.commit = commit;
      throw new Fault('bug', 'conversation_too_large', 'too large');
    };
    expect(await reception.receive(buildMessage('1'))).toBe('committed');
    expect(store.buried.map(({ code }) => code)).toEqual(['conversation_too_large']);
    expect(sent).toEqual(['…', 'trouble']);
    expect(session()).toEqual([]);
  });

  it('is kept too when the conversation does not open', async () => {
    store.load = () => Promise.reject(new Fault('bug', 'sealed_unreadable', 'does not open'));
    await expect(reception.receive(buildMessage('ala'))).rejects.toMatchObject({ code: 'sealed_unreadable' });
    expect(store.buried.map(({ code }) => code)).toEqual(['sealed_unreadable']);
  });
});

describe('T29: what was buried, once more', () => {
  const buried = () => store.buried[0]!.entry;
  let mended: boolean;
  /** Throws until it is mended. */
  const fragile = async (text: string) => {
    mended = false;
    await reception.receive(buildMessage('ala'));
    broken = (said) => said === text && !mended;
    await reception.receive(buildMessage(text));
    await reception.receive(buildMessage('2'));
    sent = [];
  };

  it('takes the one way in, as it comes now, once however often it is tried', async () => {
    await fragile('1');
    mended = true;
    const receipts = await Promise.all(Array.from({ length: 20 }, () => reception.again(buried(), true)));
    expect(receipts.filter((receipt) => receipt === 'committed')).toHaveLength(1);
    expect(await reception.again(buried(), true)).toBe('duplicate');
    expect([session(), sent]).toEqual([['2', '1'], ['1']]);
  });

  it('is sent as news: whoever wrote it may have done so days ago', async () => {
    await fragile('1');
    mended = true;
    await reception.again(buried(), true);
    expect(lanes.at(-1)).toBe('alert');
  });

  it('that still fails is counted, nobody is told again, and it may be tried another time', async () => {
    await fragile('1');
    for (let n = 0; n < 3; n += 1)
      await expect(reception.again(buried(), true)).rejects.toMatchObject({ code: 'still_fails' });
    expect(sent).toEqual([]);
    expect(new Set(store.buried.map(({ entry }) => entry.inbound))).toEqual(new Set([`${ID}/1`]));
    expect(store.buried).toHaveLength(4);
    mended = true;
    expect(await reception.again(buried(), true)).toBe('committed');
  });

  it('of somebody who has said stop, or is gone, is answered no more', async () => {
    await fragile('1');
    mended = true;
    const { talk, ...rest } = store.docs.get(ID)!;
    store.docs.set(ID, { ...rest, talk: { ...talk!, profile: { ...talk!.profile, stopped: true } } });
    expect(await reception.again(buried(), true)).toBe('gone');
    store.docs.set(ID, { ...rest, talk: { ...talk!, away: true } });
    expect(await reception.again(buried(), true)).toBe('gone');
    expect(sent).toEqual([]);
  });

  it('goes by its own id where that was never committed, so the platform’s repeat finds it', async () => {
    const { load } = store;
    store.load = () => Promise.reject(new Fault('bug', 'sealed_unreadable', 'does not open'));
    await expect(reception.receive(buildMessage('ala'))).rejects.toThrow();
    store.load = load;
    expect(await reception.again(buried(), false)).toBe('committed');
    expect(await reception.receive(buildMessage('ala'))).toBe('duplicate');
  });

  it('a turn that another try makes of it takes it out again', async () => {
    await reception.receive(buildMessage('ala'));
    let tries = 0;
    broken = (text) => text === '1' && (tries += 1) === 1;
    const { commit } = store;
    store.commit = async () => {
      store.commit = commit;
      return { kind: 'conflict' };
    };
    await reception.receive(buildMessage('1'));
    expect([store.buried, sent.at(-1)]).toEqual([[], '1']);
  });
});

describe('C9: somebody who cannot be reached any more', () => {
  const prompt = (id: string) =>
    reception.prompt({ conversation: ID, id, flow: 'rappel', params: { word: 'kibaru' }, lane: 'alert' });
  beforeEach(async () => {
    await reception.receive(buildMessage('ala'));
    const { talk, ...rest } = store.docs.get(ID)!;
    store.docs.set(ID, { ...rest, talk: { ...talk!, profile: { ...talk!.profile, consents: { base: 1 } } } });
  });

  it('is marked once, and nothing is sent unasked any more', async () => {
    expect(await reception.outOfReach(ID, 'm1')).toBe('committed');
    expect(await reception.outOfReach(ID, 'm1')).toBe('duplicate');
    expect(await prompt('p1')).toBe('gone');
  });

  it('is back as soon as they write, or say so', async () => {
    await reception.outOfReach(ID, 'm1');
    await reception.receive(buildMessage('1'));
    expect(await prompt('p1')).toBe('committed');
    await reception.receive(buildMessage('away', { content: { kind: 'presence', present: false } }));
    expect(await prompt('p2')).toBe('gone');
    await reception.receive(buildMessage('back', { content: { kind: 'presence', present: true } }));
    expect(await prompt('p2')).toBe('committed');
  });

  it('whose talk there is not is nobody', async () => {
    expect(await reception.outOfReach('web/web/nobody', 'm1')).toBe('gone');
  });
});

describe('order and erasure', () => {
  it("COMMIT 7: among waiting messages the platform's own order, one at a time", async () => {
    await reception.receive(buildMessage('ala'));
    const orders = [5, 2, 9, 1];
    await Promise.all(orders.map((order) => reception.receive(buildMessage(String(order), { order }))));
    expect(session()).toEqual(['1', '2', '5', '9']);
  });

  it('T4: what was on its way when its sender was erased begins no new talk', async () => {
    const at = Math.floor(clock.now() / 1000);
    await reception.receive(buildMessage('ala'));
    store.docs.set(ID, { ...(await store.load(ID)), person: null, talk: null, erasedAt: clock.now() });
    expect(await reception.receive(buildMessage('late', { sentAt: at - 1 }))).toBe('committed');
    expect(store.docs.get(ID)).toMatchObject({ person: null, talk: null });
    await reception.receive(buildMessage('new', { sentAt: at + 1 }));
    expect(store.docs.get(ID)?.person).toBe('p2');
  });
});

describe('F4: what the house begins in a talk', () => {
  const prompt = (more: object = {}) =>
    reception.prompt({
      conversation: ID,
      id: 'r1',
      flow: 'rappel',
      params: { word: 'tomorrow' },
      lane: 'reply',
      ...more,
    });
  beforeEach(async () => {
    await reception.receive(buildMessage('ala'));
    await reception.receive(buildMessage('1'));
    sent = [];
  });

  it('is said, then the open question is asked again, which stays as it was', async () => {
    expect(await prompt()).toBe('committed');
    expect(sent).toEqual(['tomorrow\n\nmore?']);
    await reception.receive(buildMessage('2'));
    expect(session()).toEqual(['1', '2']);
  });

  it('has one effect under one id, many times at once and later', async () => {
    const receipts = await Promise.all(Array.from({ length: 50 }, () => prompt()));
    expect(receipts.filter((receipt) => receipt === 'committed')).toHaveLength(1);
    expect(await prompt()).toBe('duplicate');
    expect(await prompt({ id: 'r2' })).toBe('committed');
    expect(sent).toHaveLength(2);
  });

  it('a message cannot take its id away', async () => {
    await reception.receive(buildMessage('word', { id: 'r1' }));
    expect(await prompt()).toBe('committed');
  });

  it('leaves no word where the flow has none, and still counts as done', async () => {
    expect(await prompt({ params: {} })).toBe('committed');
    expect(sent).toEqual([]);
    expect(await prompt()).toBe('duplicate');
  });

  it('goes on its lane, to where the talk last was', async () => {
    const out: unknown[] = [];
    const commit = store.commit;
    store.commit = (given) => {
      out.push(...given.out.map(({ message, route }) => [message.lane, message.address, route.channel]));
      return commit(given);
    };
    await prompt({ lane: 'broadcast' });
    expect(out).toEqual([['broadcast', 'awa', 'web']]);
  });

  it.each<[string, (doc: Conversation) => Conversation]>([
    ['stopped', (doc) => changed(doc, { stopped: true })],
    ['not agreed', (doc) => changed(doc, { consents: {} })],
    ['erased', (doc) => ({ ...doc, person: null, talk: null, erasedAt: 1 })],
  ])('T8: reaches nobody who has %s', async (_what, change) => {
    store.docs.set(ID, change(await store.load(ID)));
    const before = store.docs.get(ID);
    expect(await prompt()).toBe('gone');
    expect(sent).toEqual([]);
    expect(store.docs.get(ID)).toEqual(before);
  });

  it('reaches nobody who never wrote', async () => {
    expect(await prompt({ conversation: 'web/web/nobody' })).toBe('gone');
    expect(store.people).toBe(1);
  });

  it('T8: "stop" in the middle wins: the lost race is looked at afresh', async () => {
    const commit = store.commit;
    store.commit = async () => {
      store.commit = commit;
      store.docs.set(ID, changed(await store.load(ID), { stopped: true }));
      return { kind: 'conflict' };
    };
    expect(await prompt()).toBe('gone');
    expect(sent).toEqual([]);
  });

  it('a flow that is not meant for it is kept as a fault, and its reader is left in peace', async () => {
    expect(await prompt({ flow: 'count' })).toBe('committed');
    expect(sent).toEqual([]);
    expect(store.buried.map(({ code }) => code)).toEqual(['unknown_prompt']);
  });
});

describe('F1: a talk that is given back', () => {
  const given = { conversation: ID, id: 'g1', step: 'more' };

  it('goes on once, many times at once and later', async () => {
    await reception.receive(buildMessage('ala'));
    sent = [];
    const receipts = await Promise.all(Array.from({ length: 20 }, () => reception.giveBack(given)));
    expect(receipts.filter((receipt) => receipt === 'committed')).toHaveLength(1);
    expect(await reception.giveBack(given)).toBe('duplicate');
    expect(sent).toEqual(['due']);
  });

  it('T4: where nobody ever was, or is any more, nothing happens', async () => {
    expect(await reception.giveBack(given)).toBe('gone');
    expect(store.docs.get(ID)).toBeUndefined();
  });
});

describe('F1: a moment a talk waited for', () => {
  const DUE = { at: 5000, sid: 's', step: 'more', n: 0 };
  const waiting = async (change: (doc: Conversation) => Conversation = (doc) => doc) => {
    await reception.receive(buildMessage('ala'));
    const doc = await store.load(ID);
    store.docs.set(ID, change({ ...doc, talk: doc.talk && { ...doc.talk, due: DUE, promised: DUE } }));
    sent = [];
  };

  it('is one turn, many times at once and later', async () => {
    await waiting();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => reception.wake(ID, DUE)));
    expect(receipts.filter((receipt) => receipt === 'committed')).toHaveLength(1);
    expect(sent).toEqual(['due']);
    expect(['duplicate', 'gone']).toContain(await reception.wake(ID, DUE));
    expect(sent).toEqual(['due']);
  });

  it.each([
    { ...DUE, at: 4000 },
    { ...DUE, sid: 'before' },
    { ...DUE, step: 'other' },
    { ...DUE, n: 1 },
  ])('one it does not wait for any more does nothing: %j', async (due) => {
    await waiting();
    const before = store.docs.get(ID);
    expect(await reception.wake(ID, due)).toBe('gone');
    expect(store.docs.get(ID)).toEqual(before);
    expect(sent).toEqual([]);
  });

  it.each<[string, (doc: Conversation) => Conversation]>([
    ['stopped', (doc) => changed(doc, { stopped: true })],
    ['not agreed', (doc) => changed(doc, { consents: {} })],
  ])('T8: who has %s is told nothing, and the talk moves', async (_what, change) => {
    await waiting(change);
    expect(await reception.wake(ID, DUE)).toBe('committed');
    expect(sent).toEqual([]);
  });

  it('T4: who was erased stays erased', async () => {
    await waiting((doc) => ({ ...doc, person: null, talk: null, erasedAt: 1 }));
    expect(await reception.wake(ID, DUE)).toBe('gone');
    expect(store.docs.get(ID)).toMatchObject({ person: null, talk: null });
  });

  it('one no turn can be made of is kept, its reader is left in peace, and the talk stays', async () => {
    await waiting();
    const { commit } = store;
    store.commit = async () => {
      store.commit = commit;
      throw new Fault('bug', 'conversation_too_large', 'too large');
    };
    expect(await reception.wake(ID, DUE)).toBe('committed');
    expect(sent).toEqual([]);
    expect(store.buried.map(({ entry }) => entry.kind)).toEqual(['due']);
    expect(store.docs.get(ID)?.talk).toMatchObject({ due: DUE, promised: DUE });
  });
});

function changed(doc: Conversation, profile: Partial<Profile>): Conversation {
  const { talk } = doc;
  return talk === null ? doc : { ...doc, talk: { ...talk, profile: { ...talk.profile, ...profile } } };
}
