import { z } from 'zod';
import { choiceKey, goto, parameters, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind, WAIT } from '../node-kind.ts';
import type { Turn } from '../turn.ts';

const schema = z.strictObject({
  hand_over: z.strictObject({
    /** The step's key and its text: what the person is told. */
    say: stepKey,
    with: parameters.optional(),
    /** Why, for whoever takes over. */
    reason: choiceKey,
    /** Where the bot goes on when they give the talk back; the next step where nothing is said. */
    resume: goto.optional(),
  }),
});

/**
 * Gives the talk to a person. The bot says so and is silent then, whatever is written, until the talk is given back; the
 * words that win at every step still do.
 */
export const handOver: NodeKind<'hand_over', z.infer<typeof schema>> = {
  kind: 'hand_over',
  schema: () => schema,
  outline: ({ hand_over: { say } }) => ({ key: say }),
  compile({ hand_over: source }, at) {
    const text = { flow: at.flow, key: source.say };
    const params = at.params(source.with, ['hand_over', 'with']);
    const back = source.resume === undefined ? at.next : at.target(source.resume, ['hand_over', 'resume']);
    const tell = (turn: Turn): typeof WAIT => {
      turn.emit({ kind: 'said', text, params: params(turn).params });
      return WAIT;
    };
    return {
      exits: [back],
      waits: true,
      texts: [{ text, given: Object.keys(source.with ?? {}) }],
      enter(turn) {
        const { flow, hash, step } = turn.frame;
        turn.frame.staff = true;
        tell(turn);
        turn.emit({ kind: 'handed_over', flow, hash, step, reason: source.reason });
        return WAIT;
      },
      again: tell,
      replied(turn, reply) {
        const { flow, hash, step } = turn.frame;
        if (reply.kind !== 'choice') turn.emit({ kind: 'written', flow, hash, step, reply });
        return WAIT;
      },
      resumed: () => go(back),
    };
  },
};
