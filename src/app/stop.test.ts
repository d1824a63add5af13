import { describe, expect, it, jest } from '@jest/globals';
import type { House } from './compose.ts';
import { logger } from './logs.ts';
import { type Running, stopInOrder } from './stop.ts';

const NEVER = new Promise<never>(() => undefined);

/** Something that runs, and the steps in which it was stopped; `end` decides how each step goes. */
function running(end: () => Promise<void>) {
  const steps: string[] = [];
  const warned: string[] = [];
  const step = (name: string) => () => {
    steps.push(name);
    return end();
  };
  const house = {
    capabilities: [{ name: 'x', stop: step('capabilities') }],
    staff: { live: { stop: () => void steps.push('streams') } },
    dues: { stop: step('due-dates') },
    channels: [{ id: 'x', stop: step('channels'), close: step('connections') }],
    reception: { idle: step('messages') },
    effects: { idle: step('effects') },
    outbox: { stop: step('outbox') },
    traffic: { flush: step('traffic') },
    conversations: { idle: step('clearing') },
  } as unknown as House;
  const parts = {
    readiness: { is: () => true, close: () => void steps.push('readiness') },
    servers: [],
    house,
    ticks: { stop: step('ticks') },
    connection: { close: step('database') },
    embedded: { stop: step('mongod') },
    log: logger('warn', { write: (line: string) => void warned.push(line) }),
  } as unknown as Running;
  return { parts, steps, warned };
}

const ORDER = [
  ...[
    'readiness',
    'due-dates',
    'ticks',
    'streams',
    'capabilities',
    'channels',
    'messages',
    'effects',
    'outbox',
    'traffic',
    'clearing',
    'connections',
  ],
  ...['database', 'mongod'],
];

describe('T31: stop', () => {
  it('takes nothing new first, finishes what is in hand, then what it stood on goes', async () => {
    const { parts, steps, warned } = running(async () => undefined);
    await stopInOrder(parts);
    expect([steps, warned]).toEqual([ORDER, []]);
  });

  it('a step that fails is reported and the rest goes on', async () => {
    const { parts, steps, warned } = running(() => Promise.reject(new Error('away')));
    await stopInOrder(parts);
    expect(steps).toEqual(ORDER);
    // All but readiness and streams, which are no steps; due-dates and ticks are one.
    expect(warned).toHaveLength(ORDER.length - 3);
  });

  it('where every step hangs, the database of ours is told to stop within 6 s', async () => {
    jest.useFakeTimers();
    try {
      const { parts, steps } = running(() => NEVER);
      const stopped = stopInOrder(parts);
      await jest.advanceTimersByTimeAsync(6100);
      expect(steps).toEqual(ORDER);
      await jest.advanceTimersByTimeAsync(9000);
      await stopped;
    } finally {
      jest.useRealTimers();
    }
  });
});
