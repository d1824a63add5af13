import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { isDuplicateKey, isOutage, untilDurable } from './durable.ts';

/** As the driver builds it: whatever went wrong under a bulk write comes wrapped, and its class is lost. */
const inBulk = (cause: object): mongo.MongoBulkWriteError =>
  new mongo.MongoBulkWriteError(
    cause as never,
    { getWriteConcernError: () => undefined } as unknown as mongo.BulkWriteResult,
  );
const selection = new mongo.MongoServerSelectionError('no primary', {} as never);
const network = new mongo.MongoNetworkError('read ECONNRESET');
const server = (code: number): mongo.MongoServerError => new mongo.MongoServerError({ message: 'x', code });

describe('T27: what says nothing about the operation itself', () => {
  it.each<[string, unknown]>([
    ['a lost connection', network],
    ['a socket that ran out of time', new mongo.MongoNetworkTimeoutError('timed out')],
    ['no primary', selection],
    ['a closed client', new mongo.MongoClientClosedError()],
    ['a session that ended with its client', new mongo.MongoExpiredSessionError()],
    ['not primary', server(10107)],
    ['stepping down', server(189)],
    ['shutting down', server(91)],
    ['no majority to read from yet', server(134)],
    ['a lost connection under a bulk write', inBulk(network)],
    ['no primary under a bulk write', inBulk(selection)],
    ['not primary under a bulk write', inBulk(server(10107))],
    ['a closed client under a bulk write', inBulk(new mongo.MongoClientClosedError())],
  ])('%s', (_name, cause) => {
    expect(isOutage(cause)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a duplicate key', server(11000)],
    ['a refused user', server(13)],
    ['a duplicate key under a bulk write', inBulk({ message: 'E11000', code: 11000, writeErrors: [] })],
    ['a bug of ours', new TypeError('x is not a function')],
    ['nothing', undefined],
  ])('is not: %s', (_name, cause) => {
    expect(isOutage(cause)).toBe(false);
  });

  it('a write that a majority did not confirm', () => {
    const unconfirmed = new mongo.MongoBulkWriteError(
      { message: 'waiting for replication timed out', code: 64 },
      { getWriteConcernError: () => ({ code: 64 }) } as unknown as mongo.BulkWriteResult,
    );
    expect(isOutage(unconfirmed)).toBe(true);
  });

  it('a duplicate key is told from the rest, in a bulk write too', () => {
    expect(
      [server(11000), inBulk({ message: 'E11000', code: 11000 }), server(1), network].map(isDuplicateKey),
    ).toEqual([true, true, false, false]);
  });
});

describe('COMMIT 11: a failover is hidden from the caller', () => {
  it('comes again until the database answers, and says so to the attempt', async () => {
    const asked: boolean[] = [];
    const answer = await untilDurable(async (again) => {
      asked.push(again);
      if (asked.length < 3) throw inBulk(network);
      return 'durable';
    });
    expect(answer).toBe('durable');
    expect(asked).toEqual([false, true, true]);
  });

  it('T25: says "unavailable" when its time is up', async () => {
    await expect(untilDurable(() => Promise.reject(selection), 120)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'store_unavailable',
    });
  });

  it('T25: an attempt that never ends is let go, and made again', async () => {
    const asked: boolean[] = [];
    const silent = new Promise<never>(() => undefined);
    const answer = await untilDurable(
      (again) => {
        asked.push(again);
        return again ? Promise.resolve('durable') : silent;
      },
      60_000,
      20,
    );
    expect(answer).toBe('durable');
    expect(asked).toEqual([false, true]);
  });

  it('T25: a database that never says anything is away, and the caller learns it', async () => {
    const silent = new Promise<never>(() => undefined);
    await expect(untilDurable(() => silent, 100, 20)).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  it('what is let go may fail later without harm', async () => {
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(reject, 40, network);
    });
    await expect(untilDurable(() => late, 10, 5)).rejects.toMatchObject({ kind: 'unavailable' });
    await new Promise((resolve) => setTimeout(resolve, 60));
  });

  it('lets every other error through at once', async () => {
    let asked = 0;
    await expect(
      untilDurable(() => {
        asked += 1;
        return Promise.reject(server(11000));
      }),
    ).rejects.toMatchObject({ code: 11000 });
    expect(asked).toBe(1);
  });
});
