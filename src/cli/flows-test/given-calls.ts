import type { CallKind } from '../../conversation/ports.ts';
import { refusal } from '../../domain/faults.ts';
import type { CallValue, Value } from '../../engine/types.ts';
import type { GivenCalls } from '../../conversation/rehearsal/transcript/transcript.ts';
import { FAILS } from '../transcript.ts';

/**
 * The calls of a rehearsal, but for those the author gave an answer: a record's fields take the place of the rehearsed ones.
 * @param given what the author says at this point of the talk.
 */
export function answeringAs(
  calls: readonly CallKind[],
  given: () => GivenCalls | undefined,
): readonly CallKind[] {
  return calls.map((call) => ({
    ...call,
    run: async (params, context): Promise<CallValue> => {
      const answers = given() ?? {};
      const answer = Object.hasOwn(answers, call.name) ? answers[call.name] : undefined;
      if (answer === undefined) return call.run(params, context);
      if (answer === FAILS) throw refusal('call_failed', `${call.name} fails, as the transcript says.`);
      if (!isRecord(answer)) return answer;
      const rehearsed = await call.run(params, context);
      return isRecord(rehearsed) ? { ...rehearsed, ...answer } : answer;
    },
  }));
}

const isRecord = (value: CallValue): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
