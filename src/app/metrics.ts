import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** What became of messages that entered: turn, duplicate, conflict, failed. */
  inbound(what: string): void;
  /** What became of messages that leave, by channel. */
  outbound(outcome: string, channel: string): void;
  /** What platforms tell of messages that have left, by channel; a message may be told of more than once. */
  receipt(state: string, channel: string): void;
  /** Effects that could not be applied and wait for another try. */
  effectFailed(kind: string): void;
  /** Taken over after a crash. */
  takenOver: (count: number) => void;
  ready(is: boolean): void;
}

/** Counters for `/metrics`. Labels are from closed lists, so that their number is bounded. */
export function metrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const inbound = new Counter({
    name: 'benkan_inbound_total',
    help: 'Messages that entered, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const outbound = new Counter({
    name: 'benkan_outbound_total',
    help: 'Messages that left, by outcome',
    labelNames: ['outcome', 'channel'],
    registers,
  });
  const receipts = new Counter({
    name: 'benkan_receipts_total',
    help: 'News of messages that left, by state',
    labelNames: ['state', 'channel'],
    registers,
  });
  const effects = new Counter({
    name: 'benkan_effects_failed_total',
    help: 'Effects to be tried again',
    labelNames: ['effect'],
    registers,
  });
  const taken = new Counter({
    name: 'benkan_taken_over_total',
    help: 'Conversations finished for another process',
    registers,
  });
  const ready = new Gauge({ name: 'benkan_ready', help: '1 when the doors are open', registers });
  return {
    registry,
    inbound: (outcome) => inbound.inc({ outcome }),
    outbound: (outcome, channel) => outbound.inc({ outcome, channel }),
    receipt: (state, channel) => receipts.inc({ state, channel }),
    effectFailed: (effect) => effects.inc({ effect }),
    takenOver: (count) => taken.inc(count),
    ready: (is) => ready.set(is ? 1 : 0),
  };
}
