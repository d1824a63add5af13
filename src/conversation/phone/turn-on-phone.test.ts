import { beforeEach, describe, expect, it } from '@jest/globals';
import { CHANGE, countingScript, heard, REMINDER, WHO } from '../../../test/commit/counting-script.ts';
import { MemoryConversations } from '../../../test/universe/memory-conversations.ts';
import { realChance, testClock } from '../../../test/universe/time.ts';
import { testKeyring } from '../../../test/universe/keyring.ts';
import { Fault } from '../../domain/faults.ts';
import type { Inbound } from '../../domain/message.ts';
import type { Talk } from '../conversation.ts';
import { Reception } from '../receive.ts';
import { seatId } from './seat.ts';

const ID = Buffer.alloc(16, 7).toString('base64url');
const SECOND = seatId(ID, 1);
const HOUR = 3_600_000;
const clock = testClock();
let store: MemoryConversations;
let sent: string[];
let reception: Reception;
let nth: number;

const message = (text: string): Inbound => ({
  ...{ channel: 'web', account: 'web', user: 'awa', address: 'awa', id: `m${(nth += 1)}`, order: nth },
  content: { kind: 'text', text },
});

async function says(...words: string[]): Promise<string[]> {
  const from = sent.length;
  for (const text of words) await reception.receive(message(text));
  return sent.slice(from);
}

const prompt = (conversation: string, id: string): Promise<string> =>
  reception.prompt({ conversation, id, flow: REMINDER, params: {}, lane: 'broadcast' });
const doc = () => store.docs.get(ID);
const parked = (): Talk | undefined => doc()?.shared?.parked[0]?.stored as Talk | undefined;
const words = (talk: Talk | null | undefined): string => heard(talk?.session ?? null).join(' ');

beforeEach(() => {
  store = new MemoryConversations();
  store.id = () => ID;
  [sent, nth] = [[], 0];
  reception = new Reception({
    script: countingScript,
    intents: { intent: (text) => (text === 'stop' ? { kind: 'one', intent: 'stop' } : { kind: 'none' }) },
    speaker: { languages: ['fr'], fallback: 'fr', say: (_lang, { key }) => key || '…' },
    fingerprint: testKeyring().fingerprint,
    ...{ effects: [], calls: [], conversations: store, clock, chance: realChance },
    followers: { committed: (_id, { out }) => void sent.push(...out.map((item) => item.message.text)) },
    report: () => undefined,
  });
});

/** The sun has said 1, the moon has the phone and has said 2. */
const shared = (): Promise<string[]> => says('hello', '1', CHANGE, 'nouveau', '2');

describe('C6: whose the phone is', () => {
  it('one talk is parked and the other taken out in one commit', async () => {
    await shared();
    expect([doc()?.person, words(doc()?.talk), words(parked())]).toEqual(['p2', '2', '1']);
    expect(await says(CHANGE)).toEqual([WHO.key]);
    await says('soleil', '3');
    expect([doc()?.person, words(doc()?.talk), words(parked())]).toEqual(['p1', '1 3', '2']);
    expect(doc()?.shared).toMatchObject({ seat: 0, seats: 1 });
  });

  it('COMMIT 3: a newcomer of a turn that lost against another writer is nobody', async () => {
    await says('hello', CHANGE);
    const { commit } = store;
    store.commit = async () => {
      store.commit = commit;
      return { kind: 'conflict' };
    };
    await says('nouveau');
    expect(store.dropped).toEqual(['p2']);
    expect(doc()?.person).toBe('p3');
  });

  it('a talk that does not open any more keeps nobody from stopping, or from being asked', async () => {
    await shared();
    store.openParked = () => Promise.reject(new Fault('bug', 'sealed_unreadable', 'does not open'));
    expect(await says(CHANGE, 'soleil')).toEqual([WHO.key, WHO.key]);
    expect(await says('stop')).toEqual(['phone.stopped']);
    expect(doc()?.talk?.profile.stopped).toBe(true);
    expect(doc()?.shared?.parked).toHaveLength(1);
  });

  it('nobody of that sign is here: it is asked once more', async () => {
    await says('hello', CHANGE);
    expect(await says('maison')).toEqual([WHO.key]);
    expect(doc()?.shared).toBeUndefined();
  });

  it('T29: what somebody wrote days ago is not heard as the words of whoever has the phone now', async () => {
    await shared();
    const entry = { kind: 'message', conversation: ID, inbound: 'buried', message: message('4') } as const;
    await expect(reception.again(entry, false)).rejects.toMatchObject({ code: 'still_fails' });
    expect(words(doc()?.talk)).toBe('2');
  });
});

describe('C6: what the house begins on a shared phone', () => {
  it('waits for whom it is for, in no broadcast lane, and is told of once a day', async () => {
    await shared();
    const from = sent.length;
    expect([await prompt(ID, 'one'), await prompt(ID, 'two')]).toEqual(['committed', 'committed']);
    expect(sent.slice(from)).toEqual(['phone.waits']);
    expect(parked()?.phone?.kept).toHaveLength(2);
    clock.advance(24 * HOUR);
    await prompt(ID, 'three');
    expect(sent.slice(from)).toEqual(['phone.waits', 'phone.waits']);
  });

  it('eight things wait at most, the newest', async () => {
    await shared();
    for (let n = 0; n < 10; n += 1) await prompt(ID, `p${n}`);
    expect(parked()?.phone?.kept).toHaveLength(8);
  });

  it('is for nobody where there is no such seat, where its person said stop, and where a moment is over', async () => {
    await shared();
    expect(await prompt(seatId(ID, 5), 'one')).toBe('gone');
    expect(await reception.wake(ID, { at: 1, sid: 's', step: 'more', n: 1 })).toBe('gone');
    await says(CHANGE, 'stop');
    expect(parked()?.profile.stopped).toBe(true);
    expect(await prompt(ID, 'two')).toBe('gone');
  });

  it('whoever had it last is not read to, once four hours have passed', async () => {
    await shared();
    clock.advance(4 * HOUR);
    const from = sent.length;
    await prompt(SECOND, 'one');
    expect(sent.slice(from)).toEqual(['phone.waits']);
    expect(await says('3')).toEqual([WHO.key]);
    expect(words(doc()?.talk)).toBe('2');
    expect(await says('lune')).toEqual([`${REMINDER}\n\n3`]);
    expect(words(doc()?.talk)).toBe('2 3');
  });

  it("a colleague's words wait for whom they are for", async () => {
    await shared();
    const talk = parked();
    for (const frame of talk?.session?.frames ?? []) frame.staff = true;
    const from = sent.length;
    const spoken = { conversation: ID, id: 'one', by: 'fatou', text: 'Bonjour, je te lis.' };
    expect(await reception.speak(spoken)).toBe('committed');
    expect(await reception.speak(spoken)).toBe('duplicate');
    expect(sent.slice(from)).toEqual(['phone.waits']);
    expect((await says(CHANGE, 'soleil'))[1]).toBe('Bonjour, je te lis.');
  });

  it('somebody new who does not agree has given the phone back', async () => {
    await shared();
    const now = doc();
    if (now?.talk == null) throw new Error('nobody talks');
    const profile = { ...now.talk.profile, consents: {} };
    store.docs.set(ID, { ...now, talk: { ...now.talk, session: null, profile } });
    expect(await says('4')).toEqual([WHO.key]);
    await says('soleil');
    expect(words(doc()?.talk)).toBe('1 4');
  });
});
