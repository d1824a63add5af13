import type { CallKind } from '../../conversation/ports.ts';
import { refusal } from '../../domain/faults.ts';
import type { CallValue, Value } from '../../engine/types.ts';
import { FAILS, type GivenCalls } from '../transcript.ts';

/** The calls of a rehearsal, but for those the author gave an answer: a record's fields take the place of the rehearsed ones. */
export function answeringAs(calls: readonly CallKind[], given: GivenCalls = {}): readonly CallKind[] {
  return calls.map((call) => {
    const answer = Object.hasOwn(given, call.name) ? given[call.name] : undefined;
    if (answer === undefined) return call;
    return {
      ...call,
      run: async (params, context): Promise<CallValue> => {
        if (answer === FAILS) throw refusal('call_failed', `${call.name} fails, as the transcript says.`);
        if (!isRecord(answer)) return answer;
        const rehearsed = await call.run(params, context);
        return isRecord(rehearsed) ? { ...rehearsed, ...answer } : answer;
      },
    };
  });
}

const isRecord = (value: CallValue): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
