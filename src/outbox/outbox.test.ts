import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { testClock } from '../../test/universe/time.ts';
import type { Conversations, OutItem } from '../conversation/conversation.ts';
import type { Channel, SendOutcome } from '../conversation/ports.ts';
import type { Lane, Outbound } from '../domain/message.ts';
import type { Fate } from './fate.ts';
import { AGAIN_MARK, Outbox, type OutboxDeps } from './outbox.ts';

const LEASE_MS = 60;
const HOURS_72 = 72 * 3_600_000;
const SENT: SendOutcome = { kind: 'sent' };
const SOON: SendOutcome = { kind: 'retry', afterMs: 1, code: 'busy' };
const LOST: SendOutcome = { kind: 'unknown', code: 'lost' };

// Nobody waits here: time passes as the tests say, also on a machine that has no time for them.
beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const takes = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets time pass until this has happened; nothing here may take longer. */
async function passed(what: Promise<void>, atMostMs = 10_000): Promise<void> {
  const ended: unknown[] = [];
  void what.then(
    () => ended.push('well'),
    (cause: unknown) => ended.push(cause),
  );
  for (let ms = 0; ended.length === 0 && ms <= atMostMs; ms += 5) await pass(5);
  expect(ended).toEqual(['well']);
}

const buildItem = (
  id: string,
  { again = 0, lane = 'reply', channel = 'x' }: { again?: number; lane?: Lane; channel?: string } = {},
): OutItem => ({
  message: { id, address: 'awa', lane, text: id },
  route: { channel, account: 'bot', address: 'awa' },
  again,
});

/** An outbox whose platform answers as told, then with "sent". */
function post(
  answers: (SendOutcome | (() => Promise<SendOutcome>))[] = [],
  options: Partial<Channel> = {},
  inDoubt: OutboxDeps['inDoubt'] = async () => undefined,
  unsent: () => Promise<readonly string[]> = async () => [],
  keep?: OutboxDeps['keep'],
  begin?: Conversations['begin'],
) {
  const clock = testClock();
  const texts: string[] = [];
  const done: string[] = [];
  const renewed: string[] = [];
  const reported: string[] = [];
  const kept: string[] = [];
  const gone: string[] = [];
  const replied: string[] = [];
  const channel: Channel = {
    id: 'x',
    answers: async () => true,
    async send({ text }: Outbound) {
      texts.push(text);
      const answer = answers.shift() ?? SENT;
      return typeof answer === 'function' ? answer() : answer;
    },
    ...options,
  };
  const outbox = new Outbox({
    channels: [channel],
    conversations: {
      done: async (_id: string, { out = [] }: { out?: readonly string[] }) => void done.push(...out),
      renew: async (_id: string, id: string) => void renewed.push(id),
      unsent,
      begin,
    } as unknown as Conversations,
    clock,
    leaseMs: LEASE_MS,
    inDoubt,
    keep:
      keep ??
      (async ({ item, state, as, code }: Fate) =>
        void kept.push([item.message.id, state, as, code].filter(Boolean).join(' '))),
    gone: async (conversation) => void gone.push(conversation),
    replied: (saidIn) => void replied.push(`${saidIn} after ${done.at(-1) ?? ''}`),
    report: (outcome, _channel, code) => reported.push([outcome, code].filter(Boolean).join(' ')),
  });
  return { outbox, clock, texts, done, renewed, reported, kept, gone, replied };
}

describe('C9: what becomes of a message', () => {
  it('W2: of something staff said, its talk is told once it has left its document, or is given up', async () => {
    const { outbox, done, replied } = post([SENT, { kind: 'refused', code: 'blocked', gone: true }]);
    outbox.take('c', [
      buildItem('a'),
      { ...buildItem('b'), saidIn: 't1' },
      { ...buildItem('d'), saidIn: 't2' },
    ]);
    await passed(outbox.idle());
    expect([done, replied]).toEqual([
      ['a', 'b', 'd'],
      ['t1 after b', 't2 after d'],
    ]);
  });

  it('sent: cleared, and the next one follows', async () => {
    const { outbox, texts, done, reported } = post();
    outbox.take('c', [buildItem('a'), buildItem('b')]);
    await passed(outbox.idle());
    expect([texts, done, reported]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['sent', 'sent'],
    ]);
  });

  it('refused: cleared, never tried again', async () => {
    const { outbox, texts, done, reported } = post([{ kind: 'refused', code: 'blocked', gone: true }]);
    outbox.take('c', [buildItem('a')]);
    await passed(outbox.idle());
    expect([texts, done, reported]).toEqual([['a'], ['a'], ['refused blocked']]);
  });

  it('certainly not sent: again after the pause, unmarked', async () => {
    const { outbox, texts, done, reported } = post([SOON, SOON]);
    outbox.take('c', [buildItem('a')]);
    await passed(outbox.idle());
    expect([texts, done, reported]).toEqual([['a', 'a', 'a'], ['a'], ['retry busy', 'retry busy', 'sent']]);
  });

  it('T5: given up after 72 hours, and cleared', async () => {
    const { outbox, clock, done, reported } = post([SOON, SOON]);
    outbox.take('c', [buildItem('a')]);
    clock.advance(1);
    await pass(10);
    clock.advance(HOURS_72 + 1);
    await passed(outbox.idle());
    expect([done, reported]).toEqual([['a'], ['retry busy', 'refused too_old']]);
  });

  it('a channel that is not there: left in its document for a process that has it', async () => {
    const { outbox, texts, done, reported } = post();
    outbox.take('c', [buildItem('a', { channel: 'gone' }), buildItem('b')]);
    await passed(outbox.idle());
    expect([texts, done, reported]).toEqual([['b'], ['b'], ['no_channel', 'sent']]);
  });
});

describe('C9: what is kept of a message', () => {
  it('that its platform will tell more of it', async () => {
    const { outbox, kept } = post([SENT, { kind: 'sent', as: 'wamid.1' }]);
    outbox.take('c', [buildItem('a'), buildItem('b')]);
    await passed(outbox.idle());
    expect(kept).toEqual(['b sent wamid.1']);
  });

  it('how it ended, where it did not go well or is of a mailing', async () => {
    const { outbox, kept } = post([{ kind: 'refused', code: 'too_long', gone: false }, LOST, LOST]);
    const mailing = { ...buildItem('c', { lane: 'broadcast' }), broadcast: 'update:1' };
    outbox.take('c', [buildItem('a'), buildItem('b'), mailing]);
    await passed(outbox.idle());
    expect(kept).toEqual(['a failed too_long', 'b unknown lost', 'c sent']);
  });

  it('a store that is away holds no message up for good', async () => {
    const { outbox, done, reported } = post([], {}, undefined, undefined, () =>
      Promise.reject(new Error('away')),
    );
    outbox.take('c', [{ ...buildItem('a', { lane: 'broadcast' }), broadcast: 'update:1' }]);
    await passed(outbox.idle());
    expect([done, reported]).toEqual([['a'], ['not_kept', 'sent']]);
  });

  it('a person who is gone is marked', async () => {
    const { outbox, gone } = post([
      { kind: 'refused', code: 'too_long', gone: false },
      { kind: 'refused', code: 'blocked', gone: true },
    ]);
    outbox.take('c', [buildItem('a'), buildItem('b')]);
    await passed(outbox.idle());
    expect(gone).toEqual(['c']);
  });
});

describe('C9, T30: a platform that asks all to wait, or does not answer', () => {
  it('nobody’s message is tried inside the pause', async () => {
    const { outbox, texts } = post([{ kind: 'retry', afterMs: 1_500, code: 'flood', forAll: true }]);
    outbox.take('c', [buildItem('a')]);
    await pass(20);
    for (let n = 0; n < 20; n += 1) outbox.take(`c${n}`, [buildItem(`b${n}`)]);
    await pass(120);
    expect(texts).toEqual(['a']);
    await passed(outbox.idle());
    expect(texts).toHaveLength(22);
  });

  it('of a platform that cannot be asked, until it has answered somebody else', async () => {
    const { outbox, texts } = post([LOST], { answers: undefined } as unknown as Partial<Channel>);
    outbox.take('c', [buildItem('a')]);
    await pass(60);
    expect(texts).toEqual(['a']);
    outbox.take('d', [buildItem('b')]);
    await passed(outbox.idle());
    expect(texts).toEqual(['a', 'b', `${AGAIN_MARK}a`]);
  });

  it('T31: a stop does not wait for that', async () => {
    const { outbox, done } = post([LOST], { answers: undefined } as unknown as Partial<Channel>);
    outbox.take('c', [buildItem('a')]);
    await pass(20);
    await passed(outbox.stop());
    expect(done).toEqual([]);
  });

  it('the second try of a message in doubt waits until the platform answers', async () => {
    let answering = false;
    let asked = 0;
    const answers = async () => {
      asked += 1;
      return answering;
    };
    const { outbox, texts } = post([LOST], { answers });
    outbox.take('c', [buildItem('a')]);
    await pass(100);
    outbox.take('d', [buildItem('b')]);
    await pass(100);
    expect(texts).toEqual(['a']);
    answering = true;
    await passed(outbox.idle());
    expect(new Set(texts)).toEqual(new Set(['a', 'b', `${AGAIN_MARK}a`]));
    expect(asked).toBeLessThanOrEqual(3);
  });
});

describe('COMMIT 10: a send in doubt', () => {
  it('is sent once more, marked', async () => {
    const { outbox, texts, done, reported } = post([LOST]);
    outbox.take('c', [buildItem('a')]);
    await passed(outbox.idle());
    expect([texts, done, reported]).toEqual([['a', `${AGAIN_MARK}a`], ['a'], ['repeated lost', 'sent']]);
  });

  it('is not sent a third time', async () => {
    const { outbox, texts, done, reported } = post([LOST, LOST]);
    outbox.take('c', [buildItem('a')]);
    await passed(outbox.idle());
    expect(texts).toHaveLength(2);
    expect([done, reported]).toEqual([['a'], ['repeated lost', 'unknown lost']]);
  });

  it('stays in doubt where the second try is refused', async () => {
    const refused: SendOutcome = { kind: 'refused', code: 'too_long', gone: false };
    const { outbox, done, reported, kept } = post([LOST, refused]);
    outbox.take('c', [buildItem('a')]);
    await passed(outbox.idle());
    expect([done, reported, kept]).toEqual([
      ['a'],
      ['repeated lost', 'unknown too_long'],
      ['a unknown too_long'],
    ]);
  });

  it('is in doubt too when a channel throws', async () => {
    const { outbox, reported } = post([() => Promise.reject(new Error('x'))]);
    outbox.take('c', [buildItem('a')]);
    await passed(outbox.idle());
    expect(reported).toEqual(['repeated channel_threw', 'sent']);
  });

  it('is marked when it was taken over after a crash, unless the other end keeps an id once', async () => {
    const marks = post();
    marks.outbox.take('c', [buildItem('a', { again: 1 })]);
    await passed(marks.outbox.idle());
    const dedupes = post([], { dedupes: true });
    dedupes.outbox.take('c', [buildItem('a', { again: 1 })]);
    await passed(dedupes.outbox.idle());
    expect([marks.texts, dedupes.texts]).toEqual([[`${AGAIN_MARK}a`], ['a']]);
  });

  it('is not repeated if it is a broadcast, but reported as unknown', async () => {
    const { outbox, texts, done, reported } = post([LOST]);
    outbox.take('c', [
      buildItem('a', { lane: 'broadcast' }),
      buildItem('b', { lane: 'broadcast', again: 1 }),
    ]);
    await passed(outbox.idle());
    expect([texts, done, reported]).toEqual([['a'], ['a', 'b'], ['unknown lost', 'unknown']]);
  });

  it('a broadcast is sent again where the other end keeps each id once', async () => {
    const { outbox, texts, done, reported } = post([LOST], { dedupes: true });
    outbox.take('c', [buildItem('a', { lane: 'broadcast', again: 1 })]);
    await passed(outbox.idle());
    expect([texts, done, reported]).toEqual([['a', 'a'], ['a'], ['repeated lost', 'sent']]);
  });

  it('a broadcast in doubt is counted by whoever ordered it, and waits until that was done', async () => {
    const counted: string[] = [];
    let fails = true;
    const { outbox, done, reported } = post([], {}, async (...what) => {
      if (fails) throw new Error('away');
      counted.push(what.join(' of '));
    });
    const item = { ...buildItem('a', { lane: 'broadcast', again: 1 }), broadcast: 'update:1' };
    outbox.take('c', [item]);
    await passed(outbox.idle());
    expect([done, reported]).toEqual([[], []]);
    fails = false;
    outbox.take('c', [item]);
    await passed(outbox.idle());
    expect([done, reported, counted]).toEqual([['a'], ['unknown'], ['update:1 of c']]);
  });
});

describe('C12: what waits stays ours', () => {
  it('all of it is renewed while the platform is slower than the lease', async () => {
    const { outbox, texts, renewed } = post([
      async () => {
        await takes(LEASE_MS * 5);
        return SENT;
      },
    ]);
    outbox.take('c', [buildItem('a'), buildItem('b')]);
    await passed(outbox.idle());
    expect(new Set(renewed)).toEqual(new Set(['a', 'b']));
    expect(renewed.length).toBeGreaterThanOrEqual(4);
    const before = renewed.length;
    await pass(LEASE_MS);
    expect(renewed).toHaveLength(before);
    expect(texts).toEqual(['a', 'b']);
  });

  it('what we are still at is not begun a second time', async () => {
    const { outbox, texts } = post([
      async () => {
        outbox.take('c', [buildItem('a', { again: 1 }), buildItem('b')]);
        return SENT;
      },
    ]);
    outbox.take('c', [buildItem('a')]);
    await passed(outbox.idle());
    expect(texts).toEqual(['a', 'b']);
  });
});

describe('C3: what waits for the person to write', () => {
  it('goes as soon as there is an answer to what they wrote, and before it', async () => {
    const { outbox, texts } = post([
      { kind: 'retry', afterMs: 3_600_000, code: 'window_closed', orWhenSpokenTo: true },
    ]);
    outbox.take('c', [buildItem('news', { lane: 'alert' })]);
    await pass(20);
    outbox.take('c', [buildItem('reply')]);
    await passed(outbox.idle());
    expect(texts).toEqual(['news', 'news', 'reply']);
  });

  it('a platform that asked for a pause is not asked sooner', async () => {
    const { outbox, texts } = post([{ kind: 'retry', afterMs: 300, code: 'too_many_requests' }]);
    outbox.take('c', [buildItem('a')]);
    await pass(20);
    outbox.take('c', [buildItem('b')]);
    await pass(100);
    expect(texts).toEqual(['a']);
    await passed(outbox.idle());
    expect(texts).toEqual(['a', 'a', 'b']);
  });
});

describe('C12: who stops, and who is not the first to begin', () => {
  it('stopping, nothing overtakes what is left', async () => {
    const source = 'https://example.org';
    const inAll = { messages: 1, perMs: 1000, source, sparesReplies: true } as const;
    const { outbox, texts, done } = post([], { pace: { inAll } });
    outbox.take('other', [buildItem('first')]);
    outbox.take('c', [buildItem('news', { lane: 'broadcast' }), buildItem('reply')]);
    await pass(20);
    await passed(outbox.stop());
    expect([texts, done]).toEqual([['first'], ['first']]);
  });

  it('rule 10: one that nobody has tried is begun at its turn, by one process; what follows it waits', async () => {
    const begun: string[] = [];
    let left: readonly string[] = ['theirs'];
    const begin = async (_conversation: string, id: string) => begun.push(id) > 0 && id !== 'theirs';
    const { outbox, texts, done } = post([], {}, undefined, async () => left, undefined, begin);
    outbox.take('c', [
      { ...buildItem('theirs'), untried: true },
      { ...buildItem('mine'), untried: true },
    ]);
    await pass(150);
    expect([texts, begun]).toEqual([[], ['theirs']]);
    left = ['mine'];
    await passed(outbox.idle());
    expect([texts, begun, done]).toEqual([['mine'], ['theirs', 'mine'], ['mine']]);
  });
});

describe('C12: what another process is at goes first', () => {
  const waiting = (id: string, ...after: string[]): OutItem => ({ ...buildItem(id), after });

  it('a message waits until the earlier ones are gone, and what waits behind it too', async () => {
    let left: readonly string[] = ['theirs', 'mine'];
    const { outbox, texts } = post([], {}, undefined, async () => left);
    outbox.take('c', [waiting('mine', 'theirs'), buildItem('next')]);
    await pass(150);
    expect(texts).toEqual([]);
    left = ['mine'];
    await passed(outbox.idle());
    expect(texts).toEqual(['mine', 'next']);
  });

  it('what the other one left is taken over, and goes before what waits for it', async () => {
    const { outbox, texts } = post([], {}, undefined, async () => ['theirs', 'mine'].slice(texts.length));
    outbox.take('c', [waiting('mine', 'theirs'), buildItem('next')]);
    await pass(20);
    outbox.take('c', [buildItem('theirs', { again: 1 })]);
    await passed(outbox.idle());
    expect(texts).toEqual([`${AGAIN_MARK}theirs`, 'mine', 'next']);
  });

  it('a database that is away is no leave to go first', async () => {
    let away = true;
    const { outbox, texts } = post([], {}, undefined, async () => {
      if (away) throw new Error('away');
      return [];
    });
    outbox.take('c', [waiting('mine', 'theirs')]);
    await pass(150);
    expect(texts).toEqual([]);
    away = false;
    await passed(outbox.idle());
    expect(texts).toEqual(['mine']);
  });

  it('T31: a stop does not wait for another process; all of it stays in its document', async () => {
    const { outbox, texts, done } = post([], {}, undefined, async () => ['theirs']);
    outbox.take('c', [waiting('mine', 'theirs'), buildItem('next')]);
    await pass(20);
    await passed(outbox.stop());
    expect([texts, done]).toEqual([[], []]);
  });
});

describe('T31: stop', () => {
  it('ends a pause; what was not sent stays in its document', async () => {
    const { outbox, texts, done } = post([{ kind: 'retry', afterMs: 60_000, code: 'busy' }]);
    outbox.take('c', [buildItem('a')]);
    await pass(10);
    await passed(outbox.stop());
    expect([texts, done]).toEqual([['a'], []]);
  });

  it('waits for the send under way, and begins no pause after it', async () => {
    const { outbox, done } = post([
      async () => {
        await takes(30);
        return { kind: 'retry', afterMs: 60_000, code: 'busy' };
      },
      SENT,
    ]);
    outbox.take('c', [buildItem('a')]);
    await pass(10);
    await passed(outbox.stop());
    expect(done).toEqual([]);
  });
});
