import type { How, Told } from '../../../domain/how.ts';
import { ANSWERED, ON_FAIL, TIMEOUT } from '../../graph/exits.ts';
import { MAX_CANDIDATES } from '../../limits.ts';
import { type AskType, isClassA, type Reply, type TextKey } from '../../types.ts';
import {
  type CompileAt,
  type CompiledNode,
  go,
  type Move,
  type NodeKind,
  type Target,
  type TextUse,
  WAIT,
} from '../node-kind.ts';
import type { Turn } from '../turn.ts';
import { type AskSource, askSchema, partsOf } from './schema.ts';
import { shownAnswer } from './shown.ts';
import { timeoutOf } from './timeout.ts';
import { ANSWER_TYPES, answering } from './types/index.ts';
import { type Answering, NONE, type Understood } from './types/answering.ts';
import { labelsOf } from './labels.ts';

/** Asks, waits, and takes the answer; asks again a few times, then goes on without one. */
export const ask: NodeKind<'ask', AskSource> = {
  kind: 'ask',
  schema: () => askSchema,
  outline: (source) => ({
    key: source.ask,
    answers: ANSWER_TYPES[source.type],
    offers: listOf(source),
    fields:
      source.save === undefined ? [] : [{ name: source.save.slice(7), type: ANSWER_TYPES[source.type] }],
  }),
  compile,
};

function compile(source: AskSource, at: CompileAt): CompiledNode {
  const answers = answering(source, at);
  const texts = textsOf(source, answers, at);
  const given = at.params(source.with, ['with']);
  const onward = at.next;
  const failing = at.onFail(source.on_fail, ['on_fail']);
  const timeout = timeoutOf(source, failing, at);
  if (timeout?.words) texts.uses.push({ text: timeout.words, given: texts.given });
  // A person's words and numbers are kept only for who reads them, and so is what weighs more than one short word.
  // Asked while running: a later step is compiled later.
  const kept = (): boolean => (!isClassA(source.type) && !isLong(source.type)) || at.answerIsRead();

  const say = (turn: Turn, text: TextKey): void => {
    const params = { ...answers.params, ...given(turn).params };
    const choices = answers.offered(turn);
    turn.emit({
      kind: 'said',
      text,
      params,
      ask: { sid: turn.frame.sid, step: source.ask, type: source.type, choices },
    });
  };
  const again = (turn: Turn): Move => {
    say(turn, turn.frame.narrowed ? texts.which : texts.ask);
    return WAIT;
  };
  const leave = (turn: Turn, to: Target): Move => {
    if (turn.frame.picked !== undefined) delete turn.frame.picked;
    return go(to);
  };
  const refused = (turn: Turn, retry: () => void): Move => {
    turn.frame.tries += 1;
    if (turn.frame.tries >= source.tries) return leave(turn, failing);
    retry();
    return WAIT;
  };

  return {
    exits: timeout ? [onward, failing, timeout.then] : [onward, failing],
    ways: [ANSWERED, ON_FAIL, TIMEOUT],
    ...(timeout && { timeout: timeout.timing }),
    texts: texts.uses,
    question: {
      step: source.ask,
      type: source.type,
      choices: answers.choices,
      mayOfferNone: answers.mayOfferNone && listOf(source) === undefined,
    },
    enter(turn) {
      turn.frame.tries = 0;
      if (turn.frame.narrowed !== undefined) delete turn.frame.narrowed;
      if (turn.frame.picked !== undefined) delete turn.frame.picked;
      if (answers.mayOfferNone && answers.offered(turn).length === 0) {
        turn.failed('no_choice_to_offer');
        return go(failing);
      }
      return again(turn);
    },
    again,
    shown: (turn, value) => shownAnswer(source.type, value, answers.offered(turn), at.understanding),
    woken(turn, why) {
      if (why === 'timeout') return leave(turn, timeout?.then ?? failing);
      if (timeout?.words === undefined || turn.frame.narrowed) return again(turn);
      say(turn, timeout.words);
      return WAIT;
    },
    replied(turn, reply) {
      const how: How[] = [];
      const understood = understand(answers, turn, reply, turn.because && ((one) => how.push(one)));
      turn.because?.({
        ...{ kind: 'read', flow: turn.frame.flow, step: source.ask, type: source.type, how, understood },
        ...{ tries: turn.frame.tries, of: source.tries },
      });
      const excuse = excuseFor(understood);
      if (excuse !== undefined)
        return refused(turn, () => {
          turn.emit({ kind: 'said', text: excuse, params: {} });
          again(turn);
        });
      if (understood.kind === 'none' || understood.kind === 'lost' || understood.kind === 'wordless')
        return refused(turn, () => say(turn, texts.retry));
      if (understood.kind === 'many') return narrow(turn, understood.candidates, refused, again);
      if (understood.kind === 'more') {
        turn.frame.picked = understood.picked;
        say(turn, understood.text);
        return WAIT;
      }
      turn.answered({ type: source.type, value: understood.value, keep: kept() });
      if (source.save !== undefined) turn.setPerson(source.save.slice(7), understood.value);
      return leave(turn, onward);
    },
  };
}

const listOf = (source: AskSource): string | undefined =>
  source.type === 'choice' ? partsOf(source.choices).from : undefined;

const MEDIA: TextKey = { flow: 'bot', key: 'media_instead_of_words' };
const LOST: TextKey = { flow: 'bot', key: 'media_not_kept' };

/** What is said before the question is asked again, where the answer was no words. */
function excuseFor({ kind }: Understood): TextKey | undefined {
  if (kind === 'lost') return LOST;
  return kind === 'wordless' ? MEDIA : undefined;
}

/** Their answers are several keys. */
const isLong = (type: AskType): boolean => type === 'multi' || type === 'rank';

function understand(answers: Answering, turn: Turn, reply: Reply, told?: Told): Understood {
  if (reply.kind === 'choice') return answers.tapped(turn, reply.choice);
  if (reply.kind === 'media') return answers.received?.(reply) ?? { kind: 'wordless' };
  return reply.text.trim() === '' ? NONE : answers.typed(turn, reply.text, told);
}

/** The first ambiguity is ours to clear up; only one after that counts as a try. */
function narrow(
  turn: Turn,
  candidates: string[],
  refused: (turn: Turn, retry: () => void) => Move,
  again: (turn: Turn) => Move,
): Move {
  const first = turn.frame.narrowed === undefined;
  turn.frame.narrowed = candidates.slice(0, MAX_CANDIDATES);
  return first ? again(turn) : refused(turn, () => again(turn));
}

function textsOf(source: AskSource, answers: Answering, at: CompileAt) {
  const ask = { flow: at.flow, key: `${source.ask}.ask` };
  const own = { flow: at.flow, key: `${source.ask}.retry` };
  const retry = labelsOf(own, at).length > 0 ? own : { flow: 'bot', key: `retry.${source.type}` };
  const which = { flow: 'bot', key: 'which_one' };
  const given = [...Object.keys(source.with ?? {}), ...Object.keys(answers.params)];
  const uses: TextUse[] = [
    { text: ask, given },
    { text: retry, given },
    { text: answers.received === undefined ? MEDIA : LOST, given: [] },
    ...answers.texts,
  ];
  if (source.type === 'choice' || source.type === 'place') uses.push({ text: which, given });
  return { ask, retry, which, given, uses };
}
