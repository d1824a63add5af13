import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { progressView } from '../../src/capabilities/broadcasts/report/index.ts';
import { groupLines } from '../../src/capabilities/broadcasts/report/segments.ts';
import { renderPart } from '../../src/web/kit/index.ts';
import { NO_TALLY, isFinished, settledOf } from '../../src/capabilities/broadcasts/report/tally.ts';
import { canaryOf, faultOf } from '../../src/capabilities/broadcasts/send/canary.ts';
import { promptId, readPromptId } from '../../src/capabilities/broadcasts/send/prompt-id.ts';
import { type SendingSettings, USUAL } from '../../src/capabilities/broadcasts/send/index.ts';
import type { Talk } from '../../src/conversation/conversation.ts';
import { seatId } from '../../src/conversation/phone/seat.ts';
import type { SendOutcome } from '../../src/conversation/ports.ts';
import type { Inbound, Outbound } from '../../src/domain/message.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { until } from '../channels/until.ts';
import { CHANGE } from '../commit/counting-script.ts';
import { testKeyring } from '../universe/keyring.ts';
import { gather, type Sender, startSender, TEXT } from './sender.ts';

const keyring = testKeyring();

describe('a broadcast is planned and sent', () => {
  let database: TestDatabase;
  let sender: Sender;
  let arrived: Outbound[];
  let answer: (message: Outbound) => Promise<SendOutcome> | SendOutcome;
  let settings: SendingSettings;
  let talks: { user: string; conversation: string; channel: string }[];
  let broadcasts = 0;

  beforeAll(async () => {
    database = await testDatabase();
    settings = { ...USUAL, canaryWaitMs: 0, mostAWeek: 1 };
    sender = await startSender({
      ...{ uri: database.uri, keyring, leaseMs: 10_000, settings, stepMs: 20 },
      channel: {
        id: 'test',
        pace: { inAll: { messages: 1000, perMs: 1000, source: 'test' } },
        async send(message) {
          const outcome = await answer(message);
          if (outcome.kind === 'sent' && message.lane === 'broadcast') arrived.push(message);
          return outcome;
        },
      },
    });
    answer = () => ({ kind: 'sent' });
    arrived = [];
    talks = await people('p', 45);
    await gather(sender, talks);
  });
  beforeEach(() => {
    arrived = [];
    answer = () => ({ kind: 'sent' });
  });
  afterAll(async () => {
    await sender.close();
    await database.drop();
  });

  const message = (user: string, id: string, text: string): Inbound => ({
    ...{ channel: 'test', account: 'a', user, address: user, id, order: 0 },
    content: { kind: 'text', text },
  });
  async function people(name: string, n: number) {
    const all = Array.from({ length: n }, (_, at) => `${name}${at}`);
    await Promise.all(all.map((user) => sender.reception.receive(message(user, `${user}-0`, 'hello'))));
    return all.map((user) => ({
      ...{ user, conversation: sender.store.id(message(user, '', '')), channel: 'test' },
    }));
  }
  /** Somebody's talk stands otherwise from now on; `null`: it is erased. */
  const becomes = async (user: string, change: (talk: Talk) => Talk | null) => {
    const base = await sender.store.load(sender.store.id(message(user, '', '')), true);
    const talk = change(base.talk!);
    await sender.store.commit({
      ...{ base, talk, person: base.person, out: [], effects: [], erasedAt: talk === null ? 1 : null },
      inbound: Buffer.from(user.padEnd(32)).toString('base64url'),
    });
  };
  const begin = async (of: Partial<Parameters<Sender['broadcasts']['begin']>[0]> = {}) => {
    const id = `b${(broadcasts += 1)}`;
    await sender.broadcasts.begin({ id, ...of });
    await sender.parts.launch(id, 0);
    return id;
  };
  const reads = (id: string) => sender.parts.report.progress(id);
  /** Runs due-dates as ticks do until the broadcast stands there. */
  const runUntil = async (id: string, state: string) => {
    await until(
      async () => {
        void sender.dues.run();
        return (await sender.broadcasts.find(id))?.state === state;
      },
      async () => JSON.stringify(await reads(id)),
      15_000,
    );
  };

  it('B5, B6: everybody once, counted to the last; planning twice changes nothing', async () => {
    await sender.db.collection('broadcast_received').deleteMany({});
    const id = await begin();
    await runUntil(id, 'done');
    expect(arrived.map(({ address }) => address).sort()).toEqual(talks.map(({ user }) => user).sort());
    expect(new Set(arrived.map(({ text }) => text))).toEqual(new Set([TEXT]));
    expect(await reads(id)).toMatchObject({ of: 45, planned: 45, tally: { ...NO_TALLY, sent: 45 } });
    await sender.broadcasts.move(id, ['done'], 'planning');
    await sender.parts.launch(id, 0);
    await runUntil(id, 'done');
    expect([arrived.length, (await reads(id))?.of]).toEqual([45, 45]);
    // Who it was is of no use any more.
    const kept = await sender.db.collection('broadcast_recipients').findOne({});
    expect(Object.keys(kept ?? {}).sort()).toEqual(['_id', 'channel', 'lang', 'state', 'talk']);
  });

  const standing = async (id: string) => (await reads(id))?.tally;
  const forget = () => sender.db.collection('broadcast_received').deleteMany({});

  it('B5: who said stop, was erased, or has no text in their language is skipped when their turn comes, each for a reason', async () => {
    await forget();
    const [one, two, three] = talks;
    await becomes(one!.user, (talk) => ({ ...talk, profile: { ...talk.profile, stopped: true } }));
    await becomes(two!.user, () => null);
    await becomes(three!.user, (talk) => ({ ...talk, profile: { ...talk.profile, lang: 'bm' } }));
    const id = await begin();
    await runUntil(id, 'done');
    expect(await standing(id)).toMatchObject({ sent: 42, skipped: 3 });
    const reasons = await sender.parts.report.byReason(id);
    expect(reasons.map(({ reason }) => reason).sort()).toEqual(['erased', 'no_language', 'stopped']);
    const heard = new Set(arrived.map(({ address }) => address));
    expect([one, two, three].some((each) => heard.has(each?.user ?? ''))).toBe(false);
  });

  it('B8: nobody gets more than so many in a week; what is urgent goes all the same, and that is recorded', async () => {
    await forget();
    for (let n = 0; n < settings.mostAWeek; n += 1) await runUntil(await begin(), 'done');
    const fourth = await begin();
    await runUntil(fourth, 'done');
    expect(await standing(fourth)).toMatchObject({ sent: 0, skipped: 45 });
    const urgent = await begin({ urgent: true });
    await runUntil(urgent, 'done');
    expect([(await standing(urgent))?.sent, (await reads(urgent))?.bypassed]).toEqual([42, 42]);
    const audited = await sender.db.collection('test_audit').find({ broadcast: urgent }).toArray();
    expect(audited.reduce((sum, { n }) => sum + Number(n), 0)).toBe(42);
  });

  it('B5: a pause holds what waits in the outbox too, a resume goes on, a cancel ends it: nobody twice', async () => {
    await forget();
    // The platform asks for patience for longer than an order may take.
    answer = () => ({ kind: 'retry', afterMs: 200, code: '429' });
    const id = await begin();
    await runUntil(id, 'canary');
    await until(async () => ((await standing(id))?.going ?? 0) + ((await standing(id))?.leaving ?? 0) > 0);
    expect(await sender.parts.control(id, 'resume')).toBe(false);
    expect(await sender.parts.control(id, 'pause')).toBe(true);
    answer = () => ({ kind: 'sent' });
    const paused = performance.now();
    await until(async () => {
      await sender.outbox.idle();
      const tally = await standing(id);
      return tally?.going === 0 && tally.leaving === 0;
    });
    expect(performance.now() - paused).toBeLessThan(5000);
    const before = arrived.length;
    await sender.dues.idle();
    await sender.dues.run();
    await sender.dues.idle();
    expect(arrived.length).toBe(before);
    await sender.parts.control(id, 'resume');
    await until(async () => {
      void sender.dues.run();
      return arrived.length > before;
    });
    await sender.parts.control(id, 'cancel');
    await sender.dues.idle();
    await sender.dues.run();
    await sender.dues.idle();
    await sender.outbox.idle();
    const after = await reads(id);
    expect([after?.state, settledOf(after!.tally), after?.of]).toEqual(['cancelled', 45, 45]);
    expect(new Set(arrived.map(({ address }) => address)).size).toBe(arrived.length);
  });

  it('B3: the first ones go wrong, and nobody else is written to until a person resumes it', async () => {
    await forget();
    answer = ({ lane }) =>
      lane === 'broadcast' ? { kind: 'refused', code: 'blocked', gone: true } : { kind: 'sent' };
    const id = await begin();
    await runUntil(id, 'stopped');
    const stopped = await reads(id);
    expect(stopped).toMatchObject({ state: 'stopped', stoppedBy: 'blocked', of: 45 });
    expect(stopped!.tally.queued).toBe(25);
    answer = () => ({ kind: 'sent' });
    const looks = async () =>
      (
        await sender.connection
          .collection<{ _id: string; looks: unknown[] }>('broadcast_runs')
          .findOne({ _id: id })
      )?.looks;
    expect((await looks())?.length).toBeGreaterThan(0);
    expect(await sender.parts.control(id, 'resume')).toBe(true);
    // The pace it goes on with is not that of its rest.
    expect(await looks()).toEqual([]);
    await runUntil(id, 'done');
    const done = await reads(id);
    expect([settledOf(done!.tally), isFinished(done!)]).toEqual([45, true]);
  });

  it('B6: who says stop or is erased while their message waits gets nothing any more', async () => {
    await forget();
    const asked = new Set<string>();
    answer = ({ address, lane }) => {
      if (lane === 'broadcast') asked.add(address);
      return { kind: 'retry', afterMs: 300, code: '429' };
    };
    const id = await begin();
    await runUntil(id, 'canary');
    await until(() => asked.size >= 3);
    // One of them is needed once more below.
    const [stops, leaves] = [...asked].filter((user) => user !== 'p9');
    await becomes(stops!, (talk) => ({ ...talk, profile: { ...talk.profile, stopped: true } }));
    await becomes(leaves!, () => null);
    answer = () => ({ kind: 'sent' });
    await runUntil(id, 'done');
    const heard = arrived.map(({ address }) => address);
    expect([heard.includes(stops!), heard.includes(leaves!)]).toEqual([false, false]);
    const reasons = await sender.parts.report.byReason(id);
    expect(reasons.filter(({ people }) => people > 0).map(({ reason }) => reason)).toContain('stopped');
    expect(settledOf((await reads(id))!.tally)).toBe(45);
  });

  it('COMMIT 10: what is in doubt is counted as unknown and not sent again', async () => {
    await forget();
    const asked: string[] = [];
    answer = ({ address }) => {
      asked.push(address);
      return address === 'p9' ? { kind: 'unknown', code: 'silent' } : { kind: 'sent' };
    };
    const id = await begin();
    await runUntil(id, 'done');
    expect(await standing(id)).toMatchObject({ unknown: 1 });
    expect(asked.filter((address) => address === 'p9')).toHaveLength(1);
    // Told by its platform later all the same.
    const conversation = sender.store.id(message('p9', '', ''));
    await sender.parts.became(promptId(id, 0), conversation, { state: 'delivered' });
    expect(await standing(id)).toMatchObject({ unknown: 1 });
    const another = await sender.db.collection('broadcast_recipients').countDocuments({ state: 'delivered' });
    expect(another).toBe(1);
  });
});

describe('a broadcast on a phone that several share', () => {
  it('C6, B6, B11: each of them gets it once, whoever has it now, and has read it once they took the phone', async () => {
    const database = await testDatabase();
    const arrived: string[] = [];
    const replied: string[] = [];
    const members: Buffer[] = [];
    const sender = await startSender({
      memberOf: () => members[0] ?? Buffer.alloc(0),
      ...{ uri: database.uri, keyring, leaseMs: 10_000, stepMs: 20 },
      channel: {
        id: 'test',
        async send({ lane, text }) {
          (lane === 'broadcast' ? arrived : replied).push(text);
          return { kind: 'sent' };
        },
      },
    });
    const of = { channel: 'test', account: 'a', user: 'phone', address: 'phone' };
    for (const [order, text] of ['hello', '1', CHANGE, 'nouveau', '2'].entries())
      await sender.reception.receive({ ...of, id: `m${order}`, order, content: { kind: 'text', text } });
    const phone = sender.store.idOf(of);
    const both = [phone, seatId(phone, 1)];
    members.push(
      ...(await gather(
        sender,
        both.map((conversation) => ({ conversation, channel: 'test' })),
      )),
    );
    await sender.broadcasts.begin({ id: 'both' });
    await sender.parts.launch('both', 0);
    await until(async () => {
      void sender.dues.run();
      return (await sender.broadcasts.find('both'))?.state === 'done';
    });
    const { tally } = (await sender.parts.report.progress('both'))!;
    // One hears it; for the other it waits until they have the phone.
    expect([tally.sent, tally.waiting, arrived]).toEqual([1, 1, [TEXT]]);
    // Once, and not again and again.
    const { phone: on } = (await sender.store.talkOf(phone))!;
    expect(on?.kept).toHaveLength(1);
    // The first one takes it, reads what waited, and is counted.
    for (const [order, text] of [CHANGE, 'soleil'].entries())
      await sender.reception.receive({
        ...{ ...of, id: `later${order}`, order: 10 + order },
        content: { kind: 'text', text },
      });
    await sender.idle();
    expect(replied.join('\n')).toContain(TEXT);
    const after = (await sender.parts.report.bySegment('both', 'channel', 'read')).get('test');
    expect([after?.read, after?.waiting]).toEqual([1, 0]);
    await sender.close();
    await database.drop();
  });
});

describe('the rules of sending', () => {
  it('B3: the first ones are a share, but so many at least, and never all', () => {
    expect([10, 20, 21, 400, 401, 1_000_000].map((of) => canaryOf(of, USUAL))).toEqual([
      0, 0, 20, 20, 21, 50_000,
    ]);
  });

  it('B3: stops past a share of failures or blocks, not for one or two', () => {
    const of = (tally: Partial<typeof NO_TALLY>) => faultOf({ ...NO_TALLY, ...tally }, USUAL);
    expect(of({ sent: 3, failed: 2 })).toBeUndefined();
    expect(of({ sent: 12, failed: 3 })).toBe('failed');
    expect(of({ sent: 13, failed: 3 })).toBeUndefined();
    expect(of({ delivered: 12, unknown: 3 })).toBe('failed');
    expect(of({ read: 27, blocked: 3 })).toBe('blocked');
    expect(of({ read: 28, blocked: 3 })).toBeUndefined();
  });

  it('W5: never finished while sent + failed + skipped < N, whatever the state says (listmonk#2168)', () => {
    for (const left of ['queued', 'going', 'leaving'] as const)
      for (let settled = 0; settled < 5; settled += 1) {
        const tally = { ...NO_TALLY, sent: settled, [left]: 5 - settled };
        expect(isFinished({ state: 'done', of: 5, tally })).toBe(false);
      }
    expect(isFinished({ state: 'done', of: undefined, tally: NO_TALLY })).toBe(false);
    expect(isFinished({ state: 'running', of: 5, tally: { ...NO_TALLY, sent: 5 } })).toBe(false);
    expect(isFinished({ state: 'done', of: 5, tally: { ...NO_TALLY, sent: 3, skipped: 2 } })).toBe(true);
  });

  it('B5: no group shows a count of a few people, nor gives it away by subtraction', () => {
    const of = (tally: Partial<typeof NO_TALLY>) => ({ ...NO_TALLY, ...tally });
    const lines = groupLines(
      new Map([
        ['gao', of({ sent: 30, failed: 2 })],
        ['kayes', of({ sent: 40, failed: 20 })],
        ['mopti', of({ sent: 50, failed: 30 })],
        ['segou', of({ read: 3 })],
      ]),
      5,
    );
    const shown = Object.fromEntries(lines.map((line) => [line.value, line]));
    // Of the failed, 2 are hidden, and the next smallest with them; Ségou's three, and with them the next smallest group.
    expect(shown['gao']).toMatchObject({ notReached: undefined, people: undefined });
    expect(shown['kayes']?.notReached).toBeUndefined();
    expect(shown['mopti']).toMatchObject({ people: 80, notReached: 30, reached: 50 });
    expect(shown['segou']).toMatchObject({ people: undefined, reached: undefined });
    const exact = groupLines(new Map([['gao', of({ sent: 1, failed: 2 })]]), 1);
    expect(exact[0]).toMatchObject({ people: 3, reached: 1, notReached: 2 });
  });

  it('W5: the page says n of N, pace and remaining time, causes in words, and finished only when it is', async () => {
    const progress = { state: 'running', of: 300, planned: 300, perSecond: 10, bypassed: 0 } as const;
    const seen = async (of: object, cause = 'fatigue') => {
      const tally = { ...NO_TALLY, queued: 100, sent: 195, unknown: 1, skipped: 4 };
      const view = progressView({
        progress: async () => ({ ...progress, tally, ...of }),
        byReason: async () => [{ state: 'skipped', reason: cause, people: 4 }],
      });
      const drawn = await view({ frame: { lang: 'fr' } } as never, { id: 'b', state: 'running' });
      return renderPart(drawn!).replaceAll(/<[^>]+>/gu, ' ');
    };
    const running = await seen({});
    for (const words of ['200 sur 300', '10 par seconde', 'Encore 10 s', 'A déjà reçu assez', 'Incertain'])
      expect(running).toContain(words);
    // A rest has no pace.
    for (const state of ['canary', 'paused']) expect(await seen({ state })).not.toContain('Encore');
    expect(await seen({ state: 'done' })).not.toContain('Terminé');
    const tally = { ...NO_TALLY, sent: 300 };
    expect(await seen({ state: 'done', tally })).toContain('Terminé : 300 sur 300');
    expect(await seen({ state: 'stopped', stoppedBy: 'blocked' }, '403')).toContain('s’est arrêté tout seul');
    expect(await seen({}, '403')).toContain('Code du canal : 403');
    expect(await seen({ of: undefined, planned: 12 })).toContain('12 pour l’instant');
  });

  it('B6: a prompt says its broadcast and turn; any other is none of ours', () => {
    for (const turn of [0, 1, 12])
      expect(readPromptId(promptId('a_B-1', turn))).toEqual({ broadcast: 'a_B-1', turn });
    for (const other of ['update:ML-2026-0001:1', 'broadcast:', 'broadcast:a:0', 'broadcast:a:b', ''])
      expect(readPromptId(other)).toBeUndefined();
  });
});
