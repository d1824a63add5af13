import { answerTo, NO_ANSWERS } from '../answers.ts';
import type { Move } from '../nodes/node-kind.ts';
import { stepIn } from '../versions/flow-of.ts';
import { proceedBelow, stepOf } from './below.ts';
import { questionBefore } from './history.ts';
import { leave, takeTop } from './stack.ts';
import { walkedBack } from './walk.ts';
import type { WorkingTurn } from './working-turn.ts';

/**
 * Asks the question before the open one again, and says what it was answered; the answer stands until there is another.
 * Where none lies before, a side job is left for what waits below; else it is said that there is no way further back.
 */
export function wentBack(turn: WorkingTurn): Move | undefined {
  if (!takeTop(turn)) return undefined;
  const { frame, flow } = turn;
  const before = questionBefore(frame);
  const question = before === undefined ? undefined : stepIn(flow, before);
  if (before !== undefined && question?.node.question && !frame.anew) {
    const from = { ...frame };
    const value = answerTo(frame.answers, before);
    Object.assign(frame, { step: before, tries: 0 });
    delete frame.narrowed;
    delete frame.picked;
    walkedBack(turn, from);
    const shown = question.node.shown?.(turn, value) ?? [];
    turn.emit(own(shown.length > 0 ? 'back_to' : 'back'));
    for (const { text, params } of shown) turn.emit({ kind: 'said', text, params });
    return question.node.again?.(turn);
  }
  if (flow?.interrupts && !frame.sub && turn.below.length > 0 && !wasAnswered(turn)) {
    leave(turn, false);
    return proceedBelow(turn);
  }
  turn.emit(own('back_no_further'));
  return stepOf(turn)?.node.again?.(turn);
}

const wasAnswered = ({ frame }: WorkingTurn): boolean => frame.answers !== NO_ANSWERS;

const own = (key: string) => ({ kind: 'said', text: { flow: 'bot', key }, params: {} }) as const;
