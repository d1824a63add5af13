import { z } from 'zod';
import { duration, LONGEST_MS, millisecondsOf } from '../../duration.ts';
import { expression, stepKey } from '../../flow-file/keys.ts';
import { type CompileAt, go, type Move, type NodeKind, WAIT } from '../node-kind.ts';
import type { Turn } from '../turn.ts';
import { isClock, isDay, momentOf, nextAt } from './moment.ts';

const clock = z.string().refine(isClock, 'must look like 09:00');
const schema = z.strictObject({
  wait: z.union(
    [
      z.strictObject({ for: duration }),
      /** A time of day, a day, or an expression that gives a day or a moment; `at` is the time of such a day. */
      z.strictObject({ until: expression, at: clock.optional() }),
    ],
    'must be { for: 24h }, { until: "09:00" } or { until: 2026-12-31, at: "09:00" }',
  ),
  key: stepKey.optional(),
});
type Source = z.infer<typeof schema>;

/** Lets time pass; nothing is asked meanwhile. What cannot be waited for, or is over, is no wait. */
export const wait: NodeKind<'wait', Source> = {
  kind: 'wait',
  schema: () => schema,
  outline: (source) => ({ key: source.key }),
  compile(source, at) {
    const onward = go(at.next);
    const end = endOf(source.wait, at);
    const again = (turn: Turn): Move => {
      if (turn.frame.until === undefined || turn.frame.until <= turn.now) return onward;
      turn.emit({ kind: 'said', text: WAITING, params: {} });
      return WAIT;
    };
    return {
      exits: [at.next],
      waits: true,
      texts: [{ text: WAITING, given: [] }],
      enter(turn) {
        const until = end(turn);
        if (until <= turn.now) return onward;
        turn.seal();
        turn.frame.until = until;
        return WAIT;
      },
      again,
      replied: again,
      woken: () => onward,
    };
  },
};

const WAITING = { flow: 'bot', key: 'waiting' };

/** When it is over, in milliseconds since 1970; 0 where that cannot be told, which is reported. */
function endOf(source: Source['wait'], at: CompileAt): (turn: Turn) => number {
  if ('for' in source) {
    const long = millisecondsOf(source.for);
    return (turn) => turn.now + long;
  }
  const { until, at: time = MORNING } = source;
  const words = String(until);
  if (isClock(words)) return (turn) => nextAt(words, turn.now);
  const given = isDay(words) ? JSON.stringify(words) : until;
  const moment = at.computed(given, ['wait', 'until'], 'string');
  return (turn) => {
    const computed = moment(turn.scope);
    const found = computed.ok ? momentOf(computed.value, time) : undefined;
    const known = found !== undefined && found <= turn.now + LONGEST_MS;
    if (!known)
      turn.failed(computed.ok ? (found === undefined ? 'not_a_moment' : 'wait_too_long') : computed.code);
    return known ? found : 0;
  };
}

/** When a day begins for who is written to: not before the quiet hours are over. */
const MORNING = '07:00';
