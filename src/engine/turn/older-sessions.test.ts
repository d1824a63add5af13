import { expect, it } from '@jest/globals';
import { buildSet, Talk } from '../../../test/engine/talk.ts';
import { recordOf } from '../answers.ts';
import type { Session } from '../types.ts';

const FLOW =
  "steps:\n  - { ask: age, type: number }\n  - { ask: lieu, type: place }\n  - { ask: idee, type: yes_no }\n  - { if: 'answers.age > 20', then: { goto: vieux } }\n  - say: jeune\n  - say: vieux\n";

it('F6: a talk stored when answers were an object goes on where it was, knows what was answered, and can go back', () => {
  const talk = new Talk(buildSet({ f: FLOW }));
  talk.turn({ kind: 'start', flow: 'f' });
  const [open] = talk.session!.frames;
  const frame = { ...open!, step: 'idee', answers: { age: 30, lieu: 'gao' } };
  talk.session = { v: 1, frames: [frame] } as unknown as Session;
  talk.turn({ kind: 'back' });
  const [now] = talk.session.frames;
  expect(now?.step).toBe('lieu');
  expect(recordOf(now?.answers ?? '')).toEqual({ age: 30, lieu: 'gao' });
  talk.says('Gao');
  const { events } = talk.says('oui');
  expect(events.flatMap((event) => (event.kind === 'said' ? [event.text.key] : []))).toEqual(['vieux']);
});
